import { BilingualError } from '../src/model/messages/bilingual-error.ts';
import type { Message } from '../src/model/report.ts';
import { sqliteReason } from './sqlite/sqlite-reason.ts';

/**
 * What can go wrong with a corpus, one class per decision a caller can make.
 * The message says what happened, where, and what to do next; `code` is stable and fit for output.
 */
export class CorpusError extends BilingualError {
  readonly code: string;

  constructor(code: string, text: Message, cause?: unknown) {
    super(text, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** There is no corpus at that path, and reading does not make one. */
export class CorpusMissingError extends CorpusError {
  constructor(path: string, cause?: unknown) {
    super(
      'CORPUS_MISSING',
      {
        zh: `${path} 处没有语料库。请先入库（lanting ingest），或另指一个文件。`,
        en: `There is no corpus at ${path}. Ingest something first, or name another file.`,
      },
      cause,
    );
  }
}

/** The file is no SQLite database, or one that belongs to another program; it was left as it is. */
export class NotACorpusError extends CorpusError {
  constructor(path: string, found: Message, cause?: unknown) {
    super(
      'NOT_A_CORPUS',
      {
        zh: `${path} 不是兰亭语料库：${found.zh}。未作任何改动；请另指一个文件。`,
        en: `${path} is no Lanting corpus: ${found.en}. It was not touched; name another file.`,
      },
      cause,
    );
  }
}

/** The corpus was written by a newer program. */
export class NewerCorpusError extends CorpusError {
  constructor(path: string, found: number, known: number) {
    super('CORPUS_NEWER', {
      zh: `${path} 的结构版本为 ${found}，本程序只认到 ${known}。请使用写入它的较新程序。`,
      en: `${path} has schema ${found} and this program knows schemas up to ${known}. Use the newer program that wrote it.`,
    });
  }
}

/** The corpus was written by an older program, and a reader may not bring it up to date. */
export class OlderCorpusError extends CorpusError {
  constructor(path: string, found: number, known: number) {
    super('CORPUS_OLDER', {
      zh: `${path} 的结构版本为 ${found}，本程序需要 ${known}。请先以写入方式打开一次（任何一次 ingest 即可）；不能写入时，请打开其副本。`,
      en: `${path} has schema ${found} and this program needs schema ${known}. Open it once for writing (any ingest does), or a copy of it where it can't be written.`,
    });
  }
}

/** Another process holds the corpus; worth trying again later. */
export class CorpusLockedError extends CorpusError {
  constructor(path: string, cause?: unknown) {
    super(
      'CORPUS_LOCKED',
      {
        zh: `${path} 正被另一进程使用。请等它结束或将其停止，然后再试。`,
        en: `${path} is in use by another process. Wait until it is done, or stop it, and try again.`,
      },
      cause,
    );
  }
}

/** Another process wrote to the corpus, which could not be locked, while it was read; what was read may be a mixture. */
export class CorpusChangedError extends CorpusError {
  constructor(path: string) {
    super('CORPUS_CHANGED', {
      zh: `读取期间 ${path} 被另一进程改动；已读出的内容请勿使用。请等该进程结束，然后再试。`,
      en: `${path} was changed by another process while it was read; do not use what was read. Wait until that one is done, and try again.`,
    });
  }
}

/** The storage under the corpus fails (full, unwritable, damaged, unreachable); nothing more can be written. */
export class CorpusFaultError extends CorpusError {
  constructor(path: string, reason: Message, cause?: unknown) {
    super(
      'CORPUS_FAULT',
      {
        zh: `无法使用 ${path}：${reason.zh}。请检查该文件、其文件夹和剩余空间。`,
        en: `${path} can't be used: ${reason.en}. Check the file, its folder and the free space.`,
      },
      cause,
    );
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
  readonly reason: Message;

  constructor(sqliteCode: string, reason: Message, sql: string, cause?: unknown) {
    super(
      'SQL_ERROR',
      {
        zh: `SQLite 报告：${reason.zh}。语句：${excerpt(sql)}`,
        en: `SQLite says: ${reason.en}. In: ${excerpt(sql)}`,
      },
      cause,
    );
    this.sqliteCode = sqliteCode;
    this.reason = reason;
  }
}

/** The query would do something else than read. */
export class QueryRefusedError extends CorpusError {
  constructor(reason: Message, sql: string) {
    super('QUERY_REFUSED', {
      zh: `已拒绝：${reason.zh}。只能运行一条 SELECT、WITH、VALUES、EXPLAIN 或只读的 PRAGMA。语句：${excerpt(sql)}`,
      en: `Refused: ${reason.en}. Only one SELECT, WITH, VALUES, EXPLAIN or reading PRAGMA may run. In: ${excerpt(sql)}`,
    });
  }
}

/** The query ran longer than it may. */
export class QueryTimeoutError extends CorpusError {
  constructor(milliseconds: number, sql: string) {
    super('QUERY_TIMEOUT', {
      zh: `查询在 ${milliseconds} 毫秒后被中止。请缩小范围，或给它更多时间。语句：${excerpt(sql)}`,
      en: `The query was stopped after ${milliseconds} ms. Narrow it, or allow it more time. In: ${excerpt(sql)}`,
    });
  }
}

/** The query makes a value, or is itself, longer than a corpus holds. */
export class QueryTooLargeError extends CorpusError {
  constructor(bytes: number, sql: string, cause?: unknown) {
    super(
      'QUERY_TOO_LARGE',
      {
        zh: `查询被中止：其中某个值或语句本身超过 ${bytes} 字节。请缩小所查内容。语句：${excerpt(sql)}`,
        en: `The query was stopped: a value in it, or the query itself, is longer than ${bytes} bytes. Ask for less. In: ${excerpt(sql)}`,
      },
      cause,
    );
  }
}

/** A reading holds something that the corpus can't hold without changing it. */
export class UnsavableReadingError extends CorpusError {
  constructor(path: string, reason: Message) {
    super('UNSAVABLE_READING', {
      zh: `${path} 的读取结果未能存入：${reason.zh}。`,
      en: `The reading of ${path} was not saved: ${reason.en}.`,
    });
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
  const reason = sqliteReason(text.startsWith(`${code}: `) ? text.slice(code.length + 2) : text);
  if (LOCKED.has(code)) return new CorpusLockedError(path, error);
  if (code === 'SQLITE_NOTADB') return new NotACorpusError(path, reason, error);
  if (FAULTS.has(code)) return new CorpusFaultError(path, reason, error);
  return new SqlError(code, reason, sql, error);
}

/** True where going on is pointless: the corpus itself is out of reach, not the one document at fault. */
export const isFatal = (error: unknown): boolean =>
  error instanceof CorpusLockedError || error instanceof CorpusFaultError || error instanceof NotACorpusError;
