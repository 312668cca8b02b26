import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { DIST, ROOT, readJson } from './places.mjs';
import { fail, run, say } from './terminal.mjs';
import { words } from './words.mjs';

const STAMP = join(DIST, '.stamp');
const BIN = join(DIST, 'src', 'app', 'cli', 'bin.js');

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
export async function build() {
  const digest = await buildDigest();
  if (existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === digest) return;
  say(words.building);
  const fresh = `${DIST}.${process.pid}`;
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  process.on('exit', () => rmSync(fresh, { recursive: true, force: true }));
  const args = [tsc, '--project', join(ROOT, 'tsconfig.json'), '--outDir', fresh];
  if (!run(process.execPath, args, ROOT)) fail(words.notBuilt);
  await writeFile(join(fresh, '.stamp'), digest);
  await chmod(join(fresh, relative(DIST, BIN)), 0o755);
  await rm(DIST, { recursive: true, force: true });
  await rename(fresh, DIST);
}

/** npm links the commands of dependencies but not the project's own; with this link `npx lanting` finds it at once. */
export async function linkCommand() {
  const folder = join(ROOT, 'node_modules', '.bin');
  const link = join(folder, process.platform === 'win32' ? 'lanting.cmd' : 'lanting');
  if (existsSync(link)) return;
  await mkdir(folder, { recursive: true });
  await rm(link, { force: true });
  if (process.platform === 'win32') await writeFile(link, `@node "${BIN}" %*\r\n`);
  else await symlink(relative(folder, BIN), link);
}
