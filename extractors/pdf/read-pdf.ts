import type { PDFParse } from 'pdf-parse';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { docPages } from '../../src/model/doubts/doc-pages.ts';
import type { Doubt } from '../../src/model/report.ts';
import type { Document } from '../document.ts';
import type { LabelOracle } from '../layout/label-oracle.ts';
import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';
import { overlappingGlyphs } from './appearance/unclear-glyphs.ts';
import { pageDigits } from './count-digits.ts';
import { countDamagedStreams } from './damaged-streams.ts';
import { readDocumentTitle } from './document-title.ts';
import { drawPages } from './draw-pages.ts';
import { dropDoubles } from './drop-doubles.ts';
import { judgePage } from './judge-page.ts';
import { layOutPages, type ReadPage } from './lay-out-pages.ts';
import { openPdf } from './open-pdf.ts';
import { type DocumentFonts, readPaintedPage } from './read-painted-page.ts';

interface PdfOptions {
  /** Take every page that shows anything for a picture, also where it has text that can be trusted. */
  readonly asPictures?: boolean;
  /** Called before each page that is drawn. */
  readonly onPicture?: () => void;
}

/**
 * Reads a PDF into the intermediate document. Locators are the page (from 1) and the box [x0, y0, x1, y1] in points on the
 * page as it is shown, from its top left corner. A page without text that can be trusted becomes a picture of itself.
 *
 * @param labels tells the words of the forms, by which tables without lines and rows cut in two are known
 * @throws ReadError `ENCRYPTED`, `DAMAGED`, `EMPTY` (no pages), `TOO_LARGE` (pages or marks beyond the limits), `TIMEOUT`
 */
export async function readPdf(
  bytes: Uint8Array,
  labels: LabelOracle,
  { asPictures = false, onPicture = () => undefined }: PdfOptions = {},
): Promise<Document> {
  const deadline = Date.now() + LIMITS.pdfTime;
  const { parser, pdf, fontProgram, close } = await openPdf(bytes, 'read');
  try {
    requirePages(pdf.numPages);
    const title = readDocumentTitle(await readTitle(parser));
    const { pages, lost } = await readPages(pdf, fontProgram, deadline, asPictures);
    const damaged = countDamagedStreams(bytes);
    const { pictures, undrawn } = await drawPages(bytes, pages, onPicture);
    if (undrawn.length === pages.length) throw nothingRead(pdf.numPages);
    const { blocks, doubts } = layOutPages(pages, pictures, labels);
    return {
      blocks,
      digits: pages.filter(({ kind }) => kind === 'text').map(({ content, glyphs }) => pageDigits(content, glyphs)),
      marks: { meta: {}, ...(title ? { pageTitle: title } : {}) },
      doubts: [
        ...(lost.length > 0 ? [docPages.pagesLost(lost, pdf.numPages)] : []),
        ...(undrawn.length > 0 ? [docPages.drawingLost(undrawn)] : []),
        ...(damaged > 0 ? [docPages.streamsDamaged(damaged)] : []),
        ...(endsEarly(bytes) ? [docPages.endsEarly()] : []),
        ...doubts,
      ] satisfies Doubt[],
    };
  } finally {
    await close();
  }
}

function requirePages(pages: number): void {
  if (pages === 0)
    throw new ReadError('EMPTY', { zh: 'PDF 没有页面；请重新获取', en: 'the PDF has no pages; fetch it again' });
  if (pages > LIMITS.pdfPages) {
    throw new ReadError('TOO_LARGE', {
      zh: `PDF 有 ${pages} 页，超过上限 ${LIMITS.pdfPages} 页；请截取报告所在的页再读取`,
      en: `the PDF has ${pages} pages, more than the limit of ${LIMITS.pdfPages}; cut out the pages of the report and read those`,
    });
  }
}

function requireTime(deadline: number, page: number): void {
  if (Date.now() <= deadline) return;
  throw new ReadError('TIMEOUT', {
    zh: `PDF 在 ${LIMITS.pdfTime / 1000} 秒内未能读完（读到第 ${page} 页）；请重新打印为 PDF 再读取`,
    en: `the PDF was not read within ${LIMITS.pdfTime / 1000} seconds (page ${page} was reached); print it to a new PDF and read that`,
  });
}

async function readTitle(parser: PDFParse): Promise<unknown> {
  try {
    const { info } = await parser.getInfo();
    return (info as { Title?: unknown }).Title;
  } catch {
    // Properties that can't be read say no less than properties that are not there.
    return null;
  }
}

/** Every page that can be read, and the numbers of those that can't. */
async function readPages(
  pdf: PDFDocumentProxy,
  program: DocumentFonts['program'],
  deadline: number,
  asPictures: boolean,
): Promise<{ pages: ReadPage[]; lost: number[] }> {
  const layers = await pdf.getOptionalContentConfig();
  const fonts: DocumentFonts = { fonts: new Map(), program };
  const pages: ReadPage[] = [];
  const lost: number[] = [];
  let marks = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    requireTime(deadline, number);
    try {
      const page = await pdf.getPage(number);
      const drawn = await readPaintedPage(page, (layer) => layers.isVisible(layer as never), fonts);
      page.cleanup();
      const glyphs = dropDoubles(drawn.glyphs);
      const content = { ...drawn, marks: [...drawn.marks, ...overlappingGlyphs(glyphs)] };
      const kind = judgePage(content, glyphs);
      // Beyond the pages that are drawn, a picture would only be lost text.
      const asPicture = asPictures && kind === 'text' && number <= LIMITS.pdfPictures;
      pages.push({ content, glyphs, kind: asPicture ? 'picture' : kind });
      marks += content.glyphs.length + content.rules.length;
    } catch {
      lost.push(number);
    }
    if (marks > LIMITS.pdfMarks) {
      throw new ReadError('TOO_LARGE', {
        zh: `PDF 绘出的字符和线条超过 ${LIMITS.pdfMarks} 个（读到第 ${number} 页）；不是年度报告`,
        en: `the PDF draws more than ${LIMITS.pdfMarks} characters and lines (page ${number} was reached); it is no report`,
      });
    }
  }
  if (pages.length === 0) throw nothingRead(lost.length);
  return { pages, lost };
}

const nothingRead = (pages: number): ReadError =>
  new ReadError('DAMAGED', {
    zh: `PDF 的 ${pages} 页都无法读取，文件已损坏或不是年度报告；请重新获取，或打印成新的 PDF`,
    en: `none of the ${pages} pages of the PDF can be read, it is damaged or no report; fetch it again or print it to a new PDF`,
  });

/** A whole PDF ends in `%%EOF`, give or take what a server put behind it. */
function endsEarly(bytes: Uint8Array): boolean {
  return !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-TAIL).includes('%%EOF');
}
const TAIL = 2048;
