import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../extractors/document.ts';
import { readDocx } from '../../extractors/docx/read-docx.ts';
import { readPdf } from '../../extractors/pdf/read-pdf.ts';
import { readXlsx } from '../../extractors/sheet/read-xlsx.ts';
import { findChromium } from '../generator/formats/chromium.ts';
import type { Format } from '../generator/formats/generate-format.ts';
import {
  type FormatOutcome,
  faultOf,
  readFormats,
  seedsUpTo,
  silentOf,
  type Tally,
  tally,
  tallyTable,
} from '../generator/formats/read-format.ts';

/**
 * Any consistent report in any format, by several programs and messy in any way that the format can show, comes back exactly:
 * tables over pages, with lines and without, Word's numbering and tracked changes, hidden rows of a sheet. A failure names
 * the seed: `generateFormat(seed, format)` makes the document again.
 */
interface Case {
  readonly format: Format;
  readonly count: number;
  /** Seeds that once failed, beyond the count. */
  readonly also?: readonly number[];
  readonly read: (bytes: Uint8Array) => Promise<Document>;
  /** Ways of the style that must be among the documents. */
  readonly ways?: readonly string[];
  /** Not on this machine. */
  readonly absent?: boolean;
}

const CASES: readonly Case[] = [
  {
    format: 'docx',
    count: 200,
    read: readDocx,
    ways: ['countsHeadings', 'countsLabels', 'trackedChanges', 'deletedRow', 'hiddenText', 'table', 'text box'],
  },
  {
    format: 'xlsx',
    count: 150,
    read: readXlsx,
    ways: ['numbers', 'formulas', 'hidden', 'sheets one,', 'sheets one a table'],
  },
  { format: 'pdfkit ruled', count: 60, read: readPdf },
  // Rows blank throughout over a page break; misprinted procedures in the header of table 4.
  { format: 'pdfkit unruled', count: 40, also: [309, 323], read: readPdf },
  { format: 'pdf-lib ruled', count: 30, read: readPdf },
  { format: 'pdf-lib unruled', count: 30, read: readPdf },
  // Wrapped full-width digits; labels set as wide as rows; a cut row whose group has lost its border.
  { format: 'chromium pdf', count: 6, also: [301, 302, 304], read: readPdf, absent: findChromium() === null },
];

const FIVE_MINUTES = 300_000;
/** Failure messages stay readable. */
const SHOWN = 10;

const measured: [string, Tally][] = [];
afterAll(() => console.info(tallyTable(measured)));

describe.each(CASES)('generated reports: $format', ({ format, count, also = [], read, ways = [], absent = false }) => {
  let outcomes: readonly FormatOutcome[] = [];

  beforeAll(async () => {
    if (absent) return;
    outcomes = await readFormats(format, [...seedsUpTo(count), ...also], read);
    measured.push([format, tally(outcomes)]);
  }, FIVE_MINUTES);

  it.skipIf(absent)('are read exactly where a person could read them, with no arithmetic flag', () => {
    const faults = outcomes.flatMap((outcome) => faultOf(outcome) ?? []);
    expect(faults.length, faults.slice(0, SHOWN).join('\n')).toBe(0);
  });

  it.skipIf(absent)('never hold a silent error, readable or not', () => {
    expect(outcomes.filter((outcome) => silentOf(outcome) > 0).map(({ document }) => document.seed)).toEqual([]);
  });

  if (ways.length > 0) {
    it('show every way of the style', () => {
      const styles = outcomes.map(({ document }) => document.style).join();
      expect(ways.filter((way) => !styles.includes(way))).toEqual([]);
    });
  }
});
