import { findYear } from '../../src/model/text/dates.ts';
import { tidyText } from '../../src/model/text/fold.ts';
import type { FoundPage } from './discovery.ts';
import type { PageFacts } from './page-facts.ts';
import { hasAnnualStep, isHome } from './url-shape.ts';
import { STOP, WORDS_OF_REPORTS } from './vocabulary.ts';

/** What a page says of its place on the site. */
export interface PageContext {
  readonly url: string;
  /** It is about annual reports, by its marks, its path, its name, or because the way that led here was. */
  readonly annual: boolean;
  /** It is the answer of an interface: what it lists has neither headings nor lines around it. */
  readonly answer: boolean;
  /** So many of its links have a word for annual reports in their addresses that it says nothing. */
  readonly annualHost: boolean;
  /** It lists the sites of bodies. */
  readonly sites: boolean;
  /** It is a page about disclosure, where 年报 alone can mean only one thing. */
  readonly disclosure: boolean;
  /** The body and the year that it is about, where it or the way that led here names them. */
  readonly agency: string | null;
  readonly year: number | null;
}

const ANNUAL_NAME = /(?:信息|政务|工作)?公开.{0,6}(?:年报|年度报告)|^(?:公开)?年报|年度报告$/;
const DISCLOSURE = /信息公开|政务公开/;
const DISCLOSURE_PATH = /\/(?:zf)?xxgk|\/zwgk|\/gongkai|\/gk[/_]|\/public\//i;

/** The value of `ColumnType` that the standard for government sites gives to these columns (国办发〔2017〕47号). */
const ANNUAL_TYPE = '信息公开年报';

/** Entries to annual reports on one page by their addresses. */
const MOST_ANNUAL = 6;

const YEAR_PATH = /(?:^|[^\d])((?:20)\d\d)(?:年|n|nb|ndbg|\/)/;

const saysAnnual = (name: string): boolean => ANNUAL_NAME.test(name) && !STOP.test(name);

export function contextOf(found: FoundPage, facts: PageFacts): PageContext {
  const { url } = facts;
  const name = facts.meta.get('columnname') ?? '';
  const type = facts.meta.get('columntype') ?? '';
  const isAnswer = facts.json !== null || found.posted !== null || (facts.title === '' && facts.datastore !== null);
  const title = tidyText(facts.title);
  const annual =
    !isHome(url) &&
    (isAnswer ||
      found.kind === 'list' ||
      (found.scope !== null && (found.words === null || WORDS_OF_REPORTS.has(found.words))) ||
      type.includes(ANNUAL_TYPE) ||
      [name, title, facts.crumb, ...facts.headings].some(saysAnnual) ||
      hasAnnualStep(url) ||
      /[?&]type=4(?:&|$)/.test(url));
  const disclosure =
    annual || found.words === 'way' || DISCLOSURE.test(`${title} ${name} ${facts.crumb}`) || DISCLOSURE_PATH.test(url);
  const annualHost = facts.links.filter(({ href }) => hasAnnualStep(`/${href}`)).length > MOST_ANNUAL;
  const inWords = annual ? findYear(`${facts.crumb} ${name} ${facts.headings[0] ?? ''}`) : null;
  const inPath = annual ? YEAR_PATH.exec(url)?.[1] : undefined;
  return {
    url,
    annual,
    answer: facts.json !== null,
    annualHost,
    sites: !annual && found.words === 'group',
    disclosure,
    agency: found.agency,
    year: inWords ?? found.year ?? (inPath === undefined ? null : Number(inPath)),
  };
}
