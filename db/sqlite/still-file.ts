import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { CorpusChangedError, CorpusFaultError } from '../errors.ts';

/**
 * Reads a database where nothing can be written beside it: on read-only storage, or in a folder of somebody else's. To read a
 * database in WAL mode SQLite writes an index of the WAL (`-shm`) there, and gives up where it can't.
 *
 * - Where no write is waiting in a WAL, the file is all there is, and `immutable` reads it as it stands.
 * - A WAL that a killed process left holds the newest state, which `immutable` would pass over in silence. With exclusive
 *   locking SQLite keeps the index in memory instead; that asks for a lock which can't be had on such storage, hence the VFS
 *   without locks.
 * - Both look at no lock, so that a writer elsewhere would not be noticed: `check` notices it.
 *
 * Source: https://www.sqlite.org/wal.html, "Read-Only Databases" and "Use of WAL Without Shared-Memory".
 */
export interface StillFile {
  readonly uri: string;
  /** Throws `CorpusChangedError` where the file or its WAL is no longer what it was. */
  check(): void;
}

const VFS = process.platform === 'win32' ? 'win32-none' : 'unix-none';

/** Size and times; empty where there is none. */
function stateOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? [stat.ino, stat.size, stat.mtimeNs].join() : '';
}

const isFilled = (path: string): boolean => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** Throws `CorpusFaultError` where a write was interrupted that only a writer can take back. */
export function stillFile(path: string): StillFile {
  if (isFilled(`${path}-journal`)) {
    throw new CorpusFaultError(path, {
      zh: '曾有写入中断，而该处不能写入，无法将其撤销',
      en: 'a write was interrupted, and nothing can be written there to take it back',
    });
  }
  const state = () => `${stateOf(path)} ${stateOf(`${path}-wal`)}`;
  const atFirst = state();
  const setting = isFilled(`${path}-wal`) ? `vfs=${VFS}` : 'immutable=1';
  return {
    uri: `${pathToFileURL(path).href}?mode=ro&${setting}`,
    check() {
      if (state() !== atFirst) throw new CorpusChangedError(path);
    },
  };
}
