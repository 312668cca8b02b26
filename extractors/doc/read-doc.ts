import { exGrid } from '../../src/model/doubts/ex-grid.ts';
import type { Document } from '../document.ts';
import { Numbering } from '../docx/numbering.ts';
import { bodyToDocument } from '../docx/word-blocks.ts';
import { ReadError } from '../read-error.ts';
import { openCompoundFile } from './compound-file.ts';
import { readDocLists } from './doc-lists.ts';
import { DocStyles } from './doc-styles.ts';
import { readParagraphs } from './paragraphs.ts';
import { pictureBytes } from './picture-bytes.ts';
import { readPieces, textOfPieces } from './pieces.ts';
import { characterRuns, paragraphRuns } from './property-runs.ts';
import { markText } from './story-marks.ts';
import { paragraphsToHtml } from './tables-html.ts';
import { openWordFile, type WordFile } from './word-file.ts';

const TEXT_STORY = 0;
const TEXT_BOX_STORY = 6;

/** From where to where a story stands in the text. */
function storyRange({ lengths }: WordFile, story: number, most: number): [number, number] {
  const from = lengths.slice(0, story).reduce((sum, length) => sum + length, 0);
  return [Math.min(from, most), Math.min(from + (lengths[story] ?? 0), most)];
}

function read(bytes: Uint8Array): Document {
  const file = openWordFile(openCompoundFile(bytes));
  const pieces = readPieces(file);
  const text = textOfPieces(pieces, file.main);
  const marks = markText(text, pieces, characterRuns(file));
  const numbering = new Numbering(readDocLists(file), () => undefined);
  const story = { text, pieces, runs: paragraphRuns(file), marks, styles: new DocStyles(file), numbering };
  const stories = [TEXT_STORY, TEXT_BOX_STORY].map((which) =>
    paragraphsToHtml(readParagraphs(story, storyRange(file, which, text.length))),
  );
  const html = stories.map((one) => one.html).join('');
  const document = bodyToDocument(html, (source) => pictureBytes(file.data, Number(source.slice('Data/'.length))));
  const uneven = stories.reduce((sum, { unevenRows }) => sum + unevenRows, 0);
  return uneven > 0 ? { ...document, doubts: [...document.doubts, exGrid.unevenRows(uneven)] } : document;
}

/**
 * Reads a DOC file (Word 97 to 2003, and WPS files, which are the same inside) into the intermediate document: changes
 * accepted, hidden text and field codes gone, text boxes at the end, merged cells from the rows' own definitions.
 *
 * @throws ReadError ENCRYPTED under a password, UNSUPPORTED_FORMAT for Word 6 and 95, DAMAGED
 */
export async function readDoc(bytes: Uint8Array): Promise<Document> {
  try {
    return read(bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ReadError('DAMAGED', {
      zh: `DOC 文件指向自身之外（${error.message}）；请用文字处理软件打开并重新保存`,
      en: `the DOC file points outside itself (${error.message}); open it in a word processor and save it again`,
    });
  }
}
