import { describe, expect, it, test } from 'vitest';
import type { Corpus } from '../../../db/connect.ts';
import { findAnomalies } from '../../../db/queries/find-anomalies.ts';
import { saveReview } from '../../../db/save-review.ts';
import { auditCorpus } from '../../../src/app/pipeline/audit-corpus.ts';
import type { Extraction } from '../../../src/model/report.ts';
import { narrative } from '../../bench/narratives.ts';
import { buildExtraction, type ExtractionCase } from '../../db/build-extraction.ts';
import { listOf, save, single, testCorpus } from '../../db/corpora.ts';

const NOW = new Date('2022-05-01T00:00:00Z');
const run = (db: Corpus, program = '1.0.0', now = NOW) => auditCorpus(db, { program, now: () => now });

const OUT = 'requests.carried_out.total';
const IN = 'requests.carried_in.total';
const report = (parts: ExtractionCase): Extraction =>
  buildExtraction({ agency: '柯桥区财政局', path: `${parts.agency ?? ''}${parts.year}.html`, ...parts });
const lastYear = (carriedOut: number, parts: ExtractionCase = {}) =>
  report({ year: 2019, figures: { [OUT]: carriedOut }, ...parts });
const thisYear = (carriedIn: number, parts: ExtractionCase = {}) =>
  report({ year: 2020, figures: { [IN]: carriedIn }, ...parts });

/** The flags of scope `corpus` that stand on current versions, or those of one rule. */
const found = async (db: Corpus, rule?: string): Promise<unknown[]> => {
  const all = await listOf(
    db,
    `SELECT flag.rule || ' ' || anomalies.agency || ' ' || anomalies.year
     FROM anomalies JOIN flag ON flag.id = flag_id WHERE scope = 'corpus' ORDER BY flag_id`,
  );
  return all.filter((one) => rule === undefined || String(one).startsWith(`${rule} `));
};

describe('a report beside last year’s', () => {
  it('is flagged where they disagree, beside its own flags', async () => {
    const db = await testCorpus();
    await save(db, [lastYear(3), thisYear(5, { flags: [{ rule: 'OWN' }] })]);
    expect(await run(db)).toMatchObject({ reports: 2, audited: 2, flags: 1 });
    expect(await listOf(db, 'SELECT rule FROM flag ORDER BY id')).toEqual(['OWN', 'XY-CARRY']);
    const [flag] = await findAnomalies(db, { rule: 'XY-CARRY' });
    expect(flag).toMatchObject({ agency: '柯桥区财政局', year: 2020, observed: 5, expected: 3, off_by: 2 });
  });

  it('is audited once, and again when the other changes', async () => {
    const db = await testCorpus();
    await save(db, [lastYear(3), thisYear(5)]);
    await run(db);
    expect(await run(db)).toMatchObject({ audited: 0, sketched: 0 });
    await save(db, [lastYear(5, { bytes: 'corrected' })]);
    expect(await run(db)).toMatchObject({ audited: 2 });
    expect(await found(db, 'XY-CARRY')).toEqual([]);
  });

  it('touches nobody else', async () => {
    const db = await testCorpus();
    await save(db, [lastYear(3), thisYear(5), report({ agency: '平水镇人民政府', year: 2020 })]);
    await run(db);
    await save(db, [report({ agency: '平水镇人民政府', year: 2021, edition: '2021' })]);
    expect(await run(db)).toMatchObject({ audited: 2 });
  });

  it('keeps a decision while the finding is the same', async () => {
    const db = await testCorpus();
    await save(db, [lastYear(3), thisYear(5)]);
    await run(db);
    const [flag] = await findAnomalies(db, { rule: 'XY-CARRY' });
    await saveReview(db, { fingerprint: flag?.fingerprint ?? '', decision: 'confirmed', decidedAt: '2026-01-01' });
    await run(db, '1.1.0');
    expect((await findAnomalies(db, { rule: 'XY-CARRY' })).map(({ review }) => review)).toEqual(['confirmed']);
  });

  it('is audited anew when its reading was replaced', async () => {
    const db = await testCorpus();
    await save(db, [lastYear(3), thisYear(5)]);
    await run(db);
    await save(db, [thisYear(5)], { program: '1.1.0', reread: true, now: '2026-03-03T00:00:00.000Z' });
    expect(await found(db)).toEqual([]);
    await run(db);
    expect(await found(db, 'XY-CARRY')).toEqual(['XY-CARRY 柯桥区财政局 2020']);
  });

  it('is nothing to judge without a body or a year', async () => {
    const db = await testCorpus();
    await save(db, [report({ agency: null, year: 2020 }), report({ year: null })]);
    expect(await run(db)).toMatchObject({ reports: 0, audited: 0, flags: 0 });
  });
});

test('a government is compared with the bodies below it, which are found by name and region', async () => {
  const db = await testCorpus();
  const requests = (natural: number) => ({ 'requests.received.natural': natural, 'requests.received.total': natural });
  const government = report({ agency: '柯桥区人民政府', year: 2020, figures: requests(10) });
  const region = { regionCode: '330603' };
  await save(db, [government, report({ agency: '财政局', year: 2020, figures: requests(4) })], region);
  await run(db);
  expect(await found(db, 'H-PARENT-LOW')).toEqual([]);
  await save(db, [report({ agency: '柯岩街道办事处', year: 2020, figures: requests(40) })], region);
  expect(await run(db)).toMatchObject({ audited: 2 });
  expect(await found(db, 'H-PARENT-LOW')).toEqual(['H-PARENT-LOW 柯桥区人民政府 2020']);
  const parents = `SELECT coalesce(parent.name, '-') FROM agency LEFT JOIN agency AS parent ON parent.id = agency.parent_id
    ORDER BY agency.id`;
  expect(await listOf(db, parents)).toEqual(['-', '柯桥区人民政府', '柯桥区人民政府']);
});

describe('narratives', () => {
  const town = (nth: number, agency: string): Extraction => {
    const { agency: own, text } = narrative(nth, 10);
    return report({ agency, year: 2020, bytes: `${agency}${nth}`, sections: [{ text: text.replaceAll(own, agency) }] });
  };

  it('of two bodies that are nearly the same are flagged for both, the first when the second comes', async () => {
    const db = await testCorpus();
    await save(db, [town(0, '石桥镇人民政府'), town(2, '白鹭乡人民政府')]);
    await run(db);
    expect(await found(db)).toEqual([]);
    await save(db, [town(1, '三合镇人民政府')]);
    expect(await run(db)).toMatchObject({ audited: 2, sketched: 1, pairs: 1 });
    expect(await found(db, 'DUP-OTHER-BODY')).toEqual([
      'DUP-OTHER-BODY 石桥镇人民政府 2020',
      'DUP-OTHER-BODY 三合镇人民政府 2020',
    ]);
  });

  it('are no longer alike when one was written anew', async () => {
    const db = await testCorpus();
    await save(db, [town(0, '石桥镇人民政府'), town(1, '三合镇人民政府')]);
    await run(db);
    await save(db, [town(4, '三合镇人民政府')]);
    await run(db);
    expect(await found(db, 'DUP-OTHER-BODY')).toEqual([]);
  });

  it('are sketched anew when what is common becomes known', async () => {
    const db = await testCorpus();
    const towns = Array.from({ length: 29 }, (_, nth) => town(2 * nth, `${'甲乙丙丁戊'[nth % 5]}${nth}镇人民政府`));
    await save(db, towns);
    expect(await run(db)).toMatchObject({ sketched: 29 });
    await save(db, [town(99, '石桥镇人民政府')]);
    expect(await run(db)).toMatchObject({ sketched: 30, audited: 30 });
    expect(await single(db, 'SELECT json_array_length(digests) > 50 FROM boilerplate')).toBe(1);
  });
});

test('the same table 3 in two bodies’ reports of a year', async () => {
  const db = await testCorpus();
  const figures = Object.fromEntries(
    ['granted', 'partial', 'unable_not_held', 'declined_repeat', 'refused_law', 'received'].map((row, nth) => [
      `requests.${row}.natural`,
      nth + 2,
    ]),
  );
  const table = { ...figures, 'requests.received.total': 7 };
  await save(db, [
    report({ agency: '石桥镇人民政府', year: 2020, figures: table }),
    report({ agency: '白鹭乡人民政府', year: 2020, figures: table }),
    report({ agency: '三合镇人民政府', year: 2019, figures: table }),
  ]);
  await run(db);
  expect(await found(db, 'DUP-TABLE')).toEqual(['DUP-TABLE 石桥镇人民政府 2020', 'DUP-TABLE 白鹭乡人民政府 2020']);
});

describe('publication', () => {
  const [page, site] = ['https://a.gov.cn/1.html', 'https://b.gov.cn/2.html'];

  it('of other figures at the same address, and at another', async () => {
    const db = await testCorpus();
    await save(db, [thisYear(3, { path: page, bytes: 'a' })]);
    await run(db);
    await save(db, [thisYear(4, { path: page, bytes: 'b' })], { now: '2026-02-02T00:00:00.000Z' });
    await run(db);
    expect(await found(db)).toEqual(['PUB-CHANGED 柯桥区财政局 2020']);
    await save(db, [thisYear(9, { path: site, bytes: 'c' })], { now: '2026-02-03T00:00:00.000Z' });
    await run(db);
    expect(await found(db, 'PUB-TWO-VERSIONS')).toEqual(['PUB-TWO-VERSIONS 柯桥区财政局 2020']);
  });

  it('that ended', async () => {
    const db = await testCorpus();
    await save(db, [thisYear(3, { path: page })]);
    await run(db);
    await db.sqlite.exec(`
      INSERT INTO host (id, origin) VALUES (1, 'https://a.gov.cn');
      INSERT INTO visit (key, host_id, kind, url, priority, found_at, state, vanished_at)
      VALUES ('GET ${page}', 1, 'report', '${page}', 1, '', 'vanished', '2026-04-01T00:00:00.000Z')`);
    expect(await run(db)).toMatchObject({ audited: 1 });
    expect(await found(db)).toEqual(['PUB-GONE 柯桥区财政局 2020']);
    await save(db, [thisYear(3, { path: site })]);
    await run(db);
    expect(await found(db)).toEqual([]);
  });

  it('that is due, once the deadline is over and the portal was asked', async () => {
    const db = await testCorpus();
    const region = { regionCode: '330603' };
    await save(db, [thisYear(3)], region);
    const answered = (at: string) =>
      db.sqlite.exec(`
        INSERT INTO portal (id, slug, name, home, region_code) VALUES (1, 'kq', '柯桥区人民政府', '', '330603') ON CONFLICT DO NOTHING;
        INSERT INTO host (id, origin) VALUES (1, 'https://a.gov.cn') ON CONFLICT DO NOTHING;
        INSERT INTO visit (id, key, host_id, portal_id, kind, declared, url, priority, found_at, visited_at)
        VALUES (1, 'c', 1, 1, 'column', 1, 'https://a.gov.cn/', 1, '', '${at}')
        ON CONFLICT (id) DO UPDATE SET visited_at = excluded.visited_at`);
    await answered('2022-01-15T00:00:00.000Z');
    await run(db, '1.0.0', new Date('2022-01-20T00:00:00Z'));
    expect(await run(db)).toMatchObject({ audited: 1, flags: 0 });
    await answered('2022-04-15T00:00:00.000Z');
    await run(db);
    expect(await found(db)).toEqual(['PUB-MISSING 柯桥区财政局 2020']);
    await save(db, [report({ year: 2021, edition: '2021' })], region);
    await run(db, '1.0.0', new Date('2022-05-02T00:00:00Z'));
    expect(await found(db)).toEqual([]);
  });
});
