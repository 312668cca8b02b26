import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../extractors/document.ts';
import { readDocx } from '../../extractors/docx/read-docx.ts';
import { FORM_LABELS } from '../../extractors/mapping/label-oracle.ts';
import { readPdf } from '../../extractors/pdf/read-pdf.ts';
import { readXlsx } from '../../extractors/sheet/read-xlsx.ts';
import type { Format } from '../../samples/generator/formats/generate-format.ts';
import { type FormatOutcome, faultOf, readFormats, silentOf, type Tally, tally, tallyTable } from './read-format.ts';

/** Documents of one format. */
export interface FormatSeeds {
  readonly format: Format;
  readonly seeds: readonly number[];
  /** Ways of the style that must be among the documents. */
  readonly ways?: readonly string[];
}

export const WORD_WAYS: readonly string[] = [
  ...['countsHeadings', 'countsLabels', 'trackedChanges', 'deletedRow', 'hiddenText', 'table', 'text box'],
];
export const SHEET_WAYS: readonly string[] = ['numbers', 'formulas', 'hidden', 'sheets one,', 'sheets one a table'];

const readerOf = (format: Format): ((bytes: Uint8Array) => Promise<Document>) =>
  format === 'docx' ? readDocx : format === 'xlsx' ? readXlsx : (bytes: Uint8Array) => readPdf(bytes, FORM_LABELS);

/** Failure messages stay readable. */
const SHOWN = 10;

/**
 * Any consistent report in any format, by several programs and messy in any way that the format can show, comes back exactly:
 * tables over pages, with lines and without, Word's numbering and tracked changes, hidden rows of a sheet. A failure names
 * the seed: `generateFormat(seed, format)` makes the document again.
 */
export function holdFormats(cases: readonly FormatSeeds[]): void {
  const measured: [string, Tally][] = [];
  afterAll(() => console.info(tallyTable(measured)));

  describe.each(cases)('generated reports: $format', ({ format, seeds, ways = [] }) => {
    let outcomes: readonly FormatOutcome[] = [];

    beforeAll(async () => {
      outcomes = await readFormats(format, seeds, readerOf(format));
      measured.push([format, tally(outcomes)]);
    });

    it('are read exactly where a person could read them, with no arithmetic flag', () => {
      const faults = outcomes.flatMap((outcome) => faultOf(outcome) ?? []);
      expect(faults.length, faults.slice(0, SHOWN).join('\n')).toBe(0);
    });

    it('never hold a silent error, readable or not', () => {
      expect(outcomes.filter((outcome) => silentOf(outcome) > 0).map(({ document }) => document.seed)).toEqual([]);
    });

    if (ways.length > 0) {
      it('show every way of the style', () => {
        const styles = outcomes.map(({ document }) => document.style).join();
        expect(ways.filter((way) => !styles.includes(way))).toEqual([]);
      });
    }
  });
}
