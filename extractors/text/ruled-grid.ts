import { tidyLines } from '../../src/model/text/fold.ts';
import type { Grid, GridCell } from '../document.ts';
import type { NumberedLine } from './aligned-grid.ts';
import { BAR, isRuler } from './bars.ts';
import { type BarredCell, joinRepeated } from './repeated-cells.ts';

/** A line of a table drawn with bars: Markdown pipes or box-drawing characters. */
export const isBarred = (text: string): boolean => text.split(BAR).length >= 3 || isRuler(text);

function splitBars(text: string): BarredCell[] {
  const parts: BarredCell[] = [];
  let offset = 0;
  for (const part of text.split(BAR)) {
    parts.push({
      text: tidyLines(
        part
          .replaceAll('\\|', '|')
          .replace(/<br\s*\/?>/gi, '\n')
          .replace(/\*\*/g, ''),
      ),
      offset,
      span: 1,
    });
    offset += part.length + 1;
  }
  if (parts[0]?.text === '') parts.shift();
  if (parts.length > 0 && parts.at(-1)?.text === '') parts.pop();
  return parts;
}

/** Whether rulers stand between most rows, so that a row may be several lines high. */
function rulersSeparateRows(lines: readonly NumberedLine[]): boolean {
  const rulers = lines.filter(({ text }) => isRuler(text)).length;
  return rulers >= 3 && rulers * 3 >= lines.length;
}

/** Lines drawn with bars as a grid. */
export function barredToGrid(lines: readonly NumberedLine[]): Grid {
  const merge = rulersSeparateRows(lines);
  const rows: { parts: BarredCell[]; line: number }[] = [];
  let open = false;
  for (const { text, line } of lines) {
    if (isRuler(text)) {
      open = false;
      continue;
    }
    const parts = splitBars(text);
    const last = rows.at(-1);
    if (merge && open && last && last.parts.length === parts.length) {
      last.parts = last.parts.map((part, index) => ({
        ...part,
        text: [part.text, parts[index]?.text].filter(Boolean).join('\n'),
      }));
    } else {
      rows.push({ parts, line });
    }
    open = true;
  }
  const columns = Math.max(0, ...rows.map(({ parts }) => parts.length));
  const cells = joinRepeated(rows.map(({ parts }) => parts)).flatMap((parts, row) => {
    let column = 0;
    return parts.map(({ text, offset, span }): GridCell => {
      const colSpan = parts.length === 1 ? columns : span;
      const cell = { row, column, rowSpan: 1, colSpan, text, at: { line: rows[row]?.line ?? 0, offset } };
      column += span;
      return cell;
    });
  });
  return { kind: 'grid', rows: rows.length, columns, borders: 'marked', at: { line: lines[0]?.line ?? 0 }, cells };
}
