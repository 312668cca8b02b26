/** Names under which requests of portals carry the number of a page, the most telling first; compared in lower case, without `_`. */
const PAGE_NAMES = [
  ...['pageno', 'pageindex', 'pagenum', 'pagenumber', 'currentpage', 'currpage', 'curpage', 'pagecurrent', 'pagenow'],
  ...['nowpage', 'gopage', 'topage', 'page', 'pageid', 'pg', 'current', 'p', 'pn'],
] as const;

/** Names of the number of items on a page. */
const SIZE_NAMES: ReadonlySet<string> = new Set([
  ...['pagesize', 'size', 'perpage', 'rows', 'limit', 'pagerow', 'pagerows', 'pagelimit', 'numperpage', 'rowsperpage'],
]);

/** Names of a place in the list, and of the last record that is asked for with it. */
export const RECORD_NAMES: readonly { readonly start: string; readonly end: string | null }[] = [
  { start: 'startrecord', end: 'endrecord' },
  { start: 'startrow', end: 'endrow' },
  { start: 'startindex', end: 'endindex' },
  { start: 'offset', end: null },
  { start: 'start', end: 'end' },
  { start: 'skip', end: null },
];

export const plainName = (name: string): string => name.toLowerCase().replaceAll('_', '');

/** How telling a name is for the number of a page: 0 the most; -1 for none. */
export const pageRank = (name: string): number => (PAGE_NAMES as readonly string[]).indexOf(plainName(name));
export const isPageName = (name: string): boolean => pageRank(name) >= 0;
export const isSizeName = (name: string): boolean => SIZE_NAMES.has(plainName(name));
