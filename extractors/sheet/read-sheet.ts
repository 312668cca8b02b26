import type { Message } from '../../src/model/report.ts';
import { tidyLines } from '../../src/model/text/fold.ts';
import { isFalse, isTrue } from '../ooxml/on-off.ts';
import { childOf, elementsOf, parseXml, type XmlElement } from '../ooxml/parse-xml.ts';
import { type CellStyle, type Differential, PLAIN } from './cell-styles.ts';
import { readValue, type ShownText, type ValueSources } from './cell-text.ts';
import { ConditionalFormats } from './conditional-formats.ts';
import { named } from './font-look.ts';
import { MergedRanges } from './merged-ranges.ts';
import { parseCellName, type Range } from './references.ts';
import { KEPT_ELEMENTS, KNOWN_ELEMENTS } from './sheet-elements.ts';
import { rowHider, SheetColumns } from './shown-lines.ts';

/** A filled cell of a sheet, zero-based. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly ruled: boolean;
  readonly unsure: readonly Message[];
}

export interface Sheet {
  /** In row order, then column order; hidden rows and columns left out. */
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Range[];
  /** Shown rows of ruled cells with nothing in them; of several in a row the first. */
  readonly blankRows: readonly number[];
  /** The last ruled column of each row that has any: a table goes no further. */
  readonly ruledTo: ReadonlyMap<number, number>;
  /** What in the sheet is not understood, and has no place in it. */
  readonly unknown: readonly string[];
}

/** What the cells of all sheets of a workbook refer to. */
export interface Workbook extends ValueSources {
  readonly styles: readonly CellStyle[];
  readonly differentials: readonly Differential[];
  readonly from1904: boolean;
}

const hasValue = ({ children }: XmlElement): boolean => children.some((child) => typeof child !== 'string');

/** What is not kept: elements nobody reads, empty cells that are not ruled, rows without any cell left. */
function uselessIn(styles: readonly CellStyle[], unknown: Set<string>): (element: XmlElement) => boolean {
  let isAfterBlank = false;
  return (element) => {
    const { name } = element;
    if (!KEPT_ELEMENTS.has(name)) {
      // Those of further namespaces stand in extensions (`x:ext`), which hold what lies beside the cells.
      if (name.includes(':') && !KNOWN_ELEMENTS.has(name)) unknown.add(name);
      return true;
    }
    if (name === 'x:c') return !hasValue(element) && !styles[Number(element.attributes.s ?? 0)]?.ruled;
    if (name !== 'x:row') return false;
    const isBlank = !elementsOf(element, 'x:c').some(hasValue);
    const useless = isBlank && (isAfterBlank || !hasValue(element));
    isAfterBlank = isBlank;
    return useless;
  };
}

/** What the first view of a sheet says of all its cells. */
interface View {
  readonly zeros: boolean;
  readonly formulas: boolean;
}

function readView(root: XmlElement): View {
  const { showZeros, showFormulas } = childOf(root, 'x:sheetViews', 'x:sheetView')?.attributes ?? {};
  return { zeros: !isFalse(showZeros), formulas: isTrue(showFormulas) };
}

/** Shows one cell of the sheet. */
class CellReader {
  readonly #workbook: Workbook;
  readonly #conditions: ConditionalFormats;
  readonly #view: View;
  readonly #columns: SheetColumns;
  readonly #merges: MergedRanges;

  constructor(root: XmlElement, workbook: Workbook, columns: SheetColumns, merges: MergedRanges) {
    this.#workbook = workbook;
    this.#conditions = new ConditionalFormats(root, workbook.differentials, workbook.palette);
    this.#view = readView(root);
    this.#columns = columns;
    this.#merges = merges;
  }

  style = (cell: XmlElement): CellStyle => this.#workbook.styles[Number(cell.attributes.s ?? 0)] ?? PLAIN;

  show(cell: XmlElement, row: number, column: number): ShownText {
    const value = readValue(cell, this.#workbook);
    if (value.value === '') return { text: '', unsure: value.unsure };
    if (value.value === 0 && !this.#view.zeros) return { text: '', unsure: value.unsure };
    const style = this.style(cell);
    const { text, unsure } = this.#conditions.show(value, style, this.#workbook.from1904, row, column);
    const all = [...unsure];
    if (this.#view.formulas && (childOf(cell, 'x:f') || style.format !== 'General')) {
      all.push(named('“显示公式”视图', 'a view that shows formulas and no formats'));
    }
    const tidy = tidyLines(text);
    const isNumber = typeof value.value === 'number' || ONLY_NUMBER.test(tidy);
    if (isNumber && !style.shrinks && this.#isTooNarrow(tidy, row, column)) {
      all.push(
        named('比列宽更长的数字（显示为 #### 或被截断）', 'a number wider than its column, shown as #### or cut off'),
      );
    }
    return { text: tidy, unsure: all };
  }

  /** A digit takes the width of one character; a number that does not fit is not cut off but replaced. */
  #isTooNarrow(text: string, row: number, column: number): boolean {
    return !this.#merges.startsAt(row, column) && text.length > this.#columns.width(column) + SLACK;
  }
}
const ONLY_NUMBER = /^[-+\d.,]+$/;
/** Characters that may be narrower than a digit: points, commas, signs. */
const SLACK = 1;

/**
 * Reads the part of one sheet: the filled cells that are shown, as they are shown, and the merged ranges.
 * @param part the part's name, for messages
 */
export function readSheet(bytes: Uint8Array, part: string, workbook: Workbook): Sheet {
  const unknown = new Set<string>();
  const root = parseXml(bytes, part, uselessIn(workbook.styles, unknown));
  const columns = new SheetColumns(root);
  const isRowHidden = rowHider(root);
  const merges = new MergedRanges(root);
  const reader = new CellReader(root, workbook, columns, merges);
  const hiddenRows = new Set<number>();
  const found = new Map<string, SheetCell>();
  const moved: SheetCell[] = [];
  const blank = new Set<number>();
  const ruledTo = new Map<number, number>();
  let row = -1;
  for (const line of elementsOf(childOf(root, 'x:sheetData'), 'x:row')) {
    const { r } = line.attributes;
    row = r !== undefined && /^\d{1,7}$/.test(r) ? Number(r) - 1 : row + 1;
    if (isRowHidden(line)) hiddenRows.add(row);
    if (!hiddenRows.has(row)) blank.add(row);
    let column = -1;
    for (const cell of elementsOf(line, 'x:c')) {
      const place = parseCellName(cell.attributes.r ?? '');
      column = place?.column ?? column + 1;
      if (merges.isCovered(row, column)) continue;
      const isHidden = hiddenRows.has(row) || columns.isHidden(column);
      const reaches = isHidden && merges.startsAt(row, column);
      if (isHidden && !reaches) continue;
      const { ruled } = reader.style(cell);
      if (ruled && !isHidden) ruledTo.set(row, Math.max(column, ruledTo.get(row) ?? 0));
      const { text, unsure } = reader.show(cell, row, column);
      if (text === '' && unsure.length === 0) continue;
      const shown = { row, column, text, ruled, unsure: [...unsure] };
      const key = `${row},${column}`;
      const misplaced = place !== null && place.row !== row;
      if (found.has(key) || misplaced) {
        shown.unsure.push(named('同一单元格的两个值', 'two values of one cell'));
      }
      if (reaches) moved.push(shown);
      else found.set(key, shown);
    }
  }
  const isLineHidden = (at: number): boolean => hiddenRows.has(at);
  // What is written in the hidden corner of a merged cell is shown in the part that is not hidden.
  for (const cell of moved) {
    const corner = merges.firstShown(cell.row, cell.column, isLineHidden, columns.isHidden);
    if (corner) found.set(`${corner.row},${corner.column}`, { ...cell, ...corner });
  }
  const cells = [...found.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  const filled = new Set(cells.map((cell) => cell.row));
  return {
    cells,
    ruledTo,
    blankRows: [...blank].filter((at) => !filled.has(at)),
    merges: merges.shown(isLineHidden, columns.isHidden),
    unknown: [...unknown],
  };
}
