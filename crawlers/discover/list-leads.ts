import { getOf, type Lead } from '../../src/crawl/visit.ts';
import { findDate } from '../../src/text/dates.ts';
import { tidyText } from '../../src/text/fold.ts';
import { normaliseUrl } from '../normalise-url.ts';
import { ANYWHERE } from './column-scope.ts';
import { judgeLink, type LinkContext } from './judge-link.ts';
import { judgeTitle, type TitleJudgement } from './judge-title.ts';
import type { PageFacts, PageLink, PageRow } from './page-facts.ts';
import { hasAnnualStep } from './url-shape.ts';

/** What the links of a page are to the crawl, each place once, in the order of the page. */
export interface ListLeads {
  readonly leads: readonly Lead[];
  /** Pages on the way to the columns; worth following only where there is no column. */
  readonly ways: readonly Lead[];
  /** Titles of reports that name no year. */
  readonly withoutYear: readonly string[];
}

/** The date printed in the line of a link, as long as no other link stands in that line. */
function dateBeside(row: PageRow | null): string | null {
  for (let line = row; line !== null && line.links === 1; line = line.parent) {
    const date = /\d/.test(line.text) || line.text.includes('年') ? findDate(line.text) : null;
    if (date !== null) return date;
  }
  return null;
}

const MORE = /^(?:更多|more|查看更多|详情|点击查看|进入)?[>»›+\s]*$/i;
/** Enough for a report's name, a bracket behind it and a date. */
const LONGEST_WORDS = 300;

/** The fuller of the words and the `title` attribute that says anything. */
function judgeWords(link: PageLink): { readonly title: string; readonly judged: TitleJudgement } | null {
  const { text, title } = link;
  for (const words of title === null || title === text ? [text] : [title, text]) {
    const judged = words.length <= LONGEST_WORDS ? judgeTitle(words) : null;
    if (judged) return { title: tidyText(words), judged };
  }
  return null;
}

/** Judges all links of a page. */
export function listLeads(facts: PageFacts, context: LinkContext): ListLeads {
  const leads = new Map<string, Lead>();
  const ways = new Map<string, Lead>();
  const withoutYear: string[] = [];
  for (const link of facts.links) {
    const words = judgeWords(link);
    // A column may be known by its address alone.
    if (!words && (context.annual || !MORE.test(link.text) || !hasAnnualStep(`/${link.href}`))) continue;
    const url = normaliseUrl(link.href, facts.base);
    if (url === null || url === context.url) continue;
    const kind = words ? judgeLink(words.judged, url, context) : 'column';
    if (kind === null || leads.has(url)) continue;
    const title = words?.title ?? null;
    const lead: Lead = {
      ...getOf(url),
      kind: kind === 'report' ? 'report' : 'column',
      title,
      date: kind === 'report' ? dateBeside(link.row) : null,
      scope: kind === 'column' ? ANYWHERE : null,
    };
    (kind === 'way' ? ways : leads).set(url, lead);
    if (kind === 'report' && words?.judged.kind === 'report' && words.judged.year === null)
      withoutYear.push(words.title);
  }
  return { leads: [...leads.values()], ways: [...ways.values()], withoutYear };
}
