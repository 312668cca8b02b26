import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generate } from '../../../samples/generator/generate.ts';
import { main } from '../../../src/app/cli/main.ts';
import { ROOT, spawnCli } from './run-cli.ts';

/** The built program as its users start it: what only a process of its own can show. */

const PAGES = 10;
let cwd = '';

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'lanting-process-'));
  chmodSync(cwd, 0o755);
  for (const folder of ['pages', 'pages/closed']) mkdirSync(join(cwd, folder));
  for (let seed = 1; seed <= PAGES; seed += 1) {
    const { path, bytes } = generate(seed, { messes: [] });
    writeFileSync(join(cwd, 'pages', path), bytes);
  }
  writeFileSync(join(cwd, 'pages/closed/page.html'), 'x');
  chmodSync(join(cwd, 'pages/closed'), 0o000);
});

afterAll(() => {
  chmodSync(join(cwd, 'pages/closed'), 0o755);
  rmSync(cwd, { recursive: true, force: true });
});

/** Permissions do not bind the super-user, so the program runs as somebody else where the test is run by one. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534 } : {};

test('a folder that may not be read is named, the rest goes on, exit code 3', async () => {
  const { code, out, err } = await spawnCli(['extract', 'pages', '--format', 'jsonl'], { cwd, ...NOBODY });
  expect(err).toMatch(/^lanting: pages\/closed: no permission to read it.*\(NOT_READABLE\)\n$/);
  expect(out.trimEnd().split('\n')).toHaveLength(PAGES + 1);
  expect(code).toBe(3);
});

test.each(['json', 'jsonl', 'table'])('--format %s: a reader that goes away ends the run quietly', async (format) => {
  const { code, err } = await spawnCli(['extract', 'pages', 'pages', 'pages', '--format', format], {
    cwd,
    readOnly: 100,
    ...NOBODY,
  });
  expect([code, err.replace(/^lanting: pages\/closed.*\n/gm, '')]).toEqual([0, '']);
});

test('what was written last may fail after the run without ending the process', async () => {
  let fail = () => {};
  const late = new Writable({
    write(_chunk, _encoding, done) {
      fail = () => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    },
  });
  const closed = new Promise((done) => late.on('close', done));
  const code = await main(['demo', '--help'], {
    ...{ stdin: Readable.from([]), stdout: late, stderr: late, env: {}, cwd },
  });
  const unheard = new Promise((heard) => process.once('uncaughtExceptionMonitor', heard));
  fail();
  expect([code, await Promise.race([closed, unheard])]).toEqual([0, undefined]);
});

test('npx lanting runs from the checkout', () => {
  const out = execFileSync('npx', ['--no-install', 'lanting', '--version'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('a mistake on the command line is the exit code of the process', async () => {
  expect(await spawnCli(['audit', '--year', 'x'], { cwd })).toMatchObject({ code: 2, out: '' });
});
