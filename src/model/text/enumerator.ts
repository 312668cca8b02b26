import { parseChineseNumeral } from './numerals.ts';

/** The number before a heading or label, by its typographic level: 一、 is 1, （一） is 2, 1. is 3. */
export interface Enumerator {
  readonly level: 1 | 2 | 3;
  readonly value: number;
  /** As printed, without the mark behind it: `一`, `（一）`, `1`. */
  readonly printed: string;
}

const CHINESE = '[一二三四五六七八九十〇○零]{1,3}';
const OPEN = '[（(〔\\[【﹙⑴]';
const CLOSE = '[）)〕\\]】﹚]';
const PATTERNS: readonly { readonly level: 1 | 2 | 3; readonly pattern: RegExp }[] = [
  { level: 2, pattern: new RegExp(`^${OPEN}\\s*(${CHINESE})\\s*${CLOSE}\\s*[、.．,，:：]?`) },
  { level: 1, pattern: new RegExp(`^(${CHINESE})\\s*[、.．,，:：;；]`) },
  { level: 3, pattern: new RegExp(`^${OPEN}?\\s*(\\d{1,2})\\s*(?:[、.．,，:：]|${CLOSE})(?!\\d)`) },
];
/** ㈠ … ㈩, ① … ⑳, ⒈ …: one character each. */
const CIRCLED = /^([㈠-㈩])|^([①-⑳⒈-⒛])/u;

/** Splits a leading enumerator from a label; null where there is none. Expects no leading white space. */
export function splitEnumerator(text: string): { enumerator: Enumerator; rest: string } | null {
  const circled = CIRCLED.exec(text);
  if (circled) {
    const level = circled[1] ? 2 : 3;
    const plain = circled[0].normalize('NFKC').replace(/[().]/g, '');
    const value = /^\d/.test(plain) ? Number(plain) : parseChineseNumeral(plain);
    if (value !== null) {
      const rest = text.slice(circled[0].length).replace(/^[、.．,，]/, '');
      return { enumerator: { level, value, printed: circled[0] }, rest };
    }
  }
  for (const { level, pattern } of PATTERNS) {
    const match = pattern.exec(text);
    const digits = match?.[1];
    if (!match || digits === undefined) continue;
    const value = /^\d/.test(digits) ? Number(digits) : parseChineseNumeral(digits);
    if (value === null || value === 0) continue;
    const printed = level === 2 ? match[0].replace(/[、.．,，:：\s]+$/, '') : digits;
    return { enumerator: { level, value, printed }, rest: text.slice(match[0].length) };
  }
  return null;
}
