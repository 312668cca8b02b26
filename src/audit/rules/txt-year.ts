import { quote } from '../../model/text/quote.ts';
import { type YearPlace, yearPlacesIn } from '../prose/years.ts';
import { flagged, PASSED, type Rule } from '../rule.ts';

export const txtYear: Rule<YearPlace> = {
  code: 'TXT-YEAR',
  title: { zh: '应为报告年度处写了别的年份', en: 'Another year where the report’s year is meant' },
  severity: 'warning',
  scope: 'report',
  table: null,
  needs: ['report.year'],
  explanation: {
    zh: '统计期限的起止、标题、开头所称本报告名称和所述年度，应为报告年度；统计期限有误为错误，其余为警告。',
    en: 'The period, the title, the name the preamble gives the report and the openings that tell of the year name the year of the report: an error in the period, a warning elsewhere.',
  },
  basis: {
    zh: '前后一致；实际报告中有“2010年1月1日起至2009年12月31日止”',
    en: 'Consistency; seen in published reports',
  },
  notWhen: {
    zh: '回顾、比较、下一年的打算，文件名称和文号中的年份。',
    en: 'History, comparisons, plans, and the years in names and numbers of documents.',
  },
  subjects: yearPlacesIn,
  check({ what, year, severity, printed }, { report }) {
    if (year === report.year) return PASSED;
    return flagged({
      cells: [],
      message: {
        zh: `${what.zh}写的是 ${year} 年，报告年度为 ${report.year} 年。原文：“${quote(printed, 160)}”`,
        en: `${what.en} says ${year}, the report is for ${report.year}. It reads: “${quote(printed, 160)}”`,
      },
      observed: year,
      expected: report.year,
      severity,
    });
  },
};
