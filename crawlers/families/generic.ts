import { scriptValues } from '../explore/script-values.ts';
import { getAsk } from './ask.ts';
import type { Family, ListPage } from './family.ts';

/** `gotopage()` over files that are counted from one: `index.html`, `index_2.html`. */
function next({ found, facts }: ListPage) {
  if (!/goto?page/i.test(facts.scripts)) return null;
  const values = scriptValues(facts.scripts);
  const pages = Number(
    ['totalPage', 'totalPages', 'pageCount', 'countPage'].map((name) => values.get(name)).find(Boolean),
  );
  const file = /\/([\w-]+?)(?:_\d+)?\.(s?html?)$/.exec(facts.url.replace(/[?#].*$/, ''));
  if (!Number.isInteger(pages) || found.page >= pages) return null;
  return getAsk(`${file?.[1] ?? 'index'}_${found.page + 1}.${file?.[2] ?? 'html'}`, facts.url);
}

/** Any other software: links judged by title, path and marks; the pager that the page prints. */
export const GENERIC: Family = { name: 'generic', address: null, marks: [], links: null, next };
