import { expect, test } from 'vitest';
import { SqlError, UnsavableReadingError } from '../../db/errors.ts';
import { saveReview } from '../../db/save-review.ts';
import { variablesOf } from '../../src/model/forms/variables.ts';
import { buildExtraction, buildFailure, buildNotAReport, sha256 } from './build-extraction.ts';
import { dump, listOf, save, single, testCorpus } from './corpora.ts';

const RECEIVED = 'requests.received.total';
const RECEIVED_NOW = 'SELECT requests__received__total FROM panel';

test('everything a reading says is stored', async () => {
  const db = await testCorpus();
  const extraction = buildExtraction({
    figures: {
      'proactive.procurement.amount': {
        value: 25.1,
        raw: '251000元',
        status: 'inferred',
        at: null,
        unit: '元',
        note: '含税',
      },
    },
    doubts: [{ alternatives: [['1', '2']] }],
    flags: [{ observed: 'x', expected: null, cells: [] }],
    repair: { changes: [{ cell: RECEIVED, from: 1, to: 3 }], unique: true, alternatives: [], explains: ['T3-BALANCE'] },
  });
  expect(await save(db, [extraction])).toEqual(['new']);
  const stored = await dump(db);
  expect(stored.agency).toMatchObject([{ name: '兰亭街道办事处', kind: 'subdistrict', level: 'township' }]);
  expect(stored.document).toMatchObject([{ sha256: extraction.source.sha256, outcome: 'report', program: '1.0.0' }]);
  expect(stored.sighting).toMatchObject([{ place: 'a.html', document_id: 1 }]);
  expect(stored.report).toMatchObject([{ year: 2020, current_version_id: 1 }]);
  expect(stored.report_version).toMatchObject([
    {
      title: extraction.report?.title,
      edition: '2019',
      published_on: '2021-01-25',
      repair: JSON.stringify(extraction.repair),
    },
  ]);
  expect(stored.section).toMatchObject([{ ordinal: 1, heading: '总体情况', role: 'overview' }]);
  expect(stored.doubt).toMatchObject([{ version_id: 1, rule: 'EX-LABEL', alternatives: '[["1","2"]]' }]);
  expect(stored.flag).toMatchObject([{ observed: 'x', expected: null, cells: '[]', message_zh: '合计不符' }]);
  expect(stored.figure).toHaveLength(198);
  expect(
    await db.sqlite.all(
      "SELECT value, unit, status, note FROM figures_long WHERE key = 'proactive.procurement.amount'",
    ),
  ).toEqual([{ value: 25.1, unit: '元', status: 'inferred', note: '含税' }]);
});

test('blank is null and zero is 0, in the table and in the panel', async () => {
  const db = await testCorpus();
  await save(db, [buildExtraction({ figures: { [RECEIVED]: null, 'requests.granted.total': 0 } })]);
  expect(
    await db.sqlite.all('SELECT requests__received__total AS a, requests__granted__total AS b FROM panel'),
  ).toEqual([{ a: null, b: 0 }]);
  expect(await single(db, "SELECT count(*) FROM figure WHERE value IS NULL AND status = 'blank'")).toBe(1);
});

test('every figure and its locator come back as they were', async () => {
  const db = await testCorpus();
  const extraction = buildExtraction({
    edition: '2021',
    figures: { [RECEIVED]: { value: 3, raw: '３', status: 'reported', at: { page: 2, box: [1, 2, 3.5, 4] } } },
  });
  await save(db, [extraction]);
  const rows = await db.sqlite.all('SELECT key, value, raw, status, locator FROM figures_long');
  const stored = rows.map((row) => [
    row.key,
    { ...row, key: undefined, at: JSON.parse(String(row.locator)), locator: undefined },
  ]);
  expect(rows).toHaveLength(variablesOf('2021').length);
  expect(Object.fromEntries(stored)).toEqual(extraction.figures);
});

test.each([
  ['the same bytes from the same place', { bytes: 'one' }, ['unchanged'], ['a.html']],
  ['the same bytes from another place', { bytes: 'one', path: 'b.html' }, ['unchanged'], ['a.html', 'b.html']],
])('%s change nothing but the list of places', async (_, second, outcomes, places) => {
  const db = await testCorpus();
  await save(db, [buildExtraction({ bytes: 'one', flags: [{}], doubts: [{}] })]);
  const { sighting: _before, ...before } = await dump(db);
  expect(await save(db, [buildExtraction(second)])).toEqual(outcomes);
  const { sighting, ...after } = await dump(db);
  expect(after).toEqual(before);
  expect(sighting?.map((row) => row.place)).toEqual(places);
});

test('the same bytes twice in one batch are one document', async () => {
  const db = await testCorpus();
  const [one, two] = [buildExtraction({ bytes: 'one' }), buildExtraction({ bytes: 'one', path: 'b.html' })];
  expect(await save(db, [one, one, two])).toEqual(['new', 'unchanged', 'unchanged']);
  expect((await dump(db)).sighting).toHaveLength(2);
});

test.each([
  ['in one batch', true],
  ['in two', false],
])('changed bytes make a new version, which is current, %s', async (_, together) => {
  const db = await testCorpus();
  const versions = [3, 4].map((value) => buildExtraction({ bytes: `v${value}`, figures: { [RECEIVED]: value } }));
  const outcomes = together
    ? await save(db, versions)
    : (await Promise.all(versions.map((version) => save(db, [version])))).flat();
  expect(outcomes).toEqual(['new', 'changed']);
  expect(await listOf(db, RECEIVED_NOW)).toEqual([4]);
  expect(
    await listOf(db, `SELECT value FROM figure JOIN variable ON id = variable_id WHERE key = '${RECEIVED}'`),
  ).toEqual([3, 4]);
});

test('a place that goes back to an earlier version makes that one current again', async () => {
  const db = await testCorpus();
  const [first, second] = [3, 4].map((value) =>
    buildExtraction({ bytes: `v${value}`, figures: { [RECEIVED]: value } }),
  );
  if (!first || !second) throw new Error('two were built');
  await save(db, [first, second]);
  expect(await save(db, [first])).toEqual(['changed']);
  expect(await listOf(db, RECEIVED_NOW)).toEqual([3]);
  expect(await listOf(db, 'SELECT place FROM sighting')).toHaveLength(3);
  expect(await save(db, [first])).toEqual(['unchanged']);
});

test('two files of one report do not take turns at being current', async () => {
  const db = await testCorpus();
  const files = [3, 4].map((value) =>
    buildExtraction({ bytes: `v${value}`, path: `${value}.html`, figures: { [RECEIVED]: value } }),
  );
  await save(db, files);
  const before = await dump(db);
  expect(await save(db, files)).toEqual(['unchanged', 'unchanged']);
  expect(await dump(db)).toEqual(before);
});

test.each([
  ['agency', { agency: null }],
  ['agency (only spaces)', { agency: ' ' }],
  ['year', { year: null }],
  ['agency and year', { agency: null, year: null }],
])('reports whose %s is unknown are kept apart, and out of the panel', async (_, unknown) => {
  const db = await testCorpus();
  const reports = ['one', 'two'].map((bytes) => buildExtraction({ bytes, ...unknown, flags: [{}] }));
  expect(await save(db, reports)).toEqual(['new', 'new']);
  expect(
    await save(
      db,
      reports.map((report) => ({ ...report })),
    ),
  ).toEqual(['changed', 'changed'].map(() => 'unchanged'));
  expect(await single(db, 'SELECT count(*) FROM report')).toBe(2);
  expect(await single(db, 'SELECT count(*) FROM panel')).toBe(0);
  expect(await single(db, 'SELECT count(DISTINCT fingerprint) FROM anomalies')).toBe(2);
});

test('bodies of one name in two regions are two bodies', async () => {
  const db = await testCorpus();
  await save(db, [buildExtraction({ bytes: 'one', flags: [{}] })], { regionCode: '330603' });
  await save(db, [buildExtraction({ bytes: 'two', flags: [{}] })], { regionCode: '321300' });
  expect(await listOf(db, 'SELECT region_code FROM panel ORDER BY 1')).toEqual(['321300', '330603']);
  expect(await single(db, 'SELECT count(DISTINCT fingerprint) FROM flag')).toBe(2);
});

test('a document that is no report is kept with its doubt', async () => {
  const db = await testCorpus();
  expect(await save(db, [buildNotAReport('guide')])).toEqual(['not-report']);
  expect(await save(db, [buildNotAReport('guide')])).toEqual(['unchanged']);
  const stored = await dump(db);
  expect(stored.document).toMatchObject([{ sha256: sha256('guide'), outcome: 'not_report' }]);
  expect(stored.doubt).toMatchObject([{ rule: 'DOC-NOT-A-REPORT', document_id: 1, version_id: null }]);
  expect(stored.report).toEqual([]);
});

test('a document that could not be read is kept, tried again, and then counts as new', async () => {
  const db = await testCorpus();
  expect(await save(db, [buildFailure('a.html', 'one'), buildFailure('gone.html')])).toEqual(['failed', 'failed']);
  expect((await dump(db)).document).toMatchObject([{ outcome: 'unreadable', error_code: 'UNREADABLE' }]);
  expect(await save(db, [buildExtraction({ bytes: 'one' })])).toEqual(['new']);
  expect((await dump(db)).document).toMatchObject([{ outcome: 'report', error_code: null, error_message: null }]);
});

test('a failure leaves the good reading of an earlier run', async () => {
  const db = await testCorpus();
  await save(db, [buildExtraction({ bytes: 'one' })]);
  const before = await dump(db);
  expect(await save(db, [buildFailure('a.html', 'one')], { program: '2.0.0' })).toEqual(['failed']);
  expect(await dump(db)).toEqual(before);
});

test.each([
  ['a newer program', { program: '1.10.0' }, 'reread', [7]],
  ['the same program', {}, 'unchanged', [3]],
  ['the same program, when asked to', { reread: true }, 'reread', [7]],
  ['an older program', { program: '0.9.9' }, 'unchanged', [3]],
])('%s reading known bytes', async (_, context, outcome, values) => {
  const db = await testCorpus();
  await save(db, [buildExtraction({ bytes: 'one', figures: { [RECEIVED]: 3 }, flags: [{}], doubts: [{}] })]);
  const again = buildExtraction({ bytes: 'one', figures: { [RECEIVED]: 7 }, sections: [{ text: '另一段文字' }] });
  expect(await save(db, [again], context)).toEqual([outcome]);
  expect(await listOf(db, RECEIVED_NOW)).toEqual(values);
  expect(await single(db, 'SELECT count(*) FROM report_version')).toBe(1);
  const left = outcome === 'reread' ? 0 : 1;
  expect(await single(db, 'SELECT count(*) FROM flag')).toBe(left);
  expect(await single(db, 'SELECT count(*) FROM doubt')).toBe(left);
  // Fails if the index and the text have come apart.
  await db.sqlite.exec("INSERT INTO section_fts (section_fts, rank) VALUES ('integrity-check', 1)");
});

test('an old version that is read again stays old', async () => {
  const db = await testCorpus();
  const versions = [3, 4].map((value) =>
    buildExtraction({ bytes: `v${value}`, path: `${value}.html`, figures: { [RECEIVED]: value } }),
  );
  await save(db, versions);
  await save(db, versions.slice(0, 1), { program: '2.0.0' });
  expect(await listOf(db, RECEIVED_NOW)).toEqual([4]);
});

test('a reading that finds another agency moves the version and leaves no trace of the misread name', async () => {
  const db = await testCorpus();
  await save(db, [
    buildExtraction({ bytes: 'one', agency: '兰亭街' }),
    buildExtraction({ bytes: 'two', path: 'b.html', agency: null }),
    buildExtraction({ bytes: 'three', path: 'c.html', agency: '平水镇人民政府' }),
  ]);
  const right = [
    buildExtraction({ bytes: 'one', figures: { [RECEIVED]: 1 } }),
    buildExtraction({ bytes: 'two', path: 'b.html', figures: { [RECEIVED]: 2 } }),
  ];
  expect(await save(db, right, { program: '2.0.0' })).toEqual(['reread', 'reread']);
  expect(await listOf(db, 'SELECT name FROM agency ORDER BY id')).toEqual(['平水镇人民政府', '兰亭街道办事处']);
  expect(await single(db, 'SELECT count(*) FROM report')).toBe(2);
  expect(await listOf(db, "SELECT requests__received__total FROM panel WHERE agency LIKE '兰亭%'")).toEqual([2]);
  expect(await listOf(db, 'SELECT count(*) FROM report_version GROUP BY report_id ORDER BY 1')).toEqual([1, 2]);
});

test('a reading that finds no report takes the version back, and the version before is current', async () => {
  const db = await testCorpus();
  await save(db, [
    buildExtraction({ bytes: 'one', figures: { [RECEIVED]: 3 } }),
    buildExtraction({ bytes: 'guide', path: 'guide.html', figures: { [RECEIVED]: 4 } }),
  ]);
  expect(await save(db, [buildNotAReport('guide')], { program: '2.0.0' })).toEqual(['reread']);
  expect(await listOf(db, RECEIVED_NOW)).toEqual([3]);
  expect(await single(db, 'SELECT count(*) FROM document')).toBe(2);
  expect(await single(db, 'SELECT count(*) FROM figure WHERE version_id = 2')).toBe(0);
});

test('an unplaced report that is read again keeps its place', async () => {
  const db = await testCorpus();
  await save(db, [buildExtraction({ bytes: 'one', agency: null })]);
  await save(db, [buildExtraction({ bytes: 'one', agency: null })], { program: '2.0.0' });
  expect(await listOf(db, 'SELECT id FROM report')).toEqual([1]);
});

test('a review outlives the reading, as long as the flag says the same', async () => {
  const db = await testCorpus();
  const review = () => single(db, "SELECT review || coalesce(review_note, '') FROM anomalies");
  await save(db, [buildExtraction({ bytes: 'one', flags: [{}] })]);
  const fingerprint = String(await single(db, 'SELECT fingerprint FROM flag'));
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(await review()).toBe('open');
  await saveReview(db, { fingerprint, decision: 'dismissed', decidedAt: '2026-01-01' });
  await saveReview(db, { fingerprint, decision: 'confirmed', note: '属实', decidedAt: '2026-01-02' });
  expect(await review()).toBe('confirmed属实');

  const reworded = { severity: 'warning', message: { zh: '换了说法', en: 'in other words' } } as const;
  const sameCells = ['requests.total.total', 'requests.received.total'];
  await save(db, [buildExtraction({ bytes: 'one', flags: [{ ...reworded, cells: sameCells }] })], { program: '2.0.0' });
  expect(await review()).toBe('confirmed属实');

  await save(db, [buildExtraction({ bytes: 'two', flags: [{ observed: 4 }] })]);
  expect(await review()).toBe('open');
  expect(await single(db, 'SELECT count(*) FROM review')).toBe(2);
  expect(await db.sqlite.all('SELECT rule, agency, year, observed FROM review LIMIT 1')).toEqual([
    { rule: 'T3-BALANCE', agency: '兰亭街道办事处', year: 2020, observed: 3 },
  ]);
});

test('a review of a flag that nobody raised is refused', async () => {
  const db = await testCorpus();
  await expect(saveReview(db, { fingerprint: 'f', decision: 'confirmed', decidedAt: '2026-01-01' })).rejects.toThrow(
    /No flag has the fingerprint f/,
  );
});

test('tables of mixed editions store each figure under its own edition', async () => {
  const db = await testCorpus();
  await save(db, [
    buildExtraction({
      ...{ edition: '2021', editions: { requests: '2019' }, year: 2023 },
      figures: { [RECEIVED]: 5, 'requests.other.total': 2, 'proactive.fees.amount': 1.5 },
    }),
  ]);
  const query = (key: string) => `SELECT edition FROM figures_long WHERE key = '${key}'`;
  expect(await listOf(db, query(RECEIVED))).toEqual(['2019']);
  expect(await listOf(db, query('requests.other.total'))).toEqual(['2019']);
  expect(await listOf(db, query('proactive.fees.amount'))).toEqual(['2021']);
  expect(await listOf(db, RECEIVED_NOW)).toEqual([5]);
});

test('hostile text is text', async () => {
  const db = await testCorpus();
  const hostile = `'); DROP TABLE report; -- "\\u0000" \\ud800 ${'\\'} \u0000 \ud800 😀 $.x ?1 :a`;
  const seen = hostile.replace('\u0000', '\ufffd').replace('\ud800', '\ufffd');
  await save(db, [
    buildExtraction({
      ...{ agency: hostile, path: hostile },
      sections: [{ text: hostile, heading: hostile }],
      figures: { [RECEIVED]: { value: null, raw: hostile, status: 'unreadable', at: { path: hostile } } },
      flags: [{ observed: hostile }],
    }),
  ]);
  expect(await listOf(db, 'SELECT text FROM section')).toEqual([seen]);
  expect(await listOf(db, "SELECT raw FROM figure WHERE status = 'unreadable'")).toEqual([seen]);
  expect(await listOf(db, 'SELECT observed FROM flag')).toEqual([seen]);
  expect(await listOf(db, 'SELECT name FROM agency')).toEqual([seen]);
  expect(await listOf(db, 'SELECT place FROM sighting')).toEqual([seen]);
});

test.each([
  ['a key that no form has', { 'requests.received.robots': 1 }, UnsavableReadingError],
  ['a number that is none', { [RECEIVED]: Number.NaN }, UnsavableReadingError],
  ['an endless number', { [RECEIVED]: Number.POSITIVE_INFINITY }, UnsavableReadingError],
  ['a value that is blank', { [RECEIVED]: { value: 3, raw: '', status: 'blank', at: null } as const }, SqlError],
  [
    'a report without its value',
    { [RECEIVED]: { value: null, raw: '3', status: 'reported', at: null } as const },
    SqlError,
  ],
])('%s is an error and leaves nothing behind', async (_, figures, thrown) => {
  const db = await testCorpus();
  await expect(
    save(db, [buildExtraction({ bytes: 'fine' }), buildExtraction({ bytes: 'bad', figures })]),
  ).rejects.toThrow(thrown);
  expect(Object.values(await dump(db)).flat()).toEqual([]);
});

test.each([
  ['a page with another counter on it', 'page.html', {}],
  ['a twin of the page at another place', 'twin.html', {}],
  ['a twin whose narrative is framed otherwise', 'twin.html', { sections: [{ text: '打印 关闭' }] }],
])('%s says the same, and makes no version', async (_, path, other) => {
  const db = await testCorpus();
  const first = buildExtraction({ bytes: 'one', path: 'page.html', figures: { [RECEIVED]: 3 } });
  const again = buildExtraction({ bytes: 'two', path, figures: { [RECEIVED]: 3 }, ...other });
  expect(await save(db, [first])).toEqual(['new']);
  expect(await save(db, [again])).toEqual(['unchanged']);
  expect(await single(db, 'SELECT count(*) FROM report_version')).toBe(1);
  expect(await single(db, 'SELECT same_as_id FROM document ORDER BY id DESC LIMIT 1')).toBe(1);
  const before = await dump(db);
  expect(await save(db, [first, again])).toEqual(['unchanged', 'unchanged']);
  if (path !== 'page.html') expect(await dump(db)).toEqual(before);
});

test('a changed narrative at the same place is a new version, though no figure moved', async () => {
  const db = await testCorpus();
  const versions = ['一', '二'].map((text) => buildExtraction({ bytes: text, sections: [{ text }] }));
  expect(await save(db, versions)).toEqual(['new', 'changed']);
});

test('another place that says less does not become current; one that says more does', async () => {
  const db = await testCorpus();
  const bare = { [RECEIVED]: null };
  const cases = [
    buildExtraction({ bytes: 'page', path: 'page.html', figures: { [RECEIVED]: 3 } }),
    buildExtraction({ bytes: 'less', path: 'less.html', figures: bare }),
    buildExtraction({ bytes: 'more', path: 'more.pdf', figures: { [RECEIVED]: 5 } }),
  ];
  await save(db, cases.slice(0, 2));
  expect(await listOf(db, RECEIVED_NOW)).toEqual([3]);
  await save(db, cases.slice(2));
  expect(await listOf(db, RECEIVED_NOW)).toEqual([5]);
});

test('a place that goes back to what a twin says makes that version current again', async () => {
  const db = await testCorpus();
  const state = (bytes: string, value: number, path = 'page.html') =>
    buildExtraction({ bytes, path, figures: { [RECEIVED]: value } });
  await save(db, [state('a', 3, 'twin.html')]);
  expect(await save(db, [state('b', 3)])).toEqual(['unchanged']);
  expect(await save(db, [state('c', 4)])).toEqual(['changed']);
  expect(await listOf(db, RECEIVED_NOW)).toEqual([4]);
  expect(await save(db, [state('b', 3)])).toEqual(['changed']);
  expect(await listOf(db, RECEIVED_NOW)).toEqual([3]);
});
