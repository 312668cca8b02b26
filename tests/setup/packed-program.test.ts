import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMANDS, nameOf } from '../../src/app/cli/command-list.ts';
import { type Ran, ROOT, spawnProgram } from '../app/cli/run-cli.ts';
import { tar } from './program-folder.ts';

/**
 * The program as `npm pack` and `npm install --global` make it: the packed files and nothing else, the packages that it
 * depends on and no development packages (linked from the checkout, so that no network is needed), its commands as links.
 */

const PREFIX = mkdtempSync(join(tmpdir(), 'lanting-packed-'));
const PROGRAM = join(PREFIX, 'lib/node_modules/lanting');
const PACKAGES = join(PROGRAM, 'node_modules');
const WORK = join(PREFIX, 'work');

interface Locked {
  readonly packages: Readonly<Record<string, { readonly dev?: true }>>;
}

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8'));

beforeAll(async () => {
  for (const folder of [WORK, PACKAGES, join(PREFIX, 'bin')]) mkdirSync(folder, { recursive: true });
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', PREFIX], {
    cwd: ROOT,
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  const file = join(PREFIX, readdirSync(PREFIX).find((name) => name.endsWith('.tgz')) ?? '');
  await tar().extract({ file, cwd: PROGRAM, strip: 1 });
  for (const [path, { dev }] of Object.entries(json<Locked>(join(ROOT, 'package-lock.json')).packages)) {
    if (dev || !/^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path) || !existsSync(join(ROOT, path))) continue;
    mkdirSync(dirname(join(PROGRAM, path)), { recursive: true });
    symlinkSync(join(ROOT, path), join(PROGRAM, path), 'junction');
  }
  for (const [name, path] of Object.entries(json<{ bin: Record<string, string> }>(join(PROGRAM, 'package.json')).bin)) {
    symlinkSync(join(PROGRAM, path), join(PREFIX, 'bin', name));
  }
});

afterAll(() => rmSync(PREFIX, { recursive: true, force: true }));

/** Runs one of its commands from a folder of the user's. */
const run = (command: string, ...args: string[]): Promise<Ran> =>
  spawnProgram([join(PREFIX, 'bin', command), ...args], {
    cwd: WORK,
    env: { LANTING_BROWSER: 'off', LC_ALL: 'C.UTF-8' },
  });

test('holds what runs, and no sources, tests or source maps', () => {
  const files = readdirSync(PROGRAM, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('node_modules'));
  expect(files).toContain('crawlers/portals/provinces.yaml');
  expect(files).toContain('samples/clean-2021/source.html');
  expect(files.filter((path) => /\.(?:ts|map|db)$|\.test\./.test(path))).toEqual([]);
});

test('lanting-setup finds everything in place', async () => {
  expect(await run('lanting-setup')).toEqual({ code: 0, out: '', err: '' });
});

test('--help, --version', async () => {
  expect(await run('lanting', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('extract'), err: '' });
  expect(await run('lanting', '--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

test.each(COMMANDS.map(nameOf))('%s --help', async (name) => {
  const { code, out, err } = await run('lanting', name, '--help');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(`$ lanting ${name}`);
});

test('extract', async () => {
  const sample = join(PROGRAM, 'samples/clean-2021/source.html');
  const { code, out, err } = await run('lanting', 'extract', sample, '--format', 'table');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('200 figures');
});

test('ingest, audit and query, with the corpus in the working folder', async () => {
  const sample = join(PROGRAM, 'samples/clean-2021/source.html');
  expect(await run('lanting', 'ingest', sample)).toMatchObject({ code: 0 });
  expect(existsSync(join(WORK, 'lanting.db'))).toBe(true);
  expect(await run('lanting', 'audit', '--format', 'json')).toMatchObject({ code: 0, err: '' });
  const { code, out } = await run('lanting', 'query', 'SELECT count(*) AS n FROM report', '--format', 'csv');
  expect([code, out.trim().split(/\s+/).at(-1)]).toEqual([0, '1']);
});

test('portals: the declarations come along', async () => {
  expect(await run('lanting', 'portals')).toMatchObject({ code: 0, out: expect.stringContaining('hubei') });
});

test('demo needs development packages: it says so, and where it runs', async () => {
  const { code, out, err } = await run('lanting', 'demo');
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^lanting: the demonstration runs from a checkout only: .* \([\w-]+\) .*npm run demo/);
});

test('without a binary of SQLite it says which command provides one', async () => {
  const sqlite = join(PACKAGES, 'sqlite3');
  const filter = (path: string) => !path.endsWith('build');
  rmSync(sqlite);
  cpSync(join(ROOT, 'node_modules/sqlite3'), sqlite, { recursive: true, filter });
  const { code, out, err } = await run('lanting', '--help');
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/^lanting: SQLite can't be loaded: [^\n]+: node "[^"\n]+setup\.mjs"\n$/);
  expect(existsSync(/node "(?<path>.*)"/.exec(err)?.groups?.path ?? '')).toBe(true);
});
