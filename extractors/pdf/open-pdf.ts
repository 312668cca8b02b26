import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';
import { guardStreams } from './guard-streams.ts';

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string): string => `${join(PACKAGE, name)}/`;

/**
 * Fonts are needed for their metrics only, so pdf.js is given a page that takes any style sheet and shows none. Without
 * one it would fall back to the outlines of every letter, at half again the cost of the whole reading.
 */
const NO_PAGE = {
  createElement: () => ({ sheet: { insertRule: () => 0, cssRules: [] }, remove: () => undefined }),
  documentElement: { getElementsByTagName: () => [{ append: () => undefined }] },
};

/** What opening is for: `read` needs no letter forms, `draw` does. */
export type Purpose = 'read' | 'draw';

export interface OpenPdf {
  readonly pdf: PDFDocumentProxy;
  /** Frees all that pdf.js holds for the document. */
  readonly close: () => Promise<void>;
}

const ENCRYPTED = 'PasswordException';

/**
 * Opens a PDF with nothing fetched and no script run: character maps and stand-in fonts come from the installed package.
 * A document that only restricts printing or copying (owner password) opens as any other.
 *
 * @throws ReadError `ENCRYPTED` if it can't be opened without a password, `DAMAGED` if it is no readable PDF, `TOO_LARGE` if
 *   a stream in it would fill memory
 */
export async function openPdf(bytes: Uint8Array, purpose: Purpose): Promise<OpenPdf> {
  guardStreams(bytes);
  const task = getDocument({
    // pdf.js takes the buffer for itself.
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    maxImageSize: LIMITS.picturePixels,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    disableFontFace: purpose === 'draw',
    ...(purpose === 'read' ? { ownerDocument: NO_PAGE as never } : {}),
  });
  try {
    return { pdf: await task.promise, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    const { name, message } = error as Error;
    if (name === ENCRYPTED) {
      throw new ReadError('ENCRYPTED', {
        zh: '打开此 PDF 需要密码；请另存一份无密码的再读取',
        en: 'the PDF needs a password to be opened; save a copy without a password and read that',
      });
    }
    throw new ReadError('DAMAGED', {
      zh: `无法打开 PDF（${message.slice(0, 120)}）；请重新获取，或重新打印为 PDF`,
      en: `the PDF can't be opened (${message.slice(0, 120)}); fetch it again or print it to a new PDF`,
    });
  }
}
