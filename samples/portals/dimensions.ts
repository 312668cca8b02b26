import type { Rng } from '../generator/rng.ts';

const often = <const T extends string>(value: T, times: number): readonly T[] => Array<T>(times).fill(value);

/** Everything that is drawn for a host, each by itself. A value that a host has no use for is changed by `reconcile`. */
export const DIMENSIONS = {
  /** How many pages lie between the home page and the column. */
  leads: ['none', 'one', 'two'],
  /** How the reports of the column are grouped, outermost first; `table` is one page of bodies by years. */
  order: [
    ...often('one list', 4),
    ...often('year', 3),
    ...often('kind', 3),
    'body',
    'kind > body',
    'kind > year',
    'year > kind',
    'body > year',
    'year > body',
    'table',
  ],
  /** How a page leads to its columns. */
  hub: ['links', 'tabs', 'tree', 'select', 'buttons', 'areas', 'script', 'branches'],
  /** How the home page leads on. */
  door: ['links', 'menu', 'select', 'script'],
  /** Where older reports are. */
  archive: [...often('none', 5), ...often('column', 2), 'older site'],
  /** A second column with some of the reports. */
  copies: [...often('none', 6), 'same addresses', 'other addresses'],
  breadcrumb: ['none', 'plain', 'linked'],
  side: ['none', 'tabs', 'tree'],
  footer: ['plain', 'links'],
  /** How links are written. */
  links: ['rooted', 'relative', 'whole'],
  transport: [...often('static', 4), 'writeln', 'iframe', 'json', 'html in json', 'jsonp', 'post', 'cdata', 'browser'],
  /** One page for all lists, told apart by what stands behind the #. */
  fragment: ['no', 'no', 'yes'],
  /** How pages follow one another where the server prints them. */
  pager: ['none', 'next', 'numbers', 'createPageHTML', 'more', 'form', 'posted form', 'select'],
  /** What is wrong with the paging. */
  paging: ['right', 'capped', 'empty above', 'short', 'ignored', 'stale total', 'endless', 'page 1 again', 'neighbour'],
  /** Where columns stand that are none of reports. */
  decoys: ['none', 'home', 'menu', 'hub', 'list'],
  /** What is unusual about titles and the words of links. */
  title: [
    'plain',
    'body twice',
    'no year',
    'chinese numerals',
    'cut',
    'site behind',
    'work summary',
    'bare body',
    'view',
  ],
  naming: ['full', 'short', 'mixed'],
  article: [...often('whole', 12), 'several pages', 'frame', 'attachment', 'viewer', 'script viewer'],
  /** 国办发〔2017〕47号: the site's tags, and the type of a column. */
  tags: ['all', 'no code', 'none'],
  columnType: ['right', 'absent', 'wrong'],
  /** What the server sends to be asked with again. */
  validators: [...often('both', 3), 'etag', 'modified', 'none'],
  /** How other sites of the government are linked. */
  sites: ['home links', 'home select', 'hub page'],
  fault: [
    ...often('healthy', 24),
    ...often('robots late', 2),
    ...often('down a while', 2),
    ...often('cookie', 2),
    ...often('http only', 2),
    ...often('busy', 2),
    'robots down',
    'challenge',
    'slider',
    'parked',
  ],
} as const;

type Dimension = keyof typeof DIMENSIONS;
export type Drawn = { readonly [D in Dimension]: (typeof DIMENSIONS)[D][number] };

/** What only makes sense where data is asked for by size and number. */
const FOR_DATA: readonly Drawn['paging'][] = ['capped', 'empty above', 'short', 'ignored'];
export const PRINTED: readonly Drawn['transport'][] = ['static', 'writeln', 'iframe'];
const FOR_FRAGMENT: readonly Drawn['transport'][] = ['json', 'html in json', 'post'];

/** Pagers as the software prints them: `trs` is that whose script is createPageHTML. */
function pagerOf({ transport, pager }: Drawn, trs: boolean): Drawn['pager'] {
  if (!PRINTED.includes(transport)) return 'none';
  if (trs && ['numbers', 'next', 'select'].includes(pager)) return 'createPageHTML';
  if ((pager === 'createPageHTML' && !trs) || (pager === 'more' && transport !== 'static')) return 'numbers';
  return pager;
}

/** Orders that have no list: the pages that group lead to the reports themselves. */
const LISTLESS: readonly Drawn['order'][] = ['table', 'body > year', 'year > body'];
const hasLists = ({ order, archive, copies }: Drawn): boolean =>
  !LISTLESS.includes(order) || archive === 'column' || copies !== 'none';

/** Values that contradict others, put right. */
function reconcile(drawn: Drawn, trs: boolean): Drawn {
  if (!hasLists(drawn)) return { ...drawn, transport: 'static', fragment: 'no', pager: 'none', paging: 'right' };
  const pager = pagerOf(drawn, trs);
  const senseless = PRINTED.includes(drawn.transport) && (pager === 'none' || FOR_DATA.includes(drawn.paging));
  return {
    ...drawn,
    // What a frame shows would lie beside the frame.
    links: drawn.transport === 'iframe' && drawn.links === 'relative' ? 'rooted' : drawn.links,
    pager,
    paging: senseless ? 'right' : drawn.paging,
    fragment: FOR_FRAGMENT.includes(drawn.transport) ? drawn.fragment : 'no',
  };
}

export function drawDimensions(rng: Rng, trs: boolean, fixed: Partial<Drawn> = {}): Drawn {
  const drawn = Object.fromEntries(
    Object.entries(DIMENSIONS).map(([name, values]) => [name, rng.fork(name).pick<string>(values)]),
  );
  return reconcile({ ...(drawn as Drawn), ...fixed }, trs);
}

/** What is drawn once for a government. */
export const GOVERNMENT_DIMENSIONS = {
  shape: ['one site', 'one site', 'county with sites', 'city with counties', 'city with counties and sites'],
  /** Names that two counties have in common. */
  shared: ['departments', 'departments and towns', 'few'],
  /** How the declarations speak of the sites of departments. */
  sites: ['declared', 'listed', 'undeclared'],
  region: ['declared', 'absent', 'wrong', 'mixed'],
} as const;

export type GovernmentDrawn = {
  readonly [D in keyof typeof GOVERNMENT_DIMENSIONS]: (typeof GOVERNMENT_DIMENSIONS)[D][number];
};
