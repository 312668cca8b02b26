import { exValue } from '../../src/model/doubts/ex-value.ts';
import type { Edition, TableRole } from '../../src/model/forms/form.ts';
import { type Variable, variablesOfTable } from '../../src/model/forms/variables.ts';
import type { Doubt, Figure } from '../../src/model/report.ts';
import { parseNumber } from './parse-number.ts';
import type { FoundCell, TableReading } from './table-reading.ts';

const MISSING: Figure = { value: null, raw: '', status: 'missing', at: null };

/** The unit a figure carries where it is not simply the form's own. */
function unitOf(variable: Variable, printed: string | undefined, header: string | undefined): string | undefined {
  const unit = printed ?? header;
  return unit === undefined || unit === variable.unit ? undefined : unit;
}

function toFigure(cell: FoundCell, variable: Variable): { figure: Figure; interpreted: boolean } {
  if (cell.placed === 'unplaced') {
    return { figure: { value: null, raw: cell.raw, status: 'unreadable', at: cell.at }, interpreted: false };
  }
  const parsed = parseNumber(cell.text, variable.kind);
  const unit = unitOf(variable, parsed.unit, cell.unit);
  const worked = cell.placed === 'worked-out' && parsed.status === 'reported';
  const plain: Figure = {
    value: parsed.value,
    raw: cell.raw,
    status: worked ? 'inferred' : parsed.status,
    at: cell.at,
  };
  const interpreted = parsed.status === 'inferred';
  if (unit === undefined && parsed.note === undefined) return { figure: plain, interpreted };
  const figure = {
    ...plain,
    ...(unit !== undefined && parsed.value !== null ? { unit } : {}),
    ...(parsed.note !== undefined ? { note: parsed.note } : {}),
  };
  return { figure, interpreted };
}

/**
 * The figures of one table in the order of its form: every key of the edition, `missing` where the document has no such
 * cell. Characters that had to be interpreted (○ as 0, 持平) add a doubt each.
 */
export function buildFigures(
  role: TableRole,
  edition: Edition,
  reading: TableReading | null,
  into: Record<string, Figure>,
): Doubt[] {
  const found: Doubt[] = [];
  for (const variable of variablesOfTable(edition, role)) {
    const cell = reading?.cells.get(variable.key);
    if (!cell) {
      into[variable.key] = MISSING;
      continue;
    }
    const { figure, interpreted } = toFigure(cell, variable);
    into[variable.key] = figure;
    if (interpreted) found.push(exValue.interpreted(variable.key, cell.raw, figure.value));
  }
  return found;
}
