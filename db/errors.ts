/**
 * What can go wrong with a corpus, one class per decision a caller can make.
 * The message says what happened, where, and what to do next; `code` is stable and fit for output.
 */
export class CorpusError extends Error {
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
  }
}

/** There is no corpus at that path, and reading does not make one. */
export class CorpusMissingError extends CorpusError {
  constructor(path: string, cause?: unknown) {
    super('CORPUS_MISSING', `There is no corpus at ${path}. Ingest something first, or name another file.`, cause);
  }
}

/** The file is no SQLite database, or one that belongs to another program; it was left as it is. */
export class NotACorpusError extends CorpusError {
  constructor(path: string, found: string, cause?: unknown) {
    super('NOT_A_CORPUS', `${path} is no Lanting corpus: ${found}. It was not touched; name another file.`, cause);
  }
}

/** The corpus was written by a newer program. */
export class NewerCorpusError extends CorpusError {
  constructor(path: string, found: number, known: number) {
    super(
      'CORPUS_NEWER',
      `${path} has schema ${found} and this program knows schemas up to ${known}. Use the newer program that wrote it.`,
    );
  }
}

/** The corpus was written by an older program, and a reader may not bring it up to date. */
export class OlderCorpusError extends CorpusError {
  constructor(path: string, found: number, known: number) {
    super(
      'CORPUS_OLDER',
      `${path} has schema ${found} and this program needs schema ${known}. Open it once for writing (any ingest does), or a copy of it where it can't be written.`,
    );
  }
}

/** Another process holds the corpus; worth trying again later. */
export class CorpusLockedError extends CorpusError {
  constructor(path: string, cause?: unknown) {
    super(
      'CORPUS_LOCKED',
      `${path} is in use by another process. Wait until it is done, or stop it, and try again.`,
      cause,
    );
  }
}

/** Another process wrote to the corpus, which could not be locked, while it was read; what was read may be a mixture. */
export class CorpusChangedError extends CorpusError {
  constructor(path: string) {
    super(
      'CORPUS_CHANGED',
      `${path} was changed by another process while it was read; do not use what was read. Wait until that one is done, and try again.`,
    );
  }
}

/** The storage under the corpus fails (full, unwritable, damaged, unreachable); nothing more can be written. */
export class CorpusFaultError extends CorpusError {
  constructor(path: string, reason: string, cause?: unknown) {
    super('CORPUS_FAULT', `${path} can't be used: ${reason}. Check the file, its folder and the free space.`, cause);
  }

  /** True where SQLite could not write what it keeps beside a file. */
  get isOfWriting(): boolean {
    const { cause } = this;
    return cause instanceof Error && 'code' in cause && WRITING.has(String(cause.code));
  }
}

/** A statement that SQLite rejects: a fault of the statement or of a value, not of the storage. */
export class SqlError extends CorpusError {
  readonly sqliteCode: string;
  readonly reason: string;

  constructor(sqliteCode: string, reason: string, sql: string, cause?: unknown) {
    super('SQL_ERROR', `SQLite says: ${reason}. In: ${excerpt(sql)}`, cause);
    this.sqliteCode = sqliteCode;
    this.reason = reason;
  }
}

/** The query would do something else than read. */
export class QueryRefusedError extends CorpusError {
  constructor(reason: string, sql: string) {
    super(
      'QUERY_REFUSED',
      `Refused: ${reason}. Only one SELECT, WITH, VALUES, EXPLAIN or reading PRAGMA may run. In: ${excerpt(sql)}`,
    );
  }
}

/** The query ran longer than it may. */
export class QueryTimeoutError extends CorpusError {
  constructor(milliseconds: number, sql: string) {
    super(
      'QUERY_TIMEOUT',
      `The query was stopped after ${milliseconds} ms. Narrow it, or allow it more time. In: ${excerpt(sql)}`,
    );
  }
}

/** The query makes a value, or is itself, longer than a corpus holds. */
export class QueryTooLargeError extends CorpusError {
  constructor(bytes: number, sql: string, cause?: unknown) {
    super(
      'QUERY_TOO_LARGE',
      `The query was stopped: a value in it, or the query itself, is longer than ${bytes} bytes. Ask for less. In: ${excerpt(sql)}`,
      cause,
    );
  }
}

/** A reading holds something that the corpus can't hold without changing it. */
export class UnsavableReadingError extends CorpusError {
  constructor(path: string, reason: string) {
    super('UNSAVABLE_READING', `The reading of ${path} was not saved: ${reason}.`);
  }
}

function excerpt(sql: string): string {
  const line = sql.replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}

const LOCKED = new Set(['SQLITE_BUSY', 'SQLITE_LOCKED']);
const FAULTS = new Set([
  'SQLITE_CANTOPEN',
  'SQLITE_CORRUPT',
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_NOLFS',
  'SQLITE_NOMEM',
  'SQLITE_PERM',
  'SQLITE_PROTOCOL',
  'SQLITE_READONLY',
]);

const WRITING = new Set(['SQLITE_CANTOPEN', 'SQLITE_READONLY']);

/** The typed form of what the SQLite binding throws; errors already typed pass through. */
export function corpusErrorOf(error: unknown, path: string, sql: string): CorpusError {
  if (error instanceof CorpusError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
  const text = error instanceof Error ? error.message : String(error);
  const reason = text.startsWith(`${code}: `) ? text.slice(code.length + 2) : text;
  if (LOCKED.has(code)) return new CorpusLockedError(path, error);
  if (code === 'SQLITE_NOTADB') return new NotACorpusError(path, reason, error);
  if (FAULTS.has(code)) return new CorpusFaultError(path, reason, error);
  return new SqlError(code, reason, sql, error);
}

/** True where going on is pointless: the corpus itself is out of reach, not the one document at fault. */
export const isFatal = (error: unknown): boolean =>
  error instanceof CorpusLockedError || error instanceof CorpusFaultError || error instanceof NotACorpusError;
