import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { TableRole } from '../src/model/forms/form.ts';
import { CODEBOOK } from '../src/model/forms/variables.ts';
import { fillPanelTable, PANEL_TRIGGERS, panelTable } from './panel-value.ts';
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

/** A table, trigger or view that follows from the codebook. */
interface Derived {
  readonly type: 'table' | 'trigger' | 'view';
  readonly name: string;
  /** In the spelling in which SQLite keeps it. */
  readonly text: string;
}

/** In the order in which they are made. */
const derivedFrom = (variables: readonly VariableRow[]): Derived[] => [
  { type: 'table', name: 'panel_value', text: panelTable(variables) },
  ...[...PANEL_TRIGGERS].map(([name, text]): Derived => ({ type: 'trigger', name, text })),
  ...[...viewStatements(variables)].map(([name, text]): Derived => ({ type: 'view', name, text })),
];

async function staleOf(db: Kysely<CorpusTables>, derived: readonly Derived[]): Promise<Derived[]> {
  const { rows } = await sql<{ name: string; sql: string | null }>`SELECT name, sql FROM sqlite_schema`.execute(db);
  const stored = new Map(rows.map((row) => [row.name, row.sql]));
  return derived.filter(({ name, text }) => stored.get(name) !== text);
}

/**
 * Brings the `variable` table and what derives from it (`panel_value`, the views) in line with the codebook of this program.
 * Rows are added or relabelled and never removed, so a corpus that has seen a newer edition keeps its figures and its panel
 * columns. Where nothing differs, nothing is written. A corpus of an older program, whose views an older SQLite could not parse,
 * is mended by this.
 */
export async function syncCodebook(db: Kysely<CorpusTables>): Promise<void> {
  const rows = await readVariables(db);
  const inLine = differing(rows).length === 0 && (await staleOf(db, derivedFrom(rows))).length === 0;
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
    const variables = await readVariables(trx);
    for (const { type, name, text } of await staleOf(trx, derivedFrom(variables))) {
      await sql`DROP ${sql.raw(type)} IF EXISTS ${sql.id(name)}`.execute(trx);
      await sql.raw(text).execute(trx);
    }
    await sql.raw(fillPanelTable(variables)).execute(trx);
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
