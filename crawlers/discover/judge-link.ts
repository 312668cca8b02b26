import type { VisitKind } from '../../src/crawl/visit.ts';
import type { TitleJudgement } from './judge-title.ts';
import { directoryOf, hasAnnualStep, isArticle, isColumn, isFile, isHome, originOf } from './url-shape.ts';

/** The page that a link stands on. */
export interface LinkContext {
  readonly url: string;
  /** It is a column of annual reports, by its marks, its path or its name. */
  readonly annual: boolean;
  /** It is a page about disclosure, where 年报 alone can mean only one thing. */
  readonly disclosure: boolean;
  /** It holds one year. */
  readonly ofYear: boolean;
}

export type LinkKind = Extract<VisitKind, 'column' | 'report'> | 'way' | null;

/** A report, unless its address is plainly a list's. A column where neither year nor body is named, unless plainly a page's. */
function reportOrColumn({ agency, year }: TitleJudgement, url: string): LinkKind {
  if (isFile(url) || isArticle(url)) return 'report';
  if (agency !== null && year !== null) return 'report';
  if (agency === null && year === null) return 'column';
  return isColumn(url) ? 'column' : 'report';
}

/** Whether an address belongs to the column it stands in: below its folder, or the same page asked otherwise. */
const isWithin = (url: string, page: string): boolean => {
  const path = page.replace(/[?#].*$/, '');
  return (
    url.startsWith(directoryOf(page)) ||
    url.startsWith(`${path}?`) ||
    // /public/column/<org>: the body stands in the path, the list in the query.
    (/\/public\/column\/\d+\?/.test(url) && /\/public\/column\//.test(page) && originOf(url) === originOf(page))
  );
};

/** A body named in a column of annual reports has a column of its own, or, in one year's, its report. */
function ofBody(url: string, { url: page, ofYear }: LinkContext): LinkKind {
  if (isHome(url)) return null;
  const sameSite = originOf(url) === originOf(page);
  if (!hasAnnualStep(url) && !(sameSite && directoryOf(page) !== `${originOf(page)}/` && isWithin(url, page)))
    return null;
  if (isFile(url) || isArticle(url)) return 'report';
  return ofYear && !isColumn(url) ? 'report' : 'column';
}

/** What a link is to the crawl, by its words, its address and the page it stands on. */
export function judgeLink(title: TitleJudgement, url: string, context: LinkContext): LinkKind {
  const { annual, disclosure } = context;
  switch (title.kind) {
    case 'report':
      return reportOrColumn(title, url);
    case 'annual':
      return annual || hasAnnualStep(url) || (disclosure && title.agency === null) ? reportOrColumn(title, url) : null;
    case 'year':
      if (!annual) return null;
      return isFile(url) || isArticle(url) ? 'report' : 'column';
    case 'body':
      return annual ? ofBody(url, context) : null;
    case 'way':
      return annual || isFile(url) || isArticle(url) ? null : 'way';
  }
}
