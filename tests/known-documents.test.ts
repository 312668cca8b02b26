import { describe, expect, it } from 'vitest';
import { extractPage } from '../src/app/pipeline/extract.ts';
import { type Extraction, type Flag, isFailure } from '../src/model/report.ts';
import { type KnownDocument, LANTING, OFFICE } from './known-documents.ts';

/** Pages read through the whole pipeline, whose contents are known by eye. */

function read({ bytes, path }: KnownDocument): Extraction {
  const result = extractPage(bytes, path);
  if (isFailure(result)) throw new Error(`${path} could not be read: ${result.error.message}`);
  return result;
}

const values = (reading: Extraction) =>
  Object.fromEntries(Object.entries(reading.figures).map(([key, { value }]) => [key, value]));

const ARITHMETIC = ['T3-ROW-SUM', 'T3-RESULT-SUM', 'T3-BALANCE', 'T3-SUBTOTAL', 'T4-SUM'];
const isArithmetic = ({ rule }: Flag): boolean => ARITHMETIC.includes(rule);

const accused = (flags: readonly Flag[]): string[] => [...new Set(flags.flatMap(({ cells }) => cells))].sort();

describe.each(LANTING)('$path', (expected) => {
  const reading = read(expected);

  it('198 of 198 figures', () => {
    expect(Object.keys(reading.figures)).toHaveLength(198);
    expect(values(reading)).toEqual(expected.figures);
  });

  it('front matter', () => {
    expect(reading.report).toMatchObject(expected.report);
  });

  /** The rule that each finding belongs to, where it is described in words. */
  const RULES: readonly (readonly [RegExp, readonly string[]])[] = [
    [/^row sum/, ['T3-ROW-SUM']],
    [/^column sum/, ['T3-RESULT-SUM']],
    [/^balance/, ['T3-BALANCE']],
    [/^procurement amount/, ['VAL-UNIT']],
    [/^two headings/, ['ST-SECTION-ORDER', 'ST-SECTION-EMPTY']],
    [/^the opening promises/, ['ST-COUNT-CLAIM']],
  ];

  it.each(expected.mustFlag)('flags: $what', ({ what, cells }) => {
    const rules = RULES.find(([pattern]) => pattern.test(what))?.[1] ?? [what];
    for (const rule of rules) {
      const found = reading.flags.filter(
        (flag) => flag.rule === rule && cells.every((cell) => flag.cells.includes(cell)),
      );
      expect(found.length, rule).toBeGreaterThan(0);
    }
  });

  it('no other arithmetic flag, and nothing against the day of publication', () => {
    const arithmetic = reading.flags.filter(isArithmetic).map(({ rule }) => rule);
    expect(arithmetic.sort()).toEqual([
      'T3-BALANCE',
      'T3-BALANCE',
      'T3-RESULT-SUM',
      'T3-RESULT-SUM',
      'T3-ROW-SUM',
      'T3-ROW-SUM',
    ]);
    expect(reading.flags.filter(({ rule }) => rule.startsWith('PUB-'))).toEqual([]);
  });
});

describe.each(OFFICE)('$path', (expected) => {
  const reading = read(expected);

  it('198 of 198 figures, of which 135 blank and none of them 0', () => {
    expect(Object.keys(reading.figures)).toHaveLength(198);
    expect(values(reading)).toEqual(expected.figures);
    const blank = Object.values(reading.figures).filter(({ status }) => status === 'blank');
    expect(blank).toHaveLength(135);
  });

  it('front matter', () => {
    expect(reading.report).toMatchObject({
      ...expected.report,
      publishedOn: '2020-01-31',
      periodStart: '2019-01-01',
      periodEnd: '2019-12-31',
    });
  });

  it('the amount keeps its unit', () => {
    expect(reading.figures['proactive.procurement.amount']).toMatchObject({
      value: 251000,
      unit: '元',
      raw: '251000元',
    });
  });

  it('names the eleven blank row totals and accuses no other cell', () => {
    const blankTotals = Object.keys(expected.figures).filter((key) => {
      const [table, row] = key.split('.');
      const parts = ['natural', 'business', 'research', 'welfare', 'legal', 'other'];
      const filled = parts.some((part) => (expected.figures[`${table}.${row}.${part}`] ?? 0) > 0);
      return table === 'requests' && key.endsWith('.total') && expected.figures[key] === null && filled;
    });
    expect(blankTotals).toHaveLength(11);
    // What its prose claims is judged in tests/audit/prose.
    const tables = reading.flags.filter(({ rule }) => !rule.startsWith('TXT-'));
    expect(accused(tables)).toEqual(blankTotals.sort());
    expect(reading.flags.filter(isArithmetic)).toEqual([]);
  });
});
