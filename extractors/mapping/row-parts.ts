import { exRow } from '../../src/model/doubts/ex-row.ts';
import type { Doubt } from '../../src/model/report.ts';
import type { FoundRow } from './form-rows.ts';
import { looksLikeValue, parseNumber } from './parse-number.ts';
import { knownRows, type LineCell, type TableLine } from './table-line.ts';
import { hasFigures } from './unsure-blanks.ts';

/** What the lines of a table say of its rows once those are laid out that no row of the form explains. */
interface RowParts {
  /** Lines that stand for rows in place of their own first line. */
  readonly lines: ReadonlyMap<FoundRow, TableLine>;
  /** Lines that were taken as parts; they are no strays any more. */
  readonly used: ReadonlySet<TableLine>;
  readonly doubts: readonly Doubt[];
}

const SUM = /^(合\s*计|总\s*计|共\s*计|小\s*计)$/;

const isName = ({ text }: LineCell): boolean => text !== '' && !looksLikeValue(text);

/** The cells behind the names of a line's part (行政检查, 合计), and the last of these names. */
function partOf({ reading: { values, labelText } }: TableLine): { name: string; cells: readonly LineCell[] } {
  const from = values.findIndex((cell) => !isName(cell));
  return { name: from > 0 ? (values[from - 1]?.text ?? '') : labelText, cells: from === -1 ? [] : values.slice(from) };
}

const withValues = (line: TableLine, values: readonly LineCell[]): TableLine => ({
  ...line,
  reading: { ...line.reading, values },
});

/** Parts added column by column; null unless all of their cells hold whole numbers and are as many. */
function sumOfParts(parts: readonly (readonly LineCell[])[]): LineCell[] | null {
  const first = parts[0] ?? [];
  const numbers = parts.map((cells) => cells.map(({ text }) => parseNumber(text)));
  const isPlain = numbers.flat().every(({ value, status }) => status === 'reported' && Number.isInteger(value));
  if (!isPlain || parts.some(({ length }) => length !== first.length)) return null;
  return first.map((cell, place) => ({
    ...cell,
    text: String(numbers.reduce((sum, row) => sum + (row[place]?.value ?? 0), 0)),
  }));
}

/**
 * Lines with figures right below a row of the form that match no row: the row is printed in parts. Where its own line
 * names a part behind its label, the sum that is printed or else that of the parts is taken; every figure of such a row is doubted.
 *
 * @param copy all lines of the table, headers too: a part stands right below its row
 */
export function findParts(
  copy: readonly TableLine[],
  found: readonly FoundRow[],
  strays: readonly TableLine[],
): RowParts {
  const left = new Set(strays.filter(hasFigures));
  const lines = new Map<FoundRow, TableLine>();
  const used = new Set<TableLine>();
  const doubts: Doubt[] = [];
  for (const row of left.size > 0 ? found : []) {
    const { line, form } = row;
    const below: TableLine[] = [];
    for (let at = copy.indexOf(line) + 1; at > 0 && left.has(copy[at] as TableLine); at += 1) {
      const next = copy[at] as TableLine;
      if (knownRows(next, 'proactive').length > 0) break;
      below.push(next);
    }
    if (below.length === 0 || !hasFigures(line)) continue;
    const parts = [line, ...below].map(partOf);
    const printed = parts.findLast(({ name }) => SUM.test(name.trim()));
    const isDivided = line.reading.values[0] !== undefined && isName(line.reading.values[0]);
    const sum = printed?.cells ?? (isDivided ? sumOfParts(parts.map(({ cells }) => cells)) : null);
    const texts = parts.map(({ name, cells }) => [name, ...cells.map(({ text }) => text)].join(' '));
    if (sum) {
      lines.set(row, withValues(line, sum));
      for (const part of below) used.add(part);
    }
    const how = printed ? 'total' : sum ? 'added' : 'first';
    doubts.push(exRow.inParts(form.keys, form.label, texts, how));
  }
  return { lines, used, doubts };
}

/** The same row in other places of a table, with other figures: which of them holds, nothing tells. */
export function repeatedRows(found: readonly FoundRow[], strays: readonly TableLine[]): Doubt[] {
  const shown = (line: TableLine): string => line.reading.values.map(({ text }) => text).join(' ');
  return found.flatMap(({ row, line, form }) => {
    const others = strays.filter((stray) => knownRows(stray, 'proactive').includes(row) && hasFigures(stray));
    const differing = others.filter((other) => shown(other) !== shown(line));
    return differing.length > 0 ? [exRow.repeated(form.keys, form.label, [line, ...differing].map(shown))] : [];
  });
}
