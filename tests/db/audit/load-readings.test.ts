import { expect, it } from 'vitest';
import { loadNarratives } from '../../../db/audit/load-narratives.ts';
import { loadReadings, variableKeys } from '../../../db/audit/load-readings.ts';
import { buildExtraction } from '../build-extraction.ts';
import { save, single, testCorpus } from '../corpora.ts';

const PARTS = {
  agency: '柯桥区财政局',
  year: 2021,
  edition: '2021',
  figures: {
    'requests.received.total': 5,
    'proactive.fees.amount': 2.5,
    'disputes.review.total': null,
    'requests.granted.natural': { value: null, raw: '若干', status: 'unreadable', at: null },
  },
  sections: [
    { ordinal: 1, text: '第一部分' },
    { ordinal: 2, number: null, role: 'extra', text: '第二部分' },
  ],
  doubts: [{ rule: 'EX-OCR', cells: ['requests.received.total'] }],
  flags: [{ rule: 'T3-BALANCE', observed: 3, expected: null }],
  repair: {
    changes: [{ cell: 'requests.received.total', from: 5, to: 6 }],
    unique: true,
    alternatives: [],
    explains: [],
  },
} as const;

it('gives a version as it was read, but for where in the document it stood', async () => {
  const db = await testCorpus();
  const extraction = buildExtraction(PARTS);
  await save(db, [extraction], { regionCode: '330603' });
  const id = Number(await single(db, 'SELECT id FROM report_version'));
  const reading = (await loadReadings(db, [id, 99], await variableKeys(db))).get(id);
  const { report, sections, doubts, flags, repair } = extraction;
  expect(reading).toMatchObject({
    versionId: id,
    year: 2021,
    report,
    sections,
    doubts: [{ rule: 'EX-OCR' }],
    flags,
    repair,
  });
  expect(reading?.doubts.map(({ cells, message }) => ({ cells, message }))).toEqual(
    doubts.map(({ cells, message }) => ({ cells, message })),
  );
  expect(reading?.body).toEqual({ name: '柯桥区财政局', regionCode: '330603', kind: 'department', level: 'county' });
  expect(reading?.place).toBe('a.html');
  const values = (figures: typeof extraction.figures) =>
    Object.entries(figures).map(([key, { value, status }]) => [key, value, status]);
  expect(new Map(values(reading?.figures ?? {}).map((one) => [one[0], one]))).toEqual(
    new Map(values(extraction.figures).map((one) => [one[0], one])),
  );
});

it('gives the prose of a version in its order', async () => {
  const db = await testCorpus();
  await save(db, [buildExtraction(PARTS)]);
  expect(await loadNarratives(db, [1])).toEqual([
    { versionId: 1, agencyId: 1, agency: '柯桥区财政局', text: '第一部分\n第二部分' },
  ]);
});

it('leaves out reports without a body or a year', async () => {
  const db = await testCorpus();
  await save(db, [buildExtraction({ agency: null, bytes: 'a' }), buildExtraction({ year: null, bytes: 'b' })]);
  expect((await loadReadings(db, [1, 2], await variableKeys(db))).size).toBe(0);
});
