import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { holdDemo } from '../../sweep/hold-demo.ts';
import { runCli } from './run-cli.ts';

// With recognition: `npm run sweep -- scans`.
holdDemo('off');

test('in English, without --db: the corpus is a new temporary file, and the working folder stays as it is', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'lanting-demo-test-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const { out } = await runCli(['demo', '--ocr', 'off'], { cwd, env: { LANTING_DB: 'mine.db' } });
  expect(out).toMatch(/flag error: Table 3, column “natural persons” does not balance/);
  expect(out).toMatch(/\d+ HTML, .*\d+ PDF/);
  const made = /The corpus is in (?<path>\S+)\. /.exec(out)?.groups?.path ?? '';
  expect(existsSync(made)).toBe(true);
  expect(existsSync(join(cwd, 'mine.db'))).toBe(false);
  rmSync(join(made, '..'), { recursive: true });
});
