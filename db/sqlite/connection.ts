import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import sqlite3 from 'sqlite3';
import { corpusErrorOf } from '../errors.ts';
import { Mutex } from './mutex.ts';
import { prepare, StatementCache } from './statement-cache.ts';
import type { StillFile } from './still-file.ts';

/** What a column can hold on the way out. */
export type SqlValue = number | string | Uint8Array | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

type OpenMode = 'read-only' | 'read-write';

const FLAGS: Readonly<Record<OpenMode, number>> = {
  'read-only': sqlite3.OPEN_READONLY | sqlite3.OPEN_FULLMUTEX,
  'read-write': sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE | sqlite3.OPEN_FULLMUTEX,
};

const WRITES = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode', 'MergeQueryNode']);

type Done = (error: Error | null) => void;

/** One SQLite connection with promises for callbacks; every error it throws is a `CorpusError`. */
export class SqliteConnection implements DatabaseConnection {
  readonly path: string;
  readonly mode: OpenMode;
  readonly #db: sqlite3.Database;
  readonly #statements: StatementCache;
  readonly #mutex = new Mutex();
  readonly #still: StillFile | undefined;
  #closed = false;

  private constructor(db: sqlite3.Database, path: string, mode: OpenMode, still?: StillFile) {
    this.#db = db;
    this.#statements = new StatementCache(db);
    this.path = path;
    this.mode = mode;
    this.#still = still;
  }

  static async open(path: string, mode: OpenMode): Promise<SqliteConnection> {
    return new SqliteConnection(await openFile(path, path, FLAGS[mode]), path, mode);
  }

  /** Opens a file for reading where SQLite can't write the files that it keeps beside one. */
  static async openStill(path: string, still: StillFile): Promise<SqliteConnection> {
    const db = await openFile(path, still.uri, FLAGS['read-only'] | sqlite3.OPEN_URI);
    const connection = new SqliteConnection(db, path, 'read-only', still);
    await connection.exec('PRAGMA locking_mode = EXCLUSIVE');
    return connection;
  }

  /** Waits for the connection to be free; the function returned gives it back. */
  lock(): Promise<() => void> {
    return this.#mutex.lock();
  }

  /** Runs statements that return nothing (schema, pragmas). Text of our own only. */
  exec(sql: string): Promise<void> {
    return this.#call(sql, (done) => this.#db.exec(sql, done));
  }

  all(sql: string, parameters: readonly unknown[] = []): Promise<SqlRow[]> {
    let rows: SqlRow[] = [];
    return this.#withStatement(sql, (statement, done) =>
      statement.all<SqlRow>(parameters, (error, found) => {
        rows = found;
        done(error);
      }),
    ).then(() => rows);
  }

  /** Rows one by one, each fetched when it is asked for; `step` may guard or time every fetch. */
  async *rows(
    sql: string,
    parameters: readonly unknown[] = [],
    step: <T>(fetch: () => Promise<T>) => Promise<T> = (fetch) => fetch(),
  ): AsyncGenerator<SqlRow, void, void> {
    const statement = await this.#guard(sql, () => prepare(this.#db, sql));
    try {
      // Binding rewinds a statement, so the values go along with the first step only.
      let bound: readonly unknown[] = parameters;
      for (;;) {
        const row = await step(() => this.#step(statement, sql, bound));
        if (row === undefined) return;
        bound = [];
        yield row;
      }
    } finally {
      await new Promise<void>((resolve) => statement.finalize(() => resolve()));
    }
  }

  async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
    const { sql, parameters, query } = compiled;
    const returning = 'returning' in query && query.returning !== undefined;
    if (!WRITES.has(query.kind) || returning) return { rows: (await this.all(sql, parameters)) as R[] };
    let insertId = 0;
    let changes = 0;
    await this.#withStatement(sql, (statement, done) =>
      statement.run(parameters, function (error: Error | null) {
        insertId = this.lastID;
        changes = this.changes;
        done(error);
      }),
    );
    return { rows: [], insertId: BigInt(insertId), numAffectedRows: BigInt(changes) };
  }

  async *streamQuery<R>(compiled: CompiledQuery, chunkSize = 1): AsyncIterableIterator<QueryResult<R>> {
    let chunk: R[] = [];
    for await (const row of this.rows(compiled.sql, compiled.parameters)) {
      chunk.push(row as R);
      if (chunk.length < chunkSize) continue;
      yield { rows: chunk };
      chunk = [];
    }
    if (chunk.length > 0) yield { rows: chunk };
  }

  /** Bounds that hold for whatever SQL comes: no other database beside this one, no value longer than `bytes`. */
  confine(bytes: number): void {
    this.#db.configure('limit', sqlite3.LIMIT_ATTACHED, 0);
    this.#db.configure('limit', sqlite3.LIMIT_LENGTH, bytes);
  }

  /** Makes the statement that is running fail with `SQLITE_INTERRUPT`. */
  interrupt(): void {
    if (!this.#closed) this.#db.interrupt();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#statements.clear();
    await this.#call('close', (done) => this.#db.close(done));
  }

  async #step(statement: sqlite3.Statement, sql: string, parameters: readonly unknown[]): Promise<SqlRow | undefined> {
    let row: SqlRow | undefined;
    await this.#call(sql, (done) =>
      statement.get<SqlRow>(parameters, (error, found) => {
        row = found;
        done(error);
      }),
    );
    return row;
  }

  /** Calls a prepared statement; its text stays prepared for the next call. */
  #withStatement(sql: string, start: (statement: sqlite3.Statement, done: Done) => unknown): Promise<void> {
    return this.#guard(sql, async () => {
      const statement = await this.#statements.get(sql);
      await called((done) => start(statement, done));
    });
  }

  #call(sql: string, start: (done: Done) => unknown): Promise<void> {
    return this.#guard(sql, () => called(start));
  }

  async #guard<T>(sql: string, work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      if (!this.#closed) this.#still?.check();
      return result;
    } catch (error) {
      throw corpusErrorOf(error, this.path, sql);
    }
  }
}

async function openFile(path: string, name: string, flags: number): Promise<sqlite3.Database> {
  try {
    return await new Promise<sqlite3.Database>((resolve, reject) => {
      const opened: sqlite3.Database = new sqlite3.Database(name, flags, (error) =>
        error ? reject(error) : resolve(opened),
      );
    });
  } catch (error) {
    throw corpusErrorOf(error, path, 'open');
  }
}

/** A call with a callback, as a promise. */
const called = (start: (done: Done) => unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    start((error) => (error ? reject(error) : resolve()));
  });
