import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDeclarations } from '../../../../crawlers/declarations/parse-declarations.ts';
import { answerOf, type Page, type Pages } from '../../../../samples/government/page.ts';
import { type ServedGovernment, startGovernment } from '../../../../samples/portals/start.ts';
import { runNight } from '../../../../src/app/pipeline/crawl/night.ts';

const folder = mkdtempSync(join(tmpdir(), 'lanting-parts-'));
let government: ServedGovernment;

const night = (again: boolean) =>
  runNight({
    ...{ corpus: join(folder, 'lanting.db'), archive: join(folder, 'archive'), program: '0.1.0' },
    ...{ contact: 'crawl@example.org', allowPrivate: true, browser: false, workers: 1, ocr: 'off', again },
    declarations: parseDeclarations(government.declarations, 'government.yaml'),
    pace: { leastDelay: 1, firstExtra: 10, factor: 0 },
  });

beforeAll(async () => {
  const fixed = { fault: 'healthy', article: 'several pages', validators: 'both' } as const;
  government = await startGovernment(36, { size: 'small', fixed });
});

afterAll(async () => {
  await government.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The further page of a report, its host's pages, and its path there. */
function furtherPage(): { readonly pages: Record<string, Page>; readonly path: string; readonly url: string } {
  for (const { reachable, parts, urls } of government.truth) {
    const further = parts[0]?.find(({ path }) => !urls[0]?.endsWith(path) && /2/.test(path));
    const host = government.hosts.find(({ names }) => further && names.includes(further.host));
    const page = further && host?.pages[further.path];
    if (reachable && further && host && page) {
      return { pages: host.pages as Pages & Record<string, Page>, path: further.path, url: urls[0] ?? '' };
    }
  }
  throw new Error('no report has a further page; draw another seed');
}

test('a further page that changed quietly makes another state of its report; one that did not costs no bytes', async () => {
  const first = await night(false);
  expect(first.new.length).toBeGreaterThan(5);

  const before = government.log.length;
  expect((await night(true)).changed).toEqual([]);
  const { pages, path, url } = furtherPage();
  const asked = government.log.slice(before).filter((one) => one.path === path);
  expect(asked.map(({ status }) => status)).toEqual([304]);

  const page = pages[path] as Page;
  pages[path] = (asked) => {
    const answer = answerOf(page, asked);
    return { ...answer, body: String(answer.body).replace(/<\/table>/, '$&<p>补充说明：本报告已作更正。</p>') };
  };
  const { changed, new: fresh } = await night(true);
  expect(changed.map((one) => one.url)).toEqual([url]);
  expect(fresh).toEqual([]);
  expect((await night(true)).changed).toEqual([]);
});
