import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openCorpus } from '../../db/connect.ts';
import { CorpusChangedError, CorpusFaultError } from '../../db/errors.ts';
import { SqliteConnection } from '../../db/sqlite/connection.ts';
import { stillFile } from '../../db/sqlite/still-file.ts';
import { spawnCli } from '../app/cli/run-cli.ts';
import { buildExtraction } from './build-extraction.ts';
import { corpusPath, save } from './corpora.ts';

/** A corpus where nothing can be written, neither to it nor beside it. */

/** Its files beside it as a killed process leaves them; the newest state is in the WAL alone. */
type Left = readonly ('' | '-wal' | '-shm')[];

const STATES: readonly (readonly [name: string, left: Left, agency: string])[] = [
  ['closed in order', [''], '兰亭街道办事处'],
  ['with the WAL of a killed process', ['', '-wal'], '兰渚镇人民政府'],
  ['with the WAL of a killed process and its index', ['', '-wal', '-shm'], '兰渚镇人民政府'],
];

async function corpusLeft(left: Left): Promise<string> {
  const path = corpusPath();
  const kept = join(dirname(path), 'kept 100%?#');
  mkdirSync(kept);
  const target = join(kept, 'corpus.db');
  const first = await openCorpus(path);
  await save(first, [buildExtraction({ flags: [{}] })]);
  await first.destroy();
  const db = await openCorpus(path);
  if (left.length > 1) await db.sqlite.exec("UPDATE agency SET name = '兰渚镇人民政府'");
  for (const end of left) copyFileSync(`${path}${end}`, `${target}${end}`);
  await db.destroy();
  return target;
}

/** Permissions do not bind the super-user, so the program runs as somebody else where the test is run by one. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534 } : {};

test.each(STATES)('query and audit read it: %s', async (_, left, agency) => {
  const path = await corpusLeft(left);
  const folder = dirname(path);
  chmodSync(dirname(folder), 0o755);
  for (const end of left) chmodSync(`${path}${end}`, 0o444);
  chmodSync(folder, 0o555);
  onTestFinished(() => chmodSync(folder, 0o755));
  const files = readdirSync(folder);
  const asked = ['--db', path, '--format', 'csv', '--lang', 'en'];
  const query = await spawnCli(['query', 'SELECT agency FROM panel', ...asked.slice(0, 4)], NOBODY);
  expect(query).toEqual({ code: 0, out: `agency\r\n${agency}\r\n`, err: '' });
  const audit = await spawnCli(['audit', ...asked], NOBODY);
  expect(audit).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(new RegExp(`^agency.*\\r\\n${agency},`)),
  });
  expect(readdirSync(folder)).toEqual(files);
});

/** The same without a user whom permissions bind: what the program falls back on, asked directly. */
test.each(STATES)('without a file beside it the newest state is read: %s', async (_, left, agency) => {
  const path = await corpusLeft(left.filter((end) => end !== '-shm'));
  const connection = await SqliteConnection.openStill(path, stillFile(path));
  expect(await connection.all('SELECT name FROM agency')).toEqual([{ name: agency }]);
  await expect(connection.exec('DELETE FROM flag')).rejects.toThrow(CorpusFaultError);
  await connection.close();
  expect(existsSync(`${path}-shm`)).toBe(false);
  expect(existsSync(`${path}-wal`)).toBe(left.length > 1);
});

test.each([
  ['the file', '', (path: string) => utimesSync(path, 1, 1)],
  ['its WAL', '-wal', (path: string) => writeFileSync(path, 'x', { flag: 'a' })],
] as const)('a change of %s from elsewhere is no silent mixture', async (_, end, change) => {
  const path = await corpusLeft(['']);
  const connection = await SqliteConnection.openStill(path, stillFile(path));
  const rows = connection.rows('SELECT * FROM figure');
  await rows.next();
  change(`${path}${end}`);
  await expect(rows.next()).rejects.toThrow(CorpusChangedError);
  await expect(connection.all('SELECT 1')).rejects.toThrow(CorpusChangedError);
  await connection.close();
});

test('an interrupted write that nobody can take back is told', async () => {
  const path = await corpusLeft(['']);
  writeFileSync(`${path}-journal`, 'x');
  expect(() => stillFile(path)).toThrow(CorpusFaultError);
  expect(() => stillFile(path)).toThrow(/interrupted/);
});
