/**
 * Makes a checkout ready to run: dependencies as locked, `dist/` as compiled from the sources, `npx lanting` linked.
 * Needs nothing but Node; does nothing, in a few hundredths of a second, where all of it is up to date.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.stamp');
const BIN = join(ROOT, 'dist', 'src', 'cli', 'bin.js');

/** The language of the locale, as the program itself takes it. */
const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const isChinese = (LC_ALL || LC_MESSAGES || LANG || '').startsWith('zh');
const say = (zh, en) => (isChinese ? zh : en);
const tell = (zh, en) => console.error(`setup: ${say(zh, en)}`);

const readJson = async (path) => JSON.parse(await readFile(join(ROOT, path), 'utf8'));

function fail(message) {
  console.error(`setup: ${message}`);
  process.exit(1);
}

async function requireNode() {
  const { engines } = await readJson('package.json');
  const wanted = engines.node.replace('>=', '').split('.').map(Number);
  const found = process.versions.node.split('.').map(Number);
  const differs = wanted.findIndex((part, index) => part !== found[index]);
  if (differs >= 0 && found[differs] < wanted[differs]) {
    fail(
      say(
        `本项目需要 Node ${engines.node}，而现在是 ${process.versions.node}。请安装更新的 Node。`,
        `this project needs Node ${engines.node}, and this is ${process.versions.node}. Install a newer Node.`,
      ),
    );
  }
}

function run(command, args, failure) {
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (status === 0) return;
  fail(`${failure}${error ? ` (${error.message})` : ''}`);
}

/** npm writes what it installed into node_modules; an optional package may lack there, any other must stand as locked. */
async function isInstalled() {
  if (!existsSync(join(ROOT, 'node_modules', '.package-lock.json'))) return false;
  const { packages: locked } = await readJson('package-lock.json');
  const { packages: present } = await readJson('node_modules/.package-lock.json');
  return Object.entries(locked).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || (present[path] ? present[path].version === version : (optional ?? devOptional ?? false)),
  );
}

async function install() {
  if (await isInstalled()) return;
  tell('按锁定的版本安装依赖', 'installing dependencies as locked');
  run(
    'npm',
    ['ci', '--no-audit', '--no-fund'],
    say('npm ci 失败；见上面的消息。', 'npm ci failed; see the messages above.'),
  );
}

/** The one install script that runs: `.npmrc` keeps those of all packages from running by themselves. */
async function compileSqlite() {
  if (existsSync(join(ROOT, 'node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node'))) return;
  tell('正在编译 SQLite，需一两分钟', 'compiling SQLite, takes a minute or two');
  run(
    'npm',
    ['rebuild', 'sqlite3', '--ignore-scripts=false'],
    say(
      'SQLite 编译失败。编译需要 Python 3、make 和 C++ 编译器；见上面的消息。',
      'SQLite did not compile. That needs Python 3, make and a C++ compiler; see the messages above.',
    ),
  );
}

async function sourceFiles(folder) {
  const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The digest of everything that decides what `dist/` holds. */
async function buildDigest() {
  const { include } = await readJson('tsconfig.json');
  const sources = (await Promise.all(include.map(sourceFiles))).flat().sort();
  const hash = createHash('sha256');
  for (const path of [join(ROOT, 'tsconfig.json'), join(ROOT, 'package-lock.json'), ...sources]) {
    hash.update(`${relative(ROOT, path)}\0`).update(await readFile(path));
  }
  return hash.digest('hex');
}

/** Compiles beside `dist/` and swaps, so that a program that runs meanwhile never sees half a build. */
async function build() {
  const digest = await buildDigest();
  if (existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === digest) return;
  tell('正在编译', 'compiling');
  const fresh = `${DIST}.${process.pid}`;
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  process.on('exit', () => rmSync(fresh, { recursive: true, force: true }));
  run(
    process.execPath,
    [tsc, '--project', join(ROOT, 'tsconfig.json'), '--outDir', fresh],
    say('源代码无法编译。', 'the sources do not compile.'),
  );
  await writeFile(join(fresh, '.stamp'), digest);
  await chmod(join(fresh, relative(DIST, BIN)), 0o755);
  await rm(DIST, { recursive: true, force: true });
  await rename(fresh, DIST);
}

/** npm links the commands of dependencies but not the project's own; with this link `npx lanting` finds it at once. */
async function linkCommand() {
  const folder = join(ROOT, 'node_modules', '.bin');
  const link = join(folder, process.platform === 'win32' ? 'lanting.cmd' : 'lanting');
  if (existsSync(link)) return;
  await mkdir(folder, { recursive: true });
  await rm(link, { force: true });
  if (process.platform === 'win32') await writeFile(link, `@node "${BIN}" %*\r\n`);
  else await symlink(relative(folder, BIN), link);
}

/** Ways to a Chromium where the machine has none, the first that works: each downloads, so the settings can forbid it. */
const BROWSER_SOURCES = [
  {
    name: say('Playwright 自带的', "Playwright's own"),
    can: () => true,
    commands: [
      [
        process.execPath,
        [join(ROOT, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium-headless-shell'],
      ],
    ],
  },
  {
    name: say('Debian 软件包', "Debian's package"),
    can: () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
    commands: [
      ['apt-get', ['update', '-qq']],
      ['apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']],
    ],
  },
];

/** Some columns are drawn by script. Without a browser they are reported as not rendered and everything else works. */
async function provideChromium() {
  const { findChromium } = await import(pathToFileURL(join(DIST, 'crawlers', 'browser', 'find-chromium.js')).href);
  const tried = join(ROOT, 'node_modules', '.lanting-browser-tried');
  if (findChromium() !== null || existsSync(tried)) return;
  const { lanting } = await readJson('package.json');
  if (!lanting.installBrowser || process.env.LANTING_BROWSER === 'off') return;
  for (const { name, commands } of BROWSER_SOURCES.filter(({ can }) => can())) {
    tell(
      `没有找到 Chromium，正在尝试 ${name}（设 LANTING_BROWSER=off 则不试）`,
      `no Chromium found, trying ${name} (LANTING_BROWSER=off leaves it out)`,
    );
    for (const [command, args] of commands) {
      spawnSync(command, args, { cwd: ROOT, stdio: 'ignore', timeout: 240_000 });
    }
    if (findChromium() !== null) return;
  }
  tell(
    '没有 Chromium；由脚本绘出的列表会列为“未绘出”',
    'no Chromium; lists drawn by script will be reported as not rendered',
  );
  await writeFile(tried, new Date().toISOString());
}

await requireNode();
await install();
await compileSqlite();
await build();
await linkCommand();
await provideChromium();
