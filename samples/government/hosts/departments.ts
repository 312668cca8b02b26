import { type Column, notice, reported, type Site, years } from '../column.ts';
import { hanweb } from '../families/hanweb.ts';
import { jpaas } from '../families/jpaas.ts';
import { trs } from '../families/trs.ts';
import { honestGbk } from '../faults.ts';
import { columnTags, footer, header, homePage, newsPages, page } from '../furniture.ts';
import { type Host, join, OPEN } from '../host.ts';
import { html } from '../page.ts';

/** Departments of the city with sites of their own: two on one server, and the platform of all the others. */

const column = (site: Site, name: string, path: string, perPage: number, entries: Column['entries']): Column => ({
  site,
  name,
  path,
  perPage,
  entries,
});

const of = (department: string): string => `兰渚市${department}`;

/** On one server with the audit office: what is asked of the one is felt by the other. */
export function finance(): Host {
  const site: Site = { host: 'czj.lanzhu.gov.cn', name: '兰渚市财政局', code: '3399000012' };
  const entries = [
    notice(110, '图解：兰渚市财政局2025年政府信息公开工作年度报告'),
    reported(111, site.name, 2025, { attached: ['caizhengju-2025.xlsx'] }),
    ...years(112, site.name, 2020, 2024),
  ];
  const list = column(site, '政府信息公开年报', '/col/col1229/', 2, entries);
  return {
    ...join(hanweb(list, { column: 1229, unit: 6488, webId: 31, group: 3 }), {
      pages: { '/': html(homePage(site, [['/col/col1229/index.html', '政府信息公开年报']])), ...newsPages(site) },
      places: [],
    }),
    names: [site.host],
    address: '127.0.0.2',
    robots: OPEN,
    validators: 'none',
    missing: 'not found',
    family: 'hanweb',
    publisher: {
      id: 'lanzhu-czj',
      name: site.name,
      region: '339900',
      level: 'prefecture',
      agencies: 1,
      columns: ['/col/col1229/index.html'],
      tellsFamily: true,
    },
    traps: [],
  };
}

export function auditOffice(): Host {
  const site: Site = { host: 'sjj.lanzhu.gov.cn', name: '兰渚市审计局', code: '3399000018' };
  const list = column(site, '信息公开年报', '/xxgk/ndbg/', 10, years(501, site.name, 2023, 2025));
  return {
    ...join(trs(list, { pager: 'variables', encode: honestGbk }), {
      pages: { '/': honestGbk(homePage(site, [['/xxgk/ndbg/', '信息公开年报']])), ...newsPages(site) },
      places: [],
    }),
    names: [site.host],
    address: '127.0.0.2',
    robots: { status: 200, disallow: ['/search/'], crawlDelay: 1 },
    validators: 'none',
    missing: 'not found',
    family: 'trs',
    publisher: { id: 'lanzhu-sjj', name: site.name, region: '339900', level: 'prefecture', agencies: 1, columns: [] },
    traps: [],
  };
}

const PLATFORM_YEAR = ['教育局', '公安局', '水利局', '民政局', '司法局', '体育局', '统计局'];

export function platform(): Host {
  const site: Site = { host: 'xxgk.lanzhu.gov.cn', name: '兰渚市政府信息公开平台', code: '3399000030' };
  const entries = PLATFORM_YEAR.map((department, index) => reported(700 + index, of(department), 2024));
  const shell = { site, name: '政府信息公开年报', path: '/col/18072_668815/', perPage: 3, entries: [] };
  const list = column(site, '政府信息公开年报', '/col/18073_668815/', 3, entries);
  return {
    ...join(jpaas(list, { webId: '8a2f0e11', pageId: '18073', tplSetId: 'c5b1d2' }), {
      pages: {
        '/': html(
          homePage(site, [
            ['/col/18072_668815/index.html', '信息公开年报'],
            ['/col/18073_668815/index.html', '政府信息公开年报'],
          ]),
        ),
        // An empty column beside the real one.
        '/col/18072_668815/index.html': html(page(shell.name, columnTags(shell), header(site) + footer(site))),
        ...newsPages(site),
      },
      places: [],
    }),
    names: [site.host],
    address: '127.0.0.3',
    robots: { status: 404, disallow: [], crawlDelay: null },
    validators: 'none',
    missing: 'not found',
    family: 'jpaas',
    publisher: {
      id: 'lanzhu-xxgk',
      name: site.name,
      region: '339900',
      level: 'prefecture',
      agencies: PLATFORM_YEAR.length,
      columns: ['/col/18072_668815/index.html', '/col/18073_668815/index.html'],
    },
    traps: [],
  };
}
