import { expect, test } from 'vitest';
import { openCorpus, openReadOnly } from '../../db/connect.ts';
import { OlderCorpusError } from '../../db/errors.ts';
import { APPLICATION_ID } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/migrations.ts';
import { saveReview } from '../../db/save-review.ts';
import { SqliteConnection } from '../../db/sqlite/connection.ts';
import { buildExtraction, buildNotAReport } from './build-extraction.ts';
import { corpusPath, save } from './corpora.ts';
import { otherSqlites } from './other-sqlite.ts';

/** The file is for any tool, and a tool brings a SQLite of its own, which may be years older than that of this program. */

const OTHERS = await otherSqlites();
const VIEWS = ['anomalies', 'figures_long', 'panel'];

/** A corpus with something in every table that an ingest writes, closed. */
async function filledCorpus(): Promise<string> {
  const path = corpusPath();
  const db = await openCorpus(path);
  const at = { table: 1, row: 2, column: 3 };
  await save(db, [
    buildExtraction({ bytes: 'old', flags: [{}] }),
    buildExtraction({
      bytes: 'new',
      flags: [{ cells: ['requests.total.total', 'no.such.cell', 'proactive.licensing.decisions'] }, { cells: [] }],
      doubts: [{}, { alternatives: [['a']] }],
      figures: {
        'requests.received.total': 3.5,
        'proactive.fees.amount': { value: 2, raw: '2元', status: 'reported', at, unit: '元' },
      },
    }),
    buildExtraction({ year: 2021, edition: '2021', path: 'b.html', figures: { 'requests.received.total': null } }),
    buildExtraction({ agency: null, path: 'c.html', flags: [{ observed: 'three' }] }),
    buildNotAReport('d'),
  ]);
  const [flag] = await db.selectFrom('anomalies').select('fingerprint').where('agency', 'is not', null).execute();
  await saveReview(db, { fingerprint: flag?.fingerprint ?? '', decision: 'confirmed', decidedAt: '2026-01-02' });
  await db.destroy();
  return path;
}

async function here<T>(path: string, use: (connection: SqliteConnection) => Promise<T>): Promise<T> {
  const connection = await SqliteConnection.open(path, 'read-write');
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
}

const rowsHere = (path: string, sql: string): Promise<unknown[][]> =>
  here(path, async (connection) => (await connection.all(sql)).map((row) => Object.values(row)));

/** As the shell of SQLite writes it: everything is text. */
const asText = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.map((value) => String(value ?? '')));

test('sql.js brings the SQLite of 2021', async () => {
  const path = await filledCorpus();
  expect(OTHERS[0]?.read(path, 'SELECT sqlite_version()')).toEqual([[['3.36.0']]]);
});

test.each(OTHERS)('$name reads every table and every view, and finds no damage', async ({ read }) => {
  const path = await filledCorpus();
  // The full-text index needs FTS5 with its trigram tokenizer (3.34); where it lacks, only the index is out of reach.
  const names = await rowsHere(
    path,
    "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'section_fts%' ORDER BY name",
  );
  expect(names.flat()).toEqual(expect.arrayContaining(['report', 'figure', ...VIEWS]));
  const queries = names.map(([name]) => `SELECT * FROM "${name}"`);
  const [damage, ...found] = read(path, 'PRAGMA integrity_check', ...queries);
  expect(damage).toEqual([['ok']]);
  for (const [index, query] of queries.entries()) {
    expect([query, asText(found[index] ?? [])]).toEqual([query, asText(await rowsHere(path, query))]);
  }
});

/** SQLite 3.31 has these; a new one belongs here only if it has that too (https://www.sqlite.org/changes.html). */
const FUNCTIONS = new Set([
  ...['abs', 'coalesce', 'count', 'group_concat', 'instr', 'length', 'nullif', 'typeof'],
  ...['fts5', 'json_extract', 'json_set', 'json_valid'],
]);

test('nothing in the schema is newer than SQLite 3.31', async () => {
  const path = await filledCorpus();
  const known = new Set((await rowsHere(path, 'SELECT name FROM pragma_function_list')).flat());
  const texts = (await rowsHere(path, 'SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL')).flat().map(String);
  const called = texts.flatMap((text) =>
    [...text.matchAll(/(\w+)\s*\(/g)].map(([, name]) => name?.toLowerCase() ?? ''),
  );
  expect(called).toEqual(expect.arrayContaining(['count', 'group_concat', 'json_set']));
  expect([...new Set(called)].filter((name) => known.has(name) && !FUNCTIONS.has(name))).toEqual([]);
  for (const text of texts) {
    expect(text).not.toMatch(
      /->|\bRETURNING\b|\bFULL JOIN\b|\bRIGHT JOIN\b|\bMATERIALIZED\b|\bSTRICT\b|\bGENERATED\b/i,
    );
    expect(text.replace(/OVER \([^)]*\)/g, '')).not.toMatch(/\b(?:group_concat|json_group_array)\([^()]*ORDER BY/i);
  }
});

test('no check takes a value that is not there for damage: json_valid(NULL) is 0 in an older SQLite', async () => {
  const path = await filledCorpus();
  const texts = (await rowsHere(path, "SELECT sql FROM sqlite_schema WHERE type = 'table'")).flat().map(String);
  const checks = texts.flatMap((text) =>
    [...text.matchAll(/[^,]*CHECK \(json_valid\(\w+\)\)/g)].map(([column]) => column),
  );
  expect(checks.length).toBeGreaterThan(0);
  for (const column of checks) expect(column).toContain('NOT NULL');
});

/** The views as programs of schema 5 wrote them, shortened to what an older SQLite could not parse. */
const OLD_VIEWS = `
  CREATE VIEW anomalies AS SELECT id, group_concat(rule, ';' ORDER BY id) AS rules FROM flag GROUP BY version_id;
  CREATE VIEW figures_long AS SELECT locator ->> 'path' AS path FROM figure;
  CREATE VIEW panel AS SELECT id FROM report;
`;

const readViews = (path: string) => Promise.all(VIEWS.map((view) => rowsHere(path, `SELECT * FROM ${view}`)));

test('views of an older program are made anew, and the panel is filled, when a corpus is opened for writing', async () => {
  const path = await filledCorpus();
  const before = await readViews(path);
  await here(path, (connection) =>
    connection.exec(`
      DROP VIEW anomalies; DROP VIEW figures_long; DROP VIEW panel;
      DROP TRIGGER figure_insert_panel; DROP TRIGGER figure_update_panel; DROP TRIGGER figure_delete_panel;
      DROP TABLE panel_value;
      ${OLD_VIEWS}`),
  );
  for (const { read } of OTHERS) expect(() => read(path, 'SELECT count(*) FROM report')).toThrow(/malformed/);
  await (await openReadOnly(path)).destroy();
  await (await openCorpus(path)).destroy();
  expect(await readViews(path)).toEqual(before);
  expect(await rowsHere(path, 'SELECT count(*) FROM panel_value')).toEqual([[4]]);
  for (const { read } of OTHERS) {
    const views = read(path, ...VIEWS.map((view) => `SELECT * FROM ${view}`));
    expect(views.map(asText)).toEqual(before.map(asText));
  }
});

test('a corpus of an older schema is brought up to date with all it holds, and can be read before', async () => {
  const path = corpusPath();
  const known = MIGRATIONS.findIndex(({ name }) => name.endsWith('older-sqlite'));
  await here(path, (connection) =>
    connection.exec(`
      ${MIGRATIONS.slice(0, known)
        .map(({ sql }) => sql)
        .join('')}
      ${OLD_VIEWS}
      INSERT INTO document (sha256, first_seen_at, outcome, program, read_at)
        VALUES ('${'0'.repeat(64)}', '2026', 'not_report', '0.1.0', '2026');
      INSERT INTO doubt (document_id, rule, severity, cells, message_zh, message_en)
        VALUES (1, 'DOC-NOT-A-REPORT', 'error', '[]', '不是', 'no');
      PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${known}`),
  );
  const isReadable = MIGRATIONS.slice(known).every(({ readersNeedIt }) => readersNeedIt === false);
  if (isReadable) await (await openReadOnly(path)).destroy();
  else await expect(openReadOnly(path)).rejects.toThrow(OlderCorpusError);
  await (await openCorpus(path)).destroy();
  for (const { read } of OTHERS) {
    const [damage, doubts] = read(path, 'PRAGMA integrity_check', 'SELECT rule FROM doubt');
    expect([damage, doubts]).toEqual([[['ok']], [['DOC-NOT-A-REPORT']]]);
  }
});
