import type { Column, Entry, Site } from '../column.ts';
import { homePage, newsPages } from '../furniture.ts';
import { type Built, type Host, join, OPEN, type Publisher } from '../host.ts';
import { html } from '../page.ts';

/** What the hosts of counties and districts have in common. */

type Own = Pick<Host, 'family' | 'validators'> &
  Partial<Pick<Host, 'robots' | 'missing' | 'traps'>> & {
    readonly address: string;
    readonly entry: string;
    readonly agencies: number;
  } & Partial<Pick<Publisher, 'columns' | 'tellsFamily'>>;

export const siteOf = (id: string, place: string, code: string): Site => ({
  host: `www.${id}.gov.cn`,
  name: `${place}人民政府`,
  code: `${code}0003`,
});

/** A county's host: its home page leads to the entry page of the column, which is declared unless said otherwise. */
export function county(site: Site, built: Built, own: Own): Host {
  const { entry, agencies, columns = [entry], tellsFamily, ...rest } = own;
  return {
    robots: OPEN,
    missing: 'not found',
    traps: [],
    ...rest,
    ...join(built, {
      pages: { '/': html(homePage(site, [[entry, '政府信息公开年报']])), ...newsPages(site) },
      places: [],
    }),
    names: [site.host],
    publisher: {
      id: site.host.split('.')[1] ?? site.host,
      name: site.name,
      region: site.code.slice(0, 6),
      level: 'county',
      agencies,
      columns,
      ...(tellsFamily ? { tellsFamily } : {}),
    },
  };
}

export const column = (site: Site, path: string, perPage: number, entries: readonly Entry[]): Column => ({
  site,
  name: '政府信息公开年报',
  path,
  perPage,
  entries,
});
