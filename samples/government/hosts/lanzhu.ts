import { ERROR_PAGE } from '../attachment.ts';
import { type Column, type Entry, notice, reported, type Site, years } from '../column.ts';
import { generic } from '../families/generic.ts';
import { trs } from '../families/trs.ts';
import { lyingCharset } from '../faults.ts';
import { columnTags, footer, header, homePage, newsPages, page } from '../furniture.ts';
import { type Built, type Host, join } from '../host.ts';
import { html } from '../page.ts';

/** The city's own portal: its report, those of its departments and towns, and a summary of everybody's. */

const CITY: Site = { host: 'www.lanzhu.gov.cn', name: '兰渚市人民政府', code: '3399000001' };

const YEARBOOK = '/zfxxgk/zfxxgknb/';
/** Three columns and a summary under one roof. */
const TABS = `<div class="tabs"><a href="${YEARBOOK}">市政府年报</a> <a href="${YEARBOOK}bm/">市直部门年报</a> <a href="${YEARBOOK}xzjd/">乡镇街道年报</a> <a href="${YEARBOOK}hz2025/index.html">2025年度政府信息公开年报汇总</a> <a href="/zfxxgk/zn/">政府信息公开指南</a></div>`;

const column = (name: string, path: string, perPage: number, entries: Column['entries']): Column => ({
  site: CITY,
  name,
  path,
  perPage,
  entries,
  above: TABS,
});

const backslashes = (address: string): string => address.replaceAll('/', '\\');
const broken = (address: string): string => ` ${address.slice(0, 9)}\n\t${address.slice(9)}\n`;
const withSession = (address: string): string => `${address};jsessionid=8F3A0C5D77E14B1A9C2E6D40B5F1A2C3`;

const of = (department: string): string => `兰渚市${department}`;

function departments(changed: boolean): readonly Entry[] {
  const civil = reported(2006, of('民政局'), 2025, { title: '兰渚市民政局 2025 年政府信息公开工作年度报告' });
  return [
    reported(2001, of('教育局'), 2025, { title: '2025年兰渚市教育局政府信息公开工作年度报告' }),
    notice(2002, '【文稿解读】《兰渚市教育局2025年政府信息公开工作年度报告》解读'),
    reported(2003, of('公安局'), 2025, { attached: ['gonganju-2025.docx'] }),
    reported(2004, of('水利局'), 2025, { attached: ['shuiliju-2025.pdf'], tables: 'in a file' }),
    notice(2005, '兰渚市政府信息公开工作年度报告制度'),
    changed ? { ...civil, report: { agency: of('民政局'), year: 2025, revised: true } } : civil,
    reported(2007, of('司法局'), 2025, { title: '兰渚市司法局关于2025年政府信息公开工作的年度报告' }),
    reported(2008, of('自然资源局'), 2025, { href: backslashes }),
    reported(2009, of('交通运输局'), 2025, { href: broken, attached: [ERROR_PAGE] }),
    reported(2010, of('商务局'), 2025, { href: withSession }),
    reported(2011, of('卫生健康委员会'), 2025, { title: '兰渚市卫生健康委员会政府信息公开工作年度报告' }),
    reported(2012, of('应急管理局'), 2025, { fault: lyingCharset }),
    reported(2013, of('保密局'), 2025, { at: '/neibu/202601/t20260120_2013.html', lost: 'robots' }),
    notice(2014, '关于兰渚市2025年度政府信息公开考核结果的公示'),
  ];
}

const TOWNS = ['东亭镇人民政府', '西园镇人民政府', '南屏街道办事处', '北渚乡人民政府', '中流街道办事处'];

/** Links to the reports of everybody for 2025, wherever they stand: other hosts, twins, and a copy on a domain of others. */
function summaryPage(others: readonly Host[], own: Built): Built {
  const elsewhere = others.flatMap(({ names: [host], places }) =>
    places
      .filter(({ title, lost = 'robots' }) => title.includes('2025') && (lost === 'robots' || lost === 'challenge'))
      .map(({ path, title }) => [`http://${host}${path}`, title] as const),
  );
  const [government] = own.places;
  const twins = ['https://www.lanzhu.gov.cn', 'http://lanzhu.gov.cn', 'http://www.lanzhu-gov.com'].map(
    (origin) => [`${origin}${government?.path}`, government?.title ?? ''] as const,
  );
  const links = [...twins, ...elsewhere].map(([href, text]) => `<li><a href="${href}">${text}</a></li>`);
  const body = `${header(CITY, '2025年度汇总')}<h1>兰渚市2025年度政府信息公开年报汇总</h1><ul>${links.join('\n')}</ul>${footer(CITY)}`;
  const name = '2025年度政府信息公开年报汇总';
  return {
    pages: { [`${YEARBOOK}hz2025/index.html`]: html(page(name, columnTags({ site: CITY, name }), body)) },
    places: [],
  };
}

export function city(changed: boolean, others: readonly Host[]): Host {
  const own = trs(column('市政府年报', YEARBOOK, 4, years(1001, CITY.name, 2019, 2025)), { pager: 'four' });
  const again = reported(3001, CITY.name, 2025, {
    title: '2025年兰渚市人民政府政府信息公开年度报告',
    date: '2026-03-20',
  });
  const towns = TOWNS.map((town, index) => reported(4001 + index, `兰渚市${town}`, 2025));
  const built = join(
    own,
    trs(column('市直部门年报', `${YEARBOOK}bm/`, 6, departments(changed)), { pager: 'six', ending: 'shtml' }),
    trs(column('乡镇街道年报', `${YEARBOOK}xzjd/`, 3, towns), { pager: 'five', written: true }),
    generic({ ...column('政府信息公开年报专题', '/ztzl/2025nb/', 10, [again]), above: '' }),
    summaryPage(others, own),
    { pages: newsPages(CITY), places: [] },
    {
      pages: {
        '/': html(
          homePage(CITY, [
            [YEARBOOK, '政府信息公开年报'],
            ['/ztzl/2025nb/list.html', '2025年政府信息公开年度报告专题'],
            ['http://www.lanzhu-gov.com/', '友情链接'],
          ]),
        ),
      },
      places: [],
    },
  );
  return {
    ...built,
    names: [CITY.host, 'lanzhu.gov.cn'],
    address: '127.0.0.1',
    robots: { status: 200, disallow: ['/neibu/', '/search/', '/was40/'], crawlDelay: null },
    validators: 'both',
    missing: 'not found',
    family: 'trs',
    publisher: {
      id: 'lanzhu',
      name: CITY.name,
      region: '339900',
      level: 'prefecture',
      agencies: 16,
      columns: [YEARBOOK, '/ztzl/2025nb/list.html'],
      tellsFamily: true,
      corrections: [
        { path: '/ztzl/2024nb/', skip: true, because: 'an index of the year before, kept only as a picture' },
      ],
    },
    traps: [{ url: 'http://www.lanzhu-gov.com/', because: 'scope', ask: 'never' }],
  };
}
