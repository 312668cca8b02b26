import { tidyLines } from '../../src/model/text/fold.ts';
import { inEms } from './em.ts';
import { isDigit } from './one-number.ts';
import type { Piece } from './piece.ts';
import { piecesToLines, type TextLine } from './text-lines.ts';

/** Turns characters that stand on their side upright, so that they can be read line by line. */
function upright(piece: Piece): Piece {
  const [x0, y0, x1, y1] = piece.box;
  if (piece.turn === 1) return { ...piece, box: [y0, -x1, y1, -x0], base: -x0, turn: 0 };
  if (piece.turn === 3) return { ...piece, box: [-y1, x0, -y0, x1], base: x1, turn: 0 };
  return piece;
}

/**
 * The text of a cell, line by line; text on its side comes behind the rest. A number that had to go on in the next line,
 * because not one digit more had room between the cell's borders, is one number.
 */
export function cellText(pieces: readonly Piece[], em: number, width = Number.POSITIVE_INFINITY): string {
  const sideways = pieces.filter(({ turn }) => turn === 1 || turn === 3);
  const lines = piecesToLines(pieces.filter(({ turn }) => turn === 0 || turn === 2));
  const joined = lines.reduce((text, line, i) => {
    const above = lines[i - 1];
    return above ? text + (isWrapped(above, line, width, em) ? '' : '\n') + line.text : line.text;
  }, '');
  const beside = sideways.length > 0 ? piecesToLines(sideways.map(upright)).map(({ text }) => text) : [];
  return tidyLines([joined, ...beside].join('\n'));
}

function isWrapped(above: TextLine, below: TextLine, width: number, em: number): boolean {
  const start = below.pieces[0];
  return start !== undefined && isDigit(start) && isFull(above, width, em);
}

/** The borders of a cell take so many ems of it. */
const BORDERS = inEms(0.75);

/** Whether a line ends in a digit and one more such digit has no room behind it. */
function isFull({ pieces, box }: TextLine, width: number, em: number): boolean {
  const end = pieces.at(-1);
  return end !== undefined && isDigit(end) && width - (box[2] - box[0]) - BORDERS * em < end.box[2] - end.box[0];
}

/** Whether the last line of a cell ends in a digit and has no room for one more. */
export function endsFull(pieces: readonly Piece[], width: number, em: number): boolean {
  const last = piecesToLines(pieces.filter(({ turn }) => turn === 0)).at(-1);
  return last !== undefined && isFull(last, width, em);
}
