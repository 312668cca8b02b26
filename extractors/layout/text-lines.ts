import { unifyCharacters } from '../../src/model/text/compatibility.ts';
import { type Box, hull } from './box.ts';
import type { Piece } from './piece.ts';

/** Characters that stand side by side, from left to right. */
export interface TextLine {
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly box: Box;
  readonly base: number;
  /** The size of its largest character, in points. */
  readonly size: number;
}

/** Characters whose lines differ by less than this (in ems of the larger) stand side by side. */
const LEVEL = 0.4;
/** A gap this wide (in ems) is a space between letters or digits. */
const WORD_GAP = 0.2;
/** Between Chinese characters only a gap as wide as a character is one: justified lines are set apart. */
const WIDE_GAP = 1;
/** Where a space was drawn, a gap this wide shows it. */
const DRAWN_GAP = 0.1;
/** A character this much smaller than the one before, and off its line, is a note mark. */
const MARK_SIZE = 0.8;
const MARK_RISE = 0.12;

const WIDE =
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u;
const WORD = /[\p{L}\p{N}]/u;

/** Groups characters into lines, from top to bottom. */
export function piecesToLines(pieces: readonly Piece[]): TextLine[] {
  const sorted = [...pieces].sort((a, b) => a.base - b.base || a.box[0] - b.box[0]);
  const lines: { pieces: Piece[]; base: number; size: number }[] = [];
  for (const piece of sorted) {
    const line = lines.at(-1);
    if (line && piece.base - line.base <= LEVEL * Math.max(line.size, piece.size)) {
      line.pieces.push(piece);
      if (piece.size > line.size) {
        line.size = piece.size;
        line.base = piece.base;
      }
    } else {
      lines.push({ pieces: [piece], base: piece.base, size: piece.size });
    }
  }
  return lines.map(({ pieces: members }) => toLine(members));
}

/** One line of characters that are known to stand side by side. */
export function toLine(members: readonly Piece[]): TextLine {
  const pieces = [...members].sort((a, b) => a.box[0] - b.box[0]);
  const largest = pieces.reduce((best, piece) => (piece.size > best.size ? piece : best), pieces[0] as Piece);
  return {
    pieces,
    text: unifyCharacters(lineText(pieces)),
    box: hull(pieces.map(({ box }) => box)),
    base: largest.base,
    size: largest.size,
  };
}

const isMark = (piece: Piece, main: Piece | undefined): boolean =>
  main !== undefined &&
  piece.size < MARK_SIZE * main.size &&
  Math.abs(main.base - piece.base) > MARK_RISE * main.size &&
  WORD.test(piece.text);

/** Whether two neighbours in a line are set apart by a space. */
function isApart(a: Piece, b: Piece): boolean {
  const gap = b.box[0] - a.box[2];
  const size = Math.max(a.size, b.size);
  if (b.spaced && gap > DRAWN_GAP * size) return true;
  return gap > (WIDE.test(a.text) || WIDE.test(b.text) ? WIDE_GAP : WORD_GAP) * size;
}

/**
 * The text of a line, with spaces where there are gaps. A raised note mark is put in brackets, apart from the figure before.
 * Where digits of a number can't be seen, … stands for them.
 */
function lineText(pieces: readonly Piece[]): string {
  let text = '';
  let main: Piece | undefined;
  let marked = false;
  pieces.forEach((piece, i) => {
    const before = pieces[i - 1];
    const mark = isMark(piece, main);
    if (mark !== marked) text += mark ? '[' : ']';
    marked = mark;
    if (before && !mark && isApart(before, piece)) text += ' ';
    text += piece.cut ? `${piece.text}…` : piece.text;
    if (!mark) main = piece;
  });
  return marked ? `${text}]` : text;
}

/** Cuts a line where a gap is wider than so many ems. */
export function splitLine(line: TextLine, ems: number): TextLine[] {
  const parts: Piece[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of line.pieces) {
    if (piece.box[0] - end > ems * line.size) parts.push([]);
    parts.at(-1)?.push(piece);
    end = Math.max(end, piece.box[2]);
  }
  return parts.map(toLine);
}
