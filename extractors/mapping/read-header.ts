import type { FormColumn, TableRole } from '../../src/model/forms/form.ts';
import { FORMS } from '../../src/model/forms/forms.ts';
import { detach } from '../../src/model/text/detach.ts';
import { foldText } from '../../src/model/text/fold.ts';
import type { HeaderColumn } from './align-columns.ts';
import { labelSimilarity } from './align-rows.ts';
import type { LabelReading } from './label-index.ts';
import type { LineCell, TableLine } from './table-line.ts';

/** A header cell, with the form's column it names. */
export interface HeaderCell extends HeaderColumn {
  readonly text: string;
  /** Below 1 where the label is only similar. */
  readonly similarity: number;
}

const LEAST_SIMILAR = 0.5;

/** Folded wordings of the columns of a table, longest first, each with its key. */
const WORDINGS: Readonly<Record<TableRole, readonly (readonly [string, string])[]>> = {
  proactive: wordingsOf('proactive'),
  requests: wordingsOf('requests'),
  disputes: wordingsOf('disputes'),
};

function wordingsOf(role: TableRole): [string, string][] {
  const pairs = FORMS.flatMap((form) =>
    form.tables[role].blocks.flatMap(({ columns }) =>
      columns.flatMap(({ key, label, variants = [] }) => [label, ...variants].map((text) => [foldText(text), key])),
    ),
  ) as [string, string][];
  return pairs.sort((a, b) => b[0].length - a[0].length);
}

const NAMES = new Map<string, readonly string[] | null>();

/** The names in a cell that holds several (`商业企业 科研机构 社会公益组织`), or null where it holds anything else. */
export function namesWithin(text: string, role: TableRole): readonly string[] | null {
  if (text.length < 6) return null;
  const key = `${role}:${text}`;
  let known = NAMES.get(key);
  if (known === undefined) {
    if (NAMES.size >= 5_000) NAMES.clear();
    known = splitNames(text, role);
    NAMES.set(detach(key), known);
  }
  return known;
}

function splitNames(text: string, role: TableRole): string[] | null {
  const keys: string[] = [];
  let rest = foldText(text);
  while (rest !== '') {
    const next = WORDINGS[role].find(([wording]) => rest.startsWith(wording));
    if (!next) return null;
    keys.push(next[1]);
    rest = rest.slice(next[0].length);
  }
  return keys.length >= 2 ? keys : null;
}

/** Folded wordings of a column of the form. */
const FOLDED = new Map<FormColumn, readonly string[]>();
function foldedWordings(column: FormColumn): readonly string[] {
  let known = FOLDED.get(column);
  if (!known) {
    known = [column.label, ...(column.variants ?? [])].map(foldText);
    FOLDED.set(column, known);
  }
  return known;
}

function similarColumn(
  folded: string,
  columns: readonly FormColumn[],
  taken: ReadonlySet<string | null>,
): { key: string; similarity: number } | null {
  let best: { key: string; similarity: number } | null = null;
  for (const column of columns) {
    if (taken.has(column.key)) continue;
    for (const wording of foldedWordings(column)) {
      const longest = Math.max(folded.length, wording.length);
      // So different in length that likeness is out of the question: the distance need not be found.
      if (Math.min(folded.length, wording.length) < longest * LEAST_SIMILAR) continue;
      const similarity = labelSimilarity(folded, wording);
      if (similarity >= LEAST_SIMILAR && similarity > (best?.similarity ?? 0)) best = { key: column.key, similarity };
    }
  }
  return best;
}

/**
 * The columns that one header line names, in order. A cell with an unknown label becomes the form's column it resembles,
 * or a column that is not the form's (key null).
 */
export function headerCells(
  cells: readonly { readonly cell: LineCell; readonly reading: LabelReading }[],
  role: TableRole,
  columns: readonly FormColumn[],
): HeaderCell[] {
  const found: HeaderCell[] = [];
  for (const { cell, reading } of cells) {
    const { text, column, colSpan } = cell;
    const known = reading.column[role];
    if (known !== null) {
      found.push({ key: known, similarity: 1, text, column, colSpan });
      continue;
    }
    if (reading.hits.some((hit) => hit.kind === 'head' || hit.kind === 'group' || hit.kind === 'block')) continue;
    if (reading.hits.some((hit) => hit.kind === 'subtotal')) {
      found.push({ key: null, similarity: 0, text, column, colSpan });
      continue;
    }
    const names = namesWithin(text, role);
    if (names) {
      const width = Math.max(1, Math.floor(colSpan / names.length));
      for (const [index, key] of names.entries()) {
        found.push({ key, similarity: 1, text, column: column + index * width, colSpan: width });
      }
      continue;
    }
    const direct = new Set(cells.map((other) => other.reading.column[role]));
    const similar = similarColumn(foldText(text), columns, direct);
    found.push({ key: similar?.key ?? null, similarity: similar?.similarity ?? 0, text, column, colSpan });
  }
  return found;
}

export const isHeaderFor = (line: TableLine, role: TableRole): boolean =>
  line.reading.labels.some(
    ({ cell, reading }) => reading.column[role] !== null || namesWithin(cell.text, role) !== null,
  );
