import { stTableImage } from '../../src/model/doubts/st-table-image.ts';
import type { Doubt } from '../../src/model/report.ts';
import type { Block, Document, Picture } from '../document.ts';
import type { LabelOracle } from '../layout/label-oracle.ts';
import { ReadError } from '../read-error.ts';
import { readImageHeader } from './image-header.ts';
import { joinCutRows } from './join-cut-rows.ts';
import { readPicture } from './read-picture.ts';
import type { Recogniser } from './recogniser.ts';

/** `force` reads also pictures that look too small to hold anything. */
export type RecognitionMode = 'auto' | 'off' | 'force';

interface RecognitionOptions {
  readonly mode: RecognitionMode;
  /** From `openRecogniser`; null where recognition is not installed. */
  readonly recogniser: Recogniser | null;
  /** Called before each picture that is read. */
  readonly onPicture?: () => void;
}

/** Pixels that the narrowest legible table needs; logos, seals and icons have less. */
const [NARROWEST, LOWEST] = [240, 100];
/** A square picture up to so many pixels is a code to scan or a seal. */
const LARGEST_CODE = 450;
/** A text less sure than this is told in a doubt. */
const LIKELY = 0.8;
/** A picture in which fewer characters stand is a photograph or a seal. */
const FEWEST_CHARACTERS = 8;

/** Whether a picture is large enough to hold a table or text. What is no picture we know is not. */
export function mayHoldText(image: Uint8Array): boolean {
  const header = readImageHeader(image);
  if (!header) return false;
  const { format, width, height } = header;
  // TIFF says its size only after a walk through the file.
  if (format === 'tiff') return true;
  const square = Math.abs(width - height) < 0.1 * Math.max(width, height);
  return width >= NARROWEST && height >= LOWEST && !(square && width <= LARGEST_CODE);
}

type PictureBlock = Picture & { readonly image: Uint8Array };
const carriesImage = (block: Block): block is PictureBlock => block.kind === 'picture' && block.image !== undefined;

interface Read {
  readonly blocks: readonly Block[];
  readonly doubts: readonly Doubt[];
  readonly error?: ReadError;
}

const characters = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'paragraph' ? block.text.replace(/\s/g, '').length : 0), 0);

/** Paragraphs that may well be misread. */
const unsureTexts = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.recognised && block.recognised.confidence < LIKELY ? [block.text] : [],
  );

async function readBlock(picture: PictureBlock, labels: LabelOracle, recogniser: Recogniser): Promise<Read> {
  try {
    const { blocks, doubts } = await readPicture(picture.image, picture.at, labels, recogniser);
    const tables = blocks.filter(({ kind }) => kind === 'grid').length;
    if (tables === 0 && characters(blocks) < FEWEST_CHARACTERS) return { blocks: [picture], doubts: [] };
    return { blocks, doubts: [stTableImage.recognised(picture.at, tables, unsureTexts(blocks)), ...doubts] };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { blocks: [picture], doubts: [stTableImage.undecodable(picture.at, error.message)], error };
  }
}

/**
 * Puts in place of each picture of a table or page what stands in it, with a doubt that it was read by recognition.
 * Where it can't be (no recogniser, or switched off), the picture stays and a doubt says what to do: nothing is made up.
 *
 * @throws ReadError where the document is nothing but pictures and none of them can be decoded
 */
export async function recogniseDocument(
  document: Document,
  labels: LabelOracle,
  options: RecognitionOptions,
): Promise<Document> {
  const { mode, recogniser, onPicture } = options;
  const wanted = (block: Block): block is PictureBlock =>
    carriesImage(block) && (mode === 'force' || mayHoldText(block.image));
  const pictures = document.blocks.filter(wanted);
  if (pictures.length === 0) return document;
  if (mode === 'off' || recogniser === null) {
    const unread = stTableImage.unread(pictures.length, mode === 'off');
    return { ...document, doubts: [...document.doubts, unread] };
  }
  const reads: Read[] = [];
  for (const block of document.blocks) {
    if (wanted(block)) onPicture?.();
    reads.push(wanted(block) ? await readBlock(block, labels, recogniser) : { blocks: [block], doubts: [] });
  }
  const failures = reads.flatMap(({ error }) => error ?? []);
  if (failures[0] && failures.length === document.blocks.length) throw failures[0];
  const { blocks, doubts } = joinCutRows(
    reads.flatMap((read) => read.blocks),
    labels,
  );
  return { ...document, blocks, doubts: [...document.doubts, ...reads.flatMap((read) => read.doubts), ...doubts] };
}
