import { type Draft, write } from '../draft.ts';
import type { Generated } from '../generate.ts';
import { renderHtml } from '../render-html.ts';
import type { Rng } from '../rng.ts';
import { SKELETONS } from '../skeletons/skeletons.ts';
import { findChromium, printByChromium } from './chromium.ts';
import { CELL_MESSES, PRINTED_MESSES, RULED_MESSES, SCAN_MESSES, UNRULED_MESSES } from './format-messes.ts';
import { changeTexts, messyDraft } from './messy-draft.ts';
import { measure } from './paper/fonts.ts';
import { randomStyle, uprightStyle } from './paper/page-style.ts';
import { printDraft } from './paper/print-draft.ts';
import type { Sheet } from './paper/sheet.ts';
import { writePdfLib } from './pdf-lib.ts';
import { writePdfkit } from './pdfkit.ts';
import { randomScanStyle, type ScanStyle, scannedPdf, scanPages } from './scan.ts';
import { randomBookStyle, writeXlsx } from './sheet-book.ts';
import { randomWordStyle } from './word/word-style.ts';
import { writeDocx } from './word/write-docx.ts';

/** Who writes the file, and what a page shows of the lines around cells. */
export type Format =
  | 'docx'
  | 'xlsx'
  | 'pdfkit ruled'
  | 'pdfkit unruled'
  | 'pdf-lib ruled'
  | 'pdf-lib unruled'
  | 'chromium pdf'
  | 'scanned pdf'
  | 'scanned sideways'
  | 'scanned unruled';

/** A document of another format than HTML; `style` says in words what the format itself drew at random. */
export interface GeneratedFormat extends Generated {
  readonly format: Format;
  readonly style: string;
}

interface Written {
  readonly bytes: Uint8Array;
  readonly style: object;
}

interface Way {
  readonly ending: string;
  readonly messes: readonly string[];
  readonly write: (draft: Draft, rng: Rng) => Promise<Written>;
}

/** Compatibility ideographs have no glyph in the typeface; the radicals do. */
const printable = (draft: Draft): Draft =>
  changeTexts(draft, (text) => text.replace(/[\uf900-\ufaff]/g, (one) => one.normalize('NFKC')));

const onPaper = (ruled: boolean, write: (sheets: readonly Sheet[]) => Promise<Uint8Array>): Way => ({
  ending: 'pdf',
  messes: ruled ? RULED_MESSES : UNRULED_MESSES,
  async write(draft, rng) {
    const { table, prose, pageNumber, ...style } = randomStyle(rng, ruled);
    const sheets = printDraft(printable(draft), { table, prose, pageNumber, ...style }, measure);
    return { bytes: await write(sheets), style };
  },
});

const onScanner = (how: Pick<ScanStyle, 'anyWayUp'>, print?: { ruling: 'none'; padding: number }): Way => ({
  ending: 'pdf',
  messes: SCAN_MESSES,
  async write(draft, rng) {
    const upright = uprightStyle(rng);
    const table = { ...upright.table, padding: print?.padding ?? upright.table.padding };
    const scan = { ...randomScanStyle(rng), ...how };
    const sheets = printDraft(
      printable(draft),
      { ...upright, ruling: print?.ruling ?? upright.ruling, table },
      measure,
    );
    return {
      bytes: await scannedPdf(sheets, await scanPages(sheets, scan, rng)),
      style: { ...scan, padding: table.padding },
    };
  },
});

const WAYS: Readonly<Record<Format, Way>> = {
  docx: {
    ending: 'docx',
    messes: CELL_MESSES,
    async write(draft, rng) {
      const style = randomWordStyle(rng, draft);
      return { bytes: await writeDocx(draft, style, rng), style };
    },
  },
  xlsx: {
    ending: 'xlsx',
    messes: CELL_MESSES,
    async write(draft, rng) {
      const style = randomBookStyle(rng);
      return { bytes: await writeXlsx(draft, style, rng), style };
    },
  },
  'pdfkit ruled': onPaper(true, writePdfkit),
  'pdfkit unruled': onPaper(false, writePdfkit),
  'pdf-lib ruled': onPaper(true, writePdfLib),
  'pdf-lib unruled': onPaper(false, writePdfLib),
  'chromium pdf': {
    ending: 'pdf',
    messes: PRINTED_MESSES,
    async write(draft, rng) {
      const browser = findChromium();
      if (!browser) throw new Error('no Chromium found; install one or name it in CHROMIUM');
      const skeleton = rng.pick(SKELETONS);
      const html = renderHtml(write(draft, { skeleton }), rng);
      return {
        bytes: printByChromium(browser, new TextEncoder().encode(`\ufeff${html}`)),
        style: { page: skeleton.name },
      };
    },
  },
  'scanned pdf': onScanner({}),
  'scanned sideways': onScanner({ anyWayUp: true }),
  'scanned unruled': onScanner({}, { ruling: 'none', padding: 5 }),
};

const inWords = (style: object): string =>
  Object.entries(style)
    .filter(([, value]) => value !== false)
    .map(([name, value]) => (value === true ? name : `${name} ${value}`))
    .join(', ');

/** Makes the document of a seed in a format. `messes` takes the place of a random choice. */
export async function generateFormat(
  seed: number,
  format: Format,
  messes?: readonly string[],
): Promise<GeneratedFormat> {
  const way = WAYS[format];
  const { draft, rng, readable, messes: applied } = messyDraft(seed, way.messes, messes);
  const { bytes, style } = await way.write(draft, rng);
  return {
    seed,
    format,
    bytes,
    style: inWords(style),
    path: `${format.replace(' ', '-')}-${seed}.${way.ending}`,
    truth: draft.truth,
    messes: applied,
    readable,
    headings: draft.headings,
  };
}
