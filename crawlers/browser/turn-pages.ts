import type { Page } from 'playwright';
import { PAGER_WORDS } from '../explore/paging/pager-words.ts';
import type { RenderLimits } from './rendering.ts';

/** Elements that a pager may be made of. */
const CLICKABLE = 'a, button, input[type=button], [onclick], [role=button], li, span, div, i';

/**
 * Runs in the page: clicks what turns it, next by its words, else by its number, else for more. Gives whether something was
 * clicked. 更多 as a link of its own leads away.
 */
const CLICK_NEXT = `(patterns, clickable) => {
  const wordsOf = (element) =>
    (element.tagName === 'INPUT' ? element.value : element.textContent || '').replace(/\\s/g, '');
  const isOff = (element) =>
    element.getClientRects().length === 0 || element.hasAttribute('disabled') ||
    /disabled|unable/i.test(element.className + ' ' + (element.parentElement || {}).className);
  const all = [...document.querySelectorAll(clickable)].filter((element) => {
    const words = wordsOf(element);
    return words.length > 0 && words.length < 12 && !isOff(element);
  });
  for (const { words, stays } of patterns) {
    const pattern = new RegExp(words, 'i');
    const fits = (element) => pattern.test(wordsOf(element)) &&
      (!stays || !element.closest('a[href]') || /^\\s*(?:#|javascript:)/i.test(element.closest('a[href]').getAttribute('href')));
    // The innermost of elements within each other: a click reaches those around it.
    const found = all.filter(fits).filter((element, _, fitting) => !fitting.some((other) => other !== element && element.contains(other)))[0];
    if (!found) continue;
    found.click();
    return true;
  }
  return false;
}`;

/** The page after each turn of its pager, until a turn changes nothing; what that asks for goes the usual way. */
export async function turnPages(
  page: Page,
  waitUntilQuiet: () => Promise<void>,
  first: string,
  { turns, html: longest }: RenderLimits,
): Promise<string[]> {
  const shown = [first];
  while (shown.length <= turns) {
    const patterns = [
      { words: PAGER_WORDS.next, stays: false },
      { words: `^第?${shown.length + 1}页?$`, stays: false },
      { words: PAGER_WORDS.more, stays: true },
    ];
    const clicked = await page.evaluate(`(${CLICK_NEXT})(${JSON.stringify(patterns)}, ${JSON.stringify(CLICKABLE)})`);
    if (clicked !== true) break;
    await waitUntilQuiet();
    const html = await page.content();
    if (html.length > longest || shown.includes(html)) break;
    shown.push(html);
  }
  return shown.slice(1);
}
