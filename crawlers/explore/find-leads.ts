import { getOf, type Lead } from '../../src/model/crawl/visit.ts';
import { findDate } from '../../src/model/text/dates.ts';
import { normaliseUrl } from '../normalise-url.ts';
import { ANYWHERE } from './column-scope.ts';
import { type Furniture, isFurniture } from './furniture.ts';
import { makeLead } from './make-lead.ts';
import { nameLink, reportTitle } from './name-link.ts';
import type { PageContext } from './page-context.ts';
import type { LinkRow, PageFacts, PageLink } from './page-facts.ts';
import { isReport, OF_REPORTS, scoreLink } from './score-link.ts';
import { WORDS_OF_REPORTS } from './vocabulary.ts';

/** What the links of a page are to the crawl, each place once, in the order of the page. */
export interface PageLeads {
  readonly leads: readonly Lead[];
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
export function findLeads(facts: PageFacts, context: PageContext, furniture: Furniture | null): PageLeads {
  const leads = new Map<string, Lead>();
  const shared = new Set<string>();
  const withoutYear: string[] = [];
  for (const link of facts.links) {
    const url = normaliseUrl(link.href, facts.base);
    if (url === null || url === context.url) continue;
    const isShared = furniture !== null && isFurniture(furniture, url);
    const lead = leadOf(link, url, context, isShared, furniture === null);
    const known = leads.get(url);
    if (!lead || (known && rankOf(known) >= rankOf(lead))) continue;
    leads.set(url, lead);
    if (isShared) shared.add(url);
    if (lead.kind === 'report' && lead.words === 'report' && lead.year === null && lead.title !== null)
      withoutYear.push(lead.title);
  }
  return { leads: [...leads.values()], shared, withoutYear };
}

/** A place that is linked twice is what the fuller words say. */
const rankOf = ({ kind, score, agency, year }: Lead): number =>
  (kind === 'report' ? 200 : (score ?? 100)) + (agency === null ? 0 : 1) + (year === null ? 0 : 1);

function leadOf(link: PageLink, url: string, context: PageContext, furniture: boolean, first: boolean): Lead | null {
  const named = nameLink(link, furniture ? { ...context, annual: false, agency: null, year: null } : context);
  const place = furniture ? { ...context, annual: false } : context;
  const words = named?.words ?? 'other';
  const about = { words, agency: named?.agency ?? null, year: named?.year ?? null };
  if (named && isReport(named, url, place)) {
    const { agency, year } = named;
    const bare = words !== 'report' && words !== 'annual' && agency !== null && year !== null;
    const title = bare ? reportTitle(agency, year) : named.title || null;
    return makeLead(getOf(url), 'report', { ...about, title, date: dateBeside(link.row) });
  }
  const score = scoreLink(link, named, url, { context, furniture, first });
  if (score <= 0) return null;
  const inherits = named ? WORDS_OF_REPORTS.has(words) && score >= OF_REPORTS : context.annual && !furniture;
  return makeLead(getOf(url), 'column', {
    ...about,
    ...(words === 'other' ? { agency: context.agency, year: context.year } : {}),
    title: named?.title ?? null,
    score,
    scope: inherits ? ANYWHERE : null,
  });
}
