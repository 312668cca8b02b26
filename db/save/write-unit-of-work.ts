import { sql } from 'kysely';
import type { CorpusDb } from '../schema.ts';
import { jsonRows } from '../sqlite/json-rows.ts';
import {
  DOUBT_COLUMNS,
  FIGURE_COLUMNS,
  FLAG_COLUMNS,
  PANEL_VALUE_COLUMNS,
  type Row,
  readingRows,
  SECTION_COLUMNS,
} from './reading-rows.ts';
import type { Rows } from './rows.ts';
import type { SaveContext, UnitOfWork } from './unit-of-work.ts';

/** Table and column names here are our own; everything else is bound. */
const columnList = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)));

const among = (ids: Iterable<number>) => sql`(SELECT value FROM json_each(${JSON.stringify([...ids])}))`;

async function insertRows(db: CorpusDb, table: string, columns: readonly string[], rows: readonly Row[]) {
  if (rows.length === 0) return;
  const values = sql.raw(columns.map((_, index) => `row.value ->> ${index}`).join(', '));
  await sql`
    INSERT INTO ${sql.table(table)} (${columnList(columns)})
    SELECT ${values} FROM jsonb_each(${jsonRows(rows)}) AS row`.execute(db);
}

/** Writes the rows that were added or changed, whichever they were. */
async function writeRows<R extends { readonly id: number }>(db: CorpusDb, table: string, rows: Rows<R>) {
  const changed = rows.changed;
  const [first] = changed;
  if (!first) return;
  const columns = Object.keys(first) as (keyof R & string)[];
  const values = sql.raw(columns.map((_, index) => `row.value ->> ${index}`).join(', '));
  const updates = columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  // WHERE true keeps SQLite's parser from taking ON CONFLICT for a join's condition.
  await sql`
    INSERT INTO ${sql.table(table)} (${columnList(columns)})
    SELECT ${values} FROM jsonb_each(${jsonRows(changed.map((row) => columns.map((column) => row[column])))}) AS row
    WHERE true ON CONFLICT (id) DO UPDATE SET ${sql.join(updates)}`.execute(db);
}

async function deleteRows<R extends { readonly id: number }>(db: CorpusDb, table: string, rows: Rows<R>) {
  if (rows.removed.length === 0) return;
  await sql`DELETE FROM ${sql.table(table)} WHERE id IN ${among(rows.removed.map((row) => row.id))}`.execute(db);
}

/** What earlier readings left; versions and reviews stay. */
async function clearReadings(db: CorpusDb, documentIds: ReadonlySet<number>) {
  if (documentIds.size === 0) return;
  await sql`DELETE FROM doubt WHERE document_id IN ${among(documentIds)}`.execute(db);
  for (const table of ['figure', 'section', 'flag']) {
    await sql`DELETE FROM ${sql.table(table)} WHERE version_id IN (
      SELECT id FROM report_version WHERE document_id IN ${among(documentIds)})`.execute(db);
  }
}

/** A misread name leaves an agency that nothing refers to once its reports have moved. */
async function dropUnusedAgencies(db: CorpusDb, work: UnitOfWork) {
  const ids = work.reports.removed.flatMap((report) => report.agency_id ?? []);
  if (ids.length === 0) return;
  await sql`DELETE FROM agency WHERE id IN ${among(ids)}
    AND NOT EXISTS (SELECT 1 FROM report WHERE report.agency_id = agency.id)
    AND NOT EXISTS (SELECT 1 FROM agency AS child WHERE child.parent_id = agency.id)`.execute(db);
}

/** Writes a unit of work, in the order that the references between the tables ask for. */
export async function writeUnitOfWork(db: CorpusDb, work: UnitOfWork, context: SaveContext): Promise<void> {
  const readings = [...work.readings].map(([documentId, reading]) => {
    const rows = readingRows(documentId, reading, context);
    if (reading.version) work.versions.change(reading.version.id, { paths: rows.paths });
    return rows;
  });
  await writeRows(db, 'agency', work.agencies);
  await writeRows(db, 'document', work.documents);
  await writeRows(db, 'sighting', work.sightings);
  await writeRows(db, 'report', work.reports);
  await clearReadings(db, work.cleared);
  await writeRows(db, 'report_version', work.versions);
  await deleteRows(db, 'report_version', work.versions);
  await deleteRows(db, 'report', work.reports);
  await dropUnusedAgencies(db, work);
  const gathered = (rows: (reading: (typeof readings)[number]) => readonly Row[]) => readings.flatMap(rows);
  await insertRows(
    db,
    'figure',
    FIGURE_COLUMNS,
    gathered((reading) => reading.figures),
  );
  // After the figures: each of those takes the row of its version away.
  await insertRows(
    db,
    'panel_value',
    PANEL_VALUE_COLUMNS,
    gathered((reading) => reading.panelValues),
  );
  await insertRows(
    db,
    'doubt',
    DOUBT_COLUMNS,
    gathered((reading) => reading.doubts),
  );
  await insertRows(
    db,
    'flag',
    FLAG_COLUMNS,
    gathered((reading) => reading.flags),
  );
  // Last: every statement after it would make the full-text index write out what it has gathered.
  await insertRows(
    db,
    'section',
    SECTION_COLUMNS,
    gathered((reading) => reading.sections),
  );
}
