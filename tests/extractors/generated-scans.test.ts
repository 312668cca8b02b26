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
 * stand, and every other is doubted aloud. So are pages that were laid on the scanner any way up. Where tables have no
 * ruling lines the columns are inferred, and the figures may be wrong, but never in silence. Skipped where the models are not installed.
 */
const SCANS = [
  // The first of them have tight rows: a padding of 2 points, at 175 and at 150 dpi.
  { format: 'scanned pdf', from: 3, documents: 3, right: 0.99 },
  { format: 'scanned sideways', from: 1, documents: 1, right: 0.99 },
  { format: 'scanned unruled', from: 6, documents: 1, right: 0 },
] as const;
const FIVE_MINUTES_EACH = 300_000 * Number(process.env.SWEEP ?? 1);

const recogniser = await openRecogniser();

describe.skipIf(recogniser === null).each(SCANS)('$format', ({ format, from, documents, right: least }) => {
  let outcomes: readonly FormatOutcome[] = [];

  beforeAll(async () => {
    const seeds = seedsUpTo(documents).map((seed) => from + seed);
    const read = async (bytes: Uint8Array) => recogniseDocument(await readPdf(bytes), { mode: 'auto', recogniser });
    outcomes = await readFormats(format, seeds, read, ['warning', 'error']);
    console.info(tallyTable([[format, tally(outcomes)]]));
  }, FIVE_MINUTES_EACH);

  it.runIf(least > 0)('is read with at least 99 of 100 cells right', () => {
    const { cells, right } = tally(outcomes);
    expect(right / cells).toBeGreaterThanOrEqual(least);
  });

  it('never holds an error that no warning names', () => {
    const silent = outcomes.flatMap(({ document, verdict }) =>
      verdict.differences.flatMap((one) => (one.silent ? [`seed ${document.seed}: ${one.cell} read ${one.read}`] : [])),
    );
    expect(silent).toEqual([]);
    expect(outcomes.map(silentOf)).toEqual(outcomes.map(() => 0));
  });
});
