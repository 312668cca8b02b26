import { beforeAll, describe, expect, it } from 'vitest';
import { recogniseDocument } from '../../extractors/image/recognise-document.ts';
import { openRecogniser } from '../../extractors/image/recogniser.ts';
import { readPdf } from '../../extractors/pdf/read-pdf.ts';
import {
  type FormatOutcome,
  readFormats,
  seedsUpTo,
  silentOf,
  tally,
  tallyTable,
} from '../generator/formats/read-format.ts';

/**
 * Scans at 150 to 200 dpi, up to 1.5 degrees askew, noisy and saved as JPEG: at least 99 of 100 cells are read as they
 * stand, and every other is doubted aloud. Skipped where the models of recognition are not installed.
 */

const DOCUMENTS = 3;
/** The first of them have tight rows: a padding of 2 points, at 175 and at 150 dpi. */
const FIRST = 3;
const FIVE_MINUTES_EACH = 300_000 * Number(process.env.SWEEP ?? 1);

const recogniser = await openRecogniser();

describe.skipIf(recogniser === null)('scanned reports', () => {
  let outcomes: readonly FormatOutcome[] = [];

  beforeAll(async () => {
    const seeds = seedsUpTo(DOCUMENTS).map((seed) => FIRST + seed);
    const read = async (bytes: Uint8Array) => recogniseDocument(await readPdf(bytes), { mode: 'auto', recogniser });
    outcomes = await readFormats('scanned pdf', seeds, read, ['warning', 'error']);
    console.info(tallyTable([['scanned pdf', tally(outcomes)]]));
  }, FIVE_MINUTES_EACH);

  it('are read with at least 99 of 100 cells right', () => {
    const { cells, right } = tally(outcomes);
    expect(right / cells).toBeGreaterThanOrEqual(0.99);
  });

  it('never hold an error that no warning names', () => {
    const silent = outcomes.flatMap(({ document, verdict }) =>
      verdict.differences.flatMap((one) => (one.silent ? [`seed ${document.seed}: ${one.cell} read ${one.read}`] : [])),
    );
    expect(silent).toEqual([]);
    expect(outcomes.map(silentOf)).toEqual(outcomes.map(() => 0));
  });
});
