import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { words } from './words.mjs';

const LOADER = fileURLToPath(new URL('load-sqlite.cjs', import.meta.url));

/** The binary within the folder of the package. */
export const BINARY = join('build', 'Release', 'node_sqlite3.node');

/** One line of bounded length, without control characters, of what another program printed. */
export const printable = (text) =>
  text
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 300);

/**
 * The version of SQLite that the package brings as source, `3.52.0`: what was locked decides what a binary must be.
 * The package names it as SQLite names its archives, 3520000: one digit, then three times two.
 */
export async function promisedVersion(folder) {
  const [, digits] = /'sqlite_version%':\s*'(\d{7})'/.exec(
    await readFile(join(folder, 'deps', 'common-sqlite.gypi'), 'utf8'),
  );
  const parts = [digits.slice(0, 1), digits.slice(1, 3), digits.slice(3, 5), digits.slice(5)].map(Number);
  return (parts[3] === 0 ? parts.slice(0, 3) : parts).join('.');
}

/**
 * Whether the binary in a folder of the sqlite3 package works here, and is of the version promised.
 * It is loaded by a process of its own: a half-written one, or one of another machine, may end the process that loads it.
 *
 * @param seconds how long loading may take
 * @returns the version, or the reason why it can't be used
 */
export function checkSqlite(folder, promised, seconds = 60) {
  if (!existsSync(join(folder, BINARY))) return { reason: words.noBinary };
  const { status, signal, stdout, stderr, error } = spawnSync(process.execPath, [LOADER, folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
  });
  if (error?.code === 'ETIMEDOUT') return { reason: words.noAnswer(seconds) };
  if (signal) return { reason: words.endedBy(signal) };
  if (error || status !== 0) return { reason: printable(error?.message ?? stderr) };
  const version = printable(stdout);
  return version === promised ? { version } : { reason: words.otherVersion(version, promised) };
}
