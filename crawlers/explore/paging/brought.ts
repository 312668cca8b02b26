import { sha256Of } from '../../../src/model/bytes/digest.ts';
import type { DiscoveredLink } from '../../../src/model/crawl/entry.ts';
import type { ListPage } from '../../families/family.ts';
import { normaliseUrl } from '../../normalise-url.ts';
import { isFurniture } from '../furniture.ts';
import type { PageLink } from '../page-facts.ts';
import { OF_REPORTS } from '../score-link.ts';
import { isArticle, isFile, isHome } from '../url-shape.ts';

/** What a page of a list brought. */
export interface Brought {
  readonly items: number;
  readonly reports: number;
  /** Tells pages with the same items; empty where there is none. */
  readonly digest: string;
}

const isTitled = ({ text }: PageLink): boolean => /[\u4e00-\u9fff]{2}/.test(text);

/** A report, or what a list of reports calls by its body alone. */
const isPromising = ({ kind, words, score, url }: DiscoveredLink): boolean =>
  kind === 'report' || (words === 'body' && (score ?? 0) >= OF_REPORTS && !isHome(url));

/** The articles and files that a page lists, and the reports among them, whatever stands around them. */
export function whatCame({ found, facts }: ListPage, links: readonly DiscoveredLink[]): Brought {
  const reports = links.filter(isPromising).map(({ url }) => url);
  const items = new Set(reports);
  // What an interface gives are items, whatever their addresses look like.
  const isGiven = (link: PageLink): boolean => facts.json !== null && isTitled(link);
  for (const link of facts.links) {
    const url = link.place === 'frame' ? null : normaliseUrl(link.href, facts.base);
    if (url === null || !(isArticle(url) || isFile(url) || isGiven(link))) continue;
    if (found.furniture === null || !isFurniture(found.furniture, url)) items.add(url);
  }
  const given = facts.datastore?.records ?? (facts.json === null ? 0 : facts.links.filter(isTitled).length);
  const digest = items.size === 0 ? '' : sha256Of([...items].sort().join('\n')).slice(0, 16);
  return { items: Math.max(items.size, given), reports: reports.length, digest };
}
