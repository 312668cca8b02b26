import { isTrue } from '../ooxml/on-off.ts';
import { childOf, elementsOf, type XmlElement } from '../ooxml/parse-xml.ts';

const COLUMNS = 16_384;

/** Points of height and characters of width below which a row or column shows nothing of its contents; chosen here. */
const [LOWEST_ROW, NARROWEST_COLUMN] = [2, 0.2];

const below = (value: string | undefined, least: number): boolean => value !== undefined && Number(value) < least;

/** The columns of a sheet, zero-based: which are hidden, and how wide the others are. */
export class SheetColumns {
  /** Characters; zero where hidden. */
  readonly #widths = new Float64Array(COLUMNS);

  constructor(root: XmlElement) {
    const { defaultColWidth, baseColWidth } = childOf(root, 'x:sheetFormatPr')?.attributes ?? {};
    this.#widths.fill(Number(defaultColWidth ?? baseColWidth ?? USUAL_WIDTH));
    const at = (column: string | undefined): number => Math.min(Math.max(Math.trunc(Number(column)) || 1, 1), COLUMNS);
    const columns = elementsOf(childOf(root, 'x:cols'), 'x:col').map(({ attributes: { min, max, hidden, width } }) => ({
      from: at(min) - 1,
      to: at(max),
      width: isTrue(hidden) ? 0 : Number(width ?? USUAL_WIDTH),
    }));
    // Spans that overlap are a fault of the file: what any of them hides is hidden. Few are told apart one by one.
    const narrow = columns.filter(({ width }) => width < NARROWEST_COLUMN);
    for (const { from, to, width } of [...columns.slice(0, MOST_SPANS), ...narrow.slice(0, MOST_SPANS)]) {
      this.#widths.fill(width, from, to);
    }
  }

  isHidden = (column: number): boolean => (this.#widths[column] ?? 0) < NARROWEST_COLUMN;

  width = (column: number): number => this.#widths[column] ?? 0;
}
const USUAL_WIDTH = 8.43;
/** More spans of columns than sheets have columns of a table. */
const MOST_SPANS = 2_000;

/** Whether a row is hidden, by its own attributes or because all rows without a height of their own are. */
export function rowHider(root: XmlElement): (row: XmlElement) => boolean {
  const format = childOf(root, 'x:sheetFormatPr')?.attributes;
  const isHiddenByDefault = isTrue(format?.zeroHeight) || below(format?.defaultRowHeight, LOWEST_ROW);
  return ({ attributes: { hidden, ht } }) =>
    isTrue(hidden) || below(ht, LOWEST_ROW) || (isHiddenByDefault && ht === undefined);
}
