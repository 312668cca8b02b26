import { findYear } from '../../src/model/text/dates.ts';
import { tidyText } from '../../src/model/text/fold.ts';
import { looksLikeBody, parseTitle } from '../../src/model/text/report-title.ts';
import { withoutSite } from '../../src/model/text/site-behind.ts';
import { ARCHIVE, GROUP_PIECES, NAMES_ANNUAL, SITES, STOP, WAY } from './vocabulary.ts';

/**
 * What words promise. `report`: an annual report on information disclosure, or, without agency and year, their column. `annual`: a
 * 年报 that does not say of what. `year`: a year alone. `archive`: reports of earlier years. `group`: a group of public bodies.
 * `body`: the name of one. `way`: the disclosure pages of a site.
 */
type TitleKind = 'report' | 'annual' | 'year' | 'archive' | 'group' | 'body' | 'way';

export interface TitleJudgement {
  readonly kind: TitleKind;
  readonly agency: string | null;
  readonly year: number | null;
}

const BULLETS = /^[\s·•●■◆▪>»★☆[\]【】-]*(?:[(（]?\d{1,3}[)）、．.]\s*)?/;
const DATE_BEHIND = /[\s[(（【]*(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?[\s\])）】]*$/;
const FILE_END = /\.(?:pdf|docx?|xlsx?|wps|ofd|zip|rar|html?)$/i;
const CUT = /(?:\.{2,}|…+)$/;
const CUT_WORDS =
  /^(.*(?:(?:19|20)\d\d|二[〇○零][〇○零一二三四五六七八九]{2})\s*年?度?)\s*(?:政府?|政府信息?|政府信息公|信|信息公?)?$/;
/** Cut within the year: what stands before names the body. */
const CUT_YEAR = /\s*(?:关于)?\s*(?:[12]\d{0,2}|二[〇○零]?[〇○零一二三四五六七八九]?)$/;
/** 政府 alone would also begin the report on the work of a government, 政府信 an office for letters. */
const CUT_BEHIND_BODY =
  /^((?:19|20)\d\d年度?[\u4e00-\u9fff]{2,24}?)政府信(?:息公?)?$|^([\u4e00-\u9fff]{2,24}?[府局委办处厅院会心道镇乡])政府信息公?$/;
const CUT_IN_GOVERNMENT = /(?<=[府局委办处厅院会心道镇乡])政府?$/;
const YEAR = /^(?:n?)?((?:19|20)\d\d|二[〇○零][〇○零一二三四五六七八九]{2})\s*(?:年度?|n)?(?:政府信息公开)?$/;
const ANNUAL =
  /(?:年报|年度报告|年度工作报告|工作报告|工作总结)(?:专栏|专题|栏目|汇总|列表|公开)?(?:[（(〔【[][^）)〕】\]]{0,20}[）)〕】\]])?$/;
const ANNUAL_WORDS = /(?:政府|政务)?(?:信息)?公开|工作|年报|年度|报告|总结|专栏|专题|栏目|汇总|列表/g;
/** A report on work is one on disclosure only where the words say so. */
const ON_WORK = /(?:工作报告|工作总结)/;
const DISCLOSURE_SUMMARY =
  /^(.{0,40}?)(?:政府|政务)?(?:信息|政务)公开(?:工作)?(?:年度)?(?:总结|情况报告|工作总结)(?:报告)?$/;

/** What the names of public bodies end in; tells most other links apart at once. */
const BODY_CHARACTER = /[府会道处镇乡局委办厅室院所站部署心队司校木县区市州旗盟社团]$/;
/** Bodies whose names hold a word that elsewhere says what a report is about. */
const OFFICES = /(?:审计|统计|规划|质量|财务|计划|法治)[\u4e00-\u9fff]{0,10}?(?:局|委员会|委|办公室|办|厅|中心|处)/g;
const BANK = /(?:银行|支行|分行)$/;
/** Headlines end like names of bodies: …工作推进会, …市政府召开会议部署. */
const SENTENCE =
  /返回|顶部|网站|门户|政务网|政府网|平台|推进|召开|举行|开展|部署(?!$)|会议|活动|检查|调研|通过|关于|获|赴/;
const PLACE_NAME = /^[\u4e00-\u9fff]{1,12}[县区市州旗盟]$/;

const JUDGED = { agency: null, year: null } as const;

/** Most titles end in a word, with nothing to take off; 日 may end a date. */
function endsInWord(title: string): boolean {
  const last = title.charCodeAt(title.length - 1);
  return last >= 0x4e00 && last <= 0x9fff && last !== 0x65e5;
}

/** A title as it stands in the page, without bullets, file ending, the site's name and the date behind it. */
function bare(text: string): string {
  const title = tidyText(text.length > 400 ? text.slice(0, 400) : text).replace(BULLETS, '');
  const whole = withoutSite(title);
  return endsInWord(whole) ? whole : whole.replace(DATE_BEHIND, '').replace(FILE_END, '').trim();
}

/** A title cut short before its last words: …政府信息公开工作年度… */
function completed(title: string): string {
  const stem = endsInWord(title) ? title : title.replace(CUT, '');
  if (stem === title) return title;
  const known = /(?:信息|政务)公开(?:工作)?(?:年度?|年度报|工)?$/.exec(stem);
  if (known) return `${stem.replace(/(?:工|年度?报?)$/, '')}年度报告`;
  // Cut within those words: what stands before them names body and year.
  const [, dated, yearless] = CUT_WORDS.exec(stem) ?? CUT_BEHIND_BODY.exec(stem) ?? [];
  const named = dated ?? yearless;
  return named === undefined
    ? stem.replace(CUT_YEAR, '').replace(CUT_IN_GOVERNMENT, '')
    : `${named}政府信息公开工作年度报告`;
}

const LONGEST_GROUP = 24;
const PUNCTUATION = /[、，,/()（）〔〕[\]【】·\s和及与-]/g;

/** Whether words are made of nothing but what groups of bodies are called. */
function isGroup(compact: string): boolean {
  if (compact.length > LONGEST_GROUP || !/[门位构街乡镇县区市州旗关属企局级]/.test(compact)) return false;
  const words = compact.replace(PUNCTUATION, '');
  // One piece may begin like another: 镇街道 is 镇 and 街道, and no 镇街.
  const ends = new Set([0]);
  for (let at = 0; at < words.length; at += 1) {
    if (!ends.has(at)) continue;
    for (const piece of GROUP_PIECES) if (words.startsWith(piece, at)) ends.add(at + piece.length);
  }
  return words.length >= 2 && ends.has(words.length);
}

/** The year of a report beside the name of its body alone: 2023年财政局, 财政局（2023年度）. */
const YEAR_BEFORE = /^[（(〔【[]?(?<year>(?:19|20)\d\d年?度?)[）)〕】\]]?[-—－|｜·：:]?(?<name>\D{3,30})$/;
const YEAR_BEHIND = /^(?<name>\D{3,30}?)[-—－|｜·：:]?[（(〔【[]?(?<year>(?:19|20)\d\d年?度?)[）)〕】\]]?$/;

const isBody = (name: string): boolean =>
  (BODY_CHARACTER.test(name) || BANK.test(name)) &&
  !SENTENCE.test(name) &&
  (looksLikeBody(name) || PLACE_NAME.test(name));

/** Longer words before 年报 name a body, whatever they end with: a school, a hospital, a company. */
const SHORTEST_NAME = 4;

function judgeAnnual(compact: string): TitleJudgement | null {
  const summary = DISCLOSURE_SUMMARY.exec(compact.replace(/(?:19|20)\d\d年?度?/, ''));
  if (summary) return { kind: 'report', agency: summary[1] || null, year: findYear(compact) };
  if (!ANNUAL.test(compact) || compact.length > 60 || (ON_WORK.test(compact) && !compact.includes('公开'))) return null;
  const agency = compact.replace(/(?:(?:19|20)\d\d|二[〇○零]..)年?度?/, '').replace(ANNUAL_WORDS, '');
  // 往年, 前几年: a few characters that end as no body does are none.
  const names = agency.length > SHORTEST_NAME || isBody(agency) || isGroup(agency);
  return { kind: 'annual', agency: names ? agency : null, year: findYear(compact) };
}

/**
 * Judges the words of a link: 兰渚镇人民政府2023年政府信息公开工作年度报告 is a report; 政府信息公开年报 the column of them; 2023年
 * a year; 县直机构 a group; 市财政局 a body; 信息公开 the way to all of that. Null for everything else, such as notices.
 */
export function judgeTitle(text: string): TitleJudgement | null {
  const title = completed(bare(text));
  if (title.length < 2 || title.length > 120) return null;
  const compact = title.replace(/\s/g, '');
  // Before titles are taken apart: 往年 and 往期 are no bodies.
  if (ARCHIVE.test(compact)) return { ...JUDGED, kind: 'archive' };
  const parsed = parseTitle(title);
  if (parsed) return { kind: 'report', agency: parsed.agency, year: parsed.year };
  if (YEAR.test(compact)) return { ...JUDGED, kind: 'year', year: findYear(compact) };
  if (STOP.test(compact.replace(OFFICES, ''))) return null;
  const annual = isGroup(compact) ? null : judgeAnnual(compact);
  if (annual) return annual;
  if (isGroup(compact) || SITES.test(compact)) return { ...JUDGED, kind: 'group' };
  if (NAMES_ANNUAL.test(compact) && compact.length <= LONGEST_GROUP)
    return { ...JUDGED, kind: 'annual', year: findYear(compact) };
  if (WAY.test(compact) && compact.length <= 20) return { ...JUDGED, kind: 'way' };
  const dated = YEAR_BEFORE.exec(compact) ?? YEAR_BEHIND.exec(compact);
  const name = dated?.groups?.name ?? compact;
  if (isBody(name)) return { kind: 'body', agency: name, year: dated ? findYear(dated.groups?.year ?? '') : null };
  return null;
}
