import { expect, test } from 'vitest';
import type { Corpus } from '../../../db/connect.ts';
import { corpusCounts } from '../../../db/queries/corpus-counts.ts';
import { type AnomalyFilters, findAnomalies } from '../../../db/queries/find-anomalies.ts';
import { saveReview } from '../../../db/save-review.ts';
import { buildExtraction, buildFailure, buildNotAReport } from '../build-extraction.ts';
import { save, testCorpus } from '../corpora.ts';

async function corpus(): Promise<Corpus> {
  const db = await testCorpus();
  const lanting = { agency: '兰亭街道办事处' };
  const shaoxing = [
    buildExtraction({
      ...{ ...lanting, year: 2020, bytes: 'a' },
      flags: [
        { rule: 'INFO', severity: 'info', observed: 900, expected: 1 },
        { rule: 'NEAR', observed: 3, expected: 1 },
        { rule: 'TEXT', observed: 'x', expected: null },
      ],
      doubts: [{}],
    }),
    buildExtraction({
      ...lanting,
      year: 2021,
      bytes: 'b',
      path: 'b',
      flags: [{ rule: 'FAR', observed: 0, expected: 7 }],
    }),
  ];
  await save(db, shaoxing, { regionCode: '330603' });
  const warned = buildExtraction({
    ...{ agency: '洪泽区100%人民政府', year: 2021, bytes: 'c', path: 'c' },
    flags: [{ rule: 'WARN', severity: 'warning', observed: null, expected: 1 }],
  });
  await save(db, [warned], { regionCode: '320813' });
  const alone = [{ rule: 'ALONE', observed: 1, expected: 2 }];
  await save(db, [buildExtraction({ bytes: 'd', path: 'd', year: null, flags: alone })], { regionCode: null });
  await save(db, [buildNotAReport('guide'), buildFailure('broken', 'broken')]);
  const [far] = await findAnomalies(db, { rule: 'FAR' });
  await saveReview(db, { fingerprint: far?.fingerprint ?? '', decision: 'dismissed', decidedAt: '2026-01-01' });
  return db;
}

const CASES: readonly (readonly [string, AnomalyFilters, readonly string[]])[] = [
  ['all, gravest and farthest off first', {}, ['FAR', 'NEAR', 'ALONE', 'TEXT', 'WARN', 'INFO']],
  ['part of a name', { agency: '兰亭' }, ['FAR', 'NEAR', 'ALONE', 'TEXT', 'INFO']],
  ['a name with a percent sign', { agency: '0%人' }, ['WARN']],
  ['no wildcards in names', { agency: '%' }, ['WARN']],
  ['the beginning of a region code', { region: '33' }, ['FAR', 'NEAR', 'TEXT', 'INFO']],
  ['a region code has no wildcards', { region: '3_' }, []],
  ['a year', { year: 2021 }, ['FAR', 'WARN']],
  ['a rule', { rule: 'NEAR' }, ['NEAR']],
  ['a severity', { severity: 'error' }, ['FAR', 'NEAR', 'ALONE', 'TEXT']],
  ['what was reviewed', { review: 'dismissed' }, ['FAR']],
  ['what is open', { review: 'open', severity: 'error' }, ['NEAR', 'ALONE', 'TEXT']],
  ['all at once', { agency: '兰亭', region: '3306', year: 2020, severity: 'error', limit: 1 }, ['NEAR']],
  ["someone's SQL", { agency: "' OR 1=1 --", rule: "' OR 1=1 --" }, []],
];

test.each(CASES)('anomalies by %s', async (_, filters, rules) => {
  const found = await findAnomalies(await corpus(), filters);
  expect(found.map((anomaly) => anomaly.rule)).toEqual(rules);
});

test('the corpus counts what it holds', async () => {
  expect(await corpusCounts(await corpus())).toEqual({
    ...{ documents: 6, notReports: 1, unreadable: 1, agencies: 3, reports: 4, unplaced: 1, versions: 4 },
    flags: { error: 4, warning: 1, info: 1 },
    doubts: { error: 0, warning: 1, info: 0 },
    reviewed: 1,
  });
});

test('an empty corpus counts nothing', async () => {
  const zero = { error: 0, warning: 0, info: 0 };
  expect(await corpusCounts(await testCorpus())).toEqual({
    ...{ documents: 0, notReports: 0, unreadable: 0, agencies: 0, reports: 0, unplaced: 0, versions: 0 },
    ...{ flags: zero, doubts: zero, reviewed: 0 },
  });
});
