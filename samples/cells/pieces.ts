import type { Rng } from '../generator/rng.ts';
import type { Position, Sight } from './effect.ts';
import { type Seen, seenOf, UNCLEAR } from './seen.ts';

/** The text of one cell, of which an effect takes the middle. */
export interface Pieces {
  readonly before: string;
  readonly part: string;
  readonly after: string;
}

const NOTHING_OR_MARK = (sight: Sight): boolean => sight === 'nothing' || sight === 'mark';

const digit = (rng: Rng): string => String(rng.int(1, 9));

/** A digit of the number itself where it stays to be seen, one more where it does not. */
function aroundDigit(at: number, text: string, sight: Sight, rng: Rng): Pieces {
  if (NOTHING_OR_MARK(sight)) return { before: text.slice(0, at), part: digit(rng), after: text.slice(at) };
  const from = Math.min(at, text.length - 1);
  return { before: text.slice(0, from), part: text.slice(from, from + 1), after: text.slice(from + 1) };
}

/** `other` is what stands hidden beside words: the name of another row or column. */
export function divide(position: Position, sight: Sight, text: string, other: string, rng: Rng): Pieces {
  const all: Pieces = { before: '', part: text, after: '' };
  if (position === 'before') return aroundDigit(0, text, sight, rng);
  if (position === 'behind') return aroundDigit(text.length, text, sight, rng);
  if (position === 'between') return aroundDigit(rng.int(1, Math.max(1, text.length - 1)), text, sight, rng);
  if (position === 'zero' && NOTHING_OR_MARK(sight)) {
    return aroundDigit(sight === 'mark' ? text.length : rng.pick([0, text.length]), text, sight, rng);
  }
  if (position === 'beside') return { before: '', part: `${digit(rng)}${rng.int(10, 999)} `, after: text };
  if (position === 'label' || position === 'head') {
    if (sight === 'mark') return { before: text, part: digit(rng), after: '' };
    if (sight === 'nothing') return { before: '', part: other, after: text };
  }
  return all;
}

/** The characters that a person sees of a cell of which an effect took the middle; small marks aside. */
export function shownIn({ before, part, after }: Pieces, sight: Sight): string {
  const hidden = sight === 'nothing' || sight === 'mark';
  return before + (typeof sight === 'object' ? sight.shows(part) : hidden ? '' : part) + after;
}

export const seenIn = (pieces: Pieces, sight: Sight): Seen =>
  sight === 'unclear' ? UNCLEAR : seenOf(shownIn(pieces, sight));
