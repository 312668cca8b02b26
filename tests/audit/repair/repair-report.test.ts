import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/audit/repair/diagnose.ts';
import { MOST_STEPS } from '../../../src/audit/repair/find-repairs.ts';
import { repairReport } from '../../../src/audit/repair/repair-report.ts';
import type { Facts } from '../../../src/audit/rule.ts';
import { auditReport } from '../../../src/audit/run-rules.ts';
import type { Change } from '../../../src/model/report.ts';
import { consistentReading, withCells } from '../arbitrary-reading.ts';
import { buildReading, figure, type ReadingParts } from '../build-reading.ts';

const repairOf = (parts: ReadingParts) => repairReport(buildReading(parts) as Facts);
const named = (changes: readonly Change[] = []) => changes.map(({ cell, from, to }) => `${cell} ${from ?? '-'} ${to}`);

const SOME = {
  'requests.granted.natural': 125,
  'requests.granted.business': 31,
  'requests.partial.natural': 47,
  'requests.carried_out.natural': 9,
};

interface RepairCase extends ReadingParts {
  readonly name: string;
  readonly changes: readonly string[];
  readonly unique: boolean;
  readonly alternatives?: readonly (readonly string[])[];
  readonly explains: readonly string[];
}

const CASES: readonly RepairCase[] = [
  {
    name: 'a digit wrong in a result',
    details: SOME,
    cells: { 'requests.granted.natural': 185 },
    changes: ['requests.granted.natural 185 125'],
    unique: true,
    explains: ['T3-ROW-SUM', 'T3-RESULT-SUM'],
  },
  {
    name: 'an empty detail',
    details: SOME,
    cells: { 'requests.granted.business': '' },
    changes: ['requests.granted.business - 31'],
    unique: true,
    explains: ['T3-ROW-SUM', 'T3-RESULT-SUM'],
  },
  {
    name: 'a total of results',
    details: SOME,
    cells: { 'requests.total.natural': 127 },
    changes: ['requests.total.natural 127 172'],
    unique: true,
    explains: ['T3-ROW-SUM', 'T3-RESULT-SUM', 'T3-BALANCE'],
  },
  {
    name: 'two cells off by different amounts',
    edition: '2019',
    details: SOME,
    cells: { 'requests.granted.natural': 130, 'requests.carried_out.total': 19 },
    changes: ['requests.granted.natural 130 125', 'requests.carried_out.total 19 9'],
    unique: true,
    explains: ['T3-ROW-SUM', 'T3-RESULT-SUM', 'T3-BALANCE'],
  },
  {
    name: 'two cells off by the same amount, which could as well be the other corners',
    details: { ...SOME, 'requests.partial.business': 60 },
    cells: { 'requests.granted.natural': 130, 'requests.partial.business': 65 },
    changes: ['requests.granted.natural 130 125', 'requests.partial.business 65 60'],
    unique: false,
    alternatives: [['requests.granted.business 31 26', 'requests.partial.natural 47 42']],
    explains: ['T3-ROW-SUM', 'T3-RESULT-SUM'],
  },
  {
    name: 'of two repairs that are as likely, the one of a cell whose reading is doubted comes first',
    details: { ...SOME, 'requests.partial.business': 60 },
    cells: { 'requests.granted.natural': 130, 'requests.partial.business': 65 },
    doubts: [{ rule: 'EX-OCR', severity: 'warning', cells: ['requests.partial.natural'], message: { zh: '', en: '' } }],
    changes: ['requests.granted.business 31 26', 'requests.partial.natural 47 42'],
    unique: false,
    alternatives: [['requests.granted.natural 130 125', 'requests.partial.business 65 60']],
    explains: ['T3-ROW-SUM', 'T3-RESULT-SUM'],
  },
  {
    name: 'received that counts the carry-over in, in every column',
    details: { ...SOME, 'requests.carried_out.business': 3 },
    cells: {
      'requests.carried_in.natural': 6,
      'requests.carried_in.business': 2,
      'requests.carried_in.total': 8,
    },
    changes: [
      'requests.received.natural 181 175',
      'requests.received.business 34 32',
      'requests.received.total 215 207',
    ],
    unique: true,
    explains: ['T3-BALANCE'],
  },
  {
    name: 'two neighbours exchanged, which only moves in other rows would settle without',
    details: { ...SOME, 'requests.partial.business': 60 },
    cells: { 'requests.granted.natural': 31, 'requests.granted.business': 125 },
    changes: ['requests.granted.natural 31 125', 'requests.granted.business 125 31'],
    unique: true,
    explains: ['T3-RESULT-SUM'],
  },
  {
    name: 'an empty total takes whatever its parts add up to, and is no change',
    details: SOME,
    cells: { 'requests.granted.natural': 185, 'requests.partial.total': '' },
    changes: ['requests.granted.natural 185 125'],
    unique: true,
    explains: ['T3-ROW-SUM', 'T3-RESULT-SUM'],
  },
  {
    name: 'a missing cell takes what the sums need, and the rest is still told',
    details: SOME,
    cells: { 'requests.partial.legal': null, 'requests.carried_out.natural': 90 },
    changes: ['requests.carried_out.natural 90 9'],
    unique: true,
    explains: ['T3-ROW-SUM', 'T3-BALANCE'],
  },
  {
    name: 'a negative number is always one to be changed',
    details: SOME,
    cells: { 'requests.granted.natural': -125, 'requests.granted.business': 281 },
    changes: ['requests.granted.natural -125 125', 'requests.granted.business 281 31'],
    unique: true,
    explains: ['T3-RESULT-SUM'],
  },
  {
    name: 'a total of table 4 that is 0 over several results',
    details: { 'disputes.review.upheld': 5, 'disputes.review.pending': 2 },
    cells: { 'disputes.review.total': 0 },
    changes: ['disputes.review.total 0 7'],
    unique: true,
    explains: ['T4-SUM'],
  },
  {
    name: 'a sum of table 4 tells nothing of its cells: those a digit off come first',
    details: { 'disputes.review.upheld': 125, 'disputes.review.pending': 60 },
    cells: { 'disputes.review.total': 158 },
    changes: ['disputes.review.total 158 185'],
    unique: false,
    alternatives: [['disputes.review.pending 60 33'], ['disputes.review.upheld 125 98']],
    explains: ['T4-SUM'],
  },
  {
    name: 'tables 3 and 4 together',
    details: { ...SOME, 'disputes.review.upheld': 5, 'disputes.review.pending': 2 },
    cells: { 'requests.granted.natural': 185, 'disputes.review.total': 0 },
    changes: ['requests.granted.natural 185 125', 'disputes.review.total 0 7'],
    unique: true,
    explains: ['T3-ROW-SUM', 'T3-RESULT-SUM', 'T4-SUM'],
  },
];

describe('repairReport', () => {
  it.each(CASES)('$name', ({ changes, unique, alternatives = [], explains, ...parts }) => {
    const repair = repairOf(parts);
    expect(named(repair?.changes)).toEqual(changes);
    expect(repair?.unique).toBe(unique);
    expect(new Set(repair?.alternatives.map((one) => named(one).join()))).toEqual(
      new Set(alternatives.map((one) => one.join())),
    );
    expect(repair?.explains).toEqual(explains);
  });

  it('restores the three cells of 兰亭街道 2020, and nothing else would be as small', () => {
    const cells = {
      'requests.received.natural': 3,
      'requests.received.total': 3,
      'requests.granted.natural': 2,
      'requests.granted.total': 2,
      'requests.refused_third_party.total': 1,
      'requests.total.total': 1,
    };
    expect(auditReport(buildReading({ edition: '2019', cells })).repair).toEqual({
      changes: [
        { cell: 'requests.refused_third_party.natural', from: 0, to: 1 },
        { cell: 'requests.total.natural', from: 0, to: 3 },
        { cell: 'requests.total.total', from: 1, to: 3 },
      ],
      unique: true,
      alternatives: [],
      explains: ['T3-ROW-SUM', 'T3-RESULT-SUM', 'T3-BALANCE'],
    });
  });

  it('is null where all sums hold, with blanks read as they are in the sums', () => {
    fc.assert(
      fc.property(consistentReading, (reading) => {
        expect(diagnose(reading as Facts)).toEqual([]);
        expect(auditReport(reading).repair).toBeNull();
      }),
    );
  });

  const cell = fc.oneof(
    fc.nat({ max: 200 }),
    fc.integer({ min: -9, max: -1 }),
    fc.constantFrom(0.5, '', '-', null, '约3'),
  );
  const place = fc.nat({ max: 199 });

  it('settles, in each of its forms, whatever it claims to settle, however the table is broken', () => {
    fc.assert(
      fc.property(
        consistentReading,
        fc.array(fc.tuple(place, cell), { minLength: 1, maxLength: 8 }),
        (sound, broken) => {
          const keys = Object.keys(sound.figures);
          const cells = broken.map(([at, printed]) => [keys[at % keys.length] ?? '', figure(printed)] as const);
          const reading = withCells(sound, Object.fromEntries(cells)) as Facts;
          const repair = repairReport(reading);
          for (const { search } of diagnose(reading)) expect(search.steps).toBeLessThanOrEqual(MOST_STEPS);
          for (const changes of repair ? [repair.changes, ...repair.alternatives] : []) {
            const changed = new Set(changes.map(({ cell: key }) => key));
            const repaired = withCells(
              reading,
              Object.fromEntries(changes.map(({ cell: key, to }) => [key, figure(to)])),
            );
            for (const { from, to } of changes)
              expect(Number.isInteger(to) && to >= 0 && to !== (from ?? 0)).toBe(true);
            const still = diagnose(repaired as Facts).flatMap(({ sums }) => sums.network.edges.map(({ key }) => key));
            expect(still.filter((key) => changed.has(key))).toEqual([]);
          }
        },
      ),
    );
  });

  it('is null where most rows hold a total only: no cell is wrong, the details are not there', () => {
    const rows = ['received', 'granted', 'partial', 'total'];
    const cells = Object.fromEntries(rows.map((row, place) => [`requests.${row}.total`, [7, 4, 3, 7][place] ?? 0]));
    expect(repairOf({ cells })).toBeNull();
  });

  it('is null where more would have to be changed than can be told', () => {
    const cells = Object.fromEntries(
      ['granted', 'partial', 'received', 'total', 'carried_out', 'other_misc', 'refused_law', 'unable_unclear'].map(
        (row, place) => [`requests.${row}.natural`, 3 ** place + 11],
      ),
    );
    expect(repairOf({ cells })).toBeNull();
  });
});
