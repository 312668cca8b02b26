import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteConnection } from './connection.ts';

const GONE = /no transaction is active/;

/** Kysely's driver over one connection, which its users take in turns. */
class SingleConnectionDriver implements Driver {
  readonly #connection: SqliteConnection;
  #release: () => void = () => {};

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const release = await this.#connection.lock();
    this.#release = release;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  /** A writer takes its lock at once: two that began as readers could only fail on each other. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await run(connection, this.#connection.mode === 'read-write' ? 'begin immediate' : 'begin');
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await run(connection, 'commit');
  }

  /** SQLite rolls back by itself on a full disk and the like; the first error is then the one to show. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await run(connection, 'rollback');
    } catch (error) {
      if (!(error instanceof Error && GONE.test(error.message))) throw error;
    }
  }

  async destroy(): Promise<void> {
    await this.#connection.close();
  }
}

async function run(connection: DatabaseConnection, sql: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(sql));
}

/** Kysely's dialect for a connection that is already open. */
export class SingleConnectionDialect implements Dialect {
  readonly #connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  createDriver(): Driver {
    return new SingleConnectionDriver(this.#connection);
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): DialectAdapter {
    return new SqliteAdapter();
  }

  // biome-ignore lint/suspicious/noExplicitAny: the signature of Kysely's own interface
  createIntrospector(db: Kysely<any>): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }
}
