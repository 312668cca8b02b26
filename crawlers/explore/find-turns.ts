import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { addressOf } from './element-address.ts';
import type { PageTurn } from './page-facts.ts';
import { turnsPages } from './paging/pager-words.ts';
import type { Surroundings } from './surroundings.ts';

const CANDIDATES =
  'a[href^="javascript:" i], a[onclick], button, input[type="button"], [onclick], [data-page], [data-pageno], [data-url], [data-href]';
const MOST = 100;
const LONGEST_HANDLER = 400;
const DISABLED = /disabled|unable/i;

const numberIn = ({ attribs }: Element): number | null => {
  const value = attribs['data-page'] ?? attribs['data-pageno'] ?? attribs['data-page-no'] ?? '';
  return /^\d{1,4}$/.test(value) ? Number(value) : null;
};

function handlerOf({ attribs }: Element): string {
  const { onclick = '', href = '' } = attribs;
  const script = /^\s*javascript:/i.test(href) ? href.replace(/^\s*javascript:/i, '') : '';
  // `void(0)` does nothing; the other of the two is meant.
  return (onclick !== '' ? onclick : script).slice(0, LONGEST_HANDLER);
}

/** Whatever turns the page, says so in its words, and is no plain link. */
export function findTurns($: CheerioAPI, around: Surroundings): PageTurn[] {
  const turns: PageTurn[] = [];
  for (const element of $(CANDIDATES).toArray()) {
    const { attribs } = element;
    const text = element.name === 'input' ? (attribs.value ?? '') : around.words(element, 24);
    if (!turnsPages(text || (attribs.title ?? ''))) continue;
    if ('disabled' in attribs || DISABLED.test(attribs.class ?? '') || around.of(element).hidden) continue;
    const href = addressOf(element);
    // A plain link is one, whatever else it does.
    if (element.name === 'a' && href !== null && href === attribs.href) continue;
    turns.push({ text: text || (attribs.title ?? ''), href, handler: handlerOf(element), number: numberIn(element) });
    if (turns.length >= MOST) break;
  }
  return turns;
}
