import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../app/cli/run-cli.ts';

/** The READMEs' lines for systemd and cron, in a home made as their text says, from a shell that knows as little as theirs. */

const HOME = mkdtempSync(join(tmpdir(), 'lanting-home-'));

beforeAll(() => symlinkSync(ROOT, join(HOME, 'lanting'), 'junction'));
afterAll(() => rmSync(HOME, { recursive: true, force: true }));

/** systemd runs nothing through a shell and looks for no program; cron's shell has this path alone. */
const inShell = (command: string): string =>
  execFileSync('/bin/sh', ['-c', command], { cwd: '/', env: { HOME, PATH: '/usr/bin:/bin' }, encoding: 'utf8' });

const setting = (text: string, name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1] ?? '';

/** Help instead of a night: that the program starts, and knows the command, is what the lines can get wrong. */
const asHelp = (command: string): string =>
  command.replaceAll('/usr/bin/node', JSON.stringify(process.execPath)).replace(/ nightly .*/, ' nightly --help');

const NAMES = ['README.md', 'README.zh-CN.md'];

describe.each(NAMES)('%s', (name) => {
  const text = readFileSync(join(ROOT, name), 'utf8');

  beforeAll(() => {
    rmSync(join(HOME, 'reports'), { recursive: true, force: true });
    inShell(/^mkdir -p ~\/.*$/m.exec(text)?.[0] ?? 'false');
  });

  test('says what to put for the one path that it can’t know', () => {
    expect(text).toMatch(/`\/usr\/bin\/node`.*`command -v node`|`command -v node`.*`\/usr\/bin\/node`/);
  });

  test('systemd', () => {
    const folder = setting(text, 'WorkingDirectory').replaceAll('%h', HOME);
    const command = setting(text, 'ExecStart');
    expect(command).toMatch(/^\/usr\/bin\/node %h\//);
    expect(inShell(`cd ${folder} && ${asHelp(command.replaceAll('%h', HOME))}`)).toContain('lanting nightly');
  });

  test('cron', () => {
    const command = /^30 1 \* \* \* (?<command>.*)$/m.exec(text)?.groups?.command ?? '';
    expect(command).toMatch(/--summary \S+ >> \S+ 2>&1$/);
    expect(inShell(asHelp(command))).toContain('lanting nightly');
  });

  test('the packed program is called as npm calls it', () => {
    const { name, version, bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(text).toContain(`npm install --global --ignore-scripts ./${name}-${version}.tgz\nlanting-setup `);
    expect(Object.keys(bin)).toEqual(['lanting', 'lanting-setup']);
  });
});

test('both READMEs have the same lines', () => {
  const [english, chinese] = NAMES.map((name) =>
    readFileSync(join(ROOT, name), 'utf8').match(/^(?:ExecStart|WorkingDirectory|30 1 ).*$/gm),
  );
  expect(english).toHaveLength(3);
  expect(chinese).toEqual(english);
});
