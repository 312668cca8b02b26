import type { PageLink } from './page-facts.ts';
import { isAddress } from './script-text.ts';
import { scriptValues } from './script-values.ts';

/** Names under which data of scripts and interfaces gives an item's title, its address and its date. */
export const TITLES = [
  'realtitle',
  'title',
  'doctitle',
  'infotitle',
  'subject',
  'name',
  'text',
  'label',
  'fileName',
] as const;
export const ADDRESSES = [
  'url',
  'infourl',
  'post_url',
  'docpuburl',
  'href',
  'link',
  'linkUrl',
  'htmlUrl',
  'path',
] as const;
export const DATES = [
  ...[
    'publishedTimeStr',
    'date',
    'infodate',
    'pubDate',
    'publishTime',
    'display_publish_time',
    'created_at',
    'docDate',
  ],
] as const;

/** Objects of scripts that are looked at. */
const MOST_OBJECTS = 5_000;
const OBJECT = /\{[^{}]{10,1500}\}?/g;

export const itemLink = (href: string, text: string, date: string): PageLink => ({
  ...{ href, text, title: null, cells: null, heading: '', place: 'body', marks: '' },
  row: { text: date, links: 1 },
});

/** Menus, trees and lists that stand in a script as data: `{id: 3, name: '县政府部门', url: '/bm/'}`. */
export function scriptLinks(scripts: string): PageLink[] {
  const links: PageLink[] = [];
  if (!/["']?(?:url|href|link)\w*["']?\s*:/i.test(scripts)) return links;
  let seen = 0;
  for (const [object] of scripts.matchAll(OBJECT)) {
    seen += 1;
    if (seen > MOST_OBJECTS) break;
    if (!/[\u4e00-\u9fff]|\\u[4-9]/.test(object)) continue;
    const values = scriptValues(object);
    const first = (names: readonly string[]): string | undefined => names.map((name) => values.get(name)).find(Boolean);
    const [href, text] = [first(ADDRESSES), first(TITLES)];
    if (href !== undefined && text !== undefined && isAddress(href))
      links.push(itemLink(href, text, first(DATES) ?? ''));
  }
  return links;
}
