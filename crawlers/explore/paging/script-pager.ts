import { queryOf, requestByGet, wholeNumber, withQuery } from '../../families/request.ts';
import { bracketed, callArguments, scriptValues } from '../script-values.ts';
import type { Turn, Way } from './dialect.ts';

/** What a pager that is drawn by script was called with. */
interface Called {
  readonly pages: number;
  /** The page that is shown, as the script counts. */
  readonly current: number;
  /** The address of a page by the number that its file has. */
  readonly address: (number: number) => string;
  /** The number of the first page: 0 where `index_1` is the second. Null: that of the current page decides. */
  readonly first: 0 | 1 | null;
}

interface ScriptPager {
  readonly name: string;
  readonly read: (turn: Turn) => Called | null;
}

const EXTENSION = /^\.?(?:s?html?|jhtml|jsp)$/;
const STEM = /^[\w-]{1,80}$/;

const file = (stem: string, extension: string) => (number: number) => `${stem}_${number}.${extension}`;

/**
 * `createPageHTML(pages, current, "index", "html")` in all its dialects: records or an element's name before the pages, a class
 * or the records behind. What stands still is the order pages, current, stem, extension.
 */
function createPageHtml({ facts }: Turn): Called | null {
  const list = callArguments(facts.scripts, 'createPageHTML');
  if (!list) return null;
  const at = list.findIndex((argument, index) => index >= 3 && EXTENSION.test(argument));
  const [pages, current] = [Number(list[at - 3]), Number(list[at - 2])];
  const stem = list[at - 1] ?? '';
  if (at < 0 || !Number.isInteger(pages) || !Number.isInteger(current) || !STEM.test(stem)) return null;
  return { pages, current, address: file(stem, (list[at] ?? '').replace('.', '')), first: null };
}

const TOTALS = ['countPage', 'totalPage', 'totalPages', 'pageCount'];
const CURRENTS = ['currentPage', 'curPage', 'nowPage', 'pageIndex'];

/** The stem and the ending of the page's own file, without its number. */
function ownFile(url: string, scripts: string) {
  const own = /\/([\w-]+?)(?:_\d+)?\.(s?html?)$/.exec(url.replace(/[?#].*$/, ''));
  const written = /["'\\]\.?(s?html?)\\?["']/.exec(scripts)?.[1];
  return file(own?.[1] ?? 'index', own?.[2] ?? written ?? 'html');
}

const numberNamed = (values: ReadonlyMap<string, string>, names: readonly string[]): number | null =>
  wholeNumber(names.map((name) => values.get(name)).find(Boolean));

/** `gotopage()` over files that are counted from one: `index.html`, `index_2.html`. */
function goToPage({ facts, at }: Turn): Called | null {
  if (!/goto?page/i.test(facts.scripts)) return null;
  const pages = numberNamed(scriptValues(facts.scripts), TOTALS);
  return pages === null ? null : { pages, current: at, address: ownFile(facts.url, facts.scripts), first: 1 };
}

/** `var currentPage = 0; var countPage = 13`, and links written together from them. */
function variables({ facts: { scripts, url } }: Turn): Called | null {
  if (!TOTALS.some((name) => scripts.includes(name))) return null;
  const values = scriptValues(scripts);
  const [pages, current] = [numberNamed(values, TOTALS), numberNamed(values, CURRENTS)];
  return pages === null || current === null ? null : { pages, current, address: ownFile(url, scripts), first: null };
}

const TEMPLATE = /[^"'\s]*(?:__?pageNumber__?|\{pageIndex\}|\{page\}|__page__)[^"'\s]*/i;
const PLACE = /__?pageNumber__?|\{pageIndex\}|\{page\}|__page__/i;

/** `Ls.pagination(…, {pageCount: 3, …})` holds how many pages there are, at times also how their addresses are made. */
function pagination({ facts, at: page }: Turn): Called | null {
  const at = facts.scripts.indexOf('Ls.pagination');
  if (at < 0) return null;
  const open = facts.scripts.indexOf('{', at);
  // A callback may stand before the settings.
  const settings = scriptValues(facts.scripts.slice(open < 0 ? at : open, at + 4_000));
  const pages = numberNamed(settings, ['pageCount', 'totalPage']);
  if (pages === null) return null;
  const template = TEMPLATE.exec(facts.scripts.slice(at, at + 4_000))?.[0];
  const address = template
    ? (number: number) => template.replace(PLACE, String(number))
    : (number: number) => withQuery(facts.url, { pageIndex: String(number) });
  return { pages, current: wholeNumber(queryOf(facts.url, 'pageIndex')) ?? page, address, first: 1 };
}

const SETTINGS = /\b(?:laypage(?:\.render)?|\w{0,40}pag(?:e|er|ination|inator))\s*\(\s*(?=\{)/gi;
const HREF = ['link', 'url', 'href', 'linkUrl', 'baseUrl'];

/** Any other pager that is called with its settings, where these say how an address is made. */
function settings({ facts, at }: Turn): Called | null {
  for (const { index, 0: call } of facts.scripts.matchAll(SETTINGS)) {
    const text = bracketed(facts.scripts, index + call.length)?.slice(0, 4_000) ?? '';
    const values = scriptValues(text);
    const pages = numberNamed(values, ['pageCount', 'totalPage', 'totalPages', 'pages']);
    const template = HREF.map((name) => values.get(name)).find((one) => one !== undefined && PLACE.test(one));
    if (pages === null || template === undefined) continue;
    return { pages, current: at, address: (number) => template.replace(PLACE, String(number)), first: 1 };
  }
  return null;
}

const SCRIPT_PAGERS: readonly ScriptPager[] = [
  { name: 'createPageHTML', read: createPageHtml },
  { name: 'Ls.pagination', read: pagination },
  { name: 'gotopage', read: goToPage },
  { name: 'variables', read: variables },
  { name: 'settings', read: settings },
];

/** Further pages as a script of the page would link them. `beyond`: also where it would link none, as its count is wrong. */
export function scriptWays(turn: Turn, beyond: boolean): Way[] {
  return SCRIPT_PAGERS.flatMap(({ name, read }) => {
    const called = read(turn);
    if (!called) return [];
    const { pages, current, address } = called;
    // Both count files from the current page on; they differ in whether the first page is 0 or 1.
    const first = called.first ?? (current === turn.at ? 1 : 0);
    if (current + 1 >= pages + first && !beyond) return [];
    const request = requestByGet(address(current + 1), turn.facts.base);
    return request && request.url !== turn.facts.url ? [{ dialect: name, request }] : [];
  }).slice(0, 2);
}
