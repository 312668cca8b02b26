import type { Piece } from './piece.ts';

/** Digits follow each other this closely (in ems) within one number. */
const TIED = 0.08;
const DIGIT = /^[\d０-９.．,，%％]$/;

/** Whether a character is part of a number. */
export const isDigit = ({ text }: Piece): boolean => DIGIT.test(text);

/** Whether a character stands right behind another in one line. */
export const isRightBehind = (before: Piece, piece: Piece): boolean =>
  before.base === piece.base && Math.abs(piece.box[0] - before.box[2]) <= TIED * piece.size;

/** Whether two characters are neighbours in one number. */
export const areOneNumber = (before: Piece, piece: Piece): boolean =>
  isDigit(before) && isDigit(piece) && isRightBehind(before, piece);

const HANGING = /^[、。，；：！？）》”’】〕,.;:!?)\]]/;

/** Whether a text begins with punctuation that begins no line: it goes with the character before, over the margin if need be. */
export const isHanging = (text: string): boolean => HANGING.test(text);
