import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openCorpus, openReadOnly, type ReadOnlyCorpus } from '../../../db/connect.ts';
import { CorpusError, QueryRefusedError, QueryTimeoutError, QueryTooLargeError, SqlError } from '../../../db/errors.ts';
import { MIGRATIONS } from '../../../db/migrations/migrations.ts';
import { runReadOnly, streamReadOnly } from '../../../db/queries/run-read-only.ts';
import { buildExtraction } from '../build-extraction.ts';
import { corpusPath, save } from '../corpora.ts';

const ENDLESS = 'WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT';

async function readOnlyCorpus(path = corpusPath()): Promise<ReadOnlyCorpus> {
  const writer = await openCorpus(path);
  await save(writer, [buildExtraction({ flags: [{}] })]);
  await writer.destroy();
  const db = await openReadOnly(path);
  onTestFinished(() => db.destroy());
  return db;
}

test.each([
  ['SELECT', 'SELECT agency, year FROM panel', ['agency', 'year'], [['兰亭街道办事处', 2020]]],
  ['WITH', 'WITH x AS (SELECT 1 AS a) SELECT a FROM x;', ['a'], [[1]]],
  ['VALUES', "VALUES (1, 'x')", ['column1', 'column2'], [[1, 'x']]],
  ['no row', 'SELECT agency, year FROM panel WHERE false', ['agency', 'year'], []],
  ['two columns of one name', 'SELECT 1 AS a, 2 AS a', ['a', 'a:1'], [[1, 2]]],
  ['odd names', 'SELECT 1 AS "__proto__", 2 AS "a""b", null AS ""', ['__proto__', 'a"b', ''], [[1, 2, null]]],
  ['the order asked for', 'SELECT id FROM variable WHERE id < 4 ORDER BY id DESC', ['id'], [[3], [2], [1]]],
  ['a comment in front', '-- why\n/* not */ SELECT 1 AS a -- end', ['a'], [[1]]],
  ['PRAGMA', 'PRAGMA user_version', ['user_version'], [[MIGRATIONS.length]]],
  ['full text', "SELECT heading FROM section_fts WHERE section_fts MATCH '政府信息'", ['heading'], [['总体情况']]],
] as const)('reads: %s', async (_, query, columns, rows) => {
  const db = await readOnlyCorpus();
  expect(await runReadOnly(db, query)).toEqual({ columns, rows, truncated: false });
});

test.each(['EXPLAIN SELECT 1', 'EXPLAIN QUERY PLAN SELECT * FROM panel', 'PRAGMA table_info(panel)'])(
  'reads: %s',
  async (query) => {
    const db = await readOnlyCorpus();
    const { columns, rows } = await runReadOnly(db, query);
    expect(columns.length).toBeGreaterThan(3);
    expect(rows.length).toBeGreaterThan(0);
  },
);

/** Statements that would change something, or reach beyond the corpus. */
const ATTACKS = [
  'DELETE FROM report',
  "UPDATE agency SET name = 'x'",
  "INSERT INTO portal (slug, name, home) VALUES ('x', 'x', 'x')",
  "REPLACE INTO portal (slug, name, home) VALUES ('x', 'x', 'x')",
  'DROP TABLE review',
  'DROP VIEW panel',
  'CREATE TABLE x (a)',
  'CREATE TEMP TABLE x (a)',
  'CREATE TEMP TRIGGER x AFTER INSERT ON report BEGIN SELECT 1; END',
  'CREATE VIRTUAL TABLE x USING fts5 (a)',
  'ALTER TABLE report ADD COLUMN x',
  'WITH x AS (SELECT 1) DELETE FROM report',
  "WITH x AS (SELECT 1) INSERT INTO portal (slug, name, home) SELECT 'x', 'x', 'x' FROM x",
  "INSERT INTO section_fts (section_fts) VALUES ('rebuild')",
  "INSERT INTO section_fts (section_fts) VALUES ('delete-all')",
  "ATTACH 'other.db' AS other",
  "ATTACH ':memory:' AS other",
  "VACUUM INTO 'FOLDER/stolen.db'",
  'VACUUM',
  'ANALYZE',
  'BEGIN IMMEDIATE',
  'PRAGMA user_version = 9',
  'PRAGMA application_id(9)',
  'PRAGMA journal_mode = DELETE',
  'PRAGMA incremental_vacuum',
  "SELECT load_extension('x')",
  "SELECT fts3_tokenizer('simple', x'00')",
  'SELECT * FROM pragma_optimize(0x10002)',
] as const;

/** Statements that SQLite lets pass, or whose second half it leaves unsaid; refused all the same. */
const REFUSED = [
  ...[
    'SELECT 1; DELETE FROM report',
    'SELECT 1;; SELECT 2',
    "SELECT ';'; DROP TABLE report",
    'SELECT 1 -- x\n; SELECT 2',
  ],
  ...['PRAGMA query_only = OFF', 'PRAGMA query_only(0)', 'PRAGMA main.query_only = 0', 'PRAGMA "query_only" = 0'],
  ...['PRAGMA writable_schema = 1', 'PRAGMA hard_heap_limit = 1', 'PRAGMA hard_heap_limit(1)', 'PRAGMA optimize'],
  ...[
    'PRAGMA/**/trusted_schema=1',
    'PRAGMA foreign_keys = OFF',
    'PRAGMA temp_store_directory = x',
    'PRAGMA wal_checkpoint(TRUNCATE)',
  ],
  ...['EXPLAIN PRAGMA query_only = OFF', 'EXPLAIN QUERY PLAN PRAGMA query_only = OFF', "EXPLAIN ATTACH 'x' AS x"],
  ...[
    'COMMIT',
    'ROLLBACK',
    'SAVEPOINT x',
    'RELEASE x',
    'REINDEX',
    'DETACH main',
    'SELEC 1',
    '1',
    '',
    ';',
    '-- nothing',
  ],
  ...['SELECT 1\0; DELETE FROM report', 'EXPLAIN', 'PRAGMA', '"SELECT" 1', '(SELECT 1)'],
] as const;

const contents = (db: ReadOnlyCorpus) => {
  const { path } = db.sqlite;
  return { bytes: readFileSync(path).toString('base64'), files: readdirSync(dirname(path)).sort() };
};

test('no attack gets through, by the front door or straight to the connection', async () => {
  const db = await readOnlyCorpus();
  const before = contents(db);
  for (const template of ATTACKS) {
    const attack = template.replace('FOLDER', dirname(db.sqlite.path));
    await expect(runReadOnly(db, attack), attack).rejects.toThrow(CorpusError);
    await expect(sql.raw(attack).execute(db), attack).rejects.toThrow(CorpusError);
  }
  expect(contents(db)).toEqual(before);
});

test.each(REFUSED)('refused: %j', async (query) => {
  const db = await readOnlyCorpus();
  await expect(runReadOnly(db, query)).rejects.toThrow(QueryRefusedError);
  expect((await runReadOnly(db, 'PRAGMA query_only')).rows).toEqual([[1]]);
});

test('with query_only switched off nothing can be written all the same', async () => {
  const db = await readOnlyCorpus();
  const before = contents(db);
  await sql.raw('PRAGMA query_only = OFF').execute(db);
  for (const attack of ['DELETE FROM report', "ATTACH ':memory:' AS other", "VACUUM INTO 'stolen.db'"]) {
    await expect(sql.raw(attack).execute(db), attack).rejects.toThrow(CorpusError);
  }
  expect(contents(db)).toEqual(before);
  expect(existsSync(join(process.cwd(), 'stolen.db'))).toBe(false);
});

test.each([
  ['a table that is not there', 'SELECT * FROM nowhere', SqlError, /no such table/],
  ['a slip', 'SELECT FROM', SqlError, /syntax error/],
  ['a parameter', 'SELECT ?', SqlError, /parameters/],
  ['more than a value may hold', 'SELECT zeroblob(900000000)', QueryTooLargeError, /longer than 67108864 bytes/],
  ['a fault in the middle of the rows', 'SELECT json(value) FROM json_each(\'[1,"x"]\')', SqlError, /malformed JSON/],
  ['itself', 'SELECT * FROM lanting_query', SqlError, /circular/],
] as const)('the error of %s is typed, and the next query runs', async (_, query, thrown, message) => {
  const db = await readOnlyCorpus();
  await expect(runReadOnly(db, query)).rejects.toThrow(thrown);
  await expect(runReadOnly(db, query)).rejects.toThrow(message);
  expect((await runReadOnly(db, 'SELECT 1 AS a')).rows).toEqual([[1]]);
});

test.each([
  ['before its first row', `${ENDLESS} count(*) FROM n`],
  ['between its rows', `${ENDLESS} x FROM n WHERE x < 3 OR x % 1000000000 = 0`],
  ['while it is sorted', `${ENDLESS} x FROM n ORDER BY -x`],
])('an endless query is stopped %s, and the next one runs', async (_, query) => {
  const db = await readOnlyCorpus();
  await expect(runReadOnly(db, query, { timeoutMs: 50 })).rejects.toThrow(QueryTimeoutError);
  expect((await runReadOnly(db, 'SELECT 1 AS a')).rows).toEqual([[1]]);
});

test('an endless result is cut off at the number of rows allowed, and says so', async () => {
  const db = await readOnlyCorpus();
  const { rows, truncated } = await runReadOnly(db, `${ENDLESS} x FROM n`, { maxRows: 3 });
  expect(rows).toEqual([[1], [2], [3]]);
  expect(truncated).toBe(true);
  expect(await runReadOnly(db, 'VALUES (1), (2)', { maxRows: 2 })).toMatchObject({ truncated: false });
});

test('a stream may be left early, or never be begun, and queries asked for at once take turns', async () => {
  const db = await readOnlyCorpus();
  const firsts = await Promise.all(
    [1, 2, 3].map((start) =>
      streamReadOnly(db, `${ENDLESS} x + ${start} FROM n`, async ({ rows }) => {
        for await (const row of rows) return row;
        return [];
      }),
    ),
  );
  expect(firsts).toEqual([[2], [3], [4]]);
  expect(await streamReadOnly(db, 'SELECT 1 AS a', async ({ columns }) => columns)).toEqual(['a']);
  expect((await runReadOnly(db, 'SELECT 1 AS a')).rows).toEqual([[1]]);
});
