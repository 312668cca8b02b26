/** How a site makes its addresses. `number` is unique on the host, `trail` the slugs from the home page down. */
export interface Address {
  readonly name: string;
  readonly column: (trail: readonly string[], number: number) => string;
  readonly article: (column: string, number: number, date: string) => string;
  /** Page `n` of a column, 2 and on. */
  readonly page: (column: string, n: number) => string;
  /** The pages are what createPageHTML expects: `index_1.html` is the second. */
  readonly trs?: true;
}

export const month = (date: string): string => date.slice(0, 7).replace('-', '');
export const day = (date: string): string => date.replaceAll('-', '');
export const padded = (number: number, length: number): string => String(number).padStart(length, '0');
export const folder = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
export const stem = (path: string): string => path.replace(/\.\w+$/, '');

export function hex(number: number, length: number): string {
  let state = Math.imul(number + 1, 0x9e3779b1) >>> 0;
  let drawn = '';
  while (drawn.length < length) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    drawn += ((state >>> 20) & 15).toString(16);
  }
  return drawn;
}

export const ADDRESSES: readonly Address[] = [
  {
    name: 'folders',
    column: (trail) => `/${trail.join('/')}/`,
    article: (column, number, date) => `${column}${month(date)}/t${day(date)}_${number}.html`,
    page: (column, n) => `${column}index_${n - 1}.html`,
    trs: true,
  },
  {
    name: 'files in a folder',
    column: (trail) => `/${trail.join('/')}/list.html`,
    article: (column, number) => `${folder(column)}${1619593655540000000n + BigInt(number)}.html`,
    page: (column, n) => `${folder(column)}list-${n}.html`,
  },
  {
    name: 'siblings',
    column: (trail, number) => `/xxgk/${trail.at(-1)}-${number}.html`,
    article: (column, number) => `${stem(column)}-a${number}.html`,
    page: (column, n) => `${stem(column)}_${n}.html`,
  },
  {
    name: 'query',
    column: (trail, number) => `/zwgk/list?channel=${trail.at(-1)}${number}`,
    article: (_, number) => `/zwgk/show?id=${number}`,
    page: (column, n) => `${column}&page=${n}`,
  },
  {
    name: 'numeric codes',
    column: (trail, number) => `/${padded(trail.length, 3)}${padded(number, 3)}/govInfoPub.html`,
    article: (column, number, date) => `${folder(column)}${day(date)}/${hex(number, 8)}-${hex(number + 7, 12)}.html`,
    page: (column, n) => `${folder(column)}${n}.html`,
  },
  {
    name: 'no extension',
    column: (trail) => `/${trail.join('/')}`,
    article: (column, number) => `${column}/${number}`,
    page: (column, n) => `${column}/p${n}`,
  },
  {
    name: 'aspx',
    column: (_, number) => `/nb.aspx?cid=1019&pid=${900 + number}`,
    article: (_, number) => `/InfoPublic.aspx?id=${number}`,
    page: (column, n) => `${column}&page=${n}`,
  },
  {
    name: 'elsewhere',
    column: (_, number) => `/c${112200 + number}/list.shtml`,
    article: (_, number, date) =>
      `/${day(date).slice(0, 4)}/${Number(date.slice(5, 7))}/${Number(date.slice(8))}/${hex(number, 32)}.shtml`,
    page: (column, n) => `${folder(column)}list_${n}.shtml`,
  },
  {
    name: 'columns by number',
    column: (_, number) => `/col/col${1200 + number}/index.html`,
    article: (column, number, date) =>
      `/art/${Number(date.slice(0, 4))}/${Number(date.slice(5, 7))}/${Number(date.slice(8))}/art_${/\d+/.exec(column)?.[0] ?? 0}_${number}.html`,
    page: (column, n) => `${column}?pageNum=${n}`,
  },
];
