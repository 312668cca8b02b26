import { beforeAll, describe, expect, it } from 'vitest';
import { recogniseDocument } from '../../extractors/image/recognise-document.ts';
import { openRecogniser } from '../../extractors/image/recogniser.ts';
import { FORM_LABELS } from '../../extractors/mapping/label-oracle.ts';
import { readPdf } from '../../extractors/pdf/read-pdf.ts';
import type { Format } from '../../samples/generator/formats/generate-format.ts';
import { type FormatOutcome, readFormats, silentOf, tally, tallyTable } from './read-format.ts';

/** Scans of one kind. */
export interface ScanSeeds {
  readonly format: Extract<Format, `scanned ${string}`>;
  readonly seeds: readonly number[];
}

/** The least share of cells that is read as it stands; null where the columns of a table have no lines and are inferred. */
const LEAST: Readonly<Record<ScanSeeds['format'], number | null>> = {
  'scanned pdf': 0.99,
  'scanned sideways': 0.99,
  'scanned unruled': null,
};

const recogniser = await openRecogniser();

/**
 * Scans at 150 to 200 dpi, up to 1.5 degrees askew, noisy and saved as JPEG: at least 99 of 100 cells are read as they
 * stand, and every other is doubted aloud. So are pages that were laid on the scanner any way up. Where tables have no
 * ruling lines the columns are inferred, and the figures may be wrong, but never in silence. Skipped where the models are not installed.
 */
export function holdScans(cases: readonly ScanSeeds[]): void {
  describe.skipIf(recogniser === null).each(cases)('$format', ({ format, seeds }) => {
    let outcomes: readonly FormatOutcome[] = [];
    const least = LEAST[format];

    beforeAll(async () => {
      const read = async (bytes: Uint8Array) =>
        recogniseDocument(await readPdf(bytes, FORM_LABELS), FORM_LABELS, { mode: 'auto', recogniser });
      outcomes = await readFormats(format, seeds, read, ['warning', 'error']);
      console.info(tallyTable([[format, tally(outcomes)]]));
    });

    if (least !== null) {
      it(`is read with at least ${least * 100} of 100 cells right`, () => {
        const { cells, right } = tally(outcomes);
        expect(right / cells).toBeGreaterThanOrEqual(least);
      });
    }

    it('never holds an error that no warning names', () => {
      const silent = outcomes.flatMap(({ document, verdict }) =>
        verdict.differences.flatMap((one) =>
          one.silent ? [`seed ${document.seed}: ${one.cell} read ${one.read}`] : [],
        ),
      );
      expect(silent).toEqual([]);
      expect(outcomes.map(silentOf)).toEqual(outcomes.map(() => 0));
    });
  });
}
