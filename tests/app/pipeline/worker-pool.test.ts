import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import type { DocumentInput } from '../../../src/app/pipeline/input.ts';
import { extractAll, type PoolOptions } from '../../../src/app/pipeline/worker-pool.ts';
import type { ExtractionResult } from '../../../src/model/report.ts';

const script = new URL('./obstinate-worker.mjs', import.meta.url);
const file = (path: string): DocumentInput => ({ kind: 'file', path, file: path });

async function collect(names: readonly string[], options: PoolOptions = {}): Promise<ExtractionResult[]> {
  const results: ExtractionResult[] = [];
  for await (const result of extractAll(names.map(file), { script, workers: 2, ...options })) results.push(result);
  return results;
}

/** Far above what a document of these takes on a busy machine; those that hang use all of it. ms. */
const LIMIT = 3_000;

const codeOf = (result: ExtractionResult): string => ('error' in result ? result.error.code : 'read');
const outline = (results: readonly ExtractionResult[]) => results.map((result) => [result.source.path, codeOf(result)]);

describe('extractAll', () => {
  test.each([
    ['a reader that never ends', 'hang', 'TIMEOUT'],
    ['a reader that fills the memory', 'hoard', 'OUT_OF_MEMORY'],
    ['a reader that throws', 'crash', 'INTERNAL'],
    ['a reader that ends its thread', 'leave', 'INTERNAL'],
  ])('%s costs its own document and no other', async (_, deed, code) => {
    const names = ['a', 'b', deed, 'c', 'd', `${deed}-again`, 'e', 'f'];
    const results = await collect(names, { timeLimitMs: deed === 'hang' ? LIMIT : 60_000, memoryLimitMb: 32 });
    expect(outline(results)).toEqual(names.map((name) => [name, name.startsWith(deed) ? code : 'read']));
  });

  test.each([300, 1_000, 2_000])(
    'a picture that is given up after %i ms while it is recognised ends no process',
    (limit) => {
      const run = [fileURLToPath(new URL('./give-up-picture.mjs', import.meta.url)), `${limit}`];
      const { status, stdout, stderr } = spawnSync(process.execPath, run, { encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^(?:TIMEOUT|read)\n$/);
    },
  );

  test('a document has 20 seconds, and each page or picture of it that is drawn or recognised 120 of its own', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    await collect(['a', 'picture'], { workers: 1 });
    const limits = timers.mock.calls.map(([, delay]) => delay).filter((delay) => (delay ?? 0) >= 20_000);
    timers.mockRestore();
    expect(limits).toEqual([20_000, 20_000, 20_000, 20_000, 120_000]);
  });

  test('hands on what pages say of their sites, beside their results', async () => {
    const page = (head: string) => Buffer.from(`<html><head>${head}</head><body><p>政府信息公开指南</p></body></html>`);
    const inputs = ['<meta name="SiteIDCode" content="3306030001"><meta name="SiteName" content="null">', ''].map(
      (head, at): DocumentInput => ({ kind: 'bytes', path: `${at}.html`, bytes: page(head) }),
    );
    const sites = new Map<string, unknown>();
    const results: ExtractionResult[] = [];
    for await (const result of extractAll(inputs, { workers: 1, onSite: (sha256, site) => sites.set(sha256, site) }))
      results.push(result);
    expect([...sites]).toEqual([[results[0]?.source.sha256, { code: '3306030001', name: null }]]);
    expect(JSON.stringify(results)).not.toContain('3306030001');
  });

  test('says in the message what to do next', async () => {
    const [late] = await collect(['hang'], { timeLimitMs: 100 });
    expect(late).toMatchObject({
      error: { message: { en: expect.stringMatching(/not read within 0\.1 s.*by hand/) } },
    });
    const [lost] = await collect(['crash']);
    expect(lost).toMatchObject({ error: { message: { en: expect.stringMatching(/the reader stumbled.*report it/) } } });
  });

  test('keeps the order of the inputs over many documents, and the place of those that failed before', async () => {
    const inputs = Array.from({ length: 2_000 }, (_, index): DocumentInput => {
      const path = `document ${index}`;
      return index % 7
        ? file(path)
        : { kind: 'failed', path, code: 'NOT_FOUND', message: { zh: '没有这个文件', en: 'no such file' } };
    });
    const results: ExtractionResult[] = [];
    for await (const result of extractAll(inputs, { script, workers: 3 })) results.push(result);
    expect(outline(results)).toEqual(inputs.map(({ path }, index) => [path, index % 7 ? 'read' : 'NOT_FOUND']));
  });

  test('draws inputs only as results are taken', async () => {
    let drawn = 0;
    function* endless() {
      for (;;) yield file(`document ${drawn++}`);
    }
    const results = extractAll(endless(), { script, workers: 2, lookAhead: 5 });
    for (let taken = 1; taken <= 20; taken += 1) {
      await results.next();
      expect(drawn).toBeLessThanOrEqual(taken + 5);
    }
    await results.return(undefined);
    expect(drawn).toBeLessThanOrEqual(25);
  });

  test('starts one worker for one document and shares many documents out', async () => {
    const threads = (results: readonly ExtractionResult[]) =>
      new Set(results.map((result) => (result as unknown as { threadId: number }).threadId)).size;
    expect(threads(await collect(['a'], { workers: 4 }))).toBe(1);
    const many = Array.from({ length: 400 }, (_, index) => `document ${index}`);
    expect(threads(await collect(many, { workers: 2 }))).toBe(2);
  });

  test.each([
    ['a member that hangs', 'zip:a,hang,b', ['read', 'TIMEOUT', 'read']],
    ['a member that crashes, the last', 'zip:a,b,crash', ['read', 'read', 'INTERNAL']],
    ['two members that break the reader', 'zip:leave,a,crash,b', ['INTERNAL', 'read', 'INTERNAL', 'read']],
  ])('%s fails alone in its archive', async (_, archive, codes) => {
    const results = await collect(['a', archive, 'b'], { timeLimitMs: LIMIT });
    const members = archive
      .slice(4)
      .split(',')
      .map((name, index) => [`${archive}!/${name}`, codes[index]]);
    expect(outline(results)).toEqual([['a', 'read'], ...members, ['b', 'read']]);
  });

  test('an archive full of members that break the reader is given up', async () => {
    const archive = 'zip:crash-1,crash-2,crash-3,crash-4,crash-5';
    const results = await collect([archive, 'b']);
    expect(results.map(codeOf)).toEqual(['INTERNAL', 'INTERNAL', 'INTERNAL', 'INTERNAL', 'read']);
    expect(results[3]).toMatchObject({
      source: { path: archive },
      error: { message: { en: expect.stringMatching(/unpack it/) } },
    });
  });

  test('yields nothing for no documents', async () => {
    expect(await collect([])).toEqual([]);
  });
});
