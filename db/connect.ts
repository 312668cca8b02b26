import { accessSync, constants, existsSync } from 'node:fs';
import { Kysely } from 'kysely';
import { syncCodebook } from './codebook.ts';
import { CorpusFaultError, CorpusMissingError } from './errors.ts';
import { migrate, requireCurrentSchema, schemaOf } from './migrate.ts';
import { regroupBodies } from './regroup/regroup-bodies.ts';
import type { CorpusTables } from './schema.ts';
import { SqliteConnection } from './sqlite/connection.ts';
import { SingleConnectionDialect } from './sqlite/dialect.ts';
import { stillFile } from './sqlite/still-file.ts';

/** Milliseconds to wait for another process's write; a batch of an ingest takes far less. */
const BUSY_TIMEOUT = 30_000;

/** No single value of a corpus is longer, in bytes; keeps a hostile query from asking for gigabytes. */
export const LONGEST_VALUE = 64 * 1024 * 1024;

/** `cache_size` in KiB below zero; `wal_autocheckpoint` in pages of 4 KiB, so that an ingest is not held up at every batch. */
const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA foreign_keys = ON;
  PRAGMA cache_size = -32768;
  PRAGMA wal_autocheckpoint = 8000;
`;

/** A corpus open for writing. Close it with `destroy()`. */
export class Corpus extends Kysely<CorpusTables> {
  readonly sqlite: SqliteConnection;

  constructor(sqlite: SqliteConnection) {
    super({ dialect: new SingleConnectionDialect(sqlite) });
    this.sqlite = sqlite;
  }

  /** Closes the file, also where Kysely never came to use it. */
  override async destroy(): Promise<void> {
    await super.destroy();
    await this.sqlite.close();
  }
}

/** A corpus that nothing can be written to through this connection, whatever the SQL. */
export class ReadOnlyCorpus extends Corpus {
  readonly readOnly = true;
}

async function opened<C extends Corpus>(connection: SqliteConnection, prepare: () => Promise<C>): Promise<C> {
  try {
    return await prepare();
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/**
 * Opens a corpus for reading and writing, makes it where there is none, and brings schema, codebook and views up to date.
 * `path` is a file or `:memory:`. Throws `NotACorpusError`, `NewerCorpusError`, `CorpusLockedError` or `CorpusFaultError`.
 */
export async function openCorpus(path: string): Promise<Corpus> {
  // SQLite would take it for a temporary database and forget everything at the end.
  if (path === '') throw new CorpusMissingError('""');
  const connection = await SqliteConnection.open(path, 'read-write');
  return opened(connection, async () => {
    await connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}; PRAGMA trusted_schema = OFF`);
    // Before anything is written: the file may be someone else's.
    await schemaOf(connection);
    await connection.exec(SETTINGS);
    await migrate(connection);
    const corpus = new Corpus(connection);
    await regroupBodies(corpus);
    await syncCodebook(corpus);
    return corpus;
  });
}

/** Opens a file for reading, also where nothing can be written beside it. */
async function openForReading(path: string): Promise<SqliteConnection> {
  const connection = await SqliteConnection.open(path, 'read-only');
  try {
    await connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}; SELECT 1 FROM sqlite_schema`);
    return connection;
  } catch (error) {
    await connection.close();
    if (!(error instanceof CorpusFaultError && error.isOfWriting && isReadable(path))) throw error;
  }
  return SqliteConnection.openStill(path, stillFile(path));
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens a corpus for reading, also on read-only storage. SQLite itself refuses every write on this connection, to the corpus
 * and to any other file. Throws `CorpusMissingError` and `OlderCorpusError` on top of what `openCorpus` throws, and while it is read
 * `CorpusChangedError` where it could not be locked and was changed.
 */
export async function openReadOnly(path: string): Promise<ReadOnlyCorpus> {
  if (!existsSync(path)) throw new CorpusMissingError(path);
  const connection = await openForReading(path);
  return opened(connection, async () => {
    connection.confine(LONGEST_VALUE);
    await connection.exec('PRAGMA trusted_schema = OFF; PRAGMA query_only = ON');
    await requireCurrentSchema(connection);
    return new ReadOnlyCorpus(connection);
  });
}
