import { chineseDate } from '../../model/messages/chinese-date.ts';
import {
  type Change,
  type Doubt,
  type Extraction,
  type ExtractionResult,
  type Figures,
  type Flag,
  isFailure,
  type Language,
} from '../../model/report.ts';
import { SEVERITY_NAMES, STATUS_NAMES } from '../export/code-names.ts';
import { printableLine } from '../export/printable.ts';

interface Words {
  readonly notRead: (message: string, code: string) => string;
  readonly notReport: string;
  readonly agencyUnknown: string;
  readonly yearUnknown: string;
  readonly edition: (edition: string | null) => string;
  readonly published: (date: string | null) => string;
  readonly figures: (count: number, parts: string) => string;
  readonly comma: string;
  readonly finding: (kind: string, severity: string, message: string, rule: string) => string;
  readonly doubt: string;
  readonly flag: string;
  readonly more: (count: number) => string;
  readonly repair: (changes: string, others: number) => string;
  readonly blank: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    notRead: (message, code) => `not read: ${message} (${code})`,
    notReport: 'not a report of this kind',
    agencyUnknown: 'agency unknown',
    yearUnknown: 'year unknown',
    edition: (edition) => (edition ? `form of ${edition}` : 'form not recognised'),
    published: (date) => (date ? `published ${date}` : 'date of publication unknown'),
    figures: (count, parts) => `${count} figures: ${parts}`,
    comma: ', ',
    finding: (kind, severity, message, rule) => `${kind} ${severity}: ${message} [${rule}]`,
    doubt: 'doubt',
    flag: 'flag',
    more: (count) => `... and ${count} more of this kind`,
    repair: (changes, others) =>
      `the tables would add up with ${changes}${others > 0 ? ` (or in ${others} other ways)` : ''}`,
    blank: 'blank',
  },
  zh: {
    notRead: (message, code) => `未能读取：${message}（${code}）`,
    notReport: '不是政府信息公开工作年度报告',
    agencyUnknown: '机关不明',
    yearUnknown: '年度不明',
    edition: (edition) => (edition ? `${edition} 年版表式` : '表式不明'),
    published: (date) => (date ? `${chineseDate(date)}发布` : '发布日期不明'),
    figures: (count, parts) => `${count} 项数字：${parts}`,
    comma: '，',
    finding: (kind, severity, message, rule) => `${kind}·${severity}：${message} [${rule}]`,
    doubt: '读取存疑',
    flag: '报告异常',
    more: (count) => `……另有同类 ${count} 条`,
    repair: (changes, others) => `若改为 ${changes}，各表即可勾稽${others > 0 ? `（另有 ${others} 种改法）` : ''}`,
    blank: '空',
  },
};

/** What the program read in one document, for a person: a head line, how the figures were found, and each finding. */
export function summarize(result: ExtractionResult, language: Language): string {
  const words = WORDS[language];
  const lines = isFailure(result)
    ? [words.notRead(result.error.message[language], result.error.code)]
    : [
        headLine(result, words),
        ...figureLine(result.figures, words, language),
        ...findingLines(result, words, language),
      ];
  return [printableLine(result.source.path), ...lines.map((line) => `  ${printableLine(line)}`), ''].join('\n');
}

function headLine({ report }: Extraction, words: Words): string {
  if (!report) return words.notReport;
  const { agency, year, edition, publishedOn } = report;
  return [
    agency ?? words.agencyUnknown,
    year ?? words.yearUnknown,
    words.edition(edition),
    words.published(publishedOn),
  ].join(words.comma);
}

/** `198 figures: 150 with a number, 48 blank`; nothing where there are no figures. */
function figureLine(figures: Figures, words: Words, language: Language): string[] {
  const all = Object.values(figures);
  if (all.length === 0) return [];
  const counts = Object.entries(STATUS_NAMES).flatMap(([status, name]) => {
    const count = all.filter((figure) => figure.status === status).length;
    return count > 0 ? [`${count} ${name[language]}`] : [];
  });
  return [words.figures(all.length, counts.join(words.comma))];
}

/** Of one rule a summary shows so many findings; the rest are counted, and stand in the JSON. */
const SHOWN_OF_A_RULE = 3;

function findingLines({ doubts, flags, repair }: Extraction, words: Words, language: Language): string[] {
  const listed = (kind: string, findings: readonly (Doubt | Flag)[]): string[] =>
    [...new Set(findings.map(({ rule }) => rule))].flatMap((rule) => {
      const alike = findings.filter((finding) => finding.rule === rule);
      const lines = alike
        .slice(0, SHOWN_OF_A_RULE)
        .map(({ severity, message }) =>
          words.finding(kind, SEVERITY_NAMES[severity][language], message[language], rule),
        );
      const more = alike.length - lines.length;
      return more > 0 ? [...lines, `${words.more(more)} [${rule}]`] : lines;
    });
  const changeText = ({ cell, from, to }: Change): string => `${cell} ${from ?? words.blank} -> ${to}`;
  const repairs = repair ? [words.repair(repair.changes.map(changeText).join('; '), repair.alternatives.length)] : [];
  return [...listed(words.doubt, doubts), ...listed(words.flag, flags), ...repairs];
}
