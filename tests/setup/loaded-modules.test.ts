import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { ROOT, spawnProgram } from '../app/cli/run-cli.ts';

const DIST = pathToFileURL(join(ROOT, 'dist/')).href;

/** The modules of the build that a command line loads, as V8's coverage lists them: it works in every version of Node. */
async function modulesOf(...args: string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lanting-modules-'));
  try {
    const { code } = await spawnProgram([join(ROOT, 'dist/src/app/cli/bin.js'), ...args], {
      cwd: folder,
      env: { NODE_V8_COVERAGE: folder, LC_ALL: 'C.UTF-8' },
    });
    expect(code).toBe(0);
    const urls = readdirSync(folder).flatMap((name) => {
      const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { result: { url: string }[] };
      return result.map(({ url }) => url);
    });
    return urls.filter((url) => url.startsWith(DIST)).map((url) => url.slice(DIST.length));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const roomsOf = (modules: readonly string[]): string[] =>
  [...new Set(modules.map((path) => /^(?:src\/\w+|\w+)/.exec(path)?.[0] ?? ''))].sort();

const commandsOf = (modules: readonly string[]): string[] =>
  modules.flatMap((path) => /\/commands\/(\w+)\.js$/.exec(path)?.[1] ?? []);

test('to explain a rule, the model, the audit and the command line are loaded, and nothing of any other room', async () => {
  const modules = await modulesOf('rules', 'T3-BALANCE');
  expect(roomsOf(modules)).toEqual(['src/app', 'src/audit', 'src/model']);
  expect(commandsOf(modules)).toEqual(['rules']);
});

test.each([['--help'], ['--version']])('%s loads no command', async (...args) => {
  const modules = await modulesOf(...args);
  expect([roomsOf(modules), commandsOf(modules)]).toEqual([['src/app', 'src/model'], []]);
});

test('a command loads itself alone', async () => {
  expect(commandsOf(await modulesOf('crawl', '--help'))).toEqual(['crawl']);
});
