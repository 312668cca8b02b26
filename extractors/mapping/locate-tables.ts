import type { TableRole } from '../../src/model/forms/form.ts';
import type { LabelHit } from './label-index.ts';
import { knownRows, namedColumns, SHARED_ROWS, type TableLine } from './table-line.ts';

/** The lines of one printed copy of a statutory table, in order; a table split in two is still one copy. */
export type TableCopy = readonly TableLine[];

const DISPUTE_VALUES = 15;

export type LocatedTables = Readonly<Record<TableRole, readonly TableCopy[]>>;

function lineRole(line: TableLine): TableRole | null {
  const { labels } = line.reading;
  if (labels.length === 0) return null;
  if (knownRows(line, 'requests').some((key) => !SHARED_ROWS.has(key))) return 'requests';
  const applicants = namedColumns(line, 'requests');
  const results = namedColumns(line, 'disputes');
  if (results >= 3 && results >= applicants) return 'disputes';
  if (applicants >= 2) return 'requests';
  if (knownRows(line, 'proactive').length > 0) return 'proactive';
  const telling = (role: TableRole, kinds: readonly LabelHit['kind'][]) =>
    labels.some(({ reading }) => reading.hits.some((hit) => hit.role === role && kinds.includes(hit.kind)));
  if (telling('proactive', ['block', 'column'])) return 'proactive';
  if (telling('requests', ['head', 'group'])) return 'requests';
  if (telling('disputes', ['row', 'group'])) return 'disputes';
  if (results >= 1 && applicants === 0) return 'disputes';
  return telling('proactive', ['head']) ? 'proactive' : null;
}

/** What a run of lines must show to be taken for a table: distinct known labels. */
const LEAST: Readonly<Record<TableRole, number>> = { proactive: 3, requests: 4, disputes: 3 };

function hasLabels(copy: TableCopy, role: TableRole, least: number): boolean {
  const labels = new Set<string>();
  for (const { reading } of copy) {
    for (const { reading: label } of reading.labels) {
      for (const hit of label.hits) if (hit.role === role) labels.add(`${hit.kind}:${hit.key}`);
    }
    if (labels.size >= least) return true;
  }
  return false;
}

function isTable(copy: TableCopy, role: TableRole): boolean {
  if (role === 'disputes') return hasLabels(copy, role, LEAST.disputes);
  const rows = new Set<string>();
  for (const line of copy) {
    for (const key of knownRows(line, role)) if (!SHARED_ROWS.has(key)) rows.add(key);
    if (rows.size >= LEAST[role]) return true;
  }
  // Rows misprinted throughout still stand under headers that are not.
  return rows.size >= 1 && hasLabels(copy, role, LEAST[role] * 2);
}

/** Table 4 without any header: the right number of values under its section heading. */
function isBareLine(line: TableLine, headed: (block: number) => TableRole | null): boolean {
  const { values, labels } = line.reading;
  return labels.length === 0 && values.length === DISPUTE_VALUES && headed(line.block) === 'disputes';
}

const FIRST_ROW: Readonly<Record<TableRole, string | null>> = {
  proactive: 'regulations',
  requests: 'received',
  disputes: null,
};

/** Whether a line holds all of table 4; one that is all blank keeps rows apart. */
const isWhole = ({ reading: { values } }: TableLine): boolean =>
  values.length === DISPUTE_VALUES && values.some(({ text }) => text !== '');

/** Divides the lines of one role where the first row of the form, or the one line of table 4, comes round again. */
function splitCopies(lines: readonly TableLine[], role: TableRole): TableCopy[] {
  const first = FIRST_ROW[role];
  const comesAgain = (line: TableLine, known: readonly string[], current: readonly TableLine[], rows: number) =>
    first === null ? isWhole(line) && current.some(isWhole) : known.includes(first) && rows >= 3;
  const copies: TableLine[][] = [];
  let current: TableLine[] = [];
  let rows = 0;
  for (const line of lines) {
    const known = knownRows(line, role);
    if (comesAgain(line, known, current, rows)) {
      // Header lines behind the last row belong to the copy that begins here.
      const isRow = (one: TableLine) => (first === null ? isWhole(one) : knownRows(one, role).length > 0);
      const keep = current.findLastIndex(isRow) + 1;
      const header = current.splice(keep);
      copies.push(current);
      current = header;
      rows = 0;
    }
    current.push(line);
    if (known.length > 0) rows += 1;
  }
  if (current.length > 0) copies.push(current);
  return copies;
}

/**
 * Sorts the lines of all grids into the three tables by what their labels are known as, never by which grid they stand
 * in: tables are split, joined and nested in published pages. A line without a telling label goes with its neighbours.
 *
 * @param headed the table whose section heading stands last before a block, if any
 */
export function locateTables(lines: readonly TableLine[], headed: (block: number) => TableRole | null): LocatedTables {
  const byRole: Record<TableRole, TableLine[]> = { proactive: [], requests: [], disputes: [] };
  let role: TableRole | null = null;
  let block = -1;
  for (const line of lines) {
    const own = lineRole(line);
    if (line.block !== block) {
      const heading = headed(line.block);
      const continues = heading === null || heading === role;
      if (!continues || !(role && line.block - block <= 2)) role = heading;
      block = line.block;
    }
    role = own ?? role;
    if (role) byRole[role].push(line);
  }
  const located = (of: TableRole): TableCopy[] =>
    splitCopies(byRole[of], of).filter(
      (copy) => isTable(copy, of) || (of === 'disputes' && copy.some((line) => isBareLine(line, headed))),
    );
  return { proactive: located('proactive'), requests: located('requests'), disputes: located('disputes') };
}
