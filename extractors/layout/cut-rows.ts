import { isFigure, isNumbered } from './figure-text.ts';
import type { LabelOracle } from './label-oracle.ts';

/** A cell of a part of a table, whose columns are those of the other parts. */
export interface PartCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
  /** Its last line ends in a digit and has no room for one more. */
  readonly full?: true;
}

interface Rows {
  readonly rows: number;
  readonly cells: readonly PartCell[];
}

const DIGIT = /[\d０-９]/;

const UNIT = /^(?:万?元|[件项条个人宗次份起例]{1,2})[)）]?$/;

/** A note was opened and not closed. */
const endsInBracket = (text: string): boolean =>
  Math.max(text.lastIndexOf('（'), text.lastIndexOf('(')) > Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'));

const holdsFigure = (cell: PartCell | undefined): boolean => cell !== undefined && isFigure(cell.text);

const cellsOf = (cells: readonly PartCell[], row: number): PartCell[] => cells.filter((cell) => cell.row === row);

/** Whether two rows are halves of one. */
type Cut = 'no' | 'yes' | 'maybe';

/**
 * Whether the last row of the table and the first of the next part are halves of one. They are not if the second begins
 * with a numbered label or if both have a figure in one column. Otherwise they are, where no line stands between them;
 * where one does, only if one half has the rest of a label and the other the figures, or no label and the rest of figures
 * alone, and that is not certain. A label that is whole in itself was not cut.
 */
export function isCut(table: Rows, part: Rows, open: boolean, isLabel: LabelOracle['isLabel']): Cut {
  const last = table.cells.filter(({ row, rowSpan }) => row + rowSpan === table.rows);
  const first = cellsOf(part.cells, 0);
  const under = (cell: PartCell) =>
    last.find(({ column, colSpan }) => column === cell.column && colSpan === cell.colSpan);
  // A group label over several rows may go on too; the row's own label tells.
  const blank = (cells: readonly PartCell[]) => cells.every(({ rowSpan, text }) => rowSpan > 1 || text === '');
  if (open && (blank(first) || blank(cellsOf(table.cells, table.rows - 1)))) return 'yes';
  const [label] = first.filter(({ text, rowSpan }) => text !== '' && rowSpan === 1);
  if (isRest(last, first, under)) return open ? 'yes' : 'maybe';
  const twice = first.some((cell) => holdsFigure(cell) && holdsFigure(under(cell)));
  if (!label || isNumbered(label.text) || twice) return 'no';
  if (open) return 'yes';
  const own = under(label);
  const behind = last.filter(({ column }) => column > label.column);
  if (!own || own.text === '' || holdsFigure(label) || behind.length === 0) return 'no';
  if ((isLabel(own.text) || isLabel(label.text)) && !isLabel(own.text + label.text)) return 'no';
  const rest = first.some(({ column, text }) => column > label.column && text !== '');
  const filled = behind.some(({ text }) => text !== '');
  if (!rest) return behind.some(holdsFigure) ? 'maybe' : 'no';
  return !filled && first.some(holdsFigure) ? 'maybe' : 'no';
}

/** Whether a row has nothing but the rest of what stands behind the label of the row above: a note, a number without room. */
function isRest(
  last: readonly PartCell[],
  first: readonly PartCell[],
  under: (cell: PartCell) => PartCell | undefined,
): boolean {
  const figuresFrom = Math.min(...last.filter(holdsFigure).map(({ column }) => column));
  const labelled = last.some(({ column, text }) => column < figuresFrom && text !== '');
  const rest = first.filter(({ text }) => text !== '');
  if (!labelled || rest.length === 0 || rest.length === first.length) return false;
  return rest.every((cell) => {
    const above = under(cell);
    if (!above || above.text === '' || cell.column < figuresFrom) return false;
    return above.full ? DIGIT.test(cell.text) : UNIT.test(cell.text) || endsInBracket(above.text);
  });
}
