import { inEms } from './em.ts';
import { isBareNumber, isPageNumber, runningShape } from './page-number.ts';
import { splitLine, type TextLine } from './text-lines.ts';

/** The lines of text of one page that stand in no table. */
interface PageLines {
  readonly page: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** Heads and feet stand in these parts of a page's height. */
const HEAD = 0.12;
const FOOT = 0.88;
/** The same line on two pages stands at the same height, give or take so many ems. */
const LEVEL = inEms(4);

/** A line of so many parts set apart is a row of a table, and its header may well be repeated. */
const TABLE_PARTS = 3;

const atEdge = (line: TextLine, height: number): boolean =>
  (line.box[3] <= HEAD * height || line.box[1] >= FOOT * height) && splitLine(line, 1).length < TABLE_PARTS;

/** Leaves out page numbers, and lines that stand at the same place of the head or foot of several pages. */
export function dropRunningHeads(pages: readonly PageLines[], em: number): TextLine[][] {
  const candidates = pages.flatMap(({ page, height, lines }) =>
    lines.filter((line) => atEdge(line, height)).map((line) => ({ page, line })),
  );
  const repeated = new Set<TextLine>();
  for (const { page, line } of candidates) {
    const again = candidates.some(
      (other) =>
        other.page !== page &&
        runningShape(other.line.text) === runningShape(line.text) &&
        Math.abs(other.line.base - line.base) <= LEVEL * em,
    );
    const offset = Number(line.text) - page;
    const counts =
      offset === 0 ||
      candidates.some((other) => other.page !== page && Number(other.line.text) - other.page === offset);
    if (isPageNumber(line.text) || (isBareNumber(line.text) ? counts : again)) repeated.add(line);
  }
  return pages.map(({ lines }) => lines.filter((line) => !repeated.has(line)));
}
