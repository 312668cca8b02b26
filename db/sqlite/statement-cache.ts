import type sqlite3 from 'sqlite3';

/** Texts that are kept prepared; a crawl runs some thirty, an ingest fewer. */
const MOST = 64;

/** Statements that stay prepared, by their text: on the way of every page, compiling one takes longer than running it. */
export class StatementCache {
  readonly #db: sqlite3.Database;
  /** The one unused for longest first. */
  readonly #statements = new Map<string, sqlite3.Statement>();

  constructor(db: sqlite3.Database) {
    this.#db = db;
  }

  /** The statement of a text, to be called at once. Calls on one wait for each other. Rejects with SQLite's own error. */
  async get(sql: string): Promise<sqlite3.Statement> {
    const known = this.#statements.get(sql);
    if (known) {
      this.#statements.delete(sql);
      this.#statements.set(sql, known);
      return known;
    }
    const statement = await prepare(this.#db, sql);
    // Prepared twice where two asked at once: one stays.
    this.#drop(sql);
    this.#statements.set(sql, statement);
    const [oldest] = this.#statements.keys();
    if (this.#statements.size > MOST && oldest !== undefined) this.#drop(oldest);
    return statement;
  }

  /** Ends them all; a database with open statements does not close. */
  clear(): void {
    for (const sql of [...this.#statements.keys()]) this.#drop(sql);
  }

  /** What is running on it comes to its end first. */
  #drop(sql: string): void {
    this.#statements.get(sql)?.finalize();
    this.#statements.delete(sql);
  }
}

export function prepare(db: sqlite3.Database, sql: string): Promise<sqlite3.Statement> {
  return new Promise((resolve, reject) => {
    const statement: sqlite3.Statement = db.prepare(sql, (error: Error | null) =>
      error ? reject(error) : resolve(statement),
    );
  });
}
