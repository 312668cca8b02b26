import type { Message } from '../../src/model/report.ts';
import { ReadError } from '../read-error.ts';
import type { WordFile } from './word-file.ts';

/** A run of text that stands in one place of the file. */
export interface Piece {
  /** Place of its first character in the document's text. */
  readonly from: number;
  readonly length: number;
  /** Place of its first byte in the main stream. */
  readonly offset: number;
  /** One byte a character (Windows-1252) or two (UTF-16). */
  readonly width: 1 | 2;
}

const CLX = 33;
const PIECE_TABLE = 2;
const FORMATTING = 1;
const COMPRESSED = 0x4000_0000;

function damaged({ zh, en }: Message): ReadError {
  return new ReadError('DAMAGED', {
    zh: `Word 文档的正文已损坏：${zh}；请用文字处理软件重新保存`,
    en: `the text of the Word document is damaged: ${en}; save it again in a word processor`,
  });
}

function pieceTable(clx: Buffer): Buffer {
  let at = 0;
  while (clx[at] === FORMATTING && at + 3 <= clx.length) at += 3 + clx.readUInt16LE(at + 1);
  if (clx[at] !== PIECE_TABLE || at + 5 > clx.length)
    throw damaged({ zh: '没有文本片段表', en: 'it has no table of pieces' });
  return clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
}

/** The pieces that the text is made of, in the order of the text. */
export function readPieces({ main, table }: WordFile): Piece[] {
  const plc = pieceTable(table(CLX));
  const count = Math.floor((plc.length - 4) / 12);
  const pieces: Piece[] = [];
  let characters = 0;
  for (let i = 0; i < count; i += 1) {
    const from = plc.readUInt32LE(i * 4);
    const length = plc.readUInt32LE(i * 4 + 4) - from;
    const place = plc.readUInt32LE((count + 1) * 4 + i * 8 + 2);
    const width = place & COMPRESSED ? 1 : 2;
    const offset = width === 1 ? (place & ~COMPRESSED) / 2 : place;
    characters += length;
    // Pieces do not share bytes, so a text is never longer than its file; a bomb would be.
    if (length < 0 || characters > main.length || offset + length * width > main.length || offset % 1 !== 0) {
      throw damaged({
        zh: `${count} 个片段中的第 ${i + 1} 个在文件之外`,
        en: `piece ${i + 1} of ${count} lies outside the file`,
      });
    }
    pieces.push({ from, length, offset, width });
  }
  return pieces;
}

const WINDOWS_1252 = new TextDecoder('windows-1252');

/** The whole text, all stories one behind the other. */
export function textOfPieces(pieces: readonly Piece[], main: Buffer): string {
  return pieces
    .map(({ offset, length, width }) => {
      const bytes = main.subarray(offset, offset + length * width);
      return width === 2 ? bytes.toString('utf16le') : WINDOWS_1252.decode(bytes);
    })
    .join('');
}
