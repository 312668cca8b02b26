import { tidyLines } from '../../src/model/text/fold.ts';
import type { Grid, GridCell } from '../document.ts';
import type { NumberedLine } from './aligned-grid.ts';

/** Tables in the markup of MediaWiki: `{|`, `|-` between rows, `| cell || cell` or a cell a line, `! head`, `|}`. */

const BEGIN = /^\s*\{\|/;
const END = /^\s*\|\}/;
const ROW = /^\s*\|-/;
const CAPTION = /^\s*\|\+/;
const CELLS = /^\s*[|!](?![-+}])(.*)$/s;
/** `colspan="2" | text`; a bar is no part of an attribute. */
const ATTRIBUTES = /^((?:\s*[a-z-]+\s*=\s*(?:"[^"|]*"|'[^'|]*'|[^\s|"']+))+)\s*\|(?!\|)(.*)$/is;
const MOST_SPAN = 60;

export const beginsWiki = (text: string): boolean => BEGIN.test(text);

const spanIn = (attributes: string, name: string): number => {
  const found = new RegExp(`${name}\\s*=\\s*["']?(\\d{1,3})`, 'i').exec(attributes);
  return Math.min(Math.max(Number(found?.[1] ?? 1), 1), MOST_SPAN);
};

interface WikiCell {
  text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly line: number;
}

function cellOf(part: string, line: number): WikiCell {
  const [, attributes = '', text = part] = ATTRIBUTES.exec(part) ?? [];
  return { text, rowSpan: spanIn(attributes, 'rowspan'), colSpan: spanIn(attributes, 'colspan'), line };
}

function rowsOf(lines: readonly NumberedLine[]): WikiCell[][] {
  const rows: WikiCell[][] = [[]];
  for (const { text, line } of lines.slice(1)) {
    if (END.test(text) || CAPTION.test(text)) continue;
    const cells = ROW.test(text) ? null : CELLS.exec(text)?.[1];
    if (cells === null) rows.push([]);
    else if (cells !== undefined) rows.at(-1)?.push(...cells.split(/\|\||!!/).map((part) => cellOf(part, line)));
    else {
      const last = rows.at(-1)?.at(-1);
      if (last) last.text += `\n${text}`;
    }
  }
  return rows.filter((row) => row.length > 0);
}

/** The lines from `{|` to `|}`; 0 where the end is missing. */
export function wikiLength(lines: readonly NumberedLine[], from: number): number {
  for (let at = from + 1; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    if (END.test(text)) return at - from + 1;
    if (BEGIN.test(text)) return 0;
  }
  return 0;
}

/** A table of a wiki as a grid, with the spans that its cells name. */
export function wikiToGrid(lines: readonly NumberedLine[]): Grid {
  const rows = rowsOf(lines);
  /** For each column, the first row that no cell from above reaches. */
  const free: number[] = [];
  const cells: GridCell[] = [];
  let columns = 0;
  rows.forEach((row, y) => {
    let x = 0;
    for (const { text, rowSpan, colSpan, line } of row) {
      while ((free[x] ?? 0) > y) x += 1;
      const down = Math.min(rowSpan, rows.length - y);
      free.length = Math.max(free.length, x + colSpan);
      free.fill(y + down, x, x + colSpan);
      cells.push({ row: y, column: x, rowSpan: down, colSpan, text: tidyLines(text), at: { line } });
      x += colSpan;
      columns = Math.max(columns, x);
    }
  });
  return { kind: 'grid', rows: rows.length, columns, cells, borders: 'marked', at: { line: lines[0]?.line ?? 0 } };
}
