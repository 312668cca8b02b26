import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FORM_LABELS } from '../../extractors/mapping/label-oracle.ts';
import { mapDocument } from '../../extractors/mapping/map-document.ts';
import { readPdf } from '../../extractors/pdf/read-pdf.ts';
import { RULED_MESSES } from '../../samples/generator/formats/format-messes.ts';
import { messyDraft } from '../../samples/generator/formats/messy-draft.ts';
import { measure } from '../../samples/generator/formats/paper/fonts.ts';
import { type PageStyle, randomStyle } from '../../samples/generator/formats/paper/page-style.ts';
import { printDraft } from '../../samples/generator/formats/paper/print-draft.ts';
import { writePdfLib } from '../../samples/generator/formats/pdf-lib.ts';
import { writePdfkit } from '../../samples/generator/formats/pdfkit.ts';

/** How fast PDFs are read beside what pdf.js alone needs for their text, and what memory they take. */

export const PAGES_A_PDF = 5;

/** What a run took: `bareSeconds` is what the bare text pass took of the same files, `resident` mebibytes over the run. */
export interface PdfMeasurement {
  readonly documents: number;
  readonly pages: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly bareSeconds?: number;
  readonly resident?: readonly number[];
}

const now = (): number => performance.now() / 1_000;

/** Large print, so that a report fills its five pages. */
const roomy = (style: PageStyle): PageStyle => ({
  ...style,
  margin: 72,
  prose: { size: 16, leading: 1.75 },
  table: { size: 10.5, padding: 4, leading: 1.25 },
});

/** Writes `count` generated reports of five pages each into a folder: by pdfkit and pdf-lib in turn, with ruled tables. */
export async function layOutPdfs(folder: string, count: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  let written = 0;
  for (let seed = 0; written < count; seed += 1) {
    const { draft, rng } = messyDraft(seed, RULED_MESSES, []);
    const sheets = printDraft(draft, roomy(randomStyle(rng, true)), measure);
    if (sheets.length !== PAGES_A_PDF) continue;
    const bytes = await (written % 2 === 0 ? writePdfkit : writePdfLib)(sheets);
    writeFileSync(join(folder, `${String(written).padStart(5, '0')}.pdf`), bytes);
    written += 1;
  }
}

const filesOf = (folder: string): Uint8Array[] =>
  readdirSync(folder)
    .sort()
    .map((name) => new Uint8Array(readFileSync(join(folder, name))));

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** The yardstick: pdf.js opens the file and gives the text of every page. */
async function bareTextPass(bytes: Uint8Array): Promise<void> {
  const task = getDocument({
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    cMapUrl: join(PACKAGE, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(PACKAGE, 'standard_fonts/'),
  });
  const pdf = await task.promise;
  for (let page = 1; page <= pdf.numPages; page += 1) await (await pdf.getPage(page)).getTextContent();
  await task.destroy();
}

async function readWhole(bytes: Uint8Array): Promise<void> {
  mapDocument(await readPdf(bytes, FORM_LABELS));
}

/** Whole passes for about `seconds`, file by file ours beside the bare text pass, which of them goes first in turn. */
export async function pdfBesidePdfJs(folder: string, seconds: number): Promise<PdfMeasurement> {
  const files = filesOf(folder);
  const spent = { full: 0, bare: 0 };
  const time = async (part: keyof typeof spent, work: () => Promise<void>): Promise<void> => {
    const started = now();
    await work();
    spent[part] += now() - started;
  };
  const pass = async (oursFirst: boolean): Promise<void> => {
    for (const [place, bytes] of files.entries()) {
      const ours = () => time('full', () => readWhole(bytes));
      const bare = () => time('bare', () => bareTextPass(bytes));
      const [first, second] = (place % 2 === 0) === oursFirst ? [ours, bare] : [bare, ours];
      await first();
      await second();
    }
  };
  await pass(true);
  [spent.full, spent.bare] = [0, 0];
  let rounds = 0;
  for (const started = now(); now() < started + seconds; rounds += 1) await pass(rounds % 2 === 0);
  const documents = rounds * files.length;
  return {
    documents,
    pages: documents * PAGES_A_PDF,
    bytes: rounds * files.reduce((sum, { length }) => sum + length, 0),
    seconds: spent.full,
    bareSeconds: spent.bare,
  };
}

const SAMPLES = 40;

/** Resident memory while `count` PDFs are read one after the other, the files of the folder over and over. */
export async function pdfMemory(folder: string, count: number): Promise<PdfMeasurement> {
  const files = filesOf(folder);
  const resident: number[] = [];
  const started = now();
  let bytes = 0;
  for (let document = 0; document < count; document += 1) {
    const file = files[document % files.length] ?? new Uint8Array();
    await readWhole(file);
    bytes += file.length;
    if ((document + 1) % Math.ceil(count / SAMPLES) === 0) resident.push(process.memoryUsage.rss() / 1024 / 1024);
  }
  return { documents: count, pages: count * PAGES_A_PDF, bytes, seconds: now() - started, resident };
}
