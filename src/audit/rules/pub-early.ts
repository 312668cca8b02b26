import { chineseDate } from '../../model/messages/chinese-date.ts';
import { judgePublication } from '../deadline.ts';
import { flagged, PASSED, type Rule, WHOLE_REPORT } from '../rule.ts';

export const pubEarly: Rule<null> = {
  code: 'PUB-EARLY',
  title: { zh: '统计期未满即已发布', en: 'Published before the period ended' },
  severity: 'warning',
  scope: 'report',
  table: null,
  needs: ['report.year', 'report.publishedOn'],
  explanation: {
    zh: '年报统计至 12 月 31 日，发布日期不应早于次年 1 月 1 日。',
    en: 'The report counts to 31 December, so it is not published before 1 January of the next year.',
  },
  basis: { zh: '逻辑', en: 'Logic' },
  notWhen: { zh: '发布日期不明。', en: 'The date of publication is unknown.' },
  subjects: () => WHOLE_REPORT,
  check: (_, facts) =>
    judgePublication(facts, (year, published) => {
      const first = `${year + 1}-01-01`;
      if (published >= first) return PASSED;
      return flagged({
        cells: [],
        message: {
          zh: `发布于${chineseDate(published)}，早于 ${year} 年度统计期结束（${year}年12月31日），可能沿用了旧网页或日期有误`,
          en: `published on ${published}, before the period of ${year} ended; the page may be an older one re-used, or the date wrong`,
        },
        observed: published,
        expected: first,
      });
    }),
};
