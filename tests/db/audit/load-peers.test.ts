import { expect, it } from 'vitest';
import { loadChanges, loadRates } from '../../../db/audit/load-peers.ts';
import { buildExtraction } from '../build-extraction.ts';
import { save, testCorpus } from '../corpora.ts';

const RECEIVED = 'requests.received.total';
const GRANTED = 'requests.granted.total';
const TOTAL = 'requests.total.total';

const report = (agency: string, year: number, figures: Record<string, number | null>) =>
  buildExtraction({ agency, year, path: `${agency}${year}`, edition: year < 2021 ? '2019' : '2021', figures });

it('gives the changes of bodies that reported both years, by kind and level, over a change of edition', async () => {
  const db = await testCorpus();
  await save(db, [
    report('甲镇人民政府', 2020, { [RECEIVED]: 3 }),
    report('甲镇人民政府', 2021, { [RECEIVED]: 5 }),
    report('乙镇人民政府', 2020, { [RECEIVED]: 0, [GRANTED]: 1 }),
    report('乙镇人民政府', 2021, { [RECEIVED]: 8, [GRANTED]: 0 }),
    report('丙镇人民政府', 2020, { [RECEIVED]: null }),
    report('丙镇人民政府', 2021, { [RECEIVED]: 4 }),
    report('丁镇人民政府', 2020, { [RECEIVED]: 0 }),
    report('丁镇人民政府', 2021, { [RECEIVED]: 0 }),
    report('戊镇人民政府', 2021, { [RECEIVED]: 9 }),
    report('绍兴市财政局', 2020, { [RECEIVED]: 10 }),
    report('绍兴市财政局', 2021, { [RECEIVED]: 0 }),
  ]);
  const changes = await loadChanges(db, 2021, [RECEIVED, GRANTED]);
  expect(
    changes.map(({ kind, level, name, pairs }) => [kind, level, name, pairs.toSorted(([a], [b]) => a - b)]),
  ).toEqual([
    ['department', 'prefecture', RECEIVED, [[0, 10]]],
    ['town', 'township', GRANTED, [[0, 1]]],
    [
      'town',
      'township',
      RECEIVED,
      [
        [5, 3],
        [8, 0],
      ],
    ],
  ]);
});

it('gives the part and the whole of each rate where the whole is large enough', async () => {
  const db = await testCorpus();
  await save(db, [
    report('甲镇人民政府', 2021, { [GRANTED]: 20, 'requests.partial.total': 5, [TOTAL]: 40 }),
    report('乙镇人民政府', 2021, { [GRANTED]: 20, [TOTAL]: 29 }),
    report('丙镇人民政府', 2021, { [GRANTED]: null, [TOTAL]: 30 }),
    report('甲镇人民政府', 2020, { [GRANTED]: 50, [TOTAL]: 50 }),
  ]);
  const rate = { key: 'granted', parts: [GRANTED, 'requests.partial.total'], of: [TOTAL] };
  const [rates, ...others] = await loadRates(db, 2021, [rate], 30);
  expect(others).toEqual([]);
  expect(rates).toMatchObject({ kind: 'town', level: 'township', name: 'granted' });
  expect(rates?.pairs.toSorted(([a], [b]) => b - a)).toEqual([
    [25, 40],
    [0, 30],
  ]);
});
