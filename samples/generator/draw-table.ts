import { type Cell, type Draft, SEAM, type Table } from './draft.ts';
import { escapeHtml } from './escape.ts';
import type { Rng } from './rng.ts';

/** Pairs of tags that leave no visible trace where a SEAM stands. */
const SEAMS = ['span', 'font', 'b', 'strong'] as const;

/** The contents of a cell as markup: line breaks, seams, then the writing's own wrappings. */
export function cellMarkup(one: Cell, draft: Draft, rng: Rng): string {
  const pieces = one.text.split(SEAM).map((piece) => escapeHtml(piece).replaceAll('\n', '<br />'));
  const tag = rng.pick(SEAMS);
  const inner = pieces.length > 1 ? pieces.map((piece) => `<${tag}>${piece}</${tag}>`).join('') : (pieces[0] ?? '');
  return draft.writing.cell.reduce((markup, wrap) => wrap(markup, one, rng), inner);
}

export const withoutSeams = (text: string): string => text.replaceAll(SEAM, '');

function cellTag(one: Cell, draft: Draft, rng: Rng): string {
  const tag = one.tag ?? 'td';
  const spans = [
    one.colSpan === 1 ? '' : ` colspan="${one.colSpan}"`,
    one.rowSpan === 1 ? '' : ` rowspan="${one.rowSpan}"`,
  ].join('');
  return `<${tag}${spans}${one.attributes ?? ''}>${cellMarkup(one, draft, rng)}</${tag}>`;
}

/** The ordinary way: an HTML table. */
export function drawHtmlTable(table: Table, draft: Draft, rng: Rng): string {
  const rows = table.rows.map(
    (row) => `<tr${row.attributes ?? ''}>${row.cells.map((one) => cellTag(one, draft, rng)).join('')}</tr>`,
  );
  const caption = table.caption ? `<caption>${escapeHtml(table.caption)}</caption>` : '';
  return `<table border="1" cellspacing="0" cellpadding="0">${caption}<tbody>\n${rows.join('\n')}\n</tbody></table>`;
}
