import { changeRows, type Row } from '../draft.ts';
import { HTML, type Mess } from '../mess.ts';

/** Column spans that disagree between header and body over the same grid, as word processors write them. */

const HEADER = [1, 1, 2, 1];
const BODY = [1, 2, 1, 1];

const spread = (row: Row, spans: readonly number[]): Row => ({
  ...row,
  cells: row.cells.map((one, place) => ({ ...one, colSpan: spans[place] ?? 1 })),
});

export const wrongColSpans: Mess = {
  name: 'wrong-colspans',
  readable: true,
  formats: HTML,
  holds: ['spans', 'columns', 'cut'],
  apply: (draft, rng) => {
    const [above, below] = rng.chance(0.5) ? [HEADER, BODY] : [BODY, HEADER];
    const proactive = changeRows(
      draft,
      (row) => {
        if (row.kind === 'title') return { ...row, cells: row.cells.map((one) => ({ ...one, colSpan: 5 })) };
        if (row.cells.length === 4) return spread(row, row.kind === 'header' ? above : below);
        return spread(row, row.cells.length === 3 ? [1, 2, 2] : [1, row.kind === 'header' ? 4 : rng.pick([1, 4])]);
      },
      'proactive',
    );
    const narrow = rng.chance(0.5);
    const requests = changeRows(
      proactive,
      (row) => ({
        ...row,
        cells: row.cells.map((one) =>
          narrow && one.kind === 'label' && one.colSpan > 1 ? { ...one, colSpan: one.colSpan - 1 } : one,
        ),
      }),
      'requests',
    );
    const heads = rng.pick([
      [5, 10],
      [4, 11],
      [6, 10],
    ]);
    return changeRows(
      requests,
      (row, rows) => (row === rows[0] && row.cells.length === 2 ? spread(row, heads) : row),
      'disputes',
    );
  },
};
