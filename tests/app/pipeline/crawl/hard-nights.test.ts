import { mkdtempSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ArchiveError } from '../../../../crawlers/archive/archive-error.ts';
import { parseDeclarations } from '../../../../crawlers/declarations/parse-declarations.ts';
import { openReadOnly } from '../../../../db/connect.ts';
import { corpusErrorOf } from '../../../../db/errors.ts';
import { pastRuns } from '../../../../db/queries/past-runs.ts';
import { type ManyHosts, startManyHosts } from '../../../../samples/government/many-hosts.ts';
import { nightText } from '../../../../src/app/cli/night-text.ts';
import { type NightOptions, runNight } from '../../../../src/app/pipeline/crawl/night.ts';
import { nightFault } from '../../../../src/app/pipeline/crawl/night-fault.ts';
import { isFailedNight } from '../../../../src/app/pipeline/crawl/night-needs.ts';

/** Nights on which the network or the disk does not do its part. */

const [HOSTS, REPORTS] = [2, 6];

async function ready(): Promise<NightOptions & { readonly site: ManyHosts }> {
  const folder = mkdtempSync(join(tmpdir(), 'lanting-hard-'));
  const site = await startManyHosts(HOSTS, REPORTS, { bytes: 2_000 });
  onTestFinished(async () => {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    ...{
      site,
      corpus: join(folder, 'lanting.db'),
      archive: join(folder, 'archive'),
      browser: false,
      allowPrivate: true,
    },
    ...{ declarations: parseDeclarations(site.declarations, 'many.yaml'), program: '0.1.0', contact: 'c@example.org' },
    ...{ pace: { leastDelay: 0 }, settings: { patience: 300, retries: [10, 20] }, workers: 1, ocr: 'off' as const },
  };
}

const shut = (declarations: NightOptions['declarations'], ...names: readonly string[]) => ({
  ...declarations,
  connect: Object.fromEntries(
    // Port 1 of loopback takes no connection anywhere.
    Object.entries(declarations.connect).map(([name, to]) => [name, names.includes(name) ? '127.0.0.1:1' : to]),
  ),
});

test('where no host answers the night has failed, and names each with the reason', async () => {
  const { site, ...options } = await ready();
  const declarations = shut(options.declarations, 'www.county1.gov.cn', 'www.county2.gov.cn');
  const night = await runNight({ ...options, declarations });
  expect(night).toMatchObject({
    outage: true,
    counts: { hosts: 2, requests: 2, visits: 0 },
    unreached: [
      { origin: 'http://www.county1.gov.cn', portal: 'county1', requests: 1, code: 'CONNECT' },
      { origin: 'http://www.county2.gov.cn', portal: 'county2', requests: 1, code: 'CONNECT' },
    ],
    needs: { outage: 1, unreached: 2 },
  });
  expect(isFailedNight(night)).toBe(true);
  expect(site.requests.all).toBe(0);
  const text = { zh: nightText(night, 'zh'), en: nightText(night, 'en') };
  expect(text.en).toMatch(/none of 2 hosts answered/);
  expect(text.en).toMatch(/http:\/\/www\.county2\.gov\.cn \(county2\): .*takes no connection/);
  expect(text.zh).toMatch(/2 台主机均无答复/);
  expect(text.zh).toMatch(/没有答复的主机（2）/);
  expect(text.zh).toMatch(/http:\/\/www\.county2\.gov\.cn \(county2\)：.*拒绝连接/);

  // At once again: they are put off for an hour, which is no success either.
  const again = await runNight({ ...options, declarations });
  expect(again).toMatchObject({
    outage: true,
    counts: { hosts: 0, requests: 0 },
    unreached: [
      {
        code: 'HELD_BACK',
        requests: 0,
        reason: {
          zh: expect.stringMatching(/^2.*（UTC）之前不访问：无法取得其 robots\.txt$/),
          en: expect.stringContaining('robots.txt'),
        },
      },
      { code: 'HELD_BACK' },
    ],
  });
  expect(isFailedNight(again)).toBe(true);
});

test('where one host of two answers it is no outage, and the other is named', async () => {
  const options = await ready();
  const night = await runNight({ ...options, declarations: shut(options.declarations, 'www.county2.gov.cn') });
  expect(night).toMatchObject({
    outage: false,
    counts: { documents: REPORTS },
    unreached: [{ origin: 'http://www.county2.gov.cn' }],
    needs: { unreached: 1 },
  });
  expect(isFailedNight(night)).toBe(true);
});

test('a night on which nothing is due is no outage', async () => {
  const options = await ready();
  await runNight(options);
  const night = await runNight(options);
  expect(night).toMatchObject({ outage: false, unreached: [], needs: {}, counts: { hosts: 0, requests: 0 } });
  expect(isFailedNight(night)).toBe(false);
});

test('a disk with too little room is seen before anything is asked', async () => {
  const { site, ...options } = await ready();
  const night = await runNight({ ...options, keepFree: 1e9, freeBytes: async () => 4e8 });
  expect(night).toMatchObject({ endedBy: 'room', room: { free: 4e8, keepFree: 1e9 }, needs: { room: 1 } });
  expect(isFailedNight(night)).toBe(true);
  expect(site.requests.all).toBe(0);
  expect(nightText(night, 'en')).toMatch(/has 0\.4 GB free, and 1\.0 GB are to be kept free/);
  expect(nightText(night, 'zh')).toMatch(/剩余 0\.4 GB，低于应保留的 1\.0 GB/);
});

test('room is looked at as bytes are written, and the night ends while it can', async () => {
  const { site, ...options } = await ready();
  let free = 1e9 + 4_000;
  const openFile = async (path: string, flags: string): Promise<FileHandle> => {
    const file = await open(path, flags);
    const write = file.write.bind(file);
    return Object.assign(file, {
      write: (...given: Parameters<typeof write>) => {
        free -= Number(given[2]);
        return write(...given);
      },
    });
  };
  const night = await runNight({ ...options, keepFree: 1e9, freeBytes: async () => free, openFile });
  expect(night).toMatchObject({ endedBy: 'room', room: { keepFree: 1e9 } });
  expect(site.requests.all).toBeGreaterThan(1);
  expect(site.requests.all).toBeLessThan(HOSTS * (REPORTS + 2));
  // What came until then is kept, and the next night has the rest.
  const rest = await runNight(options);
  expect(rest.endedBy).toBe(null);
  expect(night.counts.documents + rest.counts.documents).toBe(HOSTS * REPORTS);
});

/** A disk that takes so many bytes and not one more. */
const fullAfter = (bytes: number): NonNullable<NightOptions['openFile']> => {
  let left = bytes;
  return async (path, flags) => {
    const file = await open(path, flags);
    const write = file.write.bind(file) as (buffer: Uint8Array, ...rest: number[]) => Promise<{ bytesWritten: number }>;
    return Object.assign(file, {
      write: async (buffer: Uint8Array, offset: number, length: number, position: number) => {
        if (left === 0) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
        const fits = Math.min(left, length);
        left -= fits;
        return write(buffer, offset, fits, position);
      },
    });
  };
};

test.each([
  ['before the first record', 0, 0],
  ['in the middle', 6_000, 1],
])('a disk that fills up %s ends the night with a summary of what can be told', async (_, bytes, least) => {
  const options = await ready();
  const night = await runNight({ ...options, openFile: fullAfter(bytes) });
  expect(night.fault).toMatchObject({
    code: 'DISK_FULL',
    message: { zh: expect.stringContaining('ENOSPC'), en: expect.stringContaining('ENOSPC') },
  });
  expect(night.needs.fault).toBe(1);
  expect(night.counts.visits).toBeGreaterThanOrEqual(least);
  expect(isFailedNight(night)).toBe(true);
  expect(nightText(night, 'en')).toMatch(/It broke off: The archive .* can't be written: ENOSPC/);
  const db = await openReadOnly(options.corpus);
  onTestFinished(() => db.destroy());
  expect(await pastRuns(db, 1)).toMatchObject([{ outcome: 'fault', summary: { fault: { code: 'DISK_FULL' } } }]);
  const rest = await runNight(options);
  expect(rest.fault).toBe(null);
  expect(night.counts.documents + rest.counts.documents).toBe(HOSTS * REPORTS);
});

const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });

test.each<[string, unknown, string | null]>([
  ['a corpus whose disk is full', corpusErrorOf(full, 'a.db', 'INSERT'), 'DISK_FULL'],
  [
    'a corpus on a broken disk',
    corpusErrorOf(Object.assign(new Error('x'), { code: 'SQLITE_IOERR' }), 'a.db', ''),
    'CORPUS_FAULT',
  ],
  [
    'an archive that may not be written',
    new ArchiveError('ARCHIVE_UNWRITABLE', { zh: '甲', en: 'x' }, denied),
    'ARCHIVE_UNWRITABLE',
  ],
  ['a quota that is used up', Object.assign(new Error('EDQUOT: quota'), { code: 'EDQUOT' }), 'DISK_FULL'],
  ['a fault of this program', new TypeError('x is not a function'), null],
])('%s', (_, error, code) => {
  expect(nightFault(error)?.code ?? null).toBe(code);
});
