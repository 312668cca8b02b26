/** What a person reads in a cell. `value` is null for all but a number. */
export interface Seen {
  readonly as: 'number' | 'blank' | 'dash' | 'unclear';
  readonly value: number | null;
}

/** Digits with separators of thousands, which may be a comma or a narrow blank; decimals; a sign. */
const NUMBER = /^[+\-−－]?(?:\d+|\d{1,3}(?:[,\u2009\u202f\u00a0]\d{3})+)(?:\.\d+)?$/u;
const DASH = /^(?:[-—–/\\×无]|——)$/u;

/** Reads the characters on the page as a person does, who doesn't guess. */
export function seenOf(text: string): Seen {
  const said = text.normalize('NFC').trim();
  if (said === '') return { as: 'blank', value: null };
  if (DASH.test(said)) return { as: 'dash', value: null };
  if (!NUMBER.test(said)) return { as: 'unclear', value: null };
  return { as: 'number', value: Number(said.replace(/[,\s]/gu, '').replace(/[−－]/u, '-')) };
}

export const UNCLEAR: Seen = { as: 'unclear', value: null };
