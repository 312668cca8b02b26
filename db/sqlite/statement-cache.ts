import type sqlite3 from 'sqlite3';
import { BoundedCache } from '../../src/model/bytes/bounded-cache.ts';

/** Texts that are kept prepared; a crawl runs some thirty, an ingest fewer. */
const MOST = 64;

/** Statements that stay prepared, by their text: on the way of every page, compiling one takes longer than running it. */
export class StatementCache {
  readonly #db: sqlite3.Database;
  /** A statement that leaves is ended once what runs on it has come to its end. */
  readonly #statements = new BoundedCache<string, sqlite3.Statement>(MOST, (statement) => statement.finalize());

  constructor(db: sqlite3.Database) {
    this.#db = db;
  }

  /** The statement of a text, to be called at once. Calls on one wait for each other. Rejects with SQLite's own error. */
  async get(sql: string): Promise<sqlite3.Statement> {
    const known = this.#statements.refresh(sql);
    if (known) return known;
    const statement = await prepare(this.#db, sql);
    // Prepared twice where two asked at once: the later stays.
    this.#statements.set(sql, statement);
    return statement;
  }

  /** Ends them all; a database with open statements does not close. */
  clear(): void {
    this.#statements.clear();
  }
}

export function prepare(db: sqlite3.Database, sql: string): Promise<sqlite3.Statement> {
  return new Promise((resolve, reject) => {
    const statement: sqlite3.Statement = db.prepare(sql, (error: Error | null) =>
      error ? reject(error) : resolve(statement),
    );
  });
}
