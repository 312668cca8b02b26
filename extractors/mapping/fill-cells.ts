import { exGrid } from '../../src/model/doubts/ex-grid.ts';
import { exRow } from '../../src/model/doubts/ex-row.ts';
import { exRunAmbiguous } from '../../src/model/doubts/ex-run-ambiguous.ts';
import { exRunSplit } from '../../src/model/doubts/ex-run-split.ts';
import type { Doubt } from '../../src/model/report.ts';
import type { ChosenRow } from './choose-options.ts';
import type { PlacedRow, PlacedText, RowOption } from './place-row.ts';
import type { FoundCell } from './table-reading.ts';

interface FilledCells {
  readonly cells: Map<string, FoundCell>;
  readonly doubts: readonly Doubt[];
}

const texts = (row: PlacedRow): string[] => row.found.map(({ text }) => text);
const partsOf = (option: RowOption): string[] => option.map(({ text }) => text);

/** Whether any figure's characters were cut out of a longer run. */
const isSplit = (option: RowOption): boolean => option.some(({ raw, text }) => raw !== text);

function rowDoubts({ row, option, remaining, bySums }: ChosenRow, label: string): Doubt[] {
  switch (row.how) {
    case 'counted':
      return [];
    case 'trimmed':
      return [exGrid.spansDisagree(row.keys, label)];
    // Its doubts are those of the merged cells, which other rows share: see below.
    case 'reached':
      return [];
    case 'chosen':
      return [exGrid.surplusCells(row.keys, label, row.found.length, row.keys.length)];
    case 'beside':
      return [exRow.besideHeader(row.keys, label, row.found.length, row.keys.length)];
    case 'spread': {
      if (!option) return [];
      const merged = row.found.filter(({ colSpan }) => colSpan > 1);
      const cells = row.keys.filter((_, index) => merged.some(({ at }) => at === option[index]?.at));
      return cells.length > 0 ? [exGrid.spread(cells, merged.map(({ text }) => text).join(' '))] : [];
    }
    case 'overlap':
      return [exRow.placedByHeader(row.keys, label, row.found.length, row.keys.length, bySums)];
    case 'absent':
      return [exRow.absent(row.keys, label)];
    case 'run': {
      if (!option) return [exRunAmbiguous.ways(row.keys, texts(row), row.tooMany ? null : remaining.map(partsOf))];
      // A wrong split would shift the others too, so all cells of the row are named.
      return isSplit(option) ? [exRunSplit.split(row.keys, texts(row), partsOf(option), bySums)] : [];
    }
    case 'gap':
      return option
        ? [exRow.placedBySum(row.keys, label, texts(row), row.keys.length)]
        : [exRow.unplaced(row.keys, label, texts(row), row.keys.length)];
    case 'unplaced':
      return [exRow.unplaced(row.keys, label, texts(row), row.keys.length)];
  }
}

/** Rows whose cells stand where the page shows them. */
const SHOWN: ReadonlySet<PlacedRow['how']> = new Set(['counted', 'trimmed', 'chosen', 'beside', 'absent', 'overlap']);

/** How the place of each figure of a row was found out. */
function placing(row: PlacedRow, option: RowOption, index: number): FoundCell['placed'] {
  const place = option[index];
  if (row.how === 'reached') return row.found.some(({ at }) => at === place?.at) ? 'read' : 'worked-out';
  if (row.how === 'run') return place && place.raw !== place.text ? 'worked-out' : 'read';
  if (row.how === 'spread') {
    return row.found.some(({ at, colSpan }) => colSpan > 1 && at === place?.at) ? 'worked-out' : 'read';
  }
  return 'worked-out';
}

/** What every remaining way puts in a place: so much is certain although the row is not. */
function agreedPlace(options: readonly RowOption[], index: number): PlacedText | null {
  const place = options[0]?.[index];
  return place && options.every((option) => option[index]?.text === place.text) ? place : null;
}

/** A cell merged over several rows is one printed value for several figures: each of them is doubted, the first too. */
function sharedDoubts(rows: readonly ChosenRow[], cells: ReadonlyMap<string, FoundCell>): Doubt[] {
  const reached = rows.filter(({ row }) => row.how === 'reached');
  const shared = new Set(
    reached.flatMap(({ row, option }) =>
      (option ?? []).map(({ at }) => at).filter((at) => !row.found.some((own) => own.at === at)),
    ),
  );
  return [...shared].map((at) => {
    const keys = [...cells].filter(([, cell]) => cell.at === at).map(([key]) => key);
    return exGrid.spread(keys, cells.get(keys[0] ?? '')?.text ?? '');
  });
}

/** Turns chosen rows into cells, and everything that was not simply read off into doubts that name their figures. */
export function fillCells(rows: readonly ChosenRow[], labelOf: (row: string) => string): FilledCells {
  const cells = new Map<string, FoundCell>();
  const found: Doubt[] = [];
  for (const chosen of rows) {
    const { row, option, remaining } = chosen;
    const shown = SHOWN.has(row.how);
    for (const [index, key] of row.keys.entries()) {
      const place = option?.[index];
      const agreed = option === null ? agreedPlace(remaining, index) : null;
      if (option && place) {
        const { text, raw, at } = place;
        cells.set(key, { text, raw, at, placed: shown ? 'read' : placing(row, option, index) });
      } else if (agreed) {
        cells.set(key, { text: agreed.text, raw: agreed.raw, at: agreed.at, placed: 'worked-out' });
      } else if (row.found.length > 0) {
        const together = texts(row).join(' ');
        cells.set(key, { text: together, raw: together, at: row.found[0]?.at ?? {}, placed: 'unplaced' });
      }
    }
    found.push(...rowDoubts(chosen, labelOf(row.row)));
  }
  return { cells, doubts: [...found, ...sharedDoubts(rows, cells)] };
}
