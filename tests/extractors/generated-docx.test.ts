import { beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../../extractors/docx/read-docx.ts';
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
 * Any consistent report as a Word document, messy in any way that Word can show, comes back exactly. A failure names the
 * seed: `generateFormat(seed, 'docx')` makes the document again.
 */

const DOCUMENTS = 200;
const FIVE_MINUTES = 300_000;
/** Failure messages stay readable. */
const SHOWN = 10;

describe('generated Word documents', () => {
  let outcomes: readonly FormatOutcome[] = [];

  beforeAll(async () => {
    outcomes = await readFormats('docx', seedsUpTo(DOCUMENTS), readDocx);
    console.info(tallyTable([['docx', tally(outcomes)]]));
  }, FIVE_MINUTES);

  it('are read exactly where a person could read them, with no arithmetic flag', () => {
    const faults = outcomes.flatMap((outcome) => faultOf(outcome) ?? []);
    expect(faults.length, faults.slice(0, SHOWN).join('\n')).toBe(0);
  });

  it('never hold a silent error, readable or not', () => {
    expect(outcomes.filter((outcome) => silentOf(outcome) > 0).map(({ document }) => document.seed)).toEqual([]);
  });

  it('show every way of the style: what Word counts, changes on record, hidden text, tables in tables and boxes', () => {
    const styles = outcomes.map(({ document }) => document.style).join();
    const ways = ['countsHeadings', 'countsLabels', 'trackedChanges', 'deletedRow', 'hiddenText', 'table', 'text box'];
    expect(ways.filter((way) => !styles.includes(way))).toEqual([]);
  });
});
