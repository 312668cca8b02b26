import { LONGEST_VALUE, type ReadOnlyCorpus } from '../connect.ts';
import { QueryTimeoutError, QueryTooLargeError, SqlError } from '../errors.ts';
import type { SqliteConnection, SqlRow, SqlValue } from '../sqlite/connection.ts';
import { sqliteReason } from '../sqlite/sqlite-reason.ts';
import { readingStatement } from './reading-statement.ts';

interface QueryLimits {
  /** Milliseconds SQLite may work; the time the caller takes over the rows does not count. */
  readonly timeoutMs?: number;
}

export interface QueryStream {
  /** Distinct names, in order; there even where no row is. */
  readonly columns: readonly string[];
  /** Fetched one by one as they are asked for. */
  readonly rows: AsyncIterable<readonly SqlValue[]>;
}

interface QueryTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
  /** True where there were more rows than `maxRows`. */
  readonly truncated: boolean;
}

const TIMEOUT_MS = 60_000;
const MAX_ROWS = 100_000;
const VIEW = 'lanting_query';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Names the query as a temporary view for as long as it runs. SQLite's own grammar then admits nothing but a query, tells
 * the columns of an empty result, and makes two columns of one name distinct. The corpus itself is open read-only, so that
 * lifting `query_only` for that moment gives way to temporary things alone.
 */
async function nameQuery(sqlite: SqliteConnection, sql: string): Promise<string[]> {
  await sqlite.exec('PRAGMA query_only = OFF');
  try {
    await sqlite.all(`CREATE TEMP VIEW ${VIEW} AS ${sql}`);
  } finally {
    await sqlite.exec('PRAGMA query_only = ON');
  }
  const columns = await sqlite.all(`PRAGMA temp.table_info(${VIEW})`);
  return columns.map((column) => String(column.name));
}

async function forgetQuery(sqlite: SqliteConnection): Promise<void> {
  await sqlite.exec(`PRAGMA query_only = OFF; DROP VIEW IF EXISTS temp.${VIEW}; PRAGMA query_only = ON`);
}

type Step = <T>(fetch: () => Promise<T>) => Promise<T>;

/** Stops SQLite when its working time is used up. */
function timed(sqlite: SqliteConnection, milliseconds: number, sql: string): Step {
  let left = milliseconds;
  return async (fetch) => {
    const begun = performance.now();
    const timer = setTimeout(() => sqlite.interrupt(), Math.max(left, 0));
    try {
      return await fetch();
    } catch (error) {
      const interrupted = error instanceof SqlError && error.sqliteCode === 'SQLITE_INTERRUPT';
      throw interrupted ? new QueryTimeoutError(milliseconds, sql) : error;
    } finally {
      clearTimeout(timer);
      left -= performance.now() - begun;
    }
  };
}

async function* valuesOf(
  first: IteratorResult<SqlRow, void>,
  rest: AsyncGenerator<SqlRow, void, void>,
  keys: readonly string[],
): AsyncGenerator<readonly SqlValue[], void, void> {
  for (let next = first; !next.done; next = await rest.next()) {
    const row = next.value;
    yield keys.map((key) => row[key] ?? null);
  }
}

/** What went wrong with the statement that was asked for, in which the names of ours are not known. */
function told(error: unknown, sql: string): unknown {
  if (!(error instanceof SqlError)) return error;
  const { sqliteCode, reason, cause } = error;
  if (sqliteCode === 'SQLITE_TOOBIG') return new QueryTooLargeError(LONGEST_VALUE, sql, cause);
  const words = reason.en.replace('not allowed in views', 'not allowed here');
  return new SqlError(sqliteCode, sqliteReason(words), sql, cause);
}

/**
 * Runs one reading statement and hands its rows to `use` as they come, however many there are; the connection is busy until
 * `use` is done. Throws `QueryRefusedError`, `SqlError`, `QueryTimeoutError` or `QueryTooLargeError`;
 * each shows the statement that was given.
 */
export async function streamReadOnly<T>(
  db: ReadOnlyCorpus,
  text: string,
  use: (result: QueryStream) => Promise<T>,
  limits: QueryLimits = {},
): Promise<T> {
  const { sql, kind } = readingStatement(text);
  const { sqlite } = db;
  const step = timed(sqlite, limits.timeoutMs ?? TIMEOUT_MS, sql);
  const release = await sqlite.lock();
  let rows: AsyncGenerator<SqlRow, void, void> | undefined;
  try {
    const names = kind === 'select' ? await step(() => nameQuery(sqlite, sql)) : null;
    // Numbered names: a column may be called anything, `__proto__` as well.
    const keys = names?.map((_, index) => `c${index}`);
    const list = names?.map((name, index) => `${quoted(name)} AS c${index}`).join(', ');
    rows = sqlite.rows(names ? `SELECT ${list} FROM temp.${VIEW}` : sql, [], step);
    const first = await rows.next();
    const columns = names ?? Object.keys(first.value ?? {});
    return await use({ columns, rows: valuesOf(first, rows, keys ?? columns) });
  } catch (error) {
    throw told(error, sql);
  } finally {
    await rows?.return();
    await forgetQuery(sqlite);
    release();
  }
}

/** The same with the rows gathered, `maxRows` at most. */
export function runReadOnly(
  db: ReadOnlyCorpus,
  text: string,
  limits: QueryLimits & { readonly maxRows?: number } = {},
): Promise<QueryTable> {
  const { maxRows = MAX_ROWS } = limits;
  return streamReadOnly(
    db,
    text,
    async ({ columns, rows }) => {
      const kept: (readonly SqlValue[])[] = [];
      for await (const row of rows) {
        if (kept.length === maxRows) return { columns, rows: kept, truncated: true };
        kept.push(row);
      }
      return { columns, rows: kept, truncated: false };
    },
    limits,
  );
}
