import type { PageContext } from './page-context.ts';
import type { PageFacts } from './page-facts.ts';
import { isHome } from './url-shape.ts';

/** What draws a list when the page is open. */
const LOADER =
  /\$\.(?:ajax|get|post|getJSON|getScript)\s*\(|\.load\s*\(|axios|fetch\s*\(|XMLHttpRequest|createElement\s*\(\s*["']script|createApp|new Vue|innerHTML|insertAdjacentHTML|\.append\s*\(|\.html\s*\(|document\.write|_isAgg|lightfrontaction|dataproxy|build\/unit/;
const MOUNT = /<div[^>]{0,200}\bid\s*=\s*["']?(?:app|root|__nuxt|__next)["'\s>]/i;
const TEMPLATE = /\bv-for\s*=|\bng-repeat\s*=|\{\{\s*\w/;
/** Scripts of other people that draw no list: libraries, counters, the error report of government sites. */
const LIBRARY =
  /jquery|bootstrap|swiper|slick|superslide|layui|echarts|polyfill|modernizr|html5shiv|respond|hm\.baidu|cnzz|tongji|analytics|jiucuo|share|counter|stat[s_.]/i;

export const isLibrary = (source: string): boolean => LIBRARY.test(source);

/** An application's page has next to no words of its own. */
const FEW_WORDS = 200;

/**
 * Whether a script may draw what a page lacks: a mounting point with nothing in it anywhere; where a menu or a list belongs, a
 * template of rows, any request or markup made by script, or a script of the site's own.
 */
export function hasShell(
  facts: PageFacts,
  text: string,
  { annual, disclosure }: Pick<PageContext, 'annual' | 'disclosure'>,
) {
  if (MOUNT.test(text) && facts.text.replace(/\s+/g, '').length < FEW_WORDS) return true;
  if (!annual && !disclosure && !isHome(facts.url)) return false;
  const own = facts.scriptSources.some((source) => !isLibrary(source));
  return own || TEMPLATE.test(text) || MOUNT.test(text) || LOADER.test(facts.scripts);
}

const EMPTY =
  /<(ul|ol|dl|div|table|tbody|section)\b[^<>]{0,300}?\bid\s*=\s*["']?([\w-]{1,60})["']?[^<>]{0,300}>\s*<\/\1\s*>/gi;
const OF_A_LIST = /list|cont|data|news|article|main|item|result/i;

/**
 * Whether a script fills an empty element of the page, whatever links stand around it: one that the page's own script names
 * where it asks for something, or one named like a list beside a script of the site's own.
 */
export function fillsElement(facts: PageFacts, text: string): boolean {
  const own = facts.scriptSources.some((source) => !isLibrary(source));
  const asks = LOADER.test(facts.scripts);
  if (!own && !asks) return false;
  return [...text.matchAll(EMPTY)].some(([, , id = '']) => {
    const named =
      ["'", '"'].some((quote) => facts.scripts.includes(`${quote}${id}${quote}`)) || facts.scripts.includes(`#${id}`);
    return (asks && named) || (own && OF_A_LIST.test(id));
  });
}
