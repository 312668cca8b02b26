import { parseTitle } from './report-title.ts';

const SITE_BEHIND = /\s*[-_|—–－]+\s*[^-_|—–－]{2,30}(?:网|网站|平台|门户|政府|公开|频道|专栏|中国[^-_|]{1,8})\s*$/;
/** The same of a body's own site, which ends like the body: `…年度报告_某市财政局`. */
const BODY_BEHIND = /^(.*(?:报告|年报|总结|[）)]))\s*[-_|—–－]+\s*[\u4e00-\u9fff]{2,30}$/;
const IS_PARTED = /[-_|—–－]/;
const IS_OF_REPORT = /报告|年报|公开/;

/**
 * A title of a report without the site's name behind it: `…年度报告-某县人民政府门户网站`, `…_某县政府网`. Others stay as they are,
 * also where nothing before names the body: then that behind is whose report it is.
 */
export function withoutSite(title: string): string {
  if (!IS_PARTED.test(title) || !IS_OF_REPORT.test(title)) return title;
  const [site] = SITE_BEHIND.exec(title) ?? [];
  if (site !== undefined) return title.slice(0, -site.length);
  const named = BODY_BEHIND.exec(title)?.[1];
  return named !== undefined && parseTitle(named)?.agency ? named : title;
}
