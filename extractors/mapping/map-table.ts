import { exRow } from '../../src/model/doubts/ex-row.ts';
import type { Edition, TableRole } from '../../src/model/forms/form.ts';
import { identitiesOf } from '../../src/model/forms/identities.ts';
import type { Doubt } from '../../src/model/report.ts';
import { chooseOptions } from './choose-options.ts';
import { fillCells } from './fill-cells.ts';
import { formRows } from './form-rows.ts';
import type { TableCopy } from './locate-tables.ts';
import type { PlacedRow } from './place-row.ts';
import type { TableLine } from './table-line.ts';
import type { FoundCell, TableReading } from './table-reading.ts';
import { hasFigures, type TakenLine, unseenMerges, unsureBlanks } from './unsure-blanks.ts';

/** How the lines of one copy of a table were laid against the form. */
interface TableLayout {
  /** The edition that the table itself tells; null where it does not. */
  readonly edition: Edition | null;
  /** The rows that were found, with all ways to fill them. */
  readonly placed: readonly PlacedRow[];
  readonly taken: readonly TakenLine[];
  /** All lines that may be rows, top to bottom; null where the rows of the form don't stand one below the other. */
  readonly lines: readonly TableLine[] | null;
  /** Lines that were taken for no row. */
  readonly strays: readonly TableLine[];
  /** What is doubtful about header and labels. */
  readonly doubts: readonly Doubt[];
  /** Units that a header prints, by figure. */
  readonly units?: ReadonlyMap<string, string>;
  /** Doubts that only this table can raise, once its cells are known. */
  readonly check?: (cells: ReadonlyMap<string, FoundCell>) => readonly Doubt[];
}

type DoubtGroup = 'layout' | 'missing' | 'strays' | 'blanks' | 'merges' | 'cells' | 'own';

/** What is particular to one of the statutory tables. */
export interface TableSpecification {
  readonly role: TableRole;
  /** Whether the last figure of each row is its total. */
  readonly totals: boolean;
  /** What a line that holds more than one row of the form is called in messages. */
  readonly wholeLine: string;
  /** The order in which its doubts stand in a reading, which is part of the output. */
  readonly doubtOrder: readonly DoubtGroup[];
  /** Lays the lines of a copy against the rows; `fallback` is the edition where the table does not tell its own. */
  layOut(copy: TableCopy, fallback: Edition): TableLayout;
}

/** Reads one copy of a statutory table: rows are laid out, the sums choose among the ways to fill them, doubts name what is unsure. */
export function mapTable(specification: TableSpecification, copy: TableCopy, fallback: Edition): TableReading {
  const { role, totals, wholeLine, doubtOrder } = specification;
  const layout = specification.layOut(copy, fallback);
  const edition = layout.edition ?? fallback;
  const rows = formRows(edition, role);
  const chosen = chooseOptions(layout.placed, identitiesOf(edition, role));
  const { cells, doubts } = fillCells(chosen, (key) => rows.get(key)?.label ?? wholeLine);
  for (const [key, unit] of layout.units ?? []) {
    const cell = cells.get(key);
    if (cell) cells.set(key, { ...cell, unit });
  }
  const missing = [...rows.values()].filter(({ keys }) => !keys.some((key) => cells.has(key)));
  const found: Readonly<Record<DoubtGroup, readonly Doubt[]>> = {
    layout: layout.doubts,
    missing: missing.map(({ keys, label }) => exRow.missing(keys, label)),
    strays: layout.strays.filter(hasFigures).map(({ reading: { labelText, values } }) =>
      exRow.unmatched(
        labelText,
        values.map(({ text }) => text),
      ),
    ),
    blanks: unsureBlanks(layout.lines, layout.taken, layout.strays, cells),
    merges: unseenMerges(layout.taken, cells, totals),
    cells: doubts,
    own: layout.check?.(cells) ?? [],
  };
  return { role, edition: layout.edition, cells, doubts: doubtOrder.flatMap((group) => found[group]) };
}
