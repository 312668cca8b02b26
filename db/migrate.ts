import { NewerCorpusError, NotACorpusError, OlderCorpusError } from './errors.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import type { SqliteConnection } from './sqlite/connection.ts';

/** `Lant`: marks the file as ours, so that another program's database is never migrated by mistake. */
export const APPLICATION_ID = 0x4c616e74;

/** How many migrations the corpus has had. Throws `NotACorpusError` or `NewerCorpusError` before anything is touched. */
export async function schemaOf(connection: SqliteConnection): Promise<number> {
  const [head] = await connection.all(
    `SELECT application_id AS mark, user_version AS version, (SELECT count(*) FROM sqlite_schema) AS objects
     FROM pragma_application_id, pragma_user_version`,
  );
  const { mark, version, objects } = head ?? {};
  const known = MIGRATIONS.length;
  if (mark !== APPLICATION_ID && (mark !== 0 || version !== 0 || objects !== 0)) {
    throw new NotACorpusError(connection.path, {
      zh: '它是别的程序的数据库',
      en: 'it is a database of another program',
    });
  }
  if (typeof version !== 'number' || version > known) {
    throw new NewerCorpusError(connection.path, Number(version), known);
  }
  return version;
}

/** Throws `OlderCorpusError` where a reader meets a schema that only a writer may bring up to date. */
export async function requireCurrentSchema(connection: SqliteConnection): Promise<void> {
  const version = await schemaOf(connection);
  const lacks = MIGRATIONS.slice(version).some(({ readersNeedIt }) => readersNeedIt !== false);
  if (lacks) throw new OlderCorpusError(connection.path, version, MIGRATIONS.length);
}

/** Brings the schema up to date in one transaction; a killed migration leaves the corpus as it was. */
export async function migrate(connection: SqliteConnection): Promise<void> {
  if ((await schemaOf(connection)) === MIGRATIONS.length) return;
  await connection.exec('BEGIN IMMEDIATE');
  try {
    // Read again under the lock: another process may have migrated in the meantime.
    for (const migration of MIGRATIONS.slice(await schemaOf(connection))) await connection.exec(migration.sql);
    await connection.exec(
      `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${MIGRATIONS.length}; COMMIT`,
    );
  } catch (error) {
    await connection.exec('ROLLBACK');
    throw error;
  }
}
