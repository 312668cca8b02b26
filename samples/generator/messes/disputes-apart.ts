import { type Block, type Cell, cell, changeTables, type Prose, type Row, type Table } from '../draft.ts';
import { EVERYWHERE, type Mess } from '../mess.ts';

/** Table 4 not as one line of fifteen cells: as three tables, or with its three procedures one below the other. */

const RESULTS = 5;

const line = (kind: Row['kind'], cells: readonly Cell[]): Row => ({ kind, role: 'disputes', cells });

interface Parts {
  /** 行政复议, 未经复议直接起诉, 复议后起诉 as printed. */
  readonly procedures: readonly string[];
  readonly results: readonly Cell[];
  readonly values: readonly (readonly Cell[])[];
}

function partsOf(table: Table): Parts {
  const [first, second] = table.rows;
  const values = table.rows.at(-1)?.cells ?? [];
  const procedures = [first?.cells[0]?.text ?? '', ...(second?.cells.slice(RESULTS).map(({ text }) => text) ?? [])];
  const results = (second?.cells.slice(0, RESULTS) ?? []).map((one) => ({ ...one, rowSpan: 1 }));
  return { procedures, results, values: [0, 1, 2].map((part) => values.slice(part * RESULTS, (part + 1) * RESULTS)) };
}

const named = (procedure: string, place: number): string => (place === 0 ? procedure : `行政诉讼：${procedure}`);

/** How each of the three small tables says which procedure it is about. */
const WAYS: readonly ((parts: Parts, place: number) => readonly Block[])[] = [
  ({ procedures, results, values }, place) => [
    {
      kind: 'table',
      roles: ['disputes'],
      rows: [
        line('header', [cell('header', named(procedures[place] ?? '', place), RESULTS)]),
        line('header', results),
        line('body', values[place] ?? []),
      ],
    },
  ],
  ({ procedures, results, values }, place) => {
    const note: Prose = { kind: 'prose', as: 'note', text: `${place + 1}.${named(procedures[place] ?? '', place)}` };
    return [
      note,
      { kind: 'table', roles: ['disputes'], rows: [line('header', results), line('body', values[place] ?? [])] },
    ];
  },
  ({ procedures, results, values }, place) => [
    {
      kind: 'table',
      roles: ['disputes'],
      caption: named(procedures[place] ?? '', place),
      rows: [line('header', results), line('body', values[place] ?? [])],
    },
  ],
  ({ procedures, results, values }, place) => [
    {
      kind: 'table',
      roles: ['disputes'],
      rows: [
        line('header', [cell('header', '类型'), ...results]),
        line('body', [cell('label', named(procedures[place] ?? '', place)), ...(values[place] ?? [])]),
      ],
    },
  ],
];

export const disputesApart: Mess = {
  name: 'disputes-apart',
  readable: true,
  formats: EVERYWHERE,
  holds: ['disputes', 'header'],
  apply: (draft, rng) => {
    const way = rng.pick(draft.writing.format === 'html' ? WAYS : WAYS.filter((_, place) => place !== 2));
    return changeTables(draft, (table) => [0, 1, 2].flatMap((place) => way(partsOf(table), place)), 'disputes');
  },
};

export const disputesInRows: Mess = {
  name: 'disputes-in-rows',
  readable: true,
  formats: EVERYWHERE,
  holds: ['disputes', 'header'],
  apply: (draft, rng) => {
    const grouped = rng.chance(0.5);
    return changeTables(
      draft,
      (table) => {
        const { procedures, results, values } = partsOf(table);
        const corner = cell('header', '', grouped ? 2 : 1);
        const labels: readonly (readonly Cell[])[] = grouped
          ? [
              [cell('label', procedures[0] ?? '', 2)],
              [cell('group', '行政诉讼', 1, 2), cell('label', procedures[1] ?? '')],
              [cell('label', procedures[2] ?? '')],
            ]
          : procedures.map((text, place) => [cell('label', named(text, place))]);
        const rows = labels.map((label, place) => line('body', [...label, ...(values[place] ?? [])]));
        return { ...table, rows: [line('header', [corner, ...results]), ...rows] };
      },
      'disputes',
    );
  },
};
