import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

let cwd = '';

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'lanting-demo-test-'));
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

test.each([
  [
    'en',
    'auto',
    /flag error: Table 3, column “natural persons” does not balance/,
    /The corpus is in demo\.en\.db/,
    /\d+ HTML, .*\d+ PDF/,
  ],
  ['zh', 'off', /报告异常·错误：第三表“自然人”一列不平衡/, /语料库在 demo\.zh\.db/, /HTML \d+ 份，.*PDF \d+ 份/],
])(
  'does the whole job on the samples and says what to do next (%s, --ocr %s)',
  { timeout: 300_000 },
  async (lang, ocr, finding, corpus, formats) => {
    const db = `demo.${lang}.db`;
    const { code, out, err } = await runCli(['demo', '--db', db, '--lang', lang, '--ocr', ocr], { cwd });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(finding);
    expect(out).toMatch(corpus);
    expect(out).toMatch(formats);
    expect(out.includes('samples/scanned-pdf/source.pdf')).toBe(ocr === 'off');
    expect(out).toMatch(/^兰亭街道 +2020 +3 +1 +7 +2$/m);
    expect(existsSync(join(cwd, db))).toBe(true);

    const commands = [...out.matchAll(/^ {2}npx lanting (audit|extract|rules) (.*)$/gm)];
    expect(commands.map(([, name]) => name)).toEqual(['audit', 'extract', 'rules']);
    for (const [, name = '', rest = ''] of commands) {
      expect(await runCli([name, ...rest.split(' ')], { cwd })).toMatchObject({ code: 0, err: '' });
    }
  },
);

test('without --db the corpus is a new temporary file, and the working folder stays as it is', async () => {
  const { out } = await runCli(['demo', '--ocr', 'off'], { cwd, env: { LANTING_DB: 'mine.db' } });
  const made = /The corpus is in (?<path>\S+)\. /.exec(out)?.groups?.path ?? '';
  expect(existsSync(made)).toBe(true);
  expect(existsSync(join(cwd, 'mine.db'))).toBe(false);
  rmSync(join(made, '..'), { recursive: true });
});
