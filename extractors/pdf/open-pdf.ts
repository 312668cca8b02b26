import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PasswordException, PDFParse, VerbosityLevel } from 'pdf-parse';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';
import { guardStreams } from './guard-streams.ts';
import { WholePixelCanvases } from './whole-pixel-canvases.ts';

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string): string => `${join(PACKAGE, name)}/`;

/**
 * Fonts are needed for their metrics only, so pdf.js is given a page that takes any style sheet and shows none. Without
 * one it would fall back to the outlines of every letter, at half again the cost of the whole reading.
 */
const noPage = (onRule: (rule: string) => void): object => ({
  createElement: () => ({
    sheet: {
      insertRule: (rule: string) => {
        onRule(rule);
        return 0;
      },
      cssRules: [],
    },
    remove: () => undefined,
  }),
  documentElement: { getElementsByTagName: () => [{ append: () => undefined }] },
});

/** How pdf.js gives a font to a page. */
const FONT_RULE = /^@font-face \{font-family:"([^"]+)";src:url\(data:font\/opentype;base64,([^)]+)\)/;

/** What opening is for: `read` needs no letter forms, `draw` does. */
type Purpose = 'read' | 'draw';

interface OpenPdf {
  readonly parser: PDFParse;
  /** The document of pdf.js behind the parser: its operators say where lines and characters are painted. */
  readonly pdf: PDFDocumentProxy;
  /** The font of a name as pdf.js prepared it (OpenType); null where none is embedded. Known once its page was read. */
  readonly fontProgram: (name: string) => Uint8Array | null;
  /** Frees all that is held for the document. */
  readonly close: () => Promise<void>;
}

/** pdf-parse keeps the method that gives its pdf.js document to itself; its version is pinned, and a test asks for the method. */
const documentOf = (parser: PDFParse): Promise<PDFDocumentProxy> =>
  (parser as unknown as { load(): Promise<PDFDocumentProxy> }).load();

/**
 * Opens a PDF with nothing fetched and no script run: character maps and stand-in fonts come from the installed package.
 * A document that only restricts printing or copying (owner password) opens as any other.
 *
 * @throws ReadError `ENCRYPTED` if it can't be opened without a password, `DAMAGED` if it is no readable PDF, `TOO_LARGE` if
 *   a stream in it would fill memory
 */
export async function openPdf(bytes: Uint8Array, purpose: Purpose): Promise<OpenPdf> {
  guardStreams(bytes);
  const fonts = new Map<string, string>();
  const keepFont = (rule: string): void => {
    const [, name, packed] = FONT_RULE.exec(rule) ?? [];
    if (name !== undefined && packed !== undefined) fonts.set(name, packed);
  };
  const fontProgram = (name: string): Uint8Array | null => {
    const packed = fonts.get(name);
    return packed === undefined ? null : new Uint8Array(Buffer.from(packed, 'base64'));
  };
  const parser = new PDFParse({
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
    ...(purpose === 'draw' ? { CanvasFactory: WholePixelCanvases } : {}),
    disableFontFace: purpose === 'draw',
    ...(purpose === 'read' ? { ownerDocument: noPage(keepFont) as never } : {}),
  });
  try {
    return { parser, pdf: await documentOf(parser), fontProgram, close: () => parser.destroy() };
  } catch (error) {
    if (error instanceof PasswordException) {
      throw new ReadError('ENCRYPTED', {
        zh: '打开此 PDF 需要密码；请另存一份无密码的再读取',
        en: 'the PDF needs a password to be opened; save a copy without a password and read that',
      });
    }
    const { message } = error as Error;
    throw new ReadError('DAMAGED', {
      zh: `无法打开 PDF（${message.slice(0, 120)}）；请重新获取，或重新打印为 PDF`,
      en: `the PDF can't be opened (${message.slice(0, 120)}); fetch it again or print it to a new PDF`,
    });
  }
}
