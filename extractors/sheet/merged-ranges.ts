import { childOf, elementsOf, type XmlElement } from '../ooxml/parse-xml.ts';
import { parseRange, type Range } from './references.ts';

type IsHidden = (line: number) => boolean;

/** Rows that are told apart of one merged range, and of all together; whole columns may be merged. */
const [MOST_ROWS, MOST_IN_ALL] = [1_000, 1_000_000];

/** The first line from one to another that is shown; lines far apart are not gone through. */
function firstShown(from: number, to: number, isHidden: IsHidden): number | null {
  for (let line = from; line <= Math.min(to, from + MOST_ROWS); line += 1) if (!isHidden(line)) return line;
  return null;
}

/** The merged cells of a sheet: only the first cell of each shows what it holds. */
export class MergedRanges {
  readonly #ranges: readonly Range[];
  readonly #starts = new Map<string, Range>();
  /** By row, for looking up what a cell lies in. */
  readonly #rows = new Map<number, Range[]>();

  /** @param root `x:worksheet` */
  constructor(root: XmlElement) {
    this.#ranges = elementsOf(childOf(root, 'x:mergeCells'), 'x:mergeCell').flatMap(
      ({ attributes }) => parseRange(attributes.ref ?? '') ?? [],
    );
    let rows = 0;
    for (const range of this.#ranges) {
      this.#starts.set(`${range.top},${range.left}`, range);
      for (let row = range.top; row <= Math.min(range.bottom, range.top + MOST_ROWS) && rows < MOST_IN_ALL; row += 1) {
        rows += 1;
        const here = this.#rows.get(row);
        if (here) here.push(range);
        else this.#rows.set(row, [range]);
      }
    }
  }

  startsAt = (row: number, column: number): boolean => this.#starts.has(`${row},${column}`);

  /** Whether a cell lies in a merged range and is not its first. */
  isCovered(row: number, column: number): boolean {
    const here = this.#rows.get(row);
    return (
      here?.some(({ top, left, right }) => column >= left && column <= right && !(row === top && column === left)) ??
      false
    );
  }

  /** Where the contents of the merged cell that begins at a place are shown; null where all of it is hidden. */
  firstShown(row: number, column: number, isRowHidden: IsHidden, isColumnHidden: IsHidden) {
    const range = this.#starts.get(`${row},${column}`);
    const top = range ? firstShown(row, range.bottom, isRowHidden) : null;
    const left = range ? firstShown(column, range.right, isColumnHidden) : null;
    return top === null || left === null ? null : { row: top, column: left };
  }

  /** The ranges, each from its first row and column that are shown. */
  shown(isRowHidden: IsHidden, isColumnHidden: IsHidden): Range[] {
    return this.#ranges.map((range) => {
      const corner = this.firstShown(range.top, range.left, isRowHidden, isColumnHidden);
      return corner ? { ...range, top: corner.row, left: corner.column } : range;
    });
  }
}
