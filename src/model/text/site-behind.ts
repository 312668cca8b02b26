const SITE_BEHIND = /\s*[-_|—–－]+\s*[^-_|—–－]{2,30}(?:网|网站|平台|门户|政府|公开|频道|专栏|中国[^-_|]{1,8})\s*$/;
const IS_PARTED = /[-_|—–－]/;
const IS_OF_REPORT = /报告|年报|公开/;

/** A title of a report without the site's name behind it: `…年度报告-某县人民政府门户网站`, `…_某县政府网`. Others stay as they are. */
export const withoutSite = (title: string): string =>
  IS_PARTED.test(title) && IS_OF_REPORT.test(title) ? title.replace(SITE_BEHIND, '') : title;
