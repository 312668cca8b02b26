import { splitLine, type TextLine } from './text-lines.ts';

/** The lines of text of one page that stand in no table. */
export interface PageLines {
  readonly page: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** Heads and feet stand in these parts of a page's height. */
const HEAD = 0.12;
const FOOT = 0.88;
/** The same line on two pages stands at the same height, give or take so many points. */
const LEVEL = 4;

/** `- 3 -`, `第3页`, `第 3 页 共 5 页`, `3/5`, and a browser's foot: an address and `1/5`. */
const PAGE_NUMBER =
  /^(?:[-—–－_·•~\s]+\d{1,4}[-—–－_·•~\s]+|第\s*\d{1,4}\s*页(?:[\s,，/／]*[（(]?\s*共\s*\d{1,4}\s*页[)）]?)?|\d{1,4}\s*[/／]\s*\d{1,4}|(?:file|https?):\/\/\S+(?:\s+\d{1,4}\s*\/\s*\d{1,4})?)$/i;
const BARE_NUMBER = /^\d{1,4}$/;

/** A line of so many parts set apart is a row of a table, and its header may well be repeated. */
const TABLE_PARTS = 3;

const atEdge = (line: TextLine, height: number): boolean =>
  (line.box[3] <= HEAD * height || line.box[1] >= FOOT * height) && splitLine(line, 1).length < TABLE_PARTS;

const shape = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, '');

/** Leaves out page numbers, and lines that stand at the same place of the head or foot of several pages. */
export function dropRunningHeads(pages: readonly PageLines[]): TextLine[][] {
  const candidates = pages.flatMap(({ page, height, lines }) =>
    lines.filter((line) => atEdge(line, height)).map((line) => ({ page, line })),
  );
  const repeated = new Set<TextLine>();
  for (const { page, line } of candidates) {
    const again = candidates.some(
      (other) =>
        other.page !== page &&
        shape(other.line.text) === shape(line.text) &&
        Math.abs(other.line.base - line.base) <= LEVEL,
    );
    const offset = Number(line.text) - page;
    const counts =
      BARE_NUMBER.test(line.text) &&
      (offset === 0 ||
        candidates.some((other) => other.page !== page && Number(other.line.text) - other.page === offset));
    if (PAGE_NUMBER.test(line.text) || (BARE_NUMBER.test(line.text) ? counts : again)) repeated.add(line);
  }
  return pages.map(({ lines }) => lines.filter((line) => !repeated.has(line)));
}
