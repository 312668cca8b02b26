import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { mapDocument } from '../../../extractors/mapping/map-document.ts';
import { readPdf } from '../../../extractors/pdf/read-pdf.ts';
import { auditReport } from '../../../src/audit/run-rules.ts';
import type { Flag, Reading } from '../../../src/report.ts';

/** A real report of 2023, where the folder with it stands beside the checkout; what it says was read by eye. */

const DATA = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data');
const PDF = join(DATA, 'hongze-gov-2023.pdf');

interface Expected {
  readonly report: Readonly<Record<string, string | number>>;
  readonly figures: Readonly<Record<string, number | null>>;
}

describe.runIf(existsSync(PDF))('hongze-gov-2023.pdf', () => {
  let reading: Reading;
  let flags: readonly Flag[];
  let expected: Expected;

  beforeAll(async () => {
    expected = JSON.parse(readFileSync(join(DATA, 'hongze-gov-2023.expected.json'), 'utf8')) as Expected;
    reading = mapDocument(await readPdf(new Uint8Array(readFileSync(PDF))));
    flags = auditReport(reading).flags;
  });

  it('186 of 186 figures', () => {
    const values = Object.fromEntries(Object.entries(reading.figures).map(([key, { value }]) => [key, value]));
    expect(Object.keys(values)).toHaveLength(186);
    expect(values).toEqual(expected.figures);
  });

  it('every figure has its page and its box', () => {
    for (const [key, { at }] of Object.entries(reading.figures)) {
      expect(at, key).toMatchObject({ page: expect.any(Number), box: expect.any(Array) });
    }
    expect(reading.figures['proactive.fees.amount']?.at?.page).toBe(3);
    expect(reading.figures['requests.unable_unclear.natural']?.at?.page).toBe(4);
  });

  it('agency, year and editions', () => {
    expect(reading.report).toMatchObject({
      ...expected.report,
      periodStart: '2023-01-01',
      periodEnd: '2023-12-31',
      editions: { proactive: '2021', requests: '2019', disputes: '2021' },
    });
  });

  it('all six sections, without page numbers', () => {
    const roles = reading.sections.map(({ role }) => role).filter((role) => role !== 'preamble');
    expect(roles).toEqual(['overview', 'proactive', 'requests', 'disputes', 'problems', 'other_matters']);
    expect(reading.sections.some(({ text }) => /- \d -/.test(text))).toBe(false);
  });

  it('flags the mixed editions and both faults of table 4, and no other sum', () => {
    expect(flags.map(({ rule }) => rule)).toContain('ST-EDITION-YEAR');
    const sums = flags.filter(({ rule }) => /^T[234]-.*(?:SUM|BALANCE)/.test(rule));
    expect(sums.map(({ rule, cells }) => [rule, cells.filter((cell) => cell.endsWith('.total'))])).toEqual([
      ['T4-SUM', ['disputes.review.total']],
      ['T4-SUM', ['disputes.suit_after_review.total']],
    ]);
  });
});
