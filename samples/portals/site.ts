import type { Rng } from '../generator/rng.ts';
import type { Address } from './addresses.ts';
import type { Place } from './bodies.ts';
import type { Drawn } from './dimensions.ts';
import type { Ask } from './graph.ts';
import type { Link, PageParts, Template, Words } from './half.ts';
import type { Report } from './report.ts';

/** A host as it is drawn, before its pages are made. */
export interface HostPlan {
  readonly host: string;
  /** `127.0.0.3` */
  readonly address: string;
  readonly place: Place;
  /** `青岚县人民政府`, `青岚县财政局` */
  readonly owner: string;
  readonly code: string;
  readonly drawn: Drawn;
  readonly words: Words;
  readonly template: Template;
  readonly addresses: Address;
  readonly perPage: number;
  readonly reports: readonly Report[];
  /** Other sites that this one leads to. */
  readonly sites: readonly { readonly host: string; readonly name: string }[];
  /** The site that has this one's older reports. */
  readonly olderSite: string | null;
  /** How the declarations speak of it; null: they do not. */
  readonly declared: { readonly region: string | null; readonly https: boolean } | null;
  readonly rng: Rng;
}

/** What every page of the site has in common. */
export interface Furniture {
  readonly menu: readonly Link[];
  readonly footer: readonly Link[];
}

/** Where a page stands: its ancestors with their addresses, and what it is called. */
export interface Stand {
  readonly path: string;
  readonly title: string;
  readonly above: readonly { readonly path: string; readonly title: string }[];
  readonly type: string | null;
  readonly side?: string;
  readonly tags?: string;
}

export const askOf =
  ({ host }: HostPlan) =>
  (path: string, more: Partial<Ask> = {}): Ask => ({ host, path: path.replace(/#.*/, ''), ...more });

const folder = (path: string): string => path.slice(0, path.replace(/\?.*/, '').lastIndexOf('/') + 1);

/** The address of `to` as a page at `from` writes it. */
export function hrefOf({ drawn, host }: HostPlan, from: string, to: string): string {
  if (drawn.links === 'whole') return `http://${host}${to}`;
  const base = folder(from);
  const below = to.startsWith(base) && to !== base;
  return drawn.links === 'relative' && below && base !== '/' ? `./${to.slice(base.length)}` : to;
}

export const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;

export const siteNameOf = ({ owner, words }: HostPlan): string => `${owner}${words.siteSuffix}`;

/** Some sites say one type for all columns, some none. */
function columnTags({ drawn }: HostPlan, title: string, type: string): string[] {
  const name = meta('ColumnName', title);
  if (drawn.columnType === 'absent') return [name];
  return [name, meta('ColumnType', drawn.columnType === 'wrong' ? '政府信息公开目录' : type)];
}

/** The tags of 国办发〔2017〕47号, as far as the site has them. */
function tagsOf(plan: HostPlan, { title, type, tags = '' }: Stand): string {
  if (plan.drawn.tags === 'none') return '';
  const code = plan.drawn.tags === 'all' ? meta('SiteIDCode', plan.code) : '';
  const column = type ? columnTags(plan, title, type) : [];
  return [meta('SiteName', siteNameOf(plan)), meta('SiteDomain', plan.host), code, ...column, tags]
    .filter(Boolean)
    .join('\n');
}

/** A page with everything around its contents. */
export function wrap(plan: HostPlan, furniture: Furniture, stand: Stand, content: string): string {
  const { drawn, words, template } = plan;
  const crumbs: PageParts['breadcrumb'] =
    drawn.breadcrumb === 'none' || stand.path === '/'
      ? []
      : [{ path: '/', title: words.home }, ...stand.above].map(({ path, title }) => ({
          href: drawn.breadcrumb === 'linked' ? path : null,
          text: title,
        }));
  return template.page({
    title: stand.path === '/' ? siteNameOf(plan) : `${stand.title}-${siteNameOf(plan)}`,
    siteName: siteNameOf(plan),
    tags: tagsOf(plan, stand),
    menu: furniture.menu,
    breadcrumb: crumbs.length > 0 ? ([...crumbs, { href: null, text: stand.title }] as PageParts['breadcrumb']) : [],
    position: words.position,
    side: stand.side ?? '',
    content,
    footer: furniture.footer,
    code: drawn.tags === 'none' ? null : plan.code,
  });
}
