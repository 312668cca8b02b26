import type { Cell, Row, Table } from './draft.ts';
import { withoutSeams } from './draw-table.ts';
import { expandTexts } from './grid.ts';
import { displayWidth, padTo } from './width.ts';

/** Tables drawn with characters alone. Each function gives the lines of one table. */

const flat = (text: string): string => withoutSeams(text).replaceAll('\n', '').trim();

const withCaption = (table: Table, lines: readonly string[]): string[] => [
  ...(table.caption ? [table.caption] : []),
  ...lines,
];

const texts = (table: Table): string[][] => expandTexts(table).map((line) => line.map(flat));

/** How wide a font draws curly quotes, circles and dashes. */
export type Ambiguous = 1 | 2;

function widths(lines: readonly (readonly string[])[], ambiguous: Ambiguous): number[] {
  const count = Math.max(...lines.map((line) => line.length));
  return Array.from({ length: count }, (_, column) =>
    Math.max(2, ...lines.map((line) => displayWidth(line[column] ?? '', ambiguous))),
  );
}

/** Columns held apart by spaces; a merged cell stands at its first column. */
export function alignedLines(table: Table, ambiguous: Ambiguous): string[] {
  const lines = texts(table);
  const wide = widths(lines, ambiguous);
  return withCaption(
    table,
    lines.map((line) =>
      line
        .map((text, column) => padTo(text, wide[column] ?? 0, ambiguous))
        .join('  ')
        .trimEnd(),
    ),
  );
}

/** `| a | b |`, with the rule below the first row where Markdown wants it. */
export function pipeLines(table: Table, rule: boolean): string[] {
  const [first, ...rest] = texts(table).map(
    (line) => `| ${line.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`,
  );
  const columns = texts(table)[0]?.length ?? 0;
  const below = rule ? [`|${' --- |'.repeat(columns)}`] : [];
  return withCaption(table, [first ?? '', ...below, ...rest]);
}

/** A box of lines around every cell. */
export function boxLines(table: Table, ambiguous: Ambiguous): string[] {
  const lines = texts(table);
  const wide = widths(lines, ambiguous).map((width) => width + (width % 2));
  const rule = (left: string, middle: string, right: string) =>
    left + wide.map((width) => '─'.repeat(width / ambiguous)).join(middle) + right;
  const body = lines.map(
    (line) => `│${line.map((text, column) => padTo(text, wide[column] ?? 0, ambiguous)).join('│')}│`,
  );
  const inner = body.flatMap((line, place) => (place === 0 ? [line] : [rule('├', '┼', '┤'), line]));
  return withCaption(table, [rule('┌', '┬', '┐'), ...inner, rule('└', '┴', '┘')]);
}

/** Tabs between cells: `expanded` as a spreadsheet copies merged cells, else as a browser does, each cell once in its first row. */
export function tabLines(table: Table, expanded: boolean): string[] {
  const lines = expanded ? texts(table) : table.rows.map((row) => row.cells.map(({ text }) => flat(text)));
  return withCaption(
    table,
    lines.map((line) => line.join('\t')),
  );
}

/** One cell a line. `group` says how the values of a row stand together; without it each has its own line. */
export function cellLines(table: Table, group: (row: Row, values: readonly Cell[]) => readonly string[]): string[] {
  const lines = table.rows.flatMap((row) => {
    const values = row.cells.filter(({ kind }) => kind === 'value' || kind === 'extra');
    const others = row.cells.filter(({ kind }) => kind !== 'value' && kind !== 'extra');
    const serial = row.cells[0]?.kind === 'extra' ? values.slice(0, 1) : [];
    const rest = values.slice(serial.length);
    return [...serial.map(({ text }) => text), ...others.map(({ text }) => text), ...group(row, rest)].map(flat);
  });
  return withCaption(table, lines);
}
