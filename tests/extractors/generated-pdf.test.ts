import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../extractors/pdf/read-pdf.ts';
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
 * Any consistent report as a PDF, by several programs, with lines around its cells and without, comes back exactly: tables
 * that go over pages, rows that a page break cuts, pages turned on their side. A failure names the seed:
 * `generateFormat(seed, format)` makes the document again.
 */

const FIVE_MINUTES = 300_000;
/** Failure messages stay readable. */
const SHOWN = 10;

const PRODUCERS: readonly (readonly [Format, number])[] = [
  ['pdfkit ruled', 60],
  ['pdfkit unruled', 40],
  ['pdf-lib ruled', 30],
  ['pdf-lib unruled', 30],
  ['chromium pdf', 6],
];

const measured: [string, Tally][] = [];
afterAll(() => console.info(tallyTable(measured)));

for (const [format, count] of PRODUCERS) {
  describe.skipIf(format === 'chromium pdf' && findChromium() === null)(`PDFs: ${format}`, () => {
    let outcomes: readonly FormatOutcome[] = [];

    beforeAll(async () => {
      outcomes = await readFormats(format, seedsUpTo(count), readPdf);
      measured.push([format, tally(outcomes)]);
    }, FIVE_MINUTES);

    it('are read exactly where a person could read them, with no arithmetic flag', () => {
      const faults = outcomes.flatMap((outcome) => faultOf(outcome) ?? []);
      expect(faults.length, faults.slice(0, SHOWN).join('\n')).toBe(0);
    });

    it('never hold a silent error, readable or not', () => {
      expect(outcomes.filter((outcome) => silentOf(outcome) > 0).map(({ document }) => document.seed)).toEqual([]);
    });
  });
}
