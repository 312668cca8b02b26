import type { Message, SectionRole, Severity } from '../../model/report.ts';
import type { Facts } from '../rule.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** A place where the narrative names the year it is about. */
export interface YearPlace {
  readonly what: Message;
  readonly year: number;
  readonly severity: Severity;
  readonly printed: string;
}

const PERIOD =
  /((?:19|20)\d\d)年(?:0?1月0?1日)(?:0时|零时)?(?:起|开始)?(?:至|到|—+|-+|~|–)((?:19|20)\d\d年|当年|同年)?(?:12月31日)/u;
const OWN_TITLE = /(?<!关于[^《》]{0,40})((?:19|20)\d\d)年?度?政府信息公开(?:工作)?(?:年度)?报告/u;
const OPENING = /^((?:19|20)\d\d)年度?,/u;
/** History, plans and comparisons name other years with good reason. */
const ELSEWHERE = /较|比|同期|以来|曾|计划|规划|将|印发|施行|下一步|起|修订|废止|明年|去年|上年|次年/u;
const COUNTS = /(?:收到|受理|接到|新收|办结|答复)[^,]{0,20}(?:申请|公开)/u;

const SECTIONS: ReadonlySet<SectionRole> = new Set(['preamble', 'overview', 'other_matters']);

const TOLD: Message = { zh: '所述年度', en: 'the year told of' };

function placesIn({ text, printed, section, opening }: Sentence): YearPlace[] {
  const period = PERIOD.exec(text);
  if (period) {
    const what = { zh: '统计期限', en: 'the period' };
    const end = /^\d/u.test(period[2] ?? '') ? [Number(period[2]?.slice(0, 4))] : [];
    return [Number(period[1]), ...end].map((year) => ({ what, year, severity: 'error', printed }));
  }
  const title = section === 'preamble' ? OWN_TITLE.exec(text) : null;
  if (title)
    return [
      {
        what: { zh: '本报告名称', en: 'the name of this report' },
        year: Number(title[1]),
        severity: 'warning',
        printed,
      },
    ];
  const first = OPENING.exec(text);
  const told = section === 'overview' && first && (opening || COUNTS.test(text)) && !ELSEWHERE.test(text);
  return told ? [{ what: TOLD, year: Number(first[1]), severity: 'warning', printed }] : [];
}

const TITLE_YEAR = /(?<!\d)((?:19|20)\d\d)年?度?(?=.{0,12}政府信息公开)|政府信息公开.{0,12}?((?:19|20)\d\d)年/u;

/** The places that name the year of the report: the title, the period, the name in the preamble, openings that tell of the year. */
export function yearPlacesIn(facts: Facts): readonly YearPlace[] {
  const { title } = facts.report;
  const found = TITLE_YEAR.exec(title?.normalize('NFKC') ?? '');
  const year = Number(found?.[1] ?? found?.[2]);
  const ofTitle: YearPlace[] =
    found && title ? [{ what: { zh: '标题', en: 'the title' }, year, severity: 'warning', printed: title }] : [];
  const dated = sentencesOf(facts.sections).filter(({ section, text }) => SECTIONS.has(section) && text.includes('年'));
  // Beside the report's own year another one is history.
  const ownYear = dated.some(({ section, text }) => section === 'overview' && text.includes(`${facts.report.year}年`));
  const places = dated.flatMap(placesIn);
  return [
    ...ofTitle,
    ...places.filter(({ what, year: named }) => what !== TOLD || !ownYear || named === facts.report.year),
  ];
}
