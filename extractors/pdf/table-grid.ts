import type { Grid, GridCell } from '../document.ts';
import { EM } from '../layout/em.ts';
import { joinRows } from '../layout/join-rows.ts';
import type { LabelOracle } from '../layout/label-oracle.ts';
import type { Locate } from '../layout/locate.ts';
import type { PageTable, TableCell } from '../layout/page-table.ts';
import { shareColumns } from '../layout/shared-columns.ts';

/** A table of a PDF, joined from its parts on one or more pages, as a grid. */
export function tableGrid(
  parts: readonly [PageTable, ...PageTable[]],
  locate: Locate,
  { isLabel }: LabelOracle,
): { grid: Grid; unsure: ReturnType<typeof joinRows>['unsure'] } {
  const [first] = parts;
  const { columns, cells } = shareColumns(parts, EM);
  const joined = joinRows(
    parts.map((part, i) => ({ ...part, cells: cells[i] ?? [] })),
    isLabel,
  );
  const grid: Grid = {
    kind: 'grid',
    rows: joined.rows,
    columns,
    cells: joined.cells.map(({ row, column, rowSpan, colSpan, text, of }): GridCell => {
      const { page, box, ragged } = of[0] as TableCell;
      const unsure = of.flatMap((part) => part.unsure ?? []);
      return {
        ...{ row, column, rowSpan, colSpan, text },
        at: { ...locate(page, box), row, column },
        ...(ragged ? { spanConflict: true } : {}),
        ...(unsure.length > 0 ? { unsure } : {}),
      };
    }),
    borders: first.borders,
    at: locate(first.page, first.box),
  };
  return { grid, unsure: joined.unsure };
}
