import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { TableRole } from '../src/forms/form.ts';
import { CODEBOOK } from '../src/forms/variables.ts';
import type { CorpusTables, VariableRow } from './schema.ts';
import { viewStatements } from './views.ts';

/** The codebook as the `variable` table holds it: one row per key and edition, whose id never changes once given. */
function readVariables(db: Kysely<CorpusTables>): Promise<VariableRow[]> {
  return db.selectFrom('variable').selectAll().orderBy('id').execute();
}

const WANTED = CODEBOOK.map((entry) => ({
  key: entry.key,
  edition: entry.edition,
  table_key: entry.table,
  row_key: entry.row,
  column_key: entry.column,
  label_zh: entry.zh,
  label_en: entry.en,
  unit: entry.unit,
  kind: entry.kind,
}));

const idOf = (key: string, edition: string): string => `${key}@${edition}`;

function differing(rows: readonly VariableRow[]): typeof WANTED {
  const stored = new Map(rows.map(({ id: _, ...row }) => [idOf(row.key, row.edition), row]));
  return WANTED.filter((entry) => {
    const row = stored.get(idOf(entry.key, entry.edition));
    return !row || Object.entries(entry).some(([column, value]) => row[column as keyof typeof row] !== value);
  });
}

async function staleViews(db: Kysely<CorpusTables>, views: ReadonlyMap<string, string>): Promise<string[]> {
  const { rows } = await sql<{ name: string; sql: string }>`
    SELECT name, sql FROM sqlite_schema WHERE type = 'view'`.execute(db);
  const stored = new Map(rows.map((row) => [row.name, row.sql]));
  return [...views].filter(([name, text]) => stored.get(name) !== text).map(([name]) => name);
}

/**
 * Brings the `variable` table and the views that derive from it in line with the codebook of this program. Rows are added or
 * relabelled and never removed, so a corpus that has seen a newer edition keeps its figures and its panel columns.
 * Where nothing differs, nothing is written.
 */
export async function syncCodebook(db: Kysely<CorpusTables>): Promise<void> {
  const rows = await readVariables(db);
  const inLine = differing(rows).length === 0 && (await staleViews(db, viewStatements(rows))).length === 0;
  if (inLine) return;
  await db.transaction().execute(async (trx) => {
    const late = differing(await readVariables(trx));
    if (late.length > 0) {
      await trx
        .insertInto('variable')
        .values(late)
        .onConflict((conflict) =>
          conflict.columns(['key', 'edition']).doUpdateSet(({ ref }) => ({
            table_key: ref('excluded.table_key'),
            row_key: ref('excluded.row_key'),
            column_key: ref('excluded.column_key'),
            label_zh: ref('excluded.label_zh'),
            label_en: ref('excluded.label_en'),
            unit: ref('excluded.unit'),
            kind: ref('excluded.kind'),
          })),
        )
        .execute();
    }
    const views = viewStatements(await readVariables(trx));
    for (const name of await staleViews(trx, views)) {
      await sql`DROP VIEW IF EXISTS ${sql.id(name)}`.execute(trx);
      await sql.raw(views.get(name) ?? '').execute(trx);
    }
  });
}

/** Finds the id under which a figure is stored: that of its table's edition, else of the newest edition that has the key. */
export type FindVariable = (key: string, editions: Readonly<Record<TableRole, string | null>>) => number | undefined;

export async function variableFinder(db: Kysely<CorpusTables>): Promise<FindVariable> {
  const rows = await readVariables(db);
  const exact = new Map(rows.map((row) => [idOf(row.key, row.edition), row.id]));
  const newest = new Map<string, VariableRow>();
  for (const row of rows) {
    const known = newest.get(row.key);
    if (!known || known.edition < row.edition) newest.set(row.key, row);
  }
  return (key, editions) => {
    const any = newest.get(key);
    const edition = any && editions[any.table_key as TableRole];
    return (edition && exact.get(idOf(key, edition))) || any?.id;
  };
}
