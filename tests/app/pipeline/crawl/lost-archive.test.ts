import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WARCParser } from 'warcio';
import { parseDeclarations } from '../../../../crawlers/declarations/parse-declarations.ts';
import { startManyHosts } from '../../../../samples/government/many-hosts.ts';
import { type NightOptions, runNight } from '../../../../src/app/pipeline/crawl/night.ts';

const REPORTS = 3;
/** robots.txt, the list and the reports. */
const ANSWERS = 2 + REPORTS;

/** How many records of each type the archive has; every body that a `revisit` refers to has to be among them. */
async function recordsIn(archive: string): Promise<{ response: number; revisit: number; dangling: string[] }> {
  const held = new Set<string>();
  const referred: string[] = [];
  for (const name of readdirSync(archive)) {
    for await (const record of new WARCParser(new Blob([readFileSync(join(archive, name))]).stream())) {
      const digest = String(record.warcHeader('WARC-Payload-Digest'));
      if (record.warcType === 'response') held.add(`${record.warcTargetURI} ${digest}`);
      if (record.warcType === 'revisit') referred.push(`${record.warcRefersToTargetURI} ${digest}`);
      await record.readFully(false);
    }
  }
  return { response: held.size, revisit: referred.length, dangling: referred.filter((one) => !held.has(one)) };
}

test('with the folder of the archive gone, bodies that were known are written whole again, and read from there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lanting-lost-'));
  const site = await startManyHosts(1, REPORTS, { bytes: 2_000 });
  onTestFinished(async () => {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const archive = join(folder, 'archive');
  const options: NightOptions = {
    ...{ corpus: join(folder, 'lanting.db'), archive, browser: false, allowPrivate: true, again: true },
    ...{ declarations: parseDeclarations(site.declarations, 'many.yaml'), program: '0.1.0', contact: 'c@example.org' },
    ...{ pace: { leastDelay: 0 }, settings: { patience: 300 }, workers: 1, ocr: 'off' },
  };
  await runNight(options);
  await runNight(options);
  expect(await recordsIn(archive)).toEqual({ response: ANSWERS, revisit: ANSWERS - 1, dangling: [] });

  rmSync(archive, { recursive: true });
  const night = await runNight(options);
  expect(night.shortArchives).toMatchObject([{ bytes: expect.any(Number) }]);
  expect(await recordsIn(archive)).toEqual({ response: ANSWERS - 1, revisit: 0, dangling: [] });
  const next = await runNight(options);
  expect(next).toMatchObject({ shortArchives: [], needs: {} });
  expect(await recordsIn(archive)).toEqual({ response: ANSWERS - 1, revisit: ANSWERS - 1, dangling: [] });
});
