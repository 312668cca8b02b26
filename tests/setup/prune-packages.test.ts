import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../app/cli/run-cli.ts';

const { prunePackages } = (await import(join(ROOT, 'setup/prune-packages.mjs'))) as {
  prunePackages(packages?: string): Promise<void>;
};

const FOLDER = mkdtempSync(join(tmpdir(), 'lanting-prune-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const HERE = `onnxruntime-node/bin/napi-v6/${process.platform}/${process.arch}/onnxruntime_binding.node`;

test.each([
  [HERE, true],
  [`onnxruntime-node/bin/napi-v6/${process.platform}/other/onnxruntime_binding.node`, false],
  ['onnxruntime-node/bin/napi-v6/other/x64/onnxruntime.dll', false],
  ['onnxruntime-node/dist/index.js', true],
  ['sql.js/dist/sql-wasm.wasm', true],
  ['sql.js/dist/sql-asm-debug.js', false],
  ['exceljs/dist/exceljs.js', false],
  ['exceljs/lib/exceljs.nodejs.js', true],
])('%s stays: %s', async (path, stays) => {
  mkdirSync(join(FOLDER, dirname(path)), { recursive: true });
  writeFileSync(join(FOLDER, path), '');
  await prunePackages(FOLDER);
  expect(existsSync(join(FOLDER, path))).toBe(stays);
});

test('nothing that this checkout loads was taken away', async () => {
  for (const name of ['exceljs', 'sql.js', 'onnxruntime-node', 'pdfjs-dist/legacy/build/pdf.mjs', 'playwright']) {
    await expect(import(name)).resolves.toBeTypeOf('object');
  }
});
