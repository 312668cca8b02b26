import { type DiscoveredLink, getRequest } from '../../src/model/crawl/entry.ts';
import { findDate } from '../../src/model/text/dates.ts';
import { normaliseUrl } from '../normalise-url.ts';
import { ANYWHERE } from './column-scope.ts';
import { type Furniture, isFurniture } from './furniture.ts';
import { makeDiscoveredLink } from './make-link.ts';
import { nameLink, reportTitle } from './name-link.ts';
import type { PageContext } from './page-context.ts';
import type { LinkRow, PageFacts, PageLink } from './page-facts.ts';
import { isReport, OF_REPORTS, scoreLink } from './score-link.ts';
import { WORDS_OF_REPORTS } from './vocabulary.ts';

/** What the links of a page are to the crawl, each place once, in the order of the page. */
export interface PageLinks {
  readonly links: readonly DiscoveredLink[];
  /** The addresses among them that the page shares with the host's first page. */
  readonly shared: ReadonlySet<string>;
  /** Titles of reports that name no year. */
  readonly withoutYear: readonly string[];
}

/** The date printed in the line of a link, as long as no other link stands in that line. */
function dateBeside(row: LinkRow | null): string | null {
  if (row === null || row.links !== 1) return null;
  return /\d/.test(row.text) || row.text.includes('年') ? findDate(row.text) : null;
}

/** Judges all links of a page. `furniture` is what is known of the host's first page; null on that page itself. */
export function discoverLinks(facts: PageFacts, context: PageContext, furniture: Furniture | null): PageLinks {
  const links = new Map<string, DiscoveredLink>();
  const shared = new Set<string>();
  const withoutYear: string[] = [];
  for (const link of facts.links) {
    const url = normaliseUrl(link.href, facts.base);
    if (url === null || url === context.url) continue;
    const isShared = furniture !== null && isFurniture(furniture, url);
    const discovered = linkOf(link, url, context, isShared, furniture === null);
    const known = links.get(url);
    if (!discovered || (known && rankOf(known) >= rankOf(discovered))) continue;
    links.set(url, discovered);
    if (isShared) shared.add(url);
    if (
      discovered.kind === 'report' &&
      discovered.words === 'report' &&
      discovered.year === null &&
      discovered.title !== null
    )
      withoutYear.push(discovered.title);
  }
  return { links: [...links.values()], shared, withoutYear };
}

/** A place that is linked twice is what the fuller words say. */
const rankOf = ({ kind, score, agency, year }: DiscoveredLink): number =>
  (kind === 'report' ? 200 : (score ?? 100)) + (agency === null ? 0 : 1) + (year === null ? 0 : 1);

function linkOf(
  link: PageLink,
  url: string,
  context: PageContext,
  furniture: boolean,
  first: boolean,
): DiscoveredLink | null {
  const named = nameLink(link, furniture ? { ...context, annual: false, agency: null, year: null } : context);
  const place = furniture ? { ...context, annual: false } : context;
  const words = named?.words ?? 'other';
  const about = { words, agency: named?.agency ?? null, year: named?.year ?? null };
  if (named && isReport(named, url, place)) {
    const { agency, year } = named;
    const bare = words !== 'report' && words !== 'annual' && agency !== null && year !== null;
    const title = bare ? reportTitle(agency, year) : named.title || null;
    return makeDiscoveredLink(getRequest(url), 'report', { ...about, title, date: dateBeside(link.row) });
  }
  const score = scoreLink(link, named, url, { context, furniture, first });
  if (score <= 0) return null;
  const inherits = named ? WORDS_OF_REPORTS.has(words) && score >= OF_REPORTS : context.annual && !furniture;
  return makeDiscoveredLink(getRequest(url), 'column', {
    ...about,
    ...(words === 'other' ? { agency: context.agency, year: context.year } : {}),
    title: named?.title ?? null,
    score,
    scope: inherits ? ANYWHERE : null,
  });
}
