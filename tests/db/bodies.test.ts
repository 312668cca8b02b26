import { expect, test } from 'vitest';
import { type Corpus, openCorpus } from '../../db/connect.ts';
import { saveReview } from '../../db/save-review.ts';
import type { SiteMarks } from '../../src/model/bodies/body-place.ts';
import { buildExtraction } from './build-extraction.ts';
import { corpusPath, listOf, save, single, testCorpus } from './corpora.ts';

const RECEIVED = 'requests.received.total';

const PORTALS: readonly (readonly [slug: string, name: string, home: string, region: string | null])[] = [
  ['shipu', '石浦市人民政府门户网站', 'https://www.shipu.gov.cn/', '3306'],
  ['chenghe', '城河区人民政府', 'https://www.chenghe.gov.cn/', '330602'],
  ['qinglan', '青岚县人民政府', 'https://www.qinglan.gov.cn/', '330626'],
  ['baiyu', '白榆县人民政府', 'https://www.baiyu.gov.cn/', null],
];

async function withPortals(path?: string): Promise<Corpus> {
  const db = await testCorpus(path);
  for (const [slug, name, home, region] of PORTALS) {
    await db
      .insertInto('portal')
      .values({ slug, name, home, region_code: region, family: null, level: null, agencies: null })
      .execute();
  }
  return db;
}

let number = 0;
/** A report that says what no other does, unless `received` is given. */
function report(agency: string, path: string, year = 2020, received?: number) {
  number += 1;
  const figures = { [RECEIVED]: received ?? number };
  return buildExtraction({ agency, path, year, bytes: `${path} ${number}`, figures, flags: [{}] });
}

const BODIES = `SELECT group_concat(year) FROM (SELECT agency_id, year FROM report ORDER BY agency_id, year) GROUP BY agency_id`;
const NOWHERE = { regionCode: null };
const DOUBTS = "SELECT count(*) FROM doubt WHERE rule = 'DOC-BODY'";

test('bodies of one name on the portals of three places are three', async () => {
  const db = await withPortals();
  const hosts = ['www.shipu.gov.cn', 'www.chenghe.gov.cn', 'www.qinglan.gov.cn', 'www.baiyu.gov.cn'];
  const reports = hosts.map((host) => report('财政局', `https://${host}/nb/1.html`));
  expect(await save(db, reports, NOWHERE)).toEqual(['new', 'new', 'new', 'new']);
  expect(await db.sqlite.all('SELECT name, place, region_code FROM agency ORDER BY id')).toEqual([
    { name: '财政局', place: '石浦市', region_code: '3306' },
    { name: '财政局', place: '城河区', region_code: '330602' },
    { name: '财政局', place: '青岚县', region_code: '330626' },
    { name: '财政局', place: '白榆县', region_code: null },
  ]);
  expect(await single(db, 'SELECT count(DISTINCT fingerprint) FROM flag')).toBe(4);
  expect(await single(db, DOUBTS)).toBe(0);
});

test.each<[string, readonly (readonly [name: string, path: string])[], string]>([
  [
    'a place with and without the words for its government',
    [
      ['青岚县', 'https://www.qinglan.gov.cn/1.html'],
      ['青岚县人民政府', '/files/b.html'],
    ],
    '青岚县人民政府',
  ],
  [
    'a department by its short and its full names',
    [
      ['应急管理局', 'https://www.shipu.gov.cn/1.html'],
      ['石浦市应急管理局', 'https://www.shipu.gov.cn/2.html'],
    ],
    '石浦市应急管理局',
  ],
  [
    'a department found on another place’s portal',
    [
      ['石浦市财政局', 'https://www.chenghe.gov.cn/1.html'],
      ['财政局', 'https://www.shipu.gov.cn/2.html'],
    ],
    '石浦市财政局',
  ],
  [
    'a name with the city above and without',
    [
      ['碚州市青岚县财政局', '/files/a.html'],
      ['青岚县财政局', '/files/b.html'],
    ],
    '碚州市青岚县财政局',
  ],
  [
    'a town whose name is said twice',
    [
      ['小湾乡', 'https://www.qinglan.gov.cn/1.html'],
      ['小湾乡人民政府青岚县小湾乡', 'https://www.qinglan.gov.cn/2.html'],
    ],
    '青岚县小湾乡',
  ],
])('%s is one body, in any order', async (_, mentions, called) => {
  for (const order of [mentions, mentions.toReversed()]) {
    const db = await withPortals();
    await save(
      db,
      order.map(([name, path], at) => report(name, path, 2020 + at)),
      NOWHERE,
    );
    expect(await listOf(db, BODIES)).toEqual(['2020,2021']);
    expect(await listOf(db, 'SELECT name FROM agency')).toEqual([called]);
  }
});

test('what a page says of its site goes before the host: a county’s pages on the city’s', async () => {
  const db = await withPortals();
  const marks: readonly SiteMarks[] = [
    { code: '3306260003', name: null },
    { code: 'null', name: '石浦市人民政府' },
    { code: null, name: '青岚县人民政府门户网站' },
  ];
  const reports = marks.map((_, at) => report('财政局', `https://www.shipu.gov.cn/${at}.html`, 2018 + at));
  const siteOf = (one: (typeof reports)[number]) => marks[reports.indexOf(one)] ?? null;
  await save(db, reports, { ...NOWHERE, siteOf });
  await save(db, [report('财政局', 'https://www.qinglan.gov.cn/1.html', 2021)], NOWHERE);
  expect((await listOf(db, BODIES)).sort()).toEqual(['2018,2020,2021', '2019']);
  expect(await listOf(db, 'SELECT site_code FROM document WHERE site_code IS NOT NULL')).toEqual([
    '3306260003',
    'null',
  ]);
});

test('files that agree in a short name and a year alone are kept apart under a doubt', async () => {
  const db = await testCorpus();
  const reports = ['a', 'b', 'c'].map((name) => report('财政局', `/files/${name}.html`));
  expect(await save(db, reports, NOWHERE)).toEqual(['new', 'new', 'new']);
  expect(await single(db, 'SELECT count(*) FROM agency')).toBe(3);
  expect(await single(db, DOUBTS)).toBe(2);
  expect(await single(db, 'SELECT count(DISTINCT identity) FROM agency')).toBe(3);
  // The same place with another text is a new state of the same report.
  expect(await save(db, [report('财政局', '/files/b.html')], NOWHERE)).toEqual(['changed']);
  expect(await single(db, 'SELECT count(*) FROM agency')).toBe(3);
});

test('files of one folder that say the same are one report, those of another folder are another body’s', async () => {
  const db = await testCorpus();
  await save(db, [report('财政局', '/a/1.html', 2020, 7), report('财政局', '/a/2.html', 2021, 8)], NOWHERE);
  expect(await save(db, [report('财政局', '/a/twin.html', 2020, 7)], NOWHERE)).toEqual(['unchanged']);
  expect(await single(db, DOUBTS)).toBe(0);
  await save(db, [report('财政局', '/b/1.html', 2022, 9)], NOWHERE);
  expect(await single(db, DOUBTS)).toBe(1);
  expect(await listOf(db, BODIES)).toEqual(['2020,2021', '2022']);
});

test('what stands in two folders word for word is one report, nothing but zeros is not', async () => {
  const db = await testCorpus();
  const telling = {
    [RECEIVED]: 31,
    'requests.total.total': 31,
    'requests.granted.total': 7,
    'requests.other.total': 2,
  };
  const twin = (path: string, figures: Readonly<Record<string, number>>, text: string) =>
    buildExtraction({ agency: '石桥镇人民政府', path, bytes: path, figures, sections: [{ text }] });
  await save(db, [twin('/a/1.html', telling, '甲'), twin('/b/1.txt', telling, '乙')], NOWHERE);
  expect(await single(db, 'SELECT count(*) FROM agency')).toBe(1);
  await save(db, [twin('/c/2.html', {}, '甲'), twin('/d/2.html', {}, '乙')], NOWHERE);
  expect(await single(db, 'SELECT count(*) FROM agency')).toBe(3);
});

test('a place that is known by name and has another code elsewhere is one body under a doubt', async () => {
  const db = await testCorpus();
  await save(db, [report('青岚县财政局', '/a.html', 2020)], { regionCode: '330626' });
  await save(db, [report('青岚县财政局', '/b.html', 2021)], { regionCode: '410326' });
  expect(await single(db, 'SELECT count(*) FROM agency')).toBe(1);
  expect(await single(db, DOUBTS)).toBe(1);
});

/** Makes the corpus what a program left that knew bodies by their names alone: all of one agency. */
async function asBefore(db: Corpus): Promise<void> {
  await db.sqlite.exec(`
    UPDATE report_version SET report_id = (SELECT min(kept.id) FROM report JOIN report AS kept ON kept.year = report.year
      JOIN agency ON agency.id = report.agency_id JOIN agency AS first ON first.id = kept.agency_id AND first.name = agency.name
      WHERE report.id = report_version.report_id);
    UPDATE report SET current_version_id = (SELECT max(id) FROM report_version WHERE report_id = report.id);
    DELETE FROM report WHERE current_version_id IS NULL;
    UPDATE report SET agency_id = (SELECT min(same.id) FROM agency JOIN agency AS same ON same.name = agency.name
      WHERE agency.id = report.agency_id);
    DELETE FROM agency WHERE NOT EXISTS (SELECT 1 FROM report WHERE agency_id = agency.id);
    UPDATE flag SET fingerprint = 'old ' || rule;
    UPDATE agency SET rest = NULL, place = NULL, above = NULL, place_code = NULL, origin = NULL, region_code = NULL,
      identity = json_array(name, NULL)`);
}

test('what an older program joined by name alone is taken apart, and what it knew twice is joined', async () => {
  const path = corpusPath();
  const db = await withPortals(path);
  const finance = ['shipu', 'qinglan', 'baiyu'].map((host) => report('财政局', `https://www.${host}.gov.cn/nb/1.html`));
  await save(db, [...finance, report('财政局', 'https://www.qinglan.gov.cn/nb/1.html', 2021)], NOWHERE);
  await save(db, [report('青岚县', '/a.html', 2020)], NOWHERE);
  await asBefore(db);
  await db.sqlite.exec(`INSERT INTO agency (name, kind, identity) VALUES ('青岚县人民政府', 'government', '["青岚县人民政府",null]');
    INSERT INTO report (agency_id, year) SELECT max(id), 2021 FROM agency;
    UPDATE report_version SET report_id = (SELECT max(id) FROM report)
      WHERE id = (SELECT max(version_id) FROM flag JOIN report_version ON report_version.id = version_id
        JOIN report ON report.id = report_id WHERE year = 2021);
    UPDATE report SET current_version_id = (SELECT max(id) FROM report_version WHERE report_id = report.id);
    DELETE FROM report WHERE current_version_id IS NULL`);
  await saveReview(db, { fingerprint: 'old T3-BALANCE', decision: 'confirmed', decidedAt: '2026-01-01' });
  await db.sqlite.exec(
    `INSERT INTO rule_switch (rule, agency_id, is_off, note, decided_at) VALUES ('XY-CARRY', 1, 1, 'n', '')`,
  );
  const versions = await single(db, 'SELECT count(*) FROM report_version');
  await db.destroy();

  const again = await openCorpus(path);
  expect(await again.sqlite.all('SELECT name, place FROM agency ORDER BY id')).toEqual([
    { name: '财政局', place: '石浦市' },
    { name: '青岚县人民政府', place: '青岚县' },
    { name: '财政局', place: '青岚县' },
    { name: '财政局', place: '白榆县' },
  ]);
  expect(await single(again, 'SELECT count(*) FROM report_version')).toBe(versions);
  expect(await single(again, 'SELECT count(*) FROM report WHERE agency_id IS NULL OR current_version_id IS NULL')).toBe(
    0,
  );
  // Every flag has its decision still, and none is known by another body's name.
  expect(await listOf(again, 'SELECT DISTINCT review FROM anomalies')).toEqual(['confirmed']);
  expect(await listOf(again, 'SELECT agency_id FROM rule_switch ORDER BY 1')).toHaveLength(3);
  expect(await listOf(again, 'PRAGMA foreign_key_check')).toEqual([]);
  const before = await again.sqlite.all('SELECT * FROM agency ORDER BY id');
  await again.destroy();
  const third = await openCorpus(path);
  expect(await third.sqlite.all('SELECT * FROM agency ORDER BY id')).toEqual(before);
  await third.destroy();
});
