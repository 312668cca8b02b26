import { tidyText } from '../../src/text/fold.ts';
import type { FoundPage } from './discovery.ts';
import type { LinkContext } from './judge-link.ts';
import type { PageFacts } from './page-facts.ts';
import { hasAnnualStep, isHome } from './url-shape.ts';

const ANNUAL_NAME = /(?:信息|政务|工作)?公开.{0,6}(?:年报|年度报告)|^(?:公开)?年报|年度报告$/;
const DISCLOSURE = /信息公开|政务公开/;
const DISCLOSURE_PATH = /\/(?:zf)?xxgk|\/zwgk|\/gongkai|\/gk[/_]|\/public\//i;
const YEAR = /(?:^|[^\d])((?:20)\d\d)(?:年|n|nb|ndbg|\/)/;

/** The value of `ColumnType` that the standard for government sites gives to these columns. */
const ANNUAL_TYPE = '信息公开年报';

/**
 * What a page says of its place on the site, by its marks, its name and its path. Answers of interfaces and pages with a scope
 * were found in a column of annual reports.
 */
export function contextOf(found: FoundPage, facts: PageFacts): LinkContext {
  const { url } = facts;
  const columnName = facts.meta.get('columnname') ?? '';
  const columnType = facts.meta.get('columntype') ?? '';
  const isAnswer = facts.json !== null || found.posted !== null || (facts.title === '' && facts.datastore !== null);
  const home = isHome(url);
  const annual =
    !home &&
    (isAnswer ||
      found.kind === 'list' ||
      found.scope !== null ||
      columnType.includes(ANNUAL_TYPE) ||
      ANNUAL_NAME.test(columnName) ||
      ANNUAL_NAME.test(tidyText(facts.title)) ||
      hasAnnualStep(url) ||
      /[?&]type=4(?:&|$)/.test(url));
  const disclosure = annual || DISCLOSURE.test(`${facts.title} ${columnName}`) || DISCLOSURE_PATH.test(url);
  const ofYear = YEAR.test(`${url} ${columnName}`);
  return { url, annual, disclosure, ofYear };
}
