import type { Cell, Draft, Row } from '../../generator/draft.ts';
import { encode } from '../../generator/encode.ts';
import { escapeHtml } from '../../generator/escape.ts';
import { renderHtml } from '../../generator/render-html.ts';
import type { Rng } from '../../generator/rng.ts';
import type { Workpiece } from '../workpiece.ts';
import { carry } from './carriers.ts';
import { type PageContainer, skeletonOf } from './containers.ts';
import type { PageEffect } from './page-effect.ts';

/** The row that stands twice, hidden as a whole. */
function hideTwin(draft: Draft, twin: Row, effect: PageEffect, rng: Rng): { draft: Draft; rules: string } {
  const { attributes, rules } = carry(effect.css ?? '', 'twin', rng);
  const blocks = draft.blocks.map((block) =>
    block.kind === 'table'
      ? { ...block, rows: block.rows.map((row) => (row === twin ? { ...row, attributes } : row)) }
      : block,
  );
  return { draft: { ...draft, blocks }, rules: rules.replaceAll('td .', '.').replaceAll('tr .', '.') };
}

/** The markup of the crafted cells, and the rules that it needs. */
function craftMarkup(work: Workpiece, effect: PageEffect, rng: Rng) {
  const rules: string[] = [];
  const markup = new Map<Cell, string>();
  const letters = rng.pick(['q', 'ls', 'v', 'num', 'k']);
  const names: string[] = [];
  for (const [one, { before, part, after }] of work.places) {
    const name = `${letters}${markup.size + 1}`;
    names.push(name);
    const text = escapeHtml(part);
    const carried = carry(effect.css ?? '', name, rng);
    const inner = effect.css ? `<span${carried.attributes}>${text}</span>` : (effect.markup?.(text, name) ?? text);
    const own = typeof effect.rules === 'function' ? effect.rules(name, text) : (effect.rules ?? '');
    rules.push(effect.css ? carried.rules : '', own);
    markup.set(one, escapeHtml(before) + inner + escapeHtml(after));
  }
  return { markup, rules, names };
}

const atEnd =
  (more: string) =>
  (markup: string): string =>
    /<\/body>/i.test(markup) ? markup.replace(/<\/body>/i, (end) => more + end) : markup + more;

/** A workpiece as a page. */
export function writePage(work: Workpiece, effect: PageEffect, container: PageContainer, rng: Rng): Uint8Array {
  const { markup, rules, names } = craftMarkup(work, effect, rng);
  const twin = work.twin ? hideTwin(work.draft, work.twin, effect, rng) : { draft: work.draft, rules: '' };
  const { writing = {} } = container;
  const after = names.map((name) => (effect.after ?? '').replaceAll('AFTER', name)).join('');
  const draft: Draft = {
    ...twin.draft,
    writing: {
      ...twin.draft.writing,
      skeleton: skeletonOf(container, rng.fork('skeleton')),
      cell: [(plain, one) => markup.get(one) ?? plain, ...(writing.cell ?? [])],
      table: writing.table ?? [],
      document: [...(writing.document ?? []), atEnd(after)],
      styles: [...new Set([...rules, twin.rules])].filter((rule) => rule !== ''),
    },
  };
  return encode(renderHtml(draft, rng.fork('render')), draft);
}
