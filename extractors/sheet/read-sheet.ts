import { tidyLines } from '../../src/model/text/fold.ts';
import { childOf, elementsOf, parseXml, textOf, type XmlElement } from '../ooxml/parse-xml.ts';
import { type CellStyle, PLAIN } from './cell-styles.ts';
import { printNumber } from './number-format.ts';
import { parseCellName, parseRange, type Range } from './references.ts';

/** A filled cell of a sheet, zero-based. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly ruled: boolean;
}

export interface Sheet {
  /** In row order, then column order; hidden rows and columns left out. */
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Range[];
  /** Shown rows of ruled cells with nothing in them; of several in a row the first. */
  readonly blankRows: readonly number[];
  /** The last ruled column of each row that has any: a table goes no further. */
  readonly ruledTo: ReadonlyMap<number, number>;
}

/** What the cells of all sheets of a workbook refer to. */
export interface Workbook {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly from1904: boolean;
}

/** All that is read of a sheet; everything else is not kept, and neither are cells without a value. */
const KEPT = new Set(
  'worksheet sheetData row c v f is t r rPr strike cols col mergeCells mergeCell'.split(' ').map((name) => `x:${name}`),
);

const hasValue = ({ children }: XmlElement): boolean => children.some((child) => typeof child !== 'string');

/** What is not kept: elements nobody reads, empty cells that are not ruled, rows without any cell left. */
function uselessIn(styles: readonly CellStyle[]): (element: XmlElement) => boolean {
  let isAfterBlank = false;
  return (element) => {
    if (!KEPT.has(element.name)) return true;
    if (element.name === 'x:c') return !hasValue(element) && !styles[Number(element.attributes.s ?? 0)]?.ruled;
    if (element.name !== 'x:row') return false;
    const isBlank = !elementsOf(element, 'x:c').some(hasValue);
    const useless = isBlank && (isAfterBlank || !hasValue(element));
    isAfterBlank = isBlank;
    return useless;
  };
}

const isTrue = (value: string | undefined): boolean => value !== undefined && /^(?:1|true|on)$/.test(value);

/** The text of a string with runs; phonetic guides and struck-out runs are not part of it. */
export function richText(item: XmlElement | undefined): string {
  return elementsOf(item)
    .map((part) => {
      if (part.name === 'x:t') return textOf(part);
      if (part.name !== 'x:r') return '';
      const strike = childOf(part, 'x:rPr', 'x:strike');
      return strike && !/^(?:0|false)$/.test(strike.attributes.val ?? '') ? '' : textOf(childOf(part, 'x:t') ?? '');
    })
    .join('');
}

function cellText(cell: XmlElement, style: CellStyle, { strings, from1904 }: Workbook): string {
  const { t: type = 'n' } = cell.attributes;
  const value = childOf(cell, 'x:v');
  if (type === 'inlineStr') return richText(childOf(cell, 'x:is'));
  const formula = childOf(cell, 'x:f');
  // A formula whose value nobody worked out is no blank.
  if (!value || textOf(value) === '') return formula && type !== 'str' ? `=${textOf(formula)}` : '';
  const text = textOf(value);
  if (type === 's') return strings[Number(text)] ?? '\ufffd';
  if (type === 'b') return isTrue(text) ? 'TRUE' : 'FALSE';
  const number = Number(text);
  return type !== 'n' || text.trim() === '' || Number.isNaN(number)
    ? text
    : printNumber(number, style.format, from1904);
}

const COLUMNS = 16_384;

function hiddenColumns(root: XmlElement): (column: number) => boolean {
  // How many hidden spans open less how many close, summed up from the left.
  const depth = new Int32Array(COLUMNS + 1);
  const at = (column: string | undefined): number => Math.min(Math.max(Math.trunc(Number(column)) || 1, 1), COLUMNS);
  for (const { attributes } of elementsOf(childOf(root, 'x:cols'), 'x:col')) {
    if (!isTrue(attributes.hidden) && Number(attributes.width ?? 1) !== 0) continue;
    const [from, to] = [at(attributes.min) - 1, at(attributes.max)];
    depth[from] = (depth[from] as number) + 1;
    depth[to] = (depth[to] as number) - 1;
  }
  for (let column = 1; column <= COLUMNS; column += 1) {
    depth[column] = (depth[column] as number) + (depth[column - 1] as number);
  }
  return (column) => (depth[column] ?? 0) > 0;
}

/**
 * Reads the part of one sheet: the filled cells that are shown, as they are shown, and the merged ranges.
 * @param part the part's name, for messages
 */
export function readSheet(bytes: Uint8Array, part: string, workbook: Workbook): Sheet {
  const root = parseXml(bytes, part, uselessIn(workbook.styles));
  const isColumnHidden = hiddenColumns(root);
  const hiddenRows = new Set<number>();
  const cells: SheetCell[] = [];
  const blank = new Set<number>();
  const ruledTo = new Map<number, number>();
  let row = -1;
  for (const line of elementsOf(childOf(root, 'x:sheetData'), 'x:row')) {
    const { r, hidden, ht } = line.attributes;
    row = r !== undefined && /^\d{1,7}$/.test(r) ? Number(r) - 1 : row + 1;
    if (isTrue(hidden) || (ht !== undefined && Number(ht) === 0)) hiddenRows.add(row);
    if (!hiddenRows.has(row)) blank.add(row);
    let column = -1;
    for (const cell of elementsOf(line, 'x:c')) {
      column = parseCellName(cell.attributes.r ?? '')?.column ?? column + 1;
      if (hiddenRows.has(row) || isColumnHidden(column)) continue;
      const style = workbook.styles[Number(cell.attributes.s ?? 0)] ?? PLAIN;
      if (style.ruled) ruledTo.set(row, column);
      const text = style.struck ? '' : tidyLines(cellText(cell, style, workbook));
      if (text !== '') cells.push({ row, column, text, ruled: style.ruled });
    }
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const filled = new Set(cells.map((cell) => cell.row));
  return {
    cells,
    ruledTo,
    blankRows: [...blank].filter((at) => !filled.has(at)),
    merges: elementsOf(childOf(root, 'x:mergeCells'), 'x:mergeCell').flatMap(({ attributes }) => {
      const range = parseRange(attributes.ref ?? '');
      return range ? [range] : [];
    }),
  };
}
