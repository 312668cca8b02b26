import { type Column, type Entry, reported, type Site } from '../column.ts';
import { trs } from '../families/trs.ts';
import { challenge, slider } from '../faults.ts';
import { homePage, newsPages } from '../furniture.ts';
import { type Host, join, OPEN, type Publisher, type Robots, type TrapKind } from '../host.ts';
import { html, type Page, type Pages } from '../page.ts';

/** Sites that keep a crawler out, each in its way, and a copy of the city's pages on a domain that is nobody's. */

const COLUMN = '/zwgk/zfxxgknb/';

interface Closed {
  readonly host: string;
  readonly place: string;
  readonly code: string;
  readonly address: string;
  readonly robots?: Robots;
  readonly because: TrapKind;
  /** What becomes of the pages. */
  readonly change?: (pages: Pages) => Pages;
  readonly publisher?: null;
}

const everyPage =
  (answer: Page) =>
  (pages: Pages): Pages =>
    Object.fromEntries(Object.keys(pages).map((path) => [path, answer]));

/** Only the column is guarded: the home page still answers. */
const columnOnly =
  (answer: Page) =>
  (pages: Pages): Pages =>
    Object.fromEntries(Object.entries(pages).map(([path, was]) => [path, path.startsWith(COLUMN) ? answer : was]));

const CLOSED: readonly Closed[] = [
  {
    host: 'www.yonghuai.gov.cn',
    place: '咏怀县',
    code: '339926',
    address: '127.0.0.14',
    because: 'challenge',
    change: everyPage(challenge()),
  },
  {
    host: 'www.muchun.gov.cn',
    place: '暮春县',
    code: '339927',
    address: '127.0.0.15',
    because: 'challenge',
    change: columnOnly(slider()),
  },
  {
    host: 'www.yingdai.gov.cn',
    place: '映带区',
    code: '339907',
    address: '127.0.0.16',
    robots: { status: 503, disallow: [], crawlDelay: null },
    because: 'robots',
  },
  {
    host: 'www.junling.gov.cn',
    place: '峻岭县',
    code: '339928',
    address: '127.0.0.17',
    robots: { status: 200, disallow: ['/'], crawlDelay: null },
    because: 'robots',
  },
  {
    host: 'www.lanzhu-gov.com',
    place: '兰渚市',
    code: '339900',
    address: '127.0.0.18',
    because: 'scope',
    publisher: null,
  },
];

function build({ host, place, code, address, robots = OPEN, because, change, publisher }: Closed): Host {
  const site: Site = { host, name: `${place}人民政府`, code: `${code}0003` };
  const entries: Entry[] = [
    reported(71, site.name, 2025, { lost: because }),
    reported(72, site.name, 2024, { lost: because }),
  ];
  const column: Column = { site, name: '政府信息公开年报', path: COLUMN, perPage: 10, entries };
  const built = join(trs(column, { pager: 'none' }), {
    pages: { '/': html(homePage(site, [[COLUMN, '政府信息公开年报']])), ...newsPages(site) },
    places: [],
  });
  const declared: Publisher = {
    id: host.split('.')[1] ?? host,
    name: site.name,
    region: code,
    level: 'county',
    agencies: 1,
    columns: [COLUMN],
  };
  return {
    pages: change?.(built.pages) ?? built.pages,
    places: built.places,
    names: [host],
    address,
    robots,
    validators: 'none',
    missing: 'not found',
    family: 'trs',
    publisher: publisher === null ? null : declared,
    traps: [],
  };
}

export const closed = (): readonly Host[] => CLOSED.map(build);
