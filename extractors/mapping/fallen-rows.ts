import type { TableRole } from '../../src/model/forms/form.ts';
import { tidyText } from '../../src/model/text/fold.ts';
import type { Block, Document } from '../document.ts';
import { type LabelReading, readLabel } from './label-index.ts';
import { looksLikeValue } from './parse-number.ts';
import { knownRows, type LineCell, SHARED_ROWS, type TableLine, tableLine } from './table-line.ts';

/**
 * Rows that fell out of a table when a tool turned it into text: the rest of the table is a grid, and between its parts stands
 * `行政许可 97` as a line. Only whole lines under the table's own heading, of rows that no grid holds.
 */

const LONGEST = 120;

/** A line as cells: a label of the table with figures behind it, or heads of columns. Null for any other line. */
function cellsOf(block: Block, role: TableRole): { cells: LineCell[]; row: string | null } | null {
  if (block.kind !== 'paragraph' || block.text.length > LONGEST) return null;
  const parts = tidyText(block.text).split(' ');
  let end = parts.length;
  while (end > 0 && looksLikeValue(parts[end - 1] ?? '')) end -= 1;
  const isRow = end < parts.length;
  const labels = isRow ? [parts.slice(0, end).join(' ')] : parts;
  const readings = labels.map(readLabel);
  if (end === 0 || !readings.every((reading) => isOf(reading, role, isRow))) return null;
  const row = isRow ? (readings[0]?.rows[role].find((key) => !SHARED_ROWS.has(key)) ?? null) : null;
  if (isRow && row === null) return null;
  const texts = isRow ? [...labels, ...parts.slice(end)] : labels;
  return { cells: texts.map((text, column) => ({ text, column, colSpan: 1, at: block.at })), row };
}

const isOf = ({ hits }: LabelReading, role: TableRole, isRow: boolean): boolean =>
  hits.some((hit) => hit.role === role && (hit.kind === 'row') === isRow);

/** The rows that stand as lines among the grids of a document, with the heads between them. */
export function fallenRows(
  document: Document,
  lines: readonly TableLine[],
  headed: (block: number) => TableRole | null,
): TableLine[] {
  const held = new Set(lines.flatMap((line) => knownRows(line, 'proactive')));
  if (held.size === 0) return [];
  let fallen = false;
  const found = document.blocks.flatMap((block, index): TableLine[] => {
    if (headed(index) !== 'proactive') return [];
    const line = cellsOf(block, 'proactive');
    if (!line || (line.row !== null && held.has(line.row))) return [];
    fallen ||= line.row !== null;
    return [tableLine(index, line.cells, 'none')];
  });
  return fallen ? found : [];
}
