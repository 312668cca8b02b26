import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPicture } from '../../extractors/image/read-picture.ts';
import { openRecogniser, sessionOptions } from '../../extractors/image/recogniser.ts';
import { FORM_LABELS } from '../../extractors/mapping/label-oracle.ts';
import { SCAN_MESSES } from '../../samples/generator/formats/format-messes.ts';
import { messyDraft } from '../../samples/generator/formats/messy-draft.ts';
import { measure } from '../../samples/generator/formats/paper/fonts.ts';
import { uprightStyle } from '../../samples/generator/formats/paper/page-style.ts';
import { printDraft } from '../../samples/generator/formats/paper/print-draft.ts';
import { randomScanStyle, scanPages } from '../../samples/generator/formats/scan.ts';

/** Seconds for the same pages, ours (tables, cells, figures) and the bare whole-page call of the recognition library. */
export interface RecognitionMeasurement {
  readonly documents: number;
  readonly seconds: number;
  readonly bareSeconds: number;
}

const now = (): number => performance.now() / 1_000;

/** Scanned pages of generated reports that hold a ruled table, each a JPEG. */
export async function scannedTablePages(count: number): Promise<Uint8Array[]> {
  const pages: Uint8Array[] = [];
  for (let seed = 0; pages.length < count; seed += 1) {
    const { draft, rng } = messyDraft(seed, SCAN_MESSES, []);
    const sheets = printDraft(draft, uprightStyle(rng), measure);
    const ruled = sheets.filter(({ inks }) => inks.filter(({ kind }) => kind !== 'text').length > LEAST_RULES);
    pages.push(...(await scanPages(ruled, randomScanStyle(rng), rng)));
  }
  return pages.slice(0, count);
}

const LEAST_RULES = 20;

/**
 * Measures recognition page by page, ours and bare by turns and with the same threads and settings, after one page to
 * warm up.
 *
 * @param pages encoded pictures of pages
 * @returns null where the packages of recognition are not installed
 */
export async function measureRecognition(pages: readonly Uint8Array[]): Promise<RecognitionMeasurement | null> {
  const recogniser = await openRecogniser();
  const [first] = pages;
  if (!recogniser || !first) return null;
  const { default: Ocr } = await import('@gutenye/ocr-node');
  const bare = await Ocr.create({ onnxOptions: sessionOptions() });
  const folder = mkdtempSync(join(tmpdir(), 'lanting-ocr-'));
  try {
    const paths = pages.map((page, index) => {
      const path = join(folder, `${index}.img`);
      writeFileSync(path, page);
      return path;
    });
    await readPicture(first, {}, FORM_LABELS, recogniser);
    await bare.detect(paths[0] ?? '');
    let [seconds, bareSeconds] = [0, 0];
    for (const [index, page] of pages.entries()) {
      const started = now();
      await readPicture(page, {}, FORM_LABELS, recogniser);
      const between = now();
      await bare.detect(paths[index] ?? '');
      seconds += between - started;
      bareSeconds += now() - between;
    }
    return { documents: pages.length, seconds, bareSeconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
