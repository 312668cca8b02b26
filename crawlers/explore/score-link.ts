import type { LinkWords } from '../../src/model/crawl/entry.ts';
import type { NamedLink } from './name-link.ts';
import type { PageContext } from './page-context.ts';
import type { PageLink } from './page-facts.ts';
import { hasAnnualStep, isArticle, isColumn, isFile, isHome, originOf } from './url-shape.ts';
import { BESIDE, NAMES_ANNUAL, STOP, TABLE, TURNING } from './vocabulary.ts';

/**
 * How much words promise, by the page they stand on; 0 is not followed. Only their order and the lines of `EXPLORING` count:
 * what names annual reports stands above what leads to pages about disclosure, and that above what may lie beside them.
 */
const SCORES: Readonly<
  Record<Exclude<LinkWords, 'other'>, Readonly<Record<'annual' | 'disclosure' | 'elsewhere', number>>>
> = {
  report: { annual: 92, disclosure: 90, elsewhere: 86 },
  annual: { annual: 85, disclosure: 84, elsewhere: 62 },
  year: { annual: 81, disclosure: 14, elsewhere: 0 },
  archive: { annual: 80, disclosure: 24, elsewhere: 0 },
  group: { annual: 79, disclosure: 34, elsewhere: 24 },
  body: { annual: 76, disclosure: 22, elsewhere: 8 },
  /** On a page of the reports such words name a part of them, as words that nobody foresaw do. */
  way: { annual: 0, disclosure: 50, elsewhere: 60 },
};
/** A site's front says less than a page of it. */
const FRONT = { sites: 30, annual: 28, disclosure: 18, elsewhere: 8 } as const;
const STRAY_ANNUAL = 12;
/** Words that nobody foresaw, by where they stand. */
const UNFORESEEN = {
  annualPath: 56,
  table: 45,
  tableElsewhere: 24,
  annual: 42,
  annualArticle: 41,
  annualSite: 40,
  annualFirst: 22,
  open: 32,
  disclosurePath: 28,
  beside: 14,
  disclosure: 11,
  firstShort: 9,
  first: 5,
} as const;
const LONGEST_MENU_WORD = 24;
const LONGEST_ENTRY = 12;
const SHORT_ENTRY = 6;
const DISCLOSURE_PATH = /\/(?:zf)?xxgk|\/zwgk|\/zfxxgk|\/gongkai|\/public\//i;

/** A lead of this score is one to a part of the annual reports; a page with some of them is a hub. */
export const OF_REPORTS = 60;

interface LinkPlace {
  readonly context: PageContext;
  /** It stands on the host's first page too, or in the breadcrumb: it was led from there, and says nothing of this page. */
  readonly furniture: boolean;
  /** This is the first page of its host: what of it is furniture is not known yet. */
  readonly first: boolean;
}

/** A report, where body and year are named or the address is an article's or a file's; anything else is a page to explore. */
export function isReport({ words, agency, year }: NamedLink, url: string, { annual }: PageContext): boolean {
  const isPage = isFile(url) || isArticle(url);
  if (words === 'report') return isFile(url) || (isPage ? (agency ?? year) !== null : agency !== null && year !== null);
  if (words === 'annual') return annual && (isPage || (agency !== null && year !== null));
  if (words === 'year' || words === 'body')
    return annual && (isPage || (agency !== null && year !== null && !isColumn(url)));
  return false;
}

/** From 0 to 100: how soon a page of unknown role is to be explored. */
export function scoreLink(link: PageLink, named: NamedLink | null, url: string, place: LinkPlace): number {
  const { context, furniture, first } = place;
  const where = furniture ? 'elsewhere' : context.annual ? 'annual' : context.disclosure ? 'disclosure' : 'elsewhere';
  if (!named || named.words === 'other') return unforeseen(link, url, place);
  // An article that is called 年报 outside of pages about disclosure is as a rule one of statistics or of a company.
  if (named.words === 'annual' && where === 'elsewhere' && (isArticle(url) || isFile(url))) return STRAY_ANNUAL;
  const score = SCORES[named.words][where];
  if (isHome(url) && (named.words === 'body' || named.words === 'group' || named.words === 'way'))
    return context.sites ? FRONT.sites : Math.min(score, FRONT[where]);
  const bonus = hasAnnualStep(url) && !furniture ? 4 : 0;
  const other = first && named.words === 'body' && where === 'annual' ? -10 : 0;
  return score === 0 ? 0 : score + bonus + other;
}

/** A column called by words that else name a notice: 年度报告汇总表. */
const mayBeTable = (words: string, url: string): boolean =>
  NAMES_ANNUAL.test(words) && !STOP.test(words.replace(TABLE, '')) && !isArticle(url) && !isFile(url);

const isOwn = (url: string, { url: page }: PageContext): boolean => originOf(url) === originOf(page);

function unforeseen(link: PageLink, url: string, { context, furniture, first }: LinkPlace): number {
  const words = (link.title ?? link.text).replace(/\s/g, '');
  if (words === '' || words.length > LONGEST_MENU_WORD || TURNING.test(words)) return 0;
  // Another site that only the page of the reports names may be the one that has the earlier ones.
  if (isHome(url))
    return context.annual && !furniture && link.place !== 'frame' && !isOwn(url, context) ? UNFORESEEN.annualSite : 0;
  if (BESIDE.test(words) && !context.annual && !furniture) return UNFORESEEN.beside;
  if (STOP.test(words))
    return mayBeTable(words, url) ? (context.disclosure ? UNFORESEEN.table : UNFORESEEN.tableElsewhere) : 0;
  if (isArticle(url) || isFile(url)) return context.annual && !furniture && !first ? UNFORESEEN.annualArticle : 0;
  if (hasAnnualStep(url) && !hasAnnualStep(context.url) && !furniture && !context.annualHost)
    return UNFORESEEN.annualPath;
  if (furniture) return 0;
  if (context.annual) return first ? UNFORESEEN.annualFirst : UNFORESEEN.annual;
  if (/公开/.test(words) && words.length <= LONGEST_ENTRY) return UNFORESEEN.open;
  if (DISCLOSURE_PATH.test(url) && !context.disclosure) return UNFORESEEN.disclosurePath;
  if (context.disclosure) return UNFORESEEN.disclosure;
  // Entries of a menu are short, headlines are not.
  if (!first || words.length > LONGEST_ENTRY) return 0;
  return words.length <= SHORT_ENTRY ? UNFORESEEN.firstShort : UNFORESEEN.first;
}
