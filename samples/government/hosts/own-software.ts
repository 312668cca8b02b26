import { type Entry, notice, reported, type Site, years } from '../column.ts';
import { generic } from '../families/generic.ts';
import { scriptDrawn } from '../families/script-drawn.ts';
import { columnTags, footer, header, page } from '../furniture.ts';
import { type Built, type Host, join } from '../host.ts';
import { html } from '../page.ts';
import { column, county, siteOf } from './county.ts';

/** Two counties with software of their own: one of static pages, one whose list a script draws. */

/** A calendar whose pager always leads one month further, with nothing new on any page. */
function calendar(site: Site): Built {
  const path = '/zfxxgk/nb/rl.html';
  const months = (text: string): string => {
    const number = Number(text.slice(0, 4)) * 12 + Number(text.slice(4, 6));
    const next = Number.isFinite(number) ? number : 2025 * 12;
    return `${Math.floor(next / 12)}${String((next % 12) + 1).padStart(2, '0')}`;
  };
  return {
    pages: {
      [path]: ({ url }) => {
        const month = url.searchParams.get('month') ?? '202501';
        const name = '政府信息公开年报（按月）';
        return html(
          page(
            name,
            columnTags({ site, name }),
            `${header(site)}<h3>${month}</h3><ul></ul><div class="fy"><a href="${path}?month=${months(month)}">下一页</a></div>${footer(site)}`,
          ),
        );
      },
    },
    places: [],
  };
}

export function qunxian(): Host {
  const site = siteOf('qunxian', '群贤区', '339905');
  const root = '/zfxxgk/nb/';
  const ofYear = (year: number, entries: readonly Entry[]): Built =>
    generic({ ...column(site, `${root}n${year}n/`, 3, entries), name: `${year}年政府信息公开年报` });
  const streets = ['少长街道办事处', '咸集街道办事处', '茂林镇人民政府'];
  const newest = [
    reported(241, site.name, 2025),
    notice(242, '群贤区召开政府信息公开工作年度报告编制培训会'),
    ...streets.map((street, index) => reported(243 + index, `群贤区${street}`, 2025)),
    notice(247, '关于做好2025年政府信息公开工作年度报告编制的通知'),
  ];
  const scan = reported(232, '群贤区水务局', 2024, { attached: ['qunxian-swj-2024.png'], tables: 'in a file' });
  const built = join(
    ofYear(2025, newest),
    ofYear(2024, [reported(231, site.name, 2024), scan, reported(233, '群贤区民政局', 2024)]),
    ofYear(2023, [reported(221, site.name, 2023)]),
    calendar(site),
    {
      pages: {
        [`${root}index.html`]: html(
          page(
            '政府信息公开年报',
            columnTags({ site, name: '政府信息公开年报' }),
            `${header(site)}<div class="years">${[2025, 2024, 2023].map((year) => `<a href="${root}n${year}n/list.html">${year}年</a>`).join(' ')} <a href="${root}rl.html">年报日历</a></div>${footer(site)}`,
          ),
        ),
      },
      places: [],
    },
  );
  return county(site, built, {
    address: '127.0.0.10',
    family: 'generic',
    validators: 'none',
    entry: `${root}index.html`,
    columns: [],
    agencies: 6,
  });
}

export function youmu(): Host {
  const site = siteOf('youmu', '游目县', '339924');
  const entries = [...years(9001, site.name, 2023, 2025), reported(9010, '游目县信可镇人民政府', 2025)];
  const path = '/gk/nb/';
  const built = scriptDrawn(column(site, path, 10, entries));
  const entry = `${path}index.html`;
  return county(site, built, { address: '127.0.0.11', family: 'script', validators: 'none', entry, agencies: 2 });
}
