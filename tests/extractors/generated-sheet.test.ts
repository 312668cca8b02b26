import { beforeAll, describe, expect, it } from 'vitest';
import { readXlsx } from '../../extractors/sheet/read-xlsx.ts';
import {
  type FormatOutcome,
  faultOf,
  readFormats,
  seedsUpTo,
  silentOf,
  tally,
  tallyTable,
} from '../generator/formats/read-format.ts';

/**
 * Any consistent report as a workbook, messy in any way that a sheet can show, comes back exactly. A failure names the
 * seed: `generateFormat(seed, 'xlsx')` makes the document again.
 */

const DOCUMENTS = 150;
const FIVE_MINUTES = 300_000;
/** Failure messages stay readable. */
const SHOWN = 10;

describe('generated workbooks', () => {
  let outcomes: readonly FormatOutcome[] = [];

  beforeAll(async () => {
    outcomes = await readFormats('xlsx', seedsUpTo(DOCUMENTS), readXlsx);
    console.info(tallyTable([['xlsx', tally(outcomes)]]));
  }, FIVE_MINUTES);

  it('are read exactly where a person could read them, with no arithmetic flag', () => {
    const faults = outcomes.flatMap((outcome) => faultOf(outcome) ?? []);
    expect(faults.length, faults.slice(0, SHOWN).join('\n')).toBe(0);
  });

  it('never hold a silent error, readable or not', () => {
    expect(outcomes.filter((outcome) => silentOf(outcome) > 0).map(({ document }) => document.seed)).toEqual([]);
  });

  it('show every way of the style: numbers, formulas, hidden rows and columns, one sheet or several', () => {
    const styles = outcomes.map(({ document }) => document.style).join();
    const ways = ['numbers', 'formulas', 'hidden', 'sheets one,', 'sheets one a table'];
    expect(ways.filter((way) => !styles.includes(way))).toEqual([]);
  });
});
