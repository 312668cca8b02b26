import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generate } from '../../../samples/generator/generate.ts';
import { type ExtractionResult, isFailure } from '../../../src/model/report.ts';
import { HOSTILE } from './hostile-inputs.ts';
import { spawnCli } from './run-cli.ts';

/** Every hostile input in one run of the built program, between two pages that must be read all the same. */

let cwd = '';
let results: readonly ExtractionResult[] = [];
let ran = { code: null as number | null, err: '' };

const PAGE = generate(1, { messes: [] });
const NAMES = ['0-page.html', ...Object.keys(HOSTILE), 'zz-page.html'];

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'lanting-hostile-'));
  for (const name of NAMES) {
    const made = await HOSTILE[name]?.[0]();
    writeFileSync(join(cwd, name), made ?? PAGE.bytes);
  }
  const { code, out, err } = await spawnCli(['extract', ...NAMES, '--format', 'jsonl'], { cwd });
  ran = { code, err };
  results = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ExtractionResult);
}, 240_000);

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const of = (name: string): ExtractionResult[] => results.filter(({ source }) => source.path.split('!/')[0] === name);

test.each(Object.entries(HOSTILE).map(([name, [, ...codes]]) => [name, codes] as const))(
  '%s fails as %s, and is named',
  (name, codes) => {
    const found = of(name);
    expect(found.length).toBeGreaterThan(0);
    for (const result of found) {
      expect(isFailure(result) ? result.error.code : 'read').toBeOneOf([...codes]);
      expect(ran.err).toContain(`lanting: ${result.source.path}: `);
    }
  },
);

test('the pages before and after are read, and the run ends with exit code 3', () => {
  expect([of('0-page.html'), of('zz-page.html')]).toMatchObject([
    [{ report: { year: PAGE.truth.year } }],
    [{ report: { year: PAGE.truth.year } }],
  ]);
  expect(ran.code).toBe(3);
});
