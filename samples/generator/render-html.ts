import type { Block, Draft, Prose } from './draft.ts';
import { escapeHtml } from './escape.ts';
import type { Rng } from './rng.ts';
import { plain } from './skeletons/plain.ts';

/** How headings are marked: as headings, as bold paragraphs, or not at all. */
const HEADINGS: readonly ((text: string) => string)[] = [
  (text) => `<p><strong>${text}</strong></p>`,
  (text) => `<h2>${text}</h2>`,
  (text) => `<p style="text-indent: 2em; font-family: 黑体;">${text}</p>`,
  (text) => `<p>　　${text}</p>`,
  (text) => `<p style="text-indent:32px"><span style="font-size:21px;font-family:黑体">${text}</span></p>`,
];

const PARAGRAPHS: readonly ((text: string) => string)[] = [
  (text) => `<p>${text}</p>`,
  (text) => `<p style="text-indent: 2em;">${text}</p>`,
  (text) => `<p>　　${text}</p>`,
];

/** A title may stand on two lines of its own: body above, kind of report below. */
function titleInBody(draft: Draft, rng: Rng): string {
  const { title, agency } = draft.truth;
  const broken = title.startsWith(agency) ? `${agency}<br />${title.slice(agency.length)}` : title;
  return rng.pick([
    '',
    '',
    `<p style="text-align:center"><strong>${title}</strong></p>\n`,
    `<p align="center">${broken}</p>\n`,
  ]);
}

function proseMarkup(
  prose: Prose,
  heading: (text: string) => string,
  paragraph: (text: string) => string,
  draft: Draft,
): string {
  const inner = draft.writing.paragraph.reduce((markup, change) => change(markup), escapeHtml(prose.text));
  return prose.as === 'heading' ? heading(inner) : paragraph(inner);
}

/** The draft as an HTML page in its skeleton, before encoding. */
export function renderHtml(draft: Draft, rng: Rng): string {
  const { writing, truth } = draft;
  const heading = rng.pick(HEADINGS);
  const paragraph = rng.pick(PARAGRAPHS);
  const blockMarkup = (block: Block): string =>
    block.kind === 'prose'
      ? proseMarkup(block, heading, paragraph, draft)
      : writing.table.reduce((markup, change) => change(markup, rng), writing.draw(block, draft, rng));
  const page = {
    title: truth.title,
    agency: truth.agency,
    year: truth.year,
    publishedOn: truth.publishedOn,
    charset: writing.encoding.declared,
    styles: writing.styles,
    body: titleInBody(draft, rng) + draft.blocks.map(blockMarkup).join('\n'),
  };
  const markup = (writing.skeleton ?? plain).render(page, rng.fork('page'));
  return writing.document.reduce((whole, change) => change(whole, rng), markup);
}
