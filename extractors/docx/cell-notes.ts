import type { Message } from '../../src/model/report.ts';

/**
 * What is unsure about a cell goes through the conversion to HTML as text of two characters that stand for nothing, and out of the
 * cell again.
 */
const [OPEN, CLOSE] = ['\ufdd0', '\ufdd1'];
const MARK = /\ufdd0(\d+)\ufdd1\s*/g;
const RESERVED = /[\ufdd0\ufdd1]/g;

/** Text of a document, which must hold no marks of its own. */
export const unmarked = (text: string): string => text.replace(RESERVED, '\ufffd');

export const noteMark = (index: number): string => `${OPEN}${index}${CLOSE}`;

/** A text without its marks, and what they stand for. */
export function takeNotes(
  text: string,
  notes: readonly (readonly Message[])[],
): { readonly text: string; readonly unsure: readonly Message[] } {
  if (!text.includes(OPEN)) return { text, unsure: [] };
  const unsure = [...text.matchAll(MARK)].flatMap(([, index]) => notes[Number(index)] ?? []);
  return { text: text.replace(MARK, '').trim(), unsure };
}
