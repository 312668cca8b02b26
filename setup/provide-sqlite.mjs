import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { BINARY, checkSqlite, printable, promisedVersion } from './check-sqlite.mjs';
import { compilerAdvice } from './compiler-advice.mjs';
import { packageFolder, readJson } from './places.mjs';
import { fail, run, say } from './terminal.mjs';
import { words } from './words.mjs';

/** Lines of what the compiler said that are shown where it fails: warnings by the hundred come before. */
const SHOWN_LINES = 40;

/** Seconds that getting the prebuilt binary may take, whatever the network does, and then loading it: 20 together. */
const DOWNLOAD = 15;
const LOADING = 5;

/** Where a binary is made, beside the package: npm and Node pass over names with a dot. */
const WORKSHOP = '.lanting-sqlite3-';
/** ms after which a workshop is one that a killed set-up left behind: no compiling takes a day. */
const ABANDONED = 24 * 3_600_000;

/**
 * Puts a SQLite that works into the sqlite3 package: the binary that its makers publish for this system, else one
 * compiled here. The package carries no checksums of those binaries, so none is held against them: what is looked at is
 * whether they load, and which SQLite they hold.
 */
export async function provideSqlite() {
  const sqlite = packageFolder('sqlite3');
  const promised = await promisedVersion(sqlite);
  const present = checkSqlite(sqlite, promised);
  if (present.version) return;
  if (existsSync(join(sqlite, BINARY))) say(words.sqliteUnusable(present.reason));
  await removeAbandoned(dirname(sqlite));
  if (!(await makeAside(sqlite, promised, download))) await makeAside(sqlite, promised, compile);
}

/**
 * Lets `make` put a binary into a copy of the package, and moves it into its place, in one step, where `make` found it good:
 * what stands in that place was never half-made, and nothing else that an archive brings along gets there.
 */
async function makeAside(sqlite, promised, make) {
  const workshop = await mkdtemp(join(dirname(sqlite), WORKSHOP));
  try {
    await cp(sqlite, workshop, { recursive: true, filter: (path) => relative(sqlite, path) !== 'build' });
    if (!(await make(workshop, promised))) return false;
    await mkdir(dirname(join(sqlite, BINARY)), { recursive: true });
    await rename(join(workshop, BINARY), join(sqlite, BINARY));
    return true;
  } finally {
    await rm(workshop, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Gets the published binary into the workshop; false where it may not, can't be had, or is not what it should be. */
async function download(workshop, promised) {
  const { lanting } = await readJson('package.json');
  if (!lanting.downloadSqlite || process.env.LANTING_SQLITE === 'compile') return false;
  say(words.sqliteDownload(DOWNLOAD + LOADING));
  const got = runPrebuildInstall(workshop);
  const { version, reason } = got.reason ? got : checkSqlite(workshop, promised, LOADING);
  if (version) {
    const digest = createHash('sha256').update(await readFile(join(workshop, BINARY)));
    say(words.sqlitePrebuilt(version, digest.digest('hex')));
    return true;
  }
  say(words.sqliteNoPrebuilt(reason));
  return false;
}

/** The sqlite3 package's own way to its binaries. It keeps what it gets, so the cache is one that goes with the workshop. */
function runPrebuildInstall(workshop) {
  const tool = join(packageFolder('prebuild-install', workshop), 'bin.js');
  const { status, stderr, error } = spawnSync(process.execPath, [tool, '--runtime', 'napi'], {
    cwd: workshop,
    env: { ...process.env, npm_config_cache: join(workshop, '.cache') },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: DOWNLOAD * 1000,
    killSignal: 'SIGKILL',
  });
  if (error?.code === 'ETIMEDOUT') return { reason: words.noAnswer(DOWNLOAD) };
  if (status === 0) return {};
  const said = stderr
    .trim()
    .split('\n')
    .at(-1)
    .replace(/^prebuild-install \S+ (?:install )?/, '');
  return { reason: printable(error?.message ?? said) };
}

/** Compiles the package's own source in the workshop; what can't be compiled ends the set-up. */
async function compile(workshop, promised) {
  say(words.sqliteCompiling);
  const path = join(workshop, 'compile.log');
  const log = await open(path, 'w');
  const ran = run('npm', ['run', 'rebuild'], workshop, log.fd);
  await log.close();
  if (!ran) console.error((await readFile(path, 'utf8')).split('\n').slice(-SHOWN_LINES).join('\n'));
  const { version, reason } = ran ? checkSqlite(workshop, promised) : { reason: words.compileFailed };
  if (!version) fail(words.sqliteNeither(reason, compilerAdvice()));
  say(words.sqliteCompiled(version));
  return true;
}

async function removeAbandoned(folder) {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!name.startsWith(WORKSHOP) || Date.now() - (await stat(path)).mtimeMs < ABANDONED) continue;
    await rm(path, { recursive: true, force: true });
  }
}
