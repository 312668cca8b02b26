import { expect, test } from 'vitest';
import { columnName } from '../../src/model/forms/variables.ts';
import { buildExtraction } from './build-extraction.ts';
import { listOf, save, single, testCorpus } from './corpora.ts';

const TOTAL = 'requests.received.total';

test('the panel is one row per agency and year, with the counts of its findings beside the figures', async () => {
  const db = await testCorpus();
  const [error, warning, info] = [
    { severity: 'error' },
    { severity: 'warning', observed: 2 },
    { severity: 'info', observed: 1 },
  ] as const;
  await save(db, [
    buildExtraction({ bytes: 'old', year: 2020, flags: [error, error, warning] }),
    buildExtraction({
      bytes: 'new',
      year: 2020,
      flags: [error, warning, warning],
      doubts: [info],
      figures: { [TOTAL]: 3 },
    }),
    buildExtraction({ bytes: 'next', year: 2021, edition: '2021', path: 'b.html', figures: { [TOTAL]: 4 } }),
  ]);
  const columns = `agency, level, kind, year, edition, requests__received__total AS total, flags_error, flags_warning,
    flags_info, doubts_error, doubts_warning, doubts_info`;
  const agency = { agency: '兰亭街道办事处', level: 'township', kind: 'subdistrict' };
  const none = { doubts_error: 0, doubts_warning: 0, doubts_info: 0 };
  expect(await db.sqlite.all(`SELECT ${columns} FROM panel ORDER BY year`)).toEqual([
    ...[
      {
        ...agency,
        year: 2020,
        edition: '2019',
        total: 3,
        flags_error: 1,
        flags_warning: 2,
        flags_info: 0,
        ...none,
        doubts_info: 1,
      },
    ],
    ...[{ ...agency, year: 2021, edition: '2021', total: 4, flags_error: 0, flags_warning: 0, flags_info: 0, ...none }],
  ]);
});

/** What another program may do to figures, and what the panel says then. */
test.each([
  ['changes one', 'UPDATE figure SET value = 9 WHERE variable_id = TOTAL', 9],
  ['takes one away', 'DELETE FROM figure WHERE variable_id = TOTAL', null],
  [
    'replaces them all',
    `CREATE TEMP TABLE kept AS SELECT * FROM figure; DELETE FROM figure; UPDATE kept SET value = value + 4;
     INSERT INTO figure SELECT * FROM kept`,
    7,
  ],
] as const)('the panel is right where another program %s', async (_, change, total) => {
  const db = await testCorpus();
  await save(db, [buildExtraction({ figures: { [TOTAL]: 3 } }), buildExtraction({ year: 2021, path: 'b.html' })]);
  const rows = () => single(db, 'SELECT count(*) FROM panel_value');
  expect(await rows()).toBe(2);
  const id = await single(db, `SELECT id FROM variable WHERE key = '${TOTAL}' AND edition = '2019'`);
  await db.sqlite.exec(change.replaceAll('TOTAL', String(id)));
  expect(await rows()).toBe(0);
  expect(await listOf(db, 'SELECT requests__received__total FROM panel WHERE year = 2020')).toEqual([total]);
});

test('every column of the panel is the figure of that key', async () => {
  const db = await testCorpus();
  await save(db, [
    buildExtraction({ figures: { [TOTAL]: 3.5, 'requests.total.total': null } }),
    buildExtraction({ edition: '2021', year: 2022, path: 'b.html' }),
  ]);
  const [row = {}, newer = {}] = await db.sqlite.all('SELECT * FROM panel ORDER BY year');
  for (const [year, panel] of [
    [2020, row],
    [2022, newer],
  ] as const) {
    const figures = await db.sqlite.all(`SELECT key, value FROM figures_long WHERE year = ${year}`);
    const inPanel = Object.entries(panel).filter(([column, value]) => column.includes('__') && value !== null);
    const held = figures.filter(({ value }) => value !== null);
    expect(new Map(inPanel)).toEqual(new Map(held.map(({ key, value }) => [columnName(String(key)), value])));
  }
});

test('a column of the other edition is null, not 0', async () => {
  const db = await testCorpus();
  await save(db, [buildExtraction({ edition: '2021', year: 2022 })]);
  expect(await listOf(db, 'SELECT requests__other__total FROM panel')).toEqual([null]);
  expect(await listOf(db, 'SELECT requests__other_misc__total FROM panel')).toEqual([0]);
});

test.each([
  ['the form has one', '2021', 'fees', { value: 3, raw: '3', status: 'reported', at: null }, '万元'],
  ['the cell has another', '2021', 'fees', { value: 3, raw: '3元', status: 'reported', at: null, unit: '元' }, '元'],
  ['nobody says', '2019', 'procurement', { value: 3, raw: '3', status: 'reported', at: null }, 'unknown'],
  ['there is no amount', '2021', 'fees', { value: null, raw: '', status: 'blank', at: null }, null],
] as const)('an amount has its unit beside it in the panel: %s', async (_, edition, row, figure, unit) => {
  const db = await testCorpus();
  await save(db, [buildExtraction({ edition, figures: { [`proactive.${row}.amount`]: figure } })]);
  expect(await listOf(db, `SELECT unit_of_${row}_amount FROM panel`)).toEqual([unit]);
});

test('an anomaly has the labels of its cells in the edition of its report, and says how far off it is', async () => {
  const db = await testCorpus();
  await save(db, [
    buildExtraction({
      edition: '2021',
      flags: [
        { cells: ['proactive.licensing.decisions', TOTAL, 'not.a.figure'], observed: 3, expected: 5 },
        { cells: [], observed: 'three', expected: 5, rule: 'TXT-RECEIVED' },
      ],
    }),
  ]);
  expect(await db.sqlite.all('SELECT labels_zh, off_by, place, review FROM anomalies ORDER BY flag_id')).toEqual([
    {
      labels_zh: '行政许可 · 本年处理决定数量；本年新收政府信息公开申请数量 · 总计；not.a.figure',
      off_by: 2,
      place: 'a.html',
      review: 'open',
    },
    { labels_zh: null, off_by: null, place: 'a.html', review: 'open' },
  ]);
});

test('the long figures are those of current versions, placed or not', async () => {
  const db = await testCorpus();
  await save(db, [
    buildExtraction({ bytes: 'old', figures: { [TOTAL]: 1 } }),
    buildExtraction({ bytes: 'new', figures: { [TOTAL]: 2 } }),
    buildExtraction({ bytes: 'unplaced', agency: null, path: 'b.html', figures: { [TOTAL]: 3 } }),
  ]);
  const query = `SELECT agency, value FROM figures_long WHERE key = '${TOTAL}' ORDER BY value`;
  expect(await db.sqlite.all(query)).toEqual([
    { agency: '兰亭街道办事处', value: 2 },
    { agency: null, value: 3 },
  ]);
});
