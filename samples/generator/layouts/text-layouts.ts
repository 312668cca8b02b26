import type { Table } from '../draft.ts';
import type { Rng } from '../rng.ts';
import { displayWidth, padTo } from '../width.ts';
import { filledUp, inPlace, once, type RowForm, repeated } from './row-forms.ts';

/**
 * How text shows a table when something turned a page, a Word file or a PDF into text: by pandoc, by wikis, by tools that take
 * the text out of pages and PDFs, by copying. Each layout gives the lines of one table; the seed draws its details.
 */
interface TextLayout {
  readonly name: string;
  /** Whether empty cells can be told from no cells. */
  readonly showsBlanks: boolean;
  readonly draw: (table: Table, rng: Rng) => readonly string[];
}

const layout = (name: string, draw: TextLayout['draw'], showsBlanks = true): TextLayout => ({
  name,
  draw,
  showsBlanks,
});

/** Rows to lines, each row by itself. */
const byRow = (name: string, form: RowForm, line: (row: readonly string[], rng: Rng) => string | readonly string[]) =>
  layout(name, (table, rng) => form(table).flatMap((row) => line(row, rng)));

const spaced = (lines: readonly string[], gap: boolean): readonly string[] =>
  gap ? lines.flatMap((line) => [line, '']) : lines;

/** Empty cells at the end of a row are bars alone, in a line of their own or behind the last cell. */
function barsBehind(row: readonly string[], { own, pad }: { own: boolean; pad: string }): string[] {
  const held = row.findLastIndex((text) => text !== '') + 1;
  const lines = row.slice(0, held).map((text) => (text === '' ? '|' : `${text}${pad}|`));
  const empty = '|'.repeat(row.length - held);
  if (empty === '') return lines;
  return own ? [...lines, empty] : [...lines.slice(0, -1), `${lines.at(-1)} ${empty}`];
}

const cellsBehind = byRow('cell a line, bar behind', filledUp, (row) => barsBehind(row, { own: true, pad: ' ' }));

const cellsBehindJoined = byRow('cell a line, bar behind, empty cells joined', filledUp, (row) =>
  barsBehind(row, { own: false, pad: ' ' }),
);

const cellsBehindFirstBar = byRow('cell a line, a bar before the row', filledUp, (row) => [
  '|',
  ...barsBehind(row, { own: false, pad: ' ' }),
]);

const cellsIndented = byRow('cell a line, indented with hard spaces', filledUp, (row) => [
  '| ',
  ...barsBehind(row, { own: false, pad: '\u00a0 ' }).map((line) => ` ${line}`),
]);

const cellsBehindSpaced = layout('cell a line, bar behind, blank lines between', (table, rng) =>
  spaced(cellsBehind.draw(table, rng), true),
);

const cellsBehindInPlace = byRow('cell a line, bar behind, merged cells in place', inPlace, (row) =>
  row.map((text) => `${text} |`.trim()),
);

const cellsBefore = byRow('cell a line, bar before', filledUp, (row) => row.map((text) => `| ${text}`.trim()));

const cellsFramed = byRow('cell a line, bars on both sides', filledUp, (row) => row.map((text) => `| ${text} |`));

const cellsOnce = byRow('cell a line, bar behind, rows of their own length', once, (row) =>
  row.map((text) => `${text} |`.trim()),
);

const wiki = layout('wiki, cell a line', (table) => [
  '{| class="wikitable"',
  ...once(table).flatMap((row) => ['|-', ...row.map((text) => `| ${text}`.trimEnd())]),
  '|}',
]);

const wikiRows = layout('wiki, row a line', (table) => [
  '{| class="wikitable"',
  ...filledUp(table).flatMap((row) => ['|-', `| ${row.join(' || ')}`]),
  '|}',
]);

const asciidoc = layout('asciidoc', (table) => {
  const rows = inPlace(table);
  return [
    '|===',
    ...rows.map((row) =>
      row
        .map((text) => `|${text} `)
        .join('')
        .trim(),
    ),
    '|===',
  ];
});

const jira = byRow('jira', filledUp, (row) => `|${row.map((text) => text || ' ').join('|')}|`);

const rowsBehind = byRow('row a line, bars behind', filledUp, (row) => {
  const held = row.findLastIndex((text) => text !== '') + 1;
  return `${row.slice(0, held).join(' | ')} |${'|'.repeat(row.length - held)}`;
});

const rowsBetween = byRow('row a line, bars between', filledUp, (row) => row.join(' | ').trimEnd());

const rowsOnce = byRow('row a line, rows of their own length', once, (row) => `| ${row.join(' | ')} |`);

const rowsTight = byRow('row a line, no spaces', inPlace, (row) => `|${row.join('|')}|`);

const rowsFullWidth = byRow('row a line, full-width bars', inPlace, (row) => `｜${row.join('｜')}｜`);

function withRule(rows: readonly (readonly string[])[], mark: string, frame: boolean): string[] {
  const line = (row: readonly string[]) => (frame ? `| ${row.join(' | ')} |` : row.join(' | '));
  const rule = (rows[0] ?? []).map(() => mark).join(frame ? ' | ' : '|');
  const [first = [], ...rest] = rows;
  return [line(first), frame ? `| ${rule} |` : rule, ...rest.map(line)];
}

const markdownRepeated = layout('markdown, merged cells repeated', (table, rng) =>
  withRule(repeated(table), rng.pick(['---', ':---:', ':--', '------']), true),
);

const markdownFilled = layout('markdown, rows filled up', (table, rng) =>
  withRule(filledUp(table), rng.pick(['---', ':-:']), true),
);

const markdownBare = layout('markdown without outer bars', (table) => withRule(inPlace(table), '---', false));

const markdownHead = layout('markdown with an empty head', (table) => {
  const rows = inPlace(table);
  return withRule([(rows[0] ?? []).map(() => ' '), ...rows], '---', true);
});

function padded(table: Table, ambiguous: 1 | 2): { rows: string[][]; widths: number[] } {
  const rows = inPlace(table);
  const widths = (rows[0] ?? []).map((_, x) =>
    Math.max(4, ...rows.map((row) => displayWidth(row[x] ?? '', ambiguous))),
  );
  return { rows: rows.map((row) => row.map((text, x) => padTo(text, widths[x] ?? 0, ambiguous))), widths };
}

const pipesPadded = layout('pipes padded to columns', (table, rng) => {
  const { rows, widths } = padded(table, rng.pick([1, 2] as const));
  const [first = [], ...rest] = rows.map((row) => `| ${row.join(' | ')} |`);
  return [first as string, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rest];
});

const orgMode = layout('org-mode', (table, rng) => {
  const { rows, widths } = padded(table, rng.pick([1, 2] as const));
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('+')}|`;
  return rows.flatMap((row, y) => [...(y < 2 ? [rule] : []), `| ${row.join(' | ')} |`]);
});

const gridTable = layout('grid of pandoc', (table) => {
  const { rows, widths } = padded(table, 2);
  const rule = (mark: string) => `+${widths.map((width) => mark.repeat(width + 2)).join('+')}+`;
  return [rule('-'), ...rows.flatMap((row, y) => [`| ${row.join(' | ')} |`, rule(y === 0 ? '=' : '-')])];
});

const simpleTable = layout(
  'simple table of pandoc',
  (table) => {
    const { rows, widths } = padded(table, 2);
    const rule = widths.map((width) => '-'.repeat(width)).join('  ');
    return [`  ${rule}`, ...rows.map((row) => `  ${row.join('  ')}`.trimEnd()), `  ${rule}`];
  },
  false,
);

const box = layout('box of double lines', (table, rng) => {
  const { rows, widths } = padded(table, 2);
  const rule = (left: string, mark: string, middle: string, right: string) =>
    left + widths.map((width) => mark.repeat(width)).join(middle) + right;
  const inner = rng.chance(0.5);
  const lines = rows.map((row) => `║${row.join('║')}║`);
  return [
    rule('╔', '═', '╦', '╗'),
    ...lines.flatMap((line, y) => (y > 0 && inner ? [rule('╠', '═', '╬', '╣'), line] : [line])),
    rule('╚', '═', '╩', '╝'),
  ];
});

const tabs = byRow('tabs, rows filled up', filledUp, (row) => row.join('\t'));

const tabsOnce = byRow('tabs, rows of their own length', once, (row) => row.join('\t'));

const cellLines = layout('cell a line', (table, rng) => spaced(once(table).flat(), rng.chance(0.5)), false);

const valuesTogether = layout(
  'label a line, figures together',
  (table) =>
    table.rows.flatMap((row) => {
      const texts = once({ ...table, rows: [row] })[0] ?? [];
      if (row.kind !== 'body') return [texts.join(' ')];
      const first = row.cells.findIndex(({ kind }) => kind === 'value');
      return [...texts.slice(0, first), texts.slice(first).join(' ')].filter((text) => text !== '');
    }),
  false,
);

const oneSpace = byRow('row a line, one space between', once, (row) => row.join(' '));

const textOfPdf: TextLayout = {
  ...layout('row a line, two spaces between', (table) => once(table).map((row) => row.join('  '))),
  showsBlanks: false,
};

export const TEXT_LAYOUTS: readonly TextLayout[] = [
  ...[cellsBehind, cellsBehindJoined, cellsBehindFirstBar, cellsIndented, cellsBehindSpaced, cellsBehindInPlace],
  ...[cellsBefore, cellsFramed, cellsOnce, wiki, wikiRows, asciidoc, jira],
  ...[rowsBehind, rowsBetween, rowsOnce, rowsTight, rowsFullWidth],
  ...[markdownRepeated, markdownFilled, markdownBare, markdownHead, pipesPadded, orgMode],
  ...[gridTable, simpleTable, box, tabs, tabsOnce],
  ...[cellLines, valuesTogether, { ...oneSpace, showsBlanks: false }, textOfPdf],
];
