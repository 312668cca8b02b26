import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Compiling, GOOD, ProgramFolder, packed } from './program-folder.ts';
import { type Answer, file, missing, ReleaseHost, trickle } from './release-host.ts';

/** The set-up of SQLite as a process of its own; the host of the binaries stands on loopback. */

let host: ReleaseHost;
let program: ProgramFolder;

beforeEach(async () => {
  host = new ReleaseHost();
  await host.listen();
});

afterEach(async () => {
  await host.close();
  rmSync(program.folder, { recursive: true, force: true });
});

const setUp = (env: Record<string, string> = {}) =>
  program.setUp({ npm_config_sqlite3_binary_host: host.address, ...env });

/** The same binary with another number in it. */
function ofVersion(version: string): Uint8Array {
  return Buffer.from(GOOD.toString('latin1').replaceAll('3.52.0', version), 'latin1');
}

/** The same binary for a processor that there is not. */
function ofOtherMachine(): Uint8Array {
  const bytes = Buffer.from(GOOD);
  bytes[18] = (bytes[18] ?? 0) ^ 0xff;
  return bytes;
}

test('the published binary is taken where it can be had, and nothing is compiled', async () => {
  program = new ProgramFolder('fails');
  host.answer = file(await packed(GOOD));
  const { code, err } = await setUp();
  expect(err).toMatch(/^setup: SQLite 3\.52\.0, the prebuilt binary, SHA-256 [0-9a-f]{64}$/m);
  expect([code, program.binary?.equals(GOOD)]).toEqual([0, true]);
  expect(host.asked).toEqual([expect.stringMatching(/^\/v6\.0\.1\/sqlite3-v6\.0\.1-napi-v6-.*\.tar\.gz$/)]);
  expect(program.packages).toEqual(['bindings', 'prebuild-install', 'sqlite3']);
});

test('a release kept in a folder is taken from there', async () => {
  program = new ProgramFolder('fails');
  const releases = join(program.folder, 'releases');
  mkdirSync(releases);
  host.answer = file(await packed(GOOD));
  await setUp();
  const [asked = ''] = host.asked;
  writeFileSync(join(releases, basename(asked)), await packed(GOOD));
  program.binary = new Uint8Array();
  expect(await setUp({ npm_config_sqlite3_local_prebuilds: releases })).toMatchObject({ code: 0 });
  expect([program.binary?.equals(GOOD), host.asked.length]).toEqual([true, 1]);
});

describe('what is offered and is no SQLite for this machine is told, and one is compiled', () => {
  test.each<[name: string, answer: () => Promise<Answer>, reason: RegExp]>([
    ['a host without it', async () => missing, /no prebuilt SQLite: No prebuilt binaries found/],
    [
      'a page instead of it',
      async () => file(Buffer.from('<html>Log in</html>')),
      /no prebuilt SQLite: incorrect header check/,
    ],
    [
      'an archive cut short',
      async () => file((await packed(GOOD)).subarray(0, 500_000)),
      /no prebuilt SQLite: unexpected end/,
    ],
    ['half a binary', async () => file(await packed(GOOD.subarray(0, 100_000))), /no prebuilt SQLite: ./],
    ['another machine’s', async () => file(await packed(ofOtherMachine())), /no prebuilt SQLite: ./],
    [
      'another version',
      async () => file(await packed(ofVersion('3.51.9'))),
      /it holds SQLite 3\.51\.9, and the package as locked promises 3\.52\.0/,
    ],
    [
      'another version, which brings its own promise and its own way to compile',
      async () =>
        file(
          await packed(ofVersion('3.51.9'), {
            'deps/common-sqlite.gypi': "'sqlite_version%':'3510900'",
            'compiler.cjs': 'process.exitCode = 1',
          }),
        ),
      /it holds SQLite 3\.51\.9, and the package as locked promises 3\.52\.0/,
    ],
    ['no end of it', async () => trickle, /no prebuilt SQLite: no end within 15 s/],
  ])('%s', async (_, answer, reason) => {
    program = new ProgramFolder('works');
    host.answer = await answer();
    const { code, err } = await setUp();
    expect(err).toMatch(reason);
    expect(err).toMatch(/^setup: SQLite 3\.52\.0, compiled here$/m);
    expect([code, program.binary?.equals(GOOD), host.asked.length]).toEqual([0, true, 1]);
  });
});

test.each<[name: string, settings: Record<string, boolean>, env: Record<string, string>]>([
  ['the settings', { downloadSqlite: false }, {}],
  ['LANTING_SQLITE=compile', {}, { LANTING_SQLITE: 'compile' }],
])('%s: nobody is asked for a binary', async (_, settings, env) => {
  program = new ProgramFolder('works', settings);
  host.answer = file(await packed(GOOD));
  expect(await setUp(env)).toMatchObject({ code: 0, err: expect.stringContaining('compiled here') });
  expect(host.asked).toEqual([]);
});

describe('where neither works', () => {
  test.each<[language: string, compiling: Compiling, lang: string, words: RegExp]>([
    [
      'English',
      'fails',
      'en_GB.UTF-8',
      /^setup: there is no SQLite that works[\s\S]*install Python 3, make and a C\+\+ compiler/m,
    ],
    ['Chinese', 'fails', 'zh_CN.UTF-8', /^setup: 没有可用的 SQLite[\s\S]*编译需要 Python 3、make 和 C\+\+ 编译器/m],
    ['English, for a binary that came out broken', 'makes half', 'C', /^setup: there is no SQLite that works/m],
  ])(
    'it is said what to install, in %s, and nothing stands in the place of the binary',
    async (_, compiling, lang, words) => {
      program = new ProgramFolder(compiling);
      const { code, err } = await setUp({ LANG: lang });
      expect(err).toMatch(words);
      expect(err).toContain('npm_config_sqlite3_binary_host=');
      expect([code, program.binary]).toEqual([1, null]);
      expect(program.packages).toEqual(['bindings', 'prebuild-install', 'sqlite3']);
    },
  );
});

describe('a binary that is there', () => {
  test('is used as it is, and nobody is asked', async () => {
    program = new ProgramFolder('fails');
    program.binary = GOOD;
    expect(await setUp()).toEqual({ code: 0, out: '', err: '' });
    expect(host.asked).toEqual([]);
  });

  test.each<[name: string, bytes: Uint8Array]>([
    ['is empty', new Uint8Array()],
    ['is half written', GOOD.subarray(0, 100_000)],
    ['comes from another machine', ofOtherMachine()],
    ['is of another version', ofVersion('3.44.2')],
  ])('%s: it is replaced, and that is told', async (_, bytes) => {
    program = new ProgramFolder('fails');
    program.binary = bytes;
    host.answer = file(await packed(GOOD));
    const { code, err } = await setUp();
    expect(err).toMatch(/^setup: the SQLite binary that is here can't be used: ./);
    expect([code, program.binary?.equals(GOOD)]).toEqual([0, true]);
  });
});

test('a set-up killed while the binary comes in leaves none, and the next one gets it', async () => {
  program = new ProgramFolder('fails');
  host.answer = trickle;
  const asked = new Promise<void>((done) => {
    host.onAsk = done;
  });
  const child = program.start({ npm_config_sqlite3_binary_host: host.address });
  await asked;
  child.kill('SIGKILL');
  await new Promise((done) => child.on('close', done));
  expect(program.binary).toBeNull();
  host.answer = file(await packed(GOOD));
  expect(await setUp()).toMatchObject({ code: 0 });
  expect(program.binary?.equals(GOOD)).toBe(true);
});

describe('what is to be installed follows the system', () => {
  const SYSTEMS: readonly [system: string, platform: string, programs: readonly string[], command: RegExp][] = [
    ['Debian, Ubuntu, UOS', 'linux', ['apt-get'], /^ {2}sudo apt-get install python3 make g\+\+$/],
    ['Fedora, openEuler', 'linux', ['dnf', 'yum'], /^ {2}sudo dnf install python3 make gcc-c\+\+$/],
    ['CentOS 7', 'linux', ['yum'], /^ {2}sudo yum install/],
    ['openSUSE', 'linux', ['zypper'], /^ {2}sudo zypper install/],
    ['Arch', 'linux', ['pacman'], /^ {2}sudo pacman -S python make gcc$/],
    ['Alpine', 'linux', ['apk'], /^ {2}sudo apk add/],
    ['another Linux', 'linux', [], /package manager of this system/],
    ['a Mac', 'darwin', [], /^ {2}xcode-select --install$/],
    ['Windows', 'win32', [], /Desktop development with C\+\+[\s\S]*winget install Microsoft\.VisualStudio/],
  ];

  test.each(SYSTEMS)('%s', async (_, platform, programs, command) => {
    const folder = mkdtempSync(join(tmpdir(), 'lanting-system-'));
    for (const name of programs) {
      writeFileSync(join(folder, name), '');
      chmodSync(join(folder, name), 0o755);
    }
    const module = new URL('../../setup/compiler-advice.mjs', import.meta.url).href;
    const { compilerAdvice } = (await import(module)) as {
      compilerAdvice(platform: string, env: { PATH: string }): string;
    };
    expect(compilerAdvice(platform, { PATH: folder })).toMatch(command);
    rmSync(folder, { recursive: true });
  });
});
