import { tidyText } from '../../src/model/text/fold.ts';
import type { Grid, GridCell } from '../document.ts';
import type { NumberedLine } from './aligned-grid.ts';

/** Longer text with a tab behind it is a sentence. */
const LABEL_LENGTH = 60;

/** A line of a table whose cells are divided by tabs. A tab that indents does not count. */
export function isTabbed(text: string): boolean {
  const line = text.replace(/^[ \u3000]*\t(?=[^\t]*$)/, '');
  if (line.trim() === '') return false;
  return line.trimEnd().includes('\t') || (line.includes('\t') && line.length <= LABEL_LENGTH);
}

/** Lines divided by tabs as a grid; empty fields stay empty cells. */
export function tabbedToGrid(lines: readonly NumberedLine[]): Grid {
  const rows = lines.map(({ text, line }) => {
    let offset = 0;
    const parts = text.split('\t').map((part) => {
      const field = { text: tidyText(part), offset };
      offset += part.length + 1;
      return field;
    });
    return { parts, line };
  });
  return {
    kind: 'grid',
    rows: rows.length,
    columns: Math.max(0, ...rows.map(({ parts }) => parts.length)),
    borders: 'marked',
    at: { line: lines[0]?.line ?? 0 },
    cells: rows.flatMap(({ parts, line }, row) =>
      parts.map(
        ({ text, offset }, column): GridCell => ({ row, column, rowSpan: 1, colSpan: 1, text, at: { line, offset } }),
      ),
    ),
  };
}
