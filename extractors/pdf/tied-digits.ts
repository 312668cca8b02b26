import type { Glyph } from './page-content.ts';

/** Digits follow each other this closely (in ems) within one number. */
const TIED = 0.08;
const DIGIT = /^[\d０-９.．,，%％]$/;

/** Whether a character is part of a number. */
export const isDigit = ({ text }: Glyph): boolean => DIGIT.test(text);

/** Whether a character stands right behind another in one line. */
export const isRightBehind = (before: Glyph, glyph: Glyph): boolean =>
  before.base === glyph.base && Math.abs(glyph.box[0] - before.box[2]) <= TIED * glyph.size;

/** Whether two characters are neighbours in one number. */
export const areOneNumber = (before: Glyph, glyph: Glyph): boolean =>
  isDigit(before) && isDigit(glyph) && isRightBehind(before, glyph);
