import { exGrid } from '../../src/model/doubts/ex-grid.ts';
import { exLabel } from '../../src/model/doubts/ex-label.ts';
import type { Edition } from '../../src/model/forms/form.ts';
import { APPLICANTS } from '../../src/model/forms/table-requests.ts';
import { figureKey } from '../../src/model/forms/variables.ts';
import type { Doubt } from '../../src/model/report.ts';
import type { RowMatch } from './align-rows.ts';
import { checkSubtotals } from './check-subtotals.ts';
import { type FoundRow, findRows, formRows, labelDoubts } from './form-rows.ts';
import type { TableCopy } from './locate-tables.ts';
import type { TableSpecification } from './map-table.ts';
import { figureStarts, placeRow } from './place-row.ts';
import { type RequestsHeader, readRequestsHeader } from './requests-header.ts';
import { isInferred, knownRows, namedColumns, type TableLine } from './table-line.ts';

/** Rows that only one edition has: they tell the edition of the table. */
function editionOf(matches: readonly RowMatch[]): Edition | null {
  const rows = new Set(matches.filter(({ ground }) => ground !== 'position').map(({ row }) => row));
  if (rows.has('other_no_correction') || rows.has('other_no_payment')) return '2021';
  if (rows.has('other')) return '2019';
  return rows.has('other_misc') ? '2021' : null;
}

/**
 * 其他 alone is the row 3.其他 of 2021 or （六）其他 of 2019 or a column; its number tells which. Without a number both
 * stay possible and the neighbours decide.
 */
function possibleRows(line: TableLine): readonly string[] {
  const known = knownRows(line, 'requests');
  if (known.length < 2) return known;
  const enumerator = line.reading.label?.enumerator;
  if (enumerator?.level === 3) return known.filter((key) => key !== 'other');
  if (enumerator && enumerator.value === 6) return known.filter((key) => key === 'other');
  return known;
}

/** Lines that hold no row of the form: headers, groups on their own, subtotals. */
function isRowLine(line: TableLine): boolean {
  const { label, values } = line.reading;
  if (namedColumns(line, 'requests') >= 2) return false;
  if (!label) return values.length > 0;
  if (label.hits.some((hit) => hit.kind === 'row')) return true;
  return !label.hits.some((hit) => hit.kind === 'group' || hit.kind === 'head' || hit.kind === 'subtotal');
}

/** A row cut in two by a page break: its label stands in one line, its values in the next. */
function joinCutRows(lines: readonly TableLine[]): TableLine[] {
  const joined: TableLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const cut = last?.reading.label?.hits.some((hit) => hit.kind === 'row') && last.reading.values.length === 0;
    if (
      last &&
      cut &&
      last.borders !== 'none' &&
      !line.reading.label &&
      line.reading.values.length >= APPLICANTS.length
    ) {
      joined[joined.length - 1] = { ...last, reading: { ...last.reading, values: line.reading.values } };
    } else {
      joined.push(line);
    }
  }
  return joined;
}

const TABLE = '收到和处理申请 (requests)';

function headerDoubts(header: RequestsHeader, found: readonly FoundRow[], copy: TableCopy): Doubt[] {
  const keys = found.flatMap(({ form }) => form.keys);
  if (!header.printed) return [exGrid.headerMissing(keys, TABLE, !copy.some(isInferred))];
  if (!header.sure) return [exGrid.headUnsure(keys, TABLE)];
  return header.similar.map(({ key, text, similarity }) =>
    exLabel.similar(
      found.map(({ row }) => figureKey('requests', row, key as string)),
      text,
      APPLICANTS.find((column) => column.key === key)?.label ?? '',
      similarity,
    ),
  );
}

/** Table 3: rows under one header of seven applicants. */
export const requestsSpecification: TableSpecification = {
  role: 'requests',
  totals: true,
  wholeLine: '',
  doubtOrder: ['layout', 'missing', 'strays', 'blanks', 'merges', 'cells', 'own'],
  layOut(copy, fallback) {
    const lines = joinCutRows(copy.filter(isRowLine));
    const header = readRequestsHeader(copy);
    const width = header.columns.length;
    const { edition, found, strays } = findRows('requests', lines, fallback, {
      possible: possibleRows,
      width,
      editionOf,
    });
    const starts = figureStarts(
      found.map(({ line }) => line),
      width,
    );
    const rows = formRows(edition ?? fallback, 'requests');
    return {
      edition,
      lines,
      strays,
      placed: found.map(({ line, row }) =>
        placeRow(line, row, header.columns, (column) => figureKey('requests', row, column), { starts }),
      ),
      taken: found.map(({ line, ground, form: { keys } }) => ({ line, keys, known: ground === 'known' })),
      doubts: [...headerDoubts(header, found, copy), ...found.flatMap(labelDoubts)],
      check: (cells) => checkSubtotals(copy, header.columns, rows, cells),
    };
  },
};
