import { beforeAll, describe, expect, it } from 'vitest';
import { FORM_LABELS } from '../../../extractors/mapping/label-oracle.ts';
import { mapDocument } from '../../../extractors/mapping/map-document.ts';
import { readPdf } from '../../../extractors/pdf/read-pdf.ts';
import { auditReport } from '../../../src/audit/run-rules.ts';
import type { Flag, Reading } from '../../../src/model/report.ts';
import { DISTRICT } from '../../known-documents.ts';

/** A report of five pages, whose contents are known by eye. */
describe.each(DISTRICT)('$path', (expected) => {
  let reading: Reading;
  let flags: readonly Flag[];

  beforeAll(async () => {
    reading = mapDocument(await readPdf(expected.bytes, FORM_LABELS));
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
