import { printable } from './printable.ts';

/** What a cell of a table or a data set may hold. */
export type CellValue = string | number | bigint | boolean | null | undefined | Uint8Array;

/** A spreadsheet takes text that begins so for a formula; the wide forms count as the plain ones in some of them. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** Says that what follows is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A cell as plain text: null is empty, bytes are hexadecimal. */
export function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return String(value);
}

/**
 * One CSV field (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe before it, numbers do
 * not; control characters other than tabs and line breaks are written out.
 */
export function csvField(value: CellValue): string {
  const text = cellText(value);
  const guarded = typeof value === 'string' && FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  const safe = printable(guarded.replace(/\r\n?/g, '\n'));
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One CSV record with its line end. */
export const csvLine = (values: readonly CellValue[]): string => `${values.map(csvField).join(',')}\r\n`;
