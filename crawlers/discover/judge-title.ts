import { tidyText } from '../../src/text/fold.ts';
import { looksLikeBody, parseTitle } from '../../src/text/report-title.ts';

/** What the words of a link promise. */
export interface TitleJudgement {
  /**
   * `report`: an annual report on information disclosure, or, without agency and year, their column. `annual`: a 年报 that does
   * not say of what. `year`: a year alone. `body`: the name of a public body. `way`: the disclosure pages of a site.
   */
  readonly kind: 'report' | 'annual' | 'year' | 'body' | 'way';
  readonly agency: string | null;
  readonly year: number | null;
}

const BULLETS = /^[\s·•●■◆▪>»★☆[\]【】-]*(?:[(（]?\d{1,3}[)）、．.]\s*)?/;
const DATE_BEHIND = /[\s[(（【]*(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?[\s\])）】]*$/;
const FILE_END = /\.(?:pdf|docx?|xlsx?|wps|ofd|zip|rar|html?)$/i;
const CUT = /(?:\.{2,}|…+)$/;

/** Words that only speak of reports: what `parseTitle` refuses, for titles it does not know. */
const STOP =
  /解读|制度|公布情况|通知|报表|法治|公示|汇总表|考核|评估|问答|图解|填报|格式|指南|目录|模板|样式|办法|说明|决算|预算|统计|财务|审计|质量|工作要点|计划|规划/;
const YEAR = /^(?:n?)?((?:19|20)\d\d)\s*(?:年度?|n)?(?:政府信息公开)?$/;
const NAMED_YEAR = /((?:19|20)\d\d)\s*年?度?/;
const ANNUAL =
  /(?:年报|年度报告|年度工作报告)(?:专栏|专题|栏目|汇总|列表|公开)?(?:[（(〔【[][^）)〕】\]]{0,20}[）)〕】\]])?$/;
const WAY = /^(?:政府|政务)?(?:信息)?公开(?:专栏|专题|平台|网|栏|栏目)?$/;

/** What the names of public bodies end in; tells most other links apart at once. */
const BODY_CHARACTER = /[府会道处镇乡局委办厅室院所站部署行心队司校木]$/;

const JUDGED = { agency: null, year: null } as const;

/** Most titles end in a word, with nothing to take off; 日 may end a date. */
function endsInWord(title: string): boolean {
  const last = title.charCodeAt(title.length - 1);
  return last >= 0x4e00 && last <= 0x9fff && last !== 0x65e5;
}

/** A title as it stands in the page, without bullets, file ending and the date behind it. */
function bare(text: string): string {
  const title = tidyText(text.length > 400 ? text.slice(0, 400) : text).replace(BULLETS, '');
  return endsInWord(title) ? title : title.replace(DATE_BEHIND, '').replace(FILE_END, '').trim();
}

/** A title cut short before its last words: …政府信息公开工作年度… */
function completed(title: string): string {
  const stem = endsInWord(title) ? title : title.replace(CUT, '');
  if (stem === title) return title;
  const known = /(?:信息|政务)公开(?:工作)?(?:年度?|年度报|工)?$/.exec(stem);
  return known ? `${stem.replace(/(?:工|年度?报?)$/, '')}年度报告` : stem;
}

/**
 * Judges the words of a link: 兰渚镇人民政府2023年政府信息公开工作年度报告 is a report; 政府信息公开年报 the column of them; 2023年
 * a year; 市财政局 a body; 信息公开 the way to all of that. Null for everything else, such as notices and interpretations.
 */
export function judgeTitle(text: string): TitleJudgement | null {
  const title = completed(bare(text));
  if (title.length < 2 || title.length > 120) return null;
  const parsed = parseTitle(title);
  if (parsed) return { kind: 'report', agency: parsed.agency, year: parsed.year };
  const compact = title.replace(/\s/g, '');
  const year = YEAR.exec(compact)?.[1];
  if (year) return { ...JUDGED, kind: 'year', year: Number(year) };
  if (STOP.test(compact)) return null;
  if (ANNUAL.test(compact) && compact.length <= 60) {
    const named = NAMED_YEAR.exec(compact)?.[1];
    const agency = compact
      .replace(NAMED_YEAR, '')
      .replace(/(?:政府)?(?:信息)?公开|工作|年报|年度|报告|专栏|专题|栏目|汇总|列表/g, '');
    return { kind: 'annual', agency: agency === '' ? null : agency, year: named ? Number(named) : null };
  }
  if (WAY.test(compact)) return { ...JUDGED, kind: 'way' };
  if (BODY_CHARACTER.test(compact) && looksLikeBody(compact)) return { ...JUDGED, kind: 'body', agency: compact };
  return null;
}
