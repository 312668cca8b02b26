import { bracketed } from './script-values.ts';

const WRITTEN = /document\.write(?:ln)?\s*\(\s*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')\s*\)/g;
const INITIAL = /InitData\w{0,40}\s{0,9}=\s{0,9}(?=\[)/;
const LITERAL = /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'/g;

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');
const literals = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, double, single]) => unescaped(double ?? single ?? ''));

/**
 * The markup that a script writes into the page piece by piece, each whole in one literal. Pieces that are put together from
 * variables are the pager's, and left out.
 */
export function writtenMarkup(text: string): string {
  if (!text.includes('href')) return '';
  const parts = literals(text, WRITTEN);
  const initial = INITIAL.exec(text);
  if (initial) parts.push(...literals(bracketed(text, initial.index + initial[0].length) ?? '', LITERAL));
  return parts.join('\n');
}

const QUOTED = /(["'])((?:https?:)?[^"'\s<>(){}]{2,600})\1/g;
const ADDRESS =
  /^(?:https?:\/\/|\.{0,2}\/|\?)[^\s]+|^[\w\-./%]+\.(?:s?html?|jspx?|aspx?|php|action|do|pdf|docx?|xlsx?|wps|et|ofd|zip|rar)(?:[?#].*)?$/i;

/** The first address quoted in a handler or attribute: `window.open('/a/b.pdf')`. */
export function quotedAddress(handler: string): string | null {
  for (const [, , text = ''] of handler.matchAll(QUOTED)) {
    const plain = text.replaceAll('\\/', '/');
    if (ADDRESS.test(plain)) return plain;
  }
  return null;
}

/** Whether the value of a `data-` attribute is an address. */
export const isAddress = (text: string): boolean => text.length < 600 && ADDRESS.test(text);
