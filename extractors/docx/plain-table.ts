import { LIMITS } from '../limits.ts';
import { isOn } from '../ooxml/on-off.ts';
import { childOf, elementsOf, type XmlElement } from '../ooxml/parse-xml.ts';
import { mergeDownwards, type RowCell, type WordCell } from './merged-cells.ts';
import { isCellDeleted, isRowDeleted } from './revisions.ts';

const attribute = (parent: XmlElement | undefined, name: string): string | undefined =>
  childOf(parent, name)?.attributes['w:val'];

function count(text: string | undefined): number {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Math.min(Number(text), LIMITS.gridColumns) : 0;
}

/** What rows and cells may be wrapped in. */
const WRAPPERS = new Set(['w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag', 'mc:Choice', 'mc:Fallback']);

/** Rows and cells may be wrapped in content controls and changes on record; of several versions the first is shown. */
function unwrapped(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((element) => {
    if (element.name === name) return [element];
    if (element.name === 'w:sdt') return unwrapped(childOf(element, 'w:sdtContent') ?? element, name);
    if (element.name === 'mc:AlternateContent') {
      const [shown] = elementsOf(element);
      return shown ? unwrapped(shown, name) : [];
    }
    return WRAPPERS.has(element.name) ? unwrapped(element, name) : [];
  });
}

/** The cells of a table around which, or around whose rows, stands a control that is bound to data kept elsewhere. */
export function boundCells(table: XmlElement): ReadonlySet<XmlElement> {
  const found = new Set<XmlElement>();
  const walk = (parent: XmlElement, isBound: boolean): void => {
    for (const element of elementsOf(parent)) {
      if (element.name === 'w:tc') {
        if (isBound) found.add(element);
      } else if (element.name === 'w:sdt') {
        walk(element, isBound || childOf(element, 'w:sdtPr', 'w:dataBinding') !== undefined);
      } else if (element.name === 'w:tr' || element.name === 'w:sdtContent' || WRAPPERS.has(element.name)) {
        walk(element, isBound);
      }
    }
  };
  walk(table, false);
  return found;
}

/** The markup of the blocks of a cell, by the cell and its row. */
type Content = (cell: XmlElement, row: XmlElement) => readonly string[];

const EMPTY = { blocks: [], merge: 'none' } as const;

/** `w:vMerge` without a value continues the cell above; with `restart` it opens one. */
function verticalMerge(properties: XmlElement | undefined): WordCell['merge'] {
  const merge = childOf(properties, 'w:vMerge');
  if (!merge) return 'none';
  return merge.attributes['w:val'] === 'restart' ? 'start' : 'continue';
}

function readRow(row: XmlElement, content: Content): WordCell[] {
  const properties = childOf(row, 'w:trPr');
  const before = count(attribute(properties, 'w:gridBefore'));
  const cells: WordCell[] = before > 0 ? [{ ...EMPTY, column: 0, colSpan: before }] : [];
  let column = before;
  for (const cell of unwrapped(row, 'w:tc')) {
    if (isCellDeleted(cell)) continue;
    const cellProperties = childOf(cell, 'w:tcPr');
    const colSpan = Math.max(1, count(attribute(cellProperties, 'w:gridSpan')));
    const last = cells.at(-1);
    const beside = childOf(cellProperties, 'w:hMerge');
    if (last && beside && beside.attributes['w:val'] !== 'restart') {
      cells[cells.length - 1] = { ...last, colSpan: last.colSpan + colSpan };
    } else {
      cells.push({ blocks: content(cell, row), column, colSpan, merge: verticalMerge(cellProperties) });
    }
    column += colSpan;
  }
  const after = count(attribute(properties, 'w:gridAfter'));
  if (after > 0) cells.push({ ...EMPTY, column, colSpan: after });
  return cells;
}

/** Twentieths of a point: a row of exactly this height shows nothing of its text; chosen here. */
const LOWEST_ROW = 40;

function isRowHidden(row: XmlElement): boolean {
  const hidden = childOf(row, 'w:trPr', 'w:hidden');
  if (isOn(hidden)) return true;
  return exactHeight(childOf(row, 'w:trPr', 'w:trHeight')) <= LOWEST_ROW;
}

/** The height that a row has whatever is in it, in twentieths of a point; no number where it grows with its text. */
export function exactHeight(height: XmlElement | undefined): number {
  const { 'w:hRule': rule, 'w:val': value } = height?.attributes ?? {};
  return rule === 'exact' && value !== undefined ? Number(value) : Number.NaN;
}

function cellXml({ cell: { blocks, colSpan, rowSpan }, isContinued }: RowCell): string {
  const across = colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : '';
  const down = isContinued ? '<w:vMerge/>' : rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
  return `<w:tc><w:tcPr>${across}${down}</w:tcPr>${isContinued ? '' : blocks.join('')}</w:tc>`;
}

/**
 * A `w:tbl` with nothing but the cells that are shown: columns skipped by `w:gridBefore` and `w:gridAfter` become empty
 * cells, deleted and hidden rows are left out, and a cell continues one above only where there is one of its width.
 *
 * @param content the markup of the blocks of a cell
 */
export function plainTable(table: XmlElement, content: Content): string {
  const rows = unwrapped(table, 'w:tr').filter((row) => !isRowDeleted(row) && !isRowHidden(row));
  const cells = mergeDownwards(rows.map((row) => readRow(row, content)));
  return `<w:tbl>${cells.map((row) => `<w:tr>${row.map(cellXml).join('')}</w:tr>`).join('')}</w:tbl>`;
}
