import { type CellValue, cellText } from './csv.ts';
import { printableLine } from './printable.ts';

/** Characters that take two places of a terminal: CJK, kana, hangul, full-width forms, and the later ideographs. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NO_WIDTH = /\p{Mn}|\p{Me}|[\u200b-\u200d\ufeff]/u;

/** Places a text takes on a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

function clip(text: string, limit: number): string {
  if (displayWidth(text) <= limit) return text;
  let kept = '';
  let width = 1;
  for (const character of text) {
    width += displayWidth(character);
    if (width > limit) break;
    kept += character;
  }
  return `${kept}…`;
}

const LONGEST_RULE = 80;

const isNumeric = (value: CellValue): boolean => typeof value === 'number' || typeof value === 'bigint';

/**
 * Rows under their headings, in columns; numbers stand to the right, long text is cut at `limit` places with `…`.
 * Everything in it is made safe to show on a terminal.
 */
export function textTable(
  headings: readonly string[],
  rows: readonly (readonly CellValue[])[],
  { limit = 80 }: { readonly limit?: number } = {},
): string {
  const cells = [headings, ...rows].map((row) => row.map((value) => clip(printableLine(cellText(value)), limit)));
  const widths = headings.map((_, column) =>
    cells.reduce((width, row) => Math.max(width, displayWidth(row[column] ?? '')), 0),
  );
  const rightward = headings.map(
    (_, column) =>
      rows.some((row) => isNumeric(row[column])) && rows.every((row) => row[column] === null || isNumeric(row[column])),
  );
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => {
        const fill = ' '.repeat((widths[column] ?? 0) - displayWidth(text));
        return rightward[column] ? fill + text : text + fill;
      })
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = cells;
  const rules = widths.map((width) => '-'.repeat(Math.min(width, LONGEST_RULE)));
  return [line(head), line(rules), ...body.map(line)].map((text) => `${text}\n`).join('');
}
