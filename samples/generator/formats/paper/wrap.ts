import { SEAM } from '../../draft.ts';
import type { Measure } from './sheet.ts';

/** Numbers and Latin words stay whole; every other character may end a line. */
const PIECES = /[\d０-９.．,，+＋\-－A-Za-z%\uE000]+|./gsu;

/** No line begins with one of these. */
const CLOSING = /^[，。、；：）”’！？》〕)]$/;

/** The text in lines no wider than `width`; a number that is wider than a line has one of its own and sticks out. */
export function wrap(text: string, width: number, size: number, measure: Measure, indent = 0): string[] {
  const wide = (piece: string): number => measure(piece.replaceAll(SEAM, ''), size);
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[][] = [[]];
    let used = indent;
    for (const [piece] of paragraph.matchAll(PIECES)) {
      const line = lines.at(-1) ?? [];
      if (used + wide(piece) > width && line.length > 0) {
        // What may not begin a line takes the character before it along.
        const taken = CLOSING.test(piece) && line.length > 1 ? line.splice(-1) : [];
        lines.push(taken);
        used = wide(taken.join(''));
      }
      lines.at(-1)?.push(piece);
      used += wide(piece);
    }
    return lines.map((line) => line.join(''));
  });
}

/** Width of the widest piece that may not be broken. */
export const widestPiece = (text: string, size: number, measure: Measure): number =>
  Math.max(0, ...Array.from(text.matchAll(PIECES), ([piece]) => measure(piece.replaceAll(SEAM, ''), size)));
