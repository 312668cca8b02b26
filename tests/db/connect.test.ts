import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openCorpus, openReadOnly } from '../../db/connect.ts';
import {
  CorpusFaultError,
  CorpusLockedError,
  CorpusMissingError,
  NewerCorpusError,
  NotACorpusError,
  OlderCorpusError,
} from '../../db/errors.ts';
import { SqliteConnection } from '../../db/sqlite/connection.ts';
import { CODEBOOK, columnName } from '../../src/model/forms/variables.ts';
import { buildExtraction } from './build-extraction.ts';
import { corpusPath, listOf, save, single, testCorpus } from './corpora.ts';

test('a new corpus on disk has its settings, its codebook and its views', async () => {
  const db = await testCorpus(corpusPath());
  expect(await single(db, 'PRAGMA journal_mode')).toBe('wal');
  expect(await single(db, 'PRAGMA foreign_keys')).toBe(1);
  expect(await single(db, 'PRAGMA synchronous')).toBe(1);
  expect(await single(db, 'SELECT count(*) FROM variable')).toBe(CODEBOOK.length);
  expect(await listOf(db, "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")).toEqual([
    ...['anomalies', 'figures_long', 'panel'],
  ]);
});

test('opening again writes nothing', async () => {
  const path = corpusPath();
  await (await openCorpus(path)).destroy();
  const before = readFileSync(path);
  await (await openCorpus(path)).destroy();
  await (await openReadOnly(path)).destroy();
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a corpus that has seen a newer edition keeps its variable and its panel column', async () => {
  const path = corpusPath();
  const db = await testCorpus(path);
  await db
    .insertInto('variable')
    .values({
      ...{ key: 'requests.received.robots', edition: '2031', table_key: 'requests', row_key: 'received' },
      ...{ column_key: 'robots', label_zh: '机器人', label_en: 'robots', unit: '件', kind: 'count' },
    })
    .execute();
  await db.destroy();
  const again = await testCorpus(path);
  expect(await listOf(again, "SELECT name FROM pragma_table_info('panel')")).toContain('requests__received__robots');
});

test('a label that was corrected is corrected in the corpus, under the same id', async () => {
  const path = corpusPath();
  const db = await testCorpus(path);
  const id = await single(db, "SELECT id FROM variable WHERE key = 'proactive.fees.amount'");
  await db.sqlite.exec("UPDATE variable SET label_zh = '旧' WHERE key = 'proactive.fees.amount'");
  await db.destroy();
  const again = await testCorpus(path);
  expect(
    await listOf(again, "SELECT id FROM variable WHERE key = 'proactive.fees.amount' AND label_zh <> '旧'"),
  ).toEqual([id]);
});

test('the panel has one column for every key, however many editions share it', async () => {
  const db = await testCorpus();
  const columns = await listOf(
    db,
    "SELECT name FROM pragma_table_info('panel') WHERE name LIKE '%\\_\\_%' ESCAPE '\\'",
  );
  const keys = [...new Set(CODEBOOK.map((entry) => entry.key))];
  expect(columns).toEqual(keys.map(columnName));
});

/** Makes the file, says what opening it must throw. */
type Case = readonly [
  name: string,
  make: (path: string) => Promise<void> | void,
  open: typeof openCorpus | typeof openReadOnly,
  thrown: new (...args: never[]) => Error,
];

const madeBy = (sql: string) => async (path: string) => {
  const connection = await SqliteConnection.open(path, 'read-write');
  await connection.exec(sql);
  await connection.close();
};

const newer = async (path: string) => {
  await (await openCorpus(path)).destroy();
  await madeBy('PRAGMA user_version = 99')(path);
};

const CASES: readonly Case[] = [
  [
    'text is no database',
    (path) => writeFileSync(path, 'a letter, long enough to be no header'.repeat(9)),
    openCorpus,
    NotACorpusError,
  ],
  ['text is no database to read', (path) => writeFileSync(path, 'a letter'.repeat(99)), openReadOnly, NotACorpusError],
  ['a database of another program', madeBy('CREATE TABLE bookmark (url)'), openCorpus, NotACorpusError],
  ['a database marked by another program', madeBy('PRAGMA application_id = 5'), openCorpus, NotACorpusError],
  ['a newer corpus', newer, openCorpus, NewerCorpusError],
  ['a newer corpus to read', newer, openReadOnly, NewerCorpusError],
  ['an empty file to read', (path) => writeFileSync(path, ''), openReadOnly, OlderCorpusError],
  ['nothing to read', () => {}, openReadOnly, CorpusMissingError],
  ['a folder', (path) => void mkdirSync(path), openCorpus, CorpusFaultError],
  ['a folder to read', (path) => void mkdirSync(path), openReadOnly, CorpusFaultError],
];

test.each(CASES)('%s is refused with a typed error that names it', async (_, make, open, thrown) => {
  const path = corpusPath();
  await make(path);
  await expect(open(path)).rejects.toThrow(thrown);
  await expect(open(path)).rejects.toThrow(path);
});

test('an empty path is no corpus', async () => {
  await expect(openCorpus('')).rejects.toThrow(CorpusMissingError);
  await expect(openReadOnly('')).rejects.toThrow(CorpusMissingError);
});

test('a database of another program is left as it was', async () => {
  const path = corpusPath();
  await madeBy('CREATE TABLE bookmark (url)')(path);
  const before = readFileSync(path);
  await expect(openCorpus(path)).rejects.toThrow(NotACorpusError);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a corpus that another process writes to is locked, and says so', async () => {
  const path = corpusPath();
  const db = await testCorpus(path);
  const other = await SqliteConnection.open(path, 'read-write');
  await other.exec('BEGIN IMMEDIATE');
  await db.sqlite.exec('PRAGMA busy_timeout = 0');
  await expect(save(db, [buildExtraction()])).rejects.toThrow(CorpusLockedError);
  await other.exec('ROLLBACK');
  await other.close();
  expect(await save(db, [buildExtraction()])).toEqual(['new']);
});
