import { parseWholeNumber } from '../../../model/text/numerals.ts';
import { quote } from '../../../model/text/quote.ts';
import { flagged, PASSED } from '../../rule.ts';
import type { StoredReport } from '../companions.ts';
import { firstOf } from '../compared.ts';
import type { CrossRule } from '../cross-rule.ts';

/** 汇总了全区 58 家单位的年报: a sentence that counts those whose reports this one is made of. */
const COUNT =
  /(?<count>\d{1,4}|[一二三四五六七八九十百]{1,5})\s*[家个]\s*(?:[^。；，,]{0,16}?)(?:单位|部门|机关|行政机关|镇街|街道)/u;
const OF_REPORTS = /年报|年度报告|本报告|汇总/u;

interface Claim {
  readonly sentence: string;
  readonly count: number;
}

function claimsOf({ sections }: StoredReport): readonly Claim[] {
  return sections.flatMap(({ text }) =>
    text.split(/[。；\n]/u).flatMap((sentence) => {
      const count = OF_REPORTS.test(sentence) ? parseWholeNumber(COUNT.exec(sentence)?.groups?.count ?? '') : null;
      return count === null || count < 2 ? [] : { sentence, count };
    }),
  );
}

export const hUnitCount: CrossRule<Claim> = {
  code: 'H-UNIT-COUNT',
  title: { zh: '所称单位数与已存年报数不符', en: 'The bodies it counts are not those that reported' },
  severity: 'info',
  scope: 'report',
  table: null,
  needs: [],
  compares: ['children', 'absent'],
  explanation: {
    zh: '政府年报称汇总了 N 家单位的，应与已存的所属单位年报份数相同。',
    en: 'Where a government says its report is made of N bodies, that many reports of bodies below it are held.',
  },
  basis: { zh: '正文与所属单位年报的比对', en: 'The prose beside the reports of the bodies below' },
  notWhen: {
    zh: '无此类语句；未存有所属单位年报。',
    en: 'There is no such sentence; no report of a body below is held.',
  },
  subjects: (report, { children }) =>
    report.body.kind === 'government' && children.length > 0 ? claimsOf(report) : [],
  check({ sentence, count }, _, { children, absent }) {
    // The office's report may be counted or not, and so may the government itself.
    if (count === children.length || count === children.length + 1) return PASSED;
    const missing =
      absent.length > 0
        ? { zh: `；未见：${firstOf(absent).zh}`, en: `; not held: ${firstOf(absent).en}` }
        : { zh: '', en: '' };
    return flagged({
      cells: [],
      message: {
        zh: `称“${quote(sentence)}”，已存所属单位年报 ${children.length} 份${missing.zh}`,
        en: `it says “${quote(sentence)}”; ${children.length} reports of bodies below it are held${missing.en}`,
      },
      observed: count,
      expected: children.length,
    });
  },
};
