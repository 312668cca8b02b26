import { exLabel } from '../../src/model/doubts/ex-label.ts';
import { exRow } from '../../src/model/doubts/ex-row.ts';
import { type Edition, type FormBlock, type FormRow, TABLE_ROLES, type TableRole } from '../../src/model/forms/form.ts';
import { EDITIONS, tableOf } from '../../src/model/forms/forms.ts';
import { figureKey } from '../../src/model/forms/variables.ts';
import type { Doubt } from '../../src/model/report.ts';
import { alignRows, type RowMatch } from './align-rows.ts';
import { UNION_ROWS } from './label-index.ts';
import type { TableLine } from './table-line.ts';

/** A row of a form with its block and the keys of its figures, in printed order. */
export interface RowOfForm {
  readonly row: FormRow;
  readonly label: string;
  readonly block: FormBlock;
  readonly keys: readonly string[];
}

const rowsOf = (edition: Edition, role: TableRole): ReadonlyMap<string, RowOfForm> =>
  new Map(
    tableOf(edition, role).blocks.flatMap((block) =>
      block.rows.map((row) => {
        const keys = block.columns.map((column) => figureKey(role, row.key, column.key));
        return [row.key, { row, label: row.label, block, keys }] as const;
      }),
    ),
  );

const ROWS = new Map(
  EDITIONS.flatMap((edition) => TABLE_ROLES.map((role) => [`${edition}:${role}`, rowsOf(edition, role)] as const)),
);

/** The rows of a table in an edition, by key, in printed order. */
export const formRows = (edition: Edition, role: TableRole): ReadonlyMap<string, RowOfForm> =>
  ROWS.get(`${edition}:${role}`) ?? rowsOf(edition, role);

/** A line that was taken for a row of the form. */
export interface FoundRow extends RowMatch {
  readonly form: RowOfForm;
}

/**
 * Finds the rows of a table whose rows stand one below the other: lines are aligned with the rows of all editions, the matches
 * tell the edition, and lines that match a row of another edition are strays.
 */
export function findRows(
  role: TableRole,
  lines: readonly TableLine[],
  fallback: Edition,
  {
    possible,
    width,
    editionOf,
  }: {
    /** The rows that the label of a line is exactly known as. */
    readonly possible: (line: TableLine) => readonly string[];
    /** Values of a full line; only such lines may be matched by position. */
    readonly width: number;
    readonly editionOf: (matches: readonly RowMatch[]) => Edition | null;
  },
): { readonly edition: Edition | null; readonly found: readonly FoundRow[]; readonly strays: readonly TableLine[] } {
  const { matches, unmatched } = alignRows(lines, UNION_ROWS[role], possible, width);
  const edition = editionOf(matches);
  const rows = formRows(edition ?? fallback, role);
  const strays = [...unmatched];
  const found: FoundRow[] = [];
  for (const match of matches) {
    const form = rows.get(match.row);
    if (form) found.push({ ...match, form });
    else strays.push(match.line);
  }
  return { edition, found, strays };
}

/** What is doubtful about the label of a row: it is only like the form's, or its place alone tells it. */
export function labelDoubts({ ground, line, similarity, form: { keys, label } }: FoundRow): Doubt[] {
  if (ground === 'similar') return [exLabel.similar(keys, line.reading.labelText, label, similarity)];
  return ground === 'position' ? [exRow.byPosition(keys, line.reading.labelText, label)] : [];
}
