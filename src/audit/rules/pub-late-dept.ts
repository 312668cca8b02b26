import { judgeDeadline, publishedBy } from '../deadline.ts';
import type { Rule } from '../rule.ts';

const LIMIT = { zh: '《政府信息公开条例》第四十九条规定的期限', en: 'the date set by Article 49 of the Regulation' };

export const pubLateDept: Rule<null> = {
  code: 'PUB-LATE-DEPT',
  title: { zh: '部门年报发布逾期', en: 'A department published late' },
  severity: 'error',
  scope: 'report',
  table: null,
  needs: ['report.agency', 'report.year', 'report.publishedOn'],
  explanation: {
    zh: '县级以上人民政府部门应于次年 1 月 31 日前公布上一年度年报；政府办公厅（室）按部门论。',
    en: 'Departments at county level and above publish by 31 January; a government’s own office counts as one.',
  },
  basis: { zh: '《政府信息公开条例》第四十九条第一款', en: 'Regulation, Article 49 ¶1' },
  notWhen: {
    zh: '发布日期不明；乡镇、街道及其他组织。',
    en: 'The date of publication is unknown; towns, subdistricts and other bodies.',
  },
  subjects: (facts) => publishedBy(facts, ({ kind, level }) => kind === 'department' && level !== 'township'),
  check: (_, facts) => judgeDeadline(facts, '01-31', LIMIT, 'error'),
};
