import { callArguments, scriptValues } from '../explore/script-values.ts';
import { getAsk } from './ask.ts';
import type { Family, ListPage } from './family.ts';

interface Pager {
  readonly pages: number;
  readonly current: number;
  readonly stem: string;
  readonly extension: string;
}

const EXTENSION = /^\.?(?:s?html?|jhtml|jsp)$/;
const STEM = /^[\w-]{1,80}$/;

/**
 * `createPageHTML(pages, current, "index", "html")` in all its dialects: records or an element's name before the pages, a class
 * or the records behind. What stands still is the order pages, current, stem, extension.
 */
function calledPager(scripts: string): Pager | null {
  const list = callArguments(scripts, 'createPageHTML');
  if (!list) return null;
  const at = list.findIndex((argument, index) => index >= 3 && EXTENSION.test(argument));
  const [pages, current] = [Number(list[at - 3]), Number(list[at - 2])];
  const stem = list[at - 1] ?? '';
  if (at < 0 || !Number.isInteger(pages) || !Number.isInteger(current) || !STEM.test(stem)) return null;
  return { pages, current, stem, extension: (list[at] ?? '').replace('.', '') };
}

const TOTALS = ['countPage', 'totalPage', 'totalPages', 'pageCount'];
const CURRENTS = ['currentPage', 'curPage', 'nowPage', 'pageIndex'];

/** `var currentPage = 0; var countPage = 13`, and links written together from them. */
function variablePager(scripts: string, url: string): Pager | null {
  if (!TOTALS.some((name) => scripts.includes(name))) return null;
  const values = scriptValues(scripts);
  const numberOf = (names: readonly string[]): number =>
    Number(names.map((name) => values.get(name)).find(Boolean) ?? 'x');
  const [pages, current] = [numberOf(TOTALS), numberOf(CURRENTS)];
  if (!Number.isInteger(pages) || !Number.isInteger(current)) return null;
  const file = /\/([\w-]+?)(?:_\d+)?\.(s?html?)$/.exec(url.replace(/[?#].*$/, ''));
  const written = /["'\\]\.?(s?html?)\\?["']/.exec(scripts)?.[1];
  return { pages, current, stem: file?.[1] ?? 'index', extension: file?.[2] ?? written ?? 'html' };
}

function next({ found, facts }: ListPage) {
  const pager = calledPager(facts.scripts) ?? variablePager(facts.scripts, facts.url);
  if (!pager) return null;
  const { pages, current, stem, extension } = pager;
  // Both count files from the current page on; they differ in whether the first page is 0 or 1.
  const countsFromOne = current === found.page;
  return current + 1 < pages + (countsFromOne ? 1 : 0)
    ? getAsk(`${stem}_${current + 1}.${extension}`, facts.url)
    : null;
}

/** 拓尔思 TRS WCM: static lists, a pager drawn by script. */
export const TRS: Family = {
  name: 'trs',
  address: null,
  marks: ['createPageHTML(', 'countPage', 'TRS_Editor', 'TRS_UEDITOR', 'trs_editor_view'],
  links: /\/t\d{8}_\d+\.s?html?$/,
  next,
};
