import { type Box, hull } from '../layout/box.ts';
import type { Ink } from './appearance/ink.ts';
import { type Matrix, mapX, mapY, multiply } from './matrix.ts';
import type { Glyph } from './page-content.ts';
import type { GraphicsState, ListedGlyph, Pen } from './text-state.ts';

/** How far above and below its line a character reaches, in ems. */
const ASCENT = 0.88;
const DESCENT = 0.12;
/** Degrees by which text may lean and still count as upright or turned by quarters. */
const LEAN = 3;
/** Width in ems of a character whose font gives it none. */
const LOST_WIDTH = 0.5;

function turnOf(matrix: Matrix): Glyph['turn'] {
  const degrees = (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI;
  const quarters = Math.round(degrees / 90);
  if (Math.abs(degrees - quarters * 90) > LEAN) return null;
  return (((quarters % 4) + 4) % 4) as 0 | 1 | 2 | 3;
}

const SPACE = /^[\s\u00a0\u3000]*$/;

/** Stands for a character that is drawn and said to be white space. */
const UNKNOWN = '\ufffd';

/**
 * Places the characters of one text operation and moves the pen behind them. White space is left out: gaps and a mark on what follows show it.
 * Follows the text model of ISO 32000-1, 9.4.4, with pdf.js's numbers (widths in units of the font).
 */
export function placeGlyphs(
  list: readonly (ListedGlyph | number)[],
  state: GraphicsState,
  pen: Pen,
  ink: Ink,
): Glyph[] {
  const { font } = state;
  const size = Math.abs(state.size);
  const direction = state.size < 0 ? -1 : 1;
  const stretch = state.stretch * direction;
  const matrix = multiply(state.matrix, pen.matrix);
  const height = size * Math.hypot(matrix[2], matrix[3]);
  const turn = turnOf(direction > 0 ? matrix : multiply(matrix, [-1, 0, 0, -1, 0, 0]));
  const glyphs: Glyph[] = [];
  let along = 0;
  for (const item of list) {
    if (typeof item === 'number') {
      along += ((font.vertical ? 1 : -1) * item * size) / 1000;
      continue;
    }
    const spacing = ((item.isSpace ? state.wordSpacing : 0) + state.charSpacing) * direction;
    const own = (item.width || 0) * size * font.unit;
    let x = pen.x + (font.vertical ? 0 : along * stretch);
    let y = pen.y + state.rise;
    let advance = own;
    let width = own === 0 ? LOST_WIDTH * size : own;
    if (font.vertical) {
      const vmetric = item.vmetric ?? font.defaultVMetrics ?? [-1000, (item.width || 0) / 2, 880];
      x -= vmetric[1] * size * font.unit;
      y -= along + vmetric[2] * size * font.unit;
      advance = -vmetric[0] * size * font.unit;
      along += advance - spacing;
    } else {
      along += advance + spacing;
      // Letters set apart are still one word: the gap belongs to the character before it.
      if (state.charSpacing > 0) width += state.charSpacing;
    }
    const isSpace = SPACE.test(item.unicode);
    if (isSpace && !font.isFalse(item)) {
      pen.spaced = true;
    } else {
      const glyph = glyphAt(
        isSpace ? UNKNOWN : item.unicode,
        matrix,
        x,
        y,
        width * stretch,
        size * direction,
        height,
        turn,
        ink,
      );
      glyphs.push(pen.spaced ? { ...glyph, spaced: true } : glyph);
      pen.spaced = false;
    }
  }
  if (font.vertical) pen.y -= along;
  else pen.x += along * stretch;
  return glyphs;
}

function glyphAt(
  text: string,
  matrix: Matrix,
  x: number,
  y: number,
  width: number,
  rise: number,
  size: number,
  turn: Glyph['turn'],
  ink: Ink,
): Glyph {
  const originX = mapX(matrix, x, y);
  const originY = mapY(matrix, x, y);
  if (turn === 0) {
    const endX = originX + width * matrix[0];
    const box: Box = [
      Math.min(originX, endX),
      originY - ASCENT * size,
      Math.max(originX, endX),
      originY + DESCENT * size,
    ];
    return { text, box, base: originY, size, turn, ink };
  }
  const corners = [
    [x, y - DESCENT * rise],
    [x + width, y - DESCENT * rise],
    [x, y + ASCENT * rise],
    [x + width, y + ASCENT * rise],
  ] as const;
  const box = hull(
    corners.map(([px, py]) => {
      const mx = mapX(matrix, px, py);
      const my = mapY(matrix, px, py);
      return [mx, my, mx, my];
    }),
  );
  return { text, box, base: originY, size, turn, ink };
}
