import { t3Subtotal } from '../../src/model/doubts/t3-subtotal.ts';
import { type CellNumbers, isZero, sumOf } from '../../src/model/forms/arithmetic.ts';
import type { FormRow } from '../../src/model/forms/form.ts';
import { figureKey } from '../../src/model/forms/variables.ts';
import type { Doubt } from '../../src/model/report.ts';
import type { HeaderColumn } from './align-columns.ts';
import type { RowOfForm } from './form-rows.ts';
import { parseNumber } from './parse-number.ts';
import { knownRows, type TableLine } from './table-line.ts';
import type { FoundCell } from './table-reading.ts';

type Cells = ReadonlyMap<string, FoundCell>;

const isSubtotal = (line: TableLine): boolean =>
  line.reading.label?.hits.some((hit) => hit.kind === 'subtotal' && hit.role === 'requests') ?? false;

/** The group a subtotal names; 小计 alone closes the group of the row above it. */
function groupOf(line: TableLine, above: FormRow | undefined, groups: ReadonlySet<string>): string | undefined {
  const named = line.reading.label?.hits.find((hit) => hit.kind === 'subtotal' && groups.has(hit.key))?.key;
  return named ?? above?.groups?.find((group) => group !== RESULTS);
}
/** The group of all results, whose sum is the row （七）总计. */
const RESULTS = 'results';

/** The numbers in cells as read; NaN where one is not there or holds no number. */
const numbersIn =
  (cells: Cells): CellNumbers =>
  (key) => {
    const cell = cells.get(key);
    const { value, status } = parseNumber(cell?.text ?? '');
    return !cell || status === 'unreadable' ? Number.NaN : value;
  };

/**
 * Holds the subtotal rows that a table 3 prints (不予公开 小计 and the like) against their members: the form has none and no
 * figure is kept for them, so that only here it can be seen that one differs.
 */
export function checkSubtotals(
  copy: readonly TableLine[],
  columns: readonly HeaderColumn[],
  rows: ReadonlyMap<string, RowOfForm>,
  cells: Cells,
): Doubt[] {
  if (!copy.some(isSubtotal)) return [];
  const groups = new Set([...rows.values()].flatMap(({ row }) => row.groups ?? []));
  const found: Doubt[] = [];
  let above: FormRow | undefined;
  for (const line of copy) {
    if (!isSubtotal(line)) {
      const [row, ...others] = knownRows(line, 'requests');
      if (row !== undefined && others.length === 0) above = rows.get(row)?.row ?? above;
      continue;
    }
    const group = groupOf(line, above, groups);
    const { values } = line.reading;
    if (group === undefined || values.length !== columns.length) continue;
    const members = [...rows.values()].filter(({ row }) => row.groups?.includes(group));
    for (const [place, { key }] of columns.entries()) {
      const printed = parseNumber(values[place]?.text ?? '').value;
      if (key === null || printed === null) continue;
      const keys = members.map(({ row }) => figureKey('requests', row.key, key));
      const sum = sumOf(keys, numbersIn(cells)) ?? 0;
      if (!Number.isNaN(sum) && !isZero(sum - printed))
        found.push(t3Subtotal.differs(keys, line.reading.labelText, printed, sum));
    }
  }
  return found;
}
