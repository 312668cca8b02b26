import { type Cell, type Draft, type Table, write, writeMore } from '../draft.ts';
import { cellMarkup } from '../draw-table.ts';
import { escapeHtml } from '../escape.ts';
import { expandGrid, gridWidth } from '../grid.ts';
import { CELL_HOLDS, type Hold, HTML, type Mess } from '../mess.ts';
import type { Rng } from '../rng.ts';
import { type Ambiguous, alignedLines, boxLines, pipeLines } from '../text-tables.ts';

/** HTML pages whose tables are not made of `<table>`. */

function drawing(name: string, apply: NonNullable<Mess['apply']>, more: readonly Hold[] = []): Mess {
  return { name, readable: true, formats: HTML, holds: [...CELL_HOLDS, ...more], apply };
}

const captionOf = (table: Table): string => (table.caption ? `<p>${escapeHtml(table.caption)}</p>` : '');

const EMPTY: Cell = { kind: 'extra', text: '', rowSpan: 1, colSpan: 1 };

/** Every slot of the grid gets a box, merged cells at their first slot and empty boxes for the rest. */
function drawBoxes(
  table: Table,
  draft: Draft,
  rng: Rng,
  [outer, line, box]: readonly [string, string, string],
): string {
  const width = gridWidth(table);
  const rows = expandGrid(table.rows).map((slots) => {
    const boxes = Array.from({ length: width }, (_, x) => {
      const slot = slots[x];
      return `<div${box}>${cellMarkup(slot?.first ? slot.cell : EMPTY, draft, rng)}</div>`;
    });
    return `<div${line}>${boxes.join('')}</div>`;
  });
  return `${captionOf(table)}<div${outer}>\n${rows.join('\n')}\n</div>`;
}

const CLASSES = [' class="tb"', ' class="tr"', ' class="td"'] as const;
const STYLES = [
  ' style="display:table;width:100%"',
  ' style="display:table-row"',
  ' style="display: table-cell; border:1px solid #000"',
] as const;

export const cssTables = drawing('css-tables', (draft, rng) => {
  const byClass = rng.chance(0.5);
  const styles = byClass
    ? [
        '.tb{display:table;border-collapse:collapse}',
        '.tr { display: table-row; }',
        '.td { display:table-cell; padding:4px }',
      ]
    : [];
  return writeMore(
    write(draft, { draw: (table, whole, again) => drawBoxes(table, whole, again, byClass ? CLASSES : STYLES) }),
    { styles },
  );
});

/** Rows and cells as nested divs that nothing marks as a table; a cell that spans rows stands in its first row only. */
export const nestedDivs = drawing(
  'nested-divs',
  (draft) =>
    write(draft, {
      draw: (table, whole, rng) => {
        const rows = table.rows.map(
          (row) => `<div>${row.cells.map((one) => `<div>${cellMarkup(one, whole, rng)}</div>`).join('')}</div>`,
        );
        return `${captionOf(table)}<div class="data">\n${rows.join('\n')}\n</div>`;
      },
    }),
  ['zeros'],
);

const preformatted = (lines: (table: Table) => readonly string[]) => (draft: Draft) =>
  write(draft, { draw: (table) => `<pre>\n${escapeHtml(lines(table).join('\n'))}\n</pre>` });

const withFont =
  (lines: (table: Table, ambiguous: Ambiguous) => readonly string[]) =>
  (draft: Draft, rng: Rng): Draft => {
    const ambiguous = rng.pick([1, 2] as const);
    return preformatted((table) => lines(table, ambiguous))(draft);
  };

/** Space-aligned columns cannot show which cell is blank, so zeros stay zeros. */
export const preAligned = drawing('pre-aligned', withFont(alignedLines), ['zeros', 'columns', 'marks']);

export const preBox = drawing('pre-box', withFont(boxLines), ['marks']);

export const prePipes = drawing(
  'pre-pipes',
  (draft, rng) => {
    const rule = rng.chance(0.5);
    return preformatted((table) => pipeLines(table, rule))(draft);
  },
  ['marks'],
);
