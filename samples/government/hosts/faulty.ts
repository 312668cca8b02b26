import { type Column, type Entry, notice, reported, type Site, years } from '../column.ts';
import { trs } from '../families/trs.ts';
import {
  bomb,
  busyAtFirst,
  cutGzipAtFirst,
  downAtFirst,
  huge,
  leadsTo,
  truncatedAtFirst,
  wantsCookie,
} from '../faults.ts';
import { columnTags, footer, header, homePage, newsPages, page } from '../furniture.ts';
import { type Built, type Host, join, OPEN, type TrapKind } from '../host.ts';
import { html, type Page } from '../page.ts';

/** Two sites on which much goes wrong: one that says "not found" with status 200, one that gives its home page for anything. */

const COLUMN = '/zwgk/nb/';

const column = (site: Site, perPage: number, entries: readonly Entry[]): Column => ({
  site,
  name: '政府信息公开年报',
  path: COLUMN,
  perPage,
  entries,
});

const home = (site: Site): Built => ({
  pages: { '/': html(homePage(site, [[COLUMN, '政府信息公开年报']])), ...newsPages(site) },
  places: [],
});

/** A report that can't be had, for what its page does. */
const lost = (id: number, agency: string, year: number, because: TrapKind, fault: (page: Page) => Page): Entry =>
  reported(id, agency, year, { lost: because, fault });

/** A further page that belongs to another column: the report of the government above, reprinted there. */
function leak(site: Site): Built {
  const reprint = {
    ...column(site, 10, [notice(8801, '兰渚市人民政府2025年政府信息公开工作年度报告')]),
    path: '/zwgk/zcwj/',
  };
  const other = trs(reprint, { pager: 'none' });
  const [place] = other.places;
  const list = page(
    '政策文件',
    columnTags({ site, name: '政策文件' }),
    `${header(site)}<ul class="list"><li><a href="${place?.path}">${place?.title}</a><span>2026-02-05</span></li></ul>${footer(site)}`,
  );
  return join(other, { pages: { [`${COLUMN}index_3.html`]: html(list) }, places: [] });
}

export function chenghuai(): Host {
  const site: Site = { host: 'www.chenghuai.gov.cn', name: '骋怀县人民政府', code: '3399250003' };
  const [newest, ...older] = years(801, site.name, 2020, 2025);
  const faults = [busyAtFirst(1), downAtFirst, truncatedAtFirst, cutGzipAtFirst];
  const entries = [
    ...(newest ? [{ ...newest, fault: wantsCookie }] : []),
    ...older.map((entry, index) => ({ ...entry, fault: faults[index] ?? entry.fault })),
    lost(811, '骋怀县民政局', 2025, 'soft 404', (answer) => answer),
    lost(812, '骋怀县财政局', 2025, 'redirect loop', leadsTo(`${COLUMN}loop/a.html`)),
    lost(813, '骋怀县水利局', 2025, 'redirect out of scope', leadsTo('http://10.20.30.40/zwgk/nb/1.html')),
    lost(814, '骋怀县教育局', 2025, 'redirect out of scope', leadsTo('http://www.lanzhu-gov.com/zwgk/nb/1.html')),
    lost(815, '骋怀县统计局', 2025, 'too large', bomb),
    lost(816, '骋怀县交通运输局', 2025, 'too large', huge),
  ];
  const built = trs(column(site, 4, entries), { pager: 'four', overcount: 1 });
  const gone = built.places.find(({ lost }) => lost === 'soft 404')?.path ?? '';
  const { [gone]: _, ...pages } = built.pages;
  const loop = (to: string): Page => leadsTo(`${COLUMN}loop/${to}.html`)(html(''));
  return {
    ...join({ ...built, pages }, leak(site), home(site), {
      pages: { [`${COLUMN}loop/a.html`]: loop('b'), [`${COLUMN}loop/b.html`]: loop('a') },
      places: [],
    }),
    names: [site.host],
    address: '127.0.0.12',
    robots: OPEN,
    validators: 'etag',
    missing: 'soft 404',
    family: 'trs',
    publisher: { id: 'chenghuai', name: site.name, region: '339925', level: 'county', agencies: 7, columns: [COLUMN] },
    traps: [
      { url: 'http://10.20.30.40/zwgk/nb/1.html', because: 'private', ask: 'never' },
      { url: 'http://www.lanzhu-gov.com/zwgk/nb/1.html', because: 'scope', ask: 'never' },
    ],
  };
}

export function xiuxi(): Host {
  const site: Site = { host: 'www.xiuxi.gov.cn', name: '修禊区人民政府', code: '3399060003' };
  const dead = lost(911, '修禊区司法局', 2025, 'home page', (answer) => answer);
  const built = trs(column(site, 10, [...years(901, site.name, 2023, 2025), dead]), { pager: 'four', overcount: 2 });
  const gone = built.places.find(({ lost }) => lost === 'home page')?.path ?? '';
  const { [gone]: _, ...pages } = built.pages;
  const first = pages[`${COLUMN}index.html`] ?? html('');
  return {
    // The pager counts three pages; each of them is the first again.
    ...join(
      { ...built, pages: { ...pages, [`${COLUMN}index_1.html`]: first, [`${COLUMN}index_2.html`]: first } },
      home(site),
    ),
    names: [site.host],
    address: '127.0.0.13',
    // No robots.txt: that, too, gives the home page.
    robots: { status: 200, disallow: [], crawlDelay: null },
    validators: 'none',
    missing: 'home page',
    family: 'trs',
    publisher: { id: 'xiuxi', name: site.name, region: '339906', level: 'county', agencies: 1, columns: [COLUMN] },
    traps: [],
  };
}
