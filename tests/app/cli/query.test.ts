import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCorpus } from '../../../db/connect.ts';
import { takeRunLock } from '../../../db/frontier/run-lock.ts';
import { buildExtraction } from '../../db/build-extraction.ts';
import { save } from '../../db/corpora.ts';
import { runCli } from './run-cli.ts';

/** Where SQL comes from, how CSV begins, and what a query that fails or is stopped says. */

const SQL = "SELECT year AS 年度 FROM panel WHERE agency = '兰亭街道办事处'";
const ANSWER = '年度\r\n2020\r\n';
const BOM = '\ufeff';

let cwd = '';

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'lanting-query-'));
  const db = await openCorpus(join(cwd, 'lanting.db'));
  await save(db, [buildExtraction({ flags: [{}] })]);
  await db.destroy();
  writeFileSync(join(cwd, 'utf-8.sql'), SQL);
  writeFileSync(join(cwd, 'mark.sql'), `${BOM}-- 带标记\r\n${SQL};\r\n`);
  writeFileSync(join(cwd, 'gbk.sql'), iconv.encode(SQL, 'gbk'));
  writeFileSync(join(cwd, 'utf-16.sql'), iconv.encode(SQL, 'utf-16le', { addBOM: true }));
  writeFileSync(join(cwd, 'long.sql'), 'x'.repeat(1_000_001));
  writeFileSync(join(cwd, 'bytes.sql'), Uint8Array.from([0x53, 0xff, 0xff, 0x81, 0xff]));
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('the SQL', () => {
  test.each<[string, string[], Uint8Array[]]>([
    ['on the command line', [SQL], []],
    ['in a file in UTF-8', ['--file', 'utf-8.sql'], []],
    ['in a file with a byte order mark, a comment and a semicolon', ['--file', 'mark.sql'], []],
    ['in a file in GBK', ['--file', 'gbk.sql'], []],
    ['in a file in UTF-16', ['--file', 'utf-16.sql'], []],
    ['on standard input', ['-'], [Buffer.from(SQL.slice(0, 20)), Buffer.from(SQL.slice(20))]],
    ['on standard input, asked for as a file', ['--file', '-'], [Buffer.from(SQL)]],
  ])('%s', async (_, args, stdin) => {
    expect(await runCli(['query', ...args, '--format', 'csv'], { cwd, stdin })).toEqual({
      ...{ code: 0, out: ANSWER, err: '' },
    });
  });

  test.each<[string, string[], RegExp]>([
    ['nowhere', [], /give the SQL once/],
    ['twice', [SQL, '--file', 'utf-8.sql'], /give the SQL once/],
    ['in a file that is not there', ['--file', 'absent.sql'], /absent\.sql can't be read: .*ENOENT/],
    ['in a folder', ['--file', '.'], /can't be read/],
    ['in a file without end', ['--file', 'long.sql'], /longer than 1000000 bytes/],
    ['in a file that is no text', ['--file', 'bytes.sql'], /is no text/],
    ['that is empty', ['-'], /there is no statement/],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await runCli(['query', ...args], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^lanting: [^\n]+\n$/);
    expect(err).toMatch(message);
  });
});

describe('CSV', () => {
  const CHINESE = { LANG: 'zh_CN.UTF-8' };
  const ENGLISH = { LANG: 'en_GB.UTF-8' };

  describe.each<[string, string[]]>([
    ['query', ['query', SQL]],
    ['audit', ['audit']],
  ])('%s', (_, command) => {
    test.each<[string, string[], Record<string, string>, boolean]>([
      ['has a byte order mark where messages are Chinese', [], CHINESE, true],
      ['has none where they are English', [], ENGLISH, false],
      ['has one if it is asked for', ['--bom'], ENGLISH, true],
      ['has none if it is not wanted', ['--no-bom'], CHINESE, false],
    ])('%s', async (__, args, env, marked) => {
      const { code, out } = await runCli([...command, '--format', 'csv', ...args], { cwd, env });
      expect(code).toBe(0);
      expect(out.startsWith(BOM)).toBe(marked);
      expect(out.lastIndexOf(BOM)).toBe(marked ? 0 : -1);
      const plain = await runCli([...command, '--format', 'csv'], { cwd });
      expect(out.replace(BOM, '')).toBe(plain.out);
    });

    test('no other format begins with one', async () => {
      const { out } = await runCli([...command, '--format', 'json', '--bom'], { cwd, env: CHINESE });
      expect(out.startsWith('[')).toBe(true);
    });
  });
});

describe('a query that fails shows the SQL that was given', () => {
  const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';
  test.each<[string, string, number, RegExp]>([
    ['a column that is not there', 'SELECT absent FROM report', 2, /no such column: absent/],
    ['a slip', 'SELECT year FRM report', 2, /syntax error/],
    ['a parameter', 'SELECT ?', 2, /parameters are not allowed here/],
    ['a fault in its rows', 'SELECT json(value) FROM json_each(\'[1,"x"]\')', 2, /malformed JSON/],
    ['stopped by its time limit', ENDLESS, 6, /stopped after 1000 ms/],
    ['stopped by the size of a value', 'SELECT zeroblob(900000000)', 6, /longer than 67108864 bytes/],
  ])('%s', async (_, sql, exit, message) => {
    const { code, out, err } = await runCli(['query', sql, '--time-limit', '1'], { cwd });
    expect([code, out]).toEqual([exit, '']);
    expect(err).toMatch(message);
    expect(err).toContain(`In: ${sql}`);
    expect(err).not.toMatch(/lanting_query|TEMP VIEW|\bviews?\b/);
  });
});

test.each(['crawl', 'nightly'])('%s ends with exit code 5 where another run holds the corpus', async (command) => {
  const path = join(cwd, `${command}.db`);
  const corpus = await openCorpus(path);
  const lock = await takeRunLock(corpus);
  const { code, err } = await runCli([command, '--db', path, '--no-browser'], { cwd });
  await lock.release();
  await corpus.destroy();
  expect([code, err]).toEqual([5, expect.stringContaining('is being crawled by process')]);
});
