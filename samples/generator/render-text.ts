import type { Draft, Prose } from './draft.ts';
import { withoutSeams } from './draw-table.ts';
import { clock, spelled } from './page.ts';
import type { Rng } from './rng.ts';

/** What stands above the report when a page was saved as text, and in a Markdown file. */
function opening(draft: Draft, rng: Rng): string[] {
  const { title, agency, publishedOn } = draft.truth;
  if (draft.writing.format === 'markdown') {
    return [`# ${title}`, ...(publishedOn ? [`发布日期：${publishedOn}`] : [])];
  }
  const furniture = ['当前位置:', '首页', `>> ${agency} >> 信息公开年报`];
  const lines = [
    title,
    ...(publishedOn ? [rng.pick([`发布时间:${publishedOn} ${clock(rng)}`, `发布日期：${spelled(publishedOn)}`])] : []),
    `信息来源:${agency}`,
    ...rng.pick([[], ['访问次数:', '字体大小:']]),
  ];
  return rng.pick([lines, [...furniture, ...lines], [...furniture, ...lines, title]]);
}

const heading = (prose: Prose, draft: Draft): string =>
  prose.as === 'heading' && draft.writing.format === 'markdown' ? `## ${prose.text}` : prose.text;

/** The draft as a text: a blank line between blocks, each table drawn as its writing says. */
export function renderText(draft: Draft, rng: Rng): string {
  const blocks = draft.blocks.map((block) =>
    block.kind === 'prose' ? heading(block, draft) : draft.writing.draw(block, draft, rng),
  );
  const text = withoutSeams([...opening(draft, rng), ...blocks].join('\n\n'));
  return draft.writing.document.reduce((whole, change) => change(whole, rng), `${text}\n`);
}
