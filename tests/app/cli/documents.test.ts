import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../../../samples/generator/generate.ts';
import type { Extraction, ExtractionResult } from '../../../src/model/report.ts';
import { ROOT, runCli } from './run-cli.ts';

/** Pages as the form prints them, one of each edition, and what is asked of the program beside them. */
const [PAGE, OTHER] = [generate(1, { messes: [] }), generate(3, { messes: [] })];
const NO_REPORT = '<html><head><title>办事指南</title></head><body><p>办理身份证需要户口簿。</p></body></html>';
const HOSTILE = `<html><head><title>\u001b[2J=兰亭街道2020年政府信息公开工作年度报告</title></head><body><p>\u001b]0;x\u0007\u009b31m</p></body></html>`;

let cwd = '';

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'lanting-cli-'));
  mkdirSync(join(cwd, 'in/bad'), { recursive: true });
  const file = (path: string, content: string | Uint8Array) => writeFileSync(join(cwd, path), content);
  file('in/1-page.html', PAGE.bytes);
  file('in/2-empty.html', '');
  file(
    'in/3-junk.bin',
    Uint8Array.from({ length: 4_096 }, (_, index) => ((index * 7_919) % 251) & 0x9f),
  );
  file('in/4-no-report.html', NO_REPORT);
  file('in/5-large.html', '');
  truncateSync(join(cwd, 'in/5-large.html'), 50 * 1024 * 1024);
  file('in/6-deep.html', `${'<div>'.repeat(10_000)}x`);
  file('in/7-cut.html', PAGE.bytes.subarray(0, PAGE.bytes.length * 0.7));
  file('in/8-page.html', OTHER.bytes);
  file('hostile.html', HOSTILE);
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const parsed = (out: string) => JSON.parse(out) as ExtractionResult[];
const codes = (results: readonly ExtractionResult[]) =>
  results.map((result) => [result.source.path, 'error' in result ? result.error.code : (result.report?.year ?? null)]);

const FOLDER = [
  ['in/1-page.html', PAGE.truth.year],
  ['in/2-empty.html', 'EMPTY'],
  ['in/3-junk.bin', 'BINARY'],
  ['in/4-no-report.html', null],
  ['in/5-large.html', 'TOO_LARGE'],
  ['in/6-deep.html', expect.anything()],
  ['in/7-cut.html', PAGE.truth.year],
  ['in/8-page.html', OTHER.truth.year],
];

describe('extract', () => {
  test('a page comes back as it was made', async () => {
    const { code, out, err } = await runCli(['extract', 'in/1-page.html'], { cwd });
    expect([code, err]).toEqual([0, '']);
    const [result] = parsed(out) as Extraction[];
    expect(result?.report).toMatchObject({ agency: PAGE.truth.agency, year: PAGE.truth.year });
    const values = Object.entries(result?.figures ?? {}).map(([key, { value }]) => [key, value]);
    const truth = Object.entries(PAGE.truth.figures).map(([key, { value }]) => [key, value]);
    expect(Object.fromEntries(values)).toEqual(Object.fromEntries(truth));
  });

  test('a folder in order, bad documents named and in their places, exit code 3', async () => {
    const { code, out, err } = await runCli(['extract', 'in'], { cwd });
    expect(codes(parsed(out))).toEqual(FOLDER);
    expect(code).toBe(3);
    const failed = parsed(out).flatMap((result) => ('error' in result ? [result.source.path] : []));
    expect(err.split('\n').map((line) => /^lanting: (in\/\S+): .+ \([A-Z_]+\)$/.exec(line)?.[1])).toEqual([
      ...failed,
      undefined,
    ]);
  });

  test('what is cut off, or no report at all, is said to be so', async () => {
    const [none, cut] = parsed((await runCli(['extract', 'in/4-no-report.html', 'in/7-cut.html'], { cwd })).out);
    expect(none).toMatchObject({ report: null, figures: {}, doubts: [{ rule: 'DOC-NOT-A-REPORT' }] });
    const { doubts, flags, figures } = cut as Extraction;
    const named = new Set([...doubts, ...flags].flatMap(({ cells }) => cells));
    const wrong = Object.entries(figures).filter(([key, { value }]) => value !== PAGE.truth.figures[key]?.value);
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong.filter(([key, { status }]) => status !== 'missing' && !named.has(key))).toEqual([]);
    expect([...doubts, ...flags]).not.toEqual([]);
  });

  test('the order of the output is that of the input', async () => {
    const given = ['in/8-page.html', 'nowhere', 'in/1-page.html', 'in/2-empty.html', 'in/8-page.html'];
    const { code, out } = await runCli(['extract', ...given], { cwd });
    expect(parsed(out).map(({ source }) => source.path)).toEqual(given);
    expect(code).toBe(3);
  });

  test('jsonl is the same, one object a line', async () => {
    const array = await runCli(['extract', 'in'], { cwd });
    const lines = await runCli(['extract', 'in', '--format', 'jsonl'], { cwd });
    expect(
      lines.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(parsed(array.out));
  });

  test('table says who, when, how many figures, and what was found', async () => {
    const { out } = await runCli(['extract', 'in', '--format', 'table'], { cwd });
    expect(out).toContain(`${PAGE.truth.agency}, ${PAGE.truth.year}, form of ${PAGE.truth.editions.proactive}`);
    expect(out).toMatch(/\d{3} figures: \d+ with a number/);
    expect(out).toMatch(/not read: .*\(EMPTY\)/);
    expect(out).toContain('not a report of this kind');
  });

  test('reads standard input', async () => {
    const { code, out } = await runCli(['extract', '-'], { cwd, stdin: [PAGE.bytes] });
    expect([code, codes(parsed(out))]).toEqual([0, [['-', PAGE.truth.year]]]);
  });

  test('an empty folder is an empty array', async () => {
    mkdirSync(join(cwd, 'none'));
    const { code, out } = await runCli(['extract', 'none'], { cwd });
    expect([code, JSON.parse(out)]).toEqual([0, []]);
  });

  test.each(['json', 'jsonl', 'table'])('--format %s of a hostile document drives no terminal', async (format) => {
    const { out, err } = await runCli(['extract', 'hostile.html', '\u001b[31mnowhere', '--format', format], { cwd });
    expect(out).not.toBe('');
    expect(out + err).toMatch(/^(?:[^\p{Cc}]|\n)*$/u);
  });
});

describe('ingest, audit and query', () => {
  const db = 'corpus.db';
  const count = async (table: string) => {
    const { out } = await runCli(['query', `SELECT count(*) AS n FROM ${table}`, '--db', db, '--format', 'json'], {
      cwd,
    });
    return (JSON.parse(out) as { n: number }[])[0]?.n;
  };

  test('stores what can be read, names what failed, leaves nothing half-written', async () => {
    const { code, out, err } = await runCli(['ingest', 'in', '--db', db], { cwd });
    expect(code).toBe(3);
    expect(out).toContain('2 new reports');
    expect(err).toMatch(/2-empty\.html: .*\(EMPTY\)/);
    expect(await count('report')).toBe(2);
  });

  test('the same again changes nothing', async () => {
    const before = await runCli(['query', 'SELECT * FROM figures_long', '--db', db, '--format', 'csv'], { cwd });
    const { out } = await runCli(['ingest', 'in/1-page.html', 'in/8-page.html', '--db', db, '--format', 'json'], {
      cwd,
    });
    expect(JSON.parse(out)).toMatchObject({ new: 0, changed: 0, unchanged: 2, failed: [] });
    expect(await runCli(['query', 'SELECT * FROM figures_long', '--db', db, '--format', 'csv'], { cwd })).toEqual(
      before,
    );
  });

  test('the corpus is that of --db, else of LANTING_DB, else lanting.db', async () => {
    const env = { LANTING_DB: 'by-environment.db' };
    await runCli(['ingest', 'in/1-page.html'], { cwd, env });
    await runCli(['ingest', 'in/1-page.html'], { cwd });
    expect(readdirSync(cwd)).toEqual(expect.arrayContaining(['by-environment.db', 'lanting.db', db]));
  });

  test.each([
    'DELETE FROM report',
    'DROP TABLE report',
    "INSERT INTO agency (name) VALUES ('x')",
    'CREATE TABLE x (y)',
    'SELECT 1; DELETE FROM report',
    "ATTACH DATABASE 'other.db' AS other",
    "VACUUM INTO 'copy.db'",
    'PRAGMA user_version = 99',
    'WITH x AS (SELECT 1) DELETE FROM report',
  ])('query does not write: %s', async (sql) => {
    const { code, out, err } = await runCli(['query', sql, '--db', db], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^lanting: [^\n]+\n$/);
    expect(await count('report')).toBe(2);
    expect(readdirSync(cwd)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(other|copy)\.db/)]));
  });

  test.each<[string, string, string]>([
    ['table', 'SELECT 1 AS a, NULL AS b', 'a  b\n-  -\n1\n'],
    ['csv', "SELECT '=1+1' AS a, -5 AS b, 'x,y' AS \"=c\"", 'a,b,\'=c\r\n\'=1+1,-5,"x,y"\r\n'],
    ['json', "SELECT 'é' AS a, x'00ff' AS b", '[\n{"a":"é","b":"00ff"}\n]\n'],
    ['json', 'SELECT 1 AS a WHERE 0', '[]\n'],
    ['csv', 'SELECT 1 AS a WHERE 0', 'a\r\n'],
  ])('query --format %s: %s', async (format, sql, expected) => {
    expect(await runCli(['query', sql, '--db', db, '--format', format], { cwd })).toEqual({
      code: 0,
      out: expected,
      err: '',
    });
  });

  test('a table that would be too long to look at is cut, and says so', async () => {
    const sql = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500) SELECT i FROM n';
    const table = await runCli(['query', sql, '--db', db], { cwd });
    expect(table.out.split('\n')).toHaveLength(2 + 1_000 + 1);
    expect(table.err).toMatch(/only the first 1000 rows.*csv or json/);
    const csv = await runCli(['query', sql, '--db', db, '--format', 'csv'], { cwd });
    expect([csv.out.split('\r\n').length, csv.err]).toEqual([1 + 1_500 + 1, '']);
  });

  test('a query that is wrong says where', async () => {
    const { code, err } = await runCli(['query', 'SELECT absent FROM report', '--db', db], { cwd });
    expect([code, err]).toEqual([2, expect.stringContaining('no such column: absent')]);
  });

  test('a file that is no corpus is left as it is', async () => {
    for (const args of [['audit'], ['query', 'SELECT 1'], ['ingest', 'in/1-page.html']]) {
      const { code, err } = await runCli([...args, '--db', 'hostile.html'], { cwd });
      expect([code, err]).toEqual([2, expect.stringContaining('no Lanting corpus')]);
    }
  });

  test('audit lists, filters, and fails on what it is told to', async () => {
    const all = await runCli(['audit', '--db', db, '--format', 'json'], { cwd });
    expect(all.code).toBe(0);
    const found = JSON.parse(all.out) as { severity: string; rule: string; cells: string[] }[];
    const chosen = await runCli(['audit', '--db', db, '--severity', 'info', '--format', 'json'], { cwd });
    expect(JSON.parse(chosen.out)).toEqual(found.filter(({ severity }) => severity === 'info'));
    const none = await runCli(['audit', '--db', db, '--agency', '%', '--fail-on', 'info'], { cwd });
    expect(none).toEqual({ code: 0, out: '0 found: 0 error, 0 warning, 0 info\n', err: '' });
  });

  test('audit --fail-on ends with exit code 4 where something as grave is listed', async () => {
    const faulty = join(ROOT, 'samples/lanting-2020-html/source.html');
    await runCli(['ingest', faulty, '--region', '330603', '--db', 'faulty.db'], { cwd });
    const audit = async (...args: string[]) => (await runCli(['audit', '--db', 'faulty.db', ...args], { cwd })).code;
    expect(await audit()).toBe(0);
    expect(await audit('--fail-on', 'error')).toBe(4);
    expect(await audit('--region', '3306', '--agency', '兰亭', '--year', '2020', '--fail-on', 'error')).toBe(4);
    expect(await audit('--region', '31', '--fail-on', 'info')).toBe(0);
    expect(await audit('--severity', 'warning', '--fail-on', 'error')).toBe(0);
    expect(await audit('--severity', 'warning', '--fail-on', 'info')).toBe(4);
    expect(await audit('--review', 'dismissed', '--fail-on', 'info')).toBe(0);
  });

  test('audit --format csv is a record for each anomaly, safe to open in a spreadsheet', async () => {
    const csv = await runCli(['audit', '--db', 'faulty.db', '--format', 'csv'], { cwd });
    const json = await runCli(['audit', '--db', 'faulty.db', '--format', 'json'], { cwd });
    expect(csv.out.split('\r\n')).toHaveLength((JSON.parse(json.out) as unknown[]).length + 2);
    expect(csv.out).toMatch(/^agency,region_code,year,rule,severity,cells,/);
    expect(csv.out).not.toMatch(/(^|,)"?[=+@]/m);
  });
});
