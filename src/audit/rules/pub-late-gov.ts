import { judgeDeadline, publishedBy } from '../deadline.ts';
import type { Rule } from '../rule.ts';

const LIMIT = { zh: '《政府信息公开条例》第四十九条规定的期限', en: 'the date set by Article 49 of the Regulation' };

export const pubLateGov: Rule<null> = {
  code: 'PUB-LATE-GOV',
  title: { zh: '政府年报发布逾期', en: 'A government published late' },
  severity: 'error',
  scope: 'report',
  table: null,
  needs: ['report.agency', 'report.year', 'report.publishedOn'],
  explanation: {
    zh: '县级以上地方人民政府的年报应于次年 3 月 31 日前公布。',
    en: 'The report of a local government at county level or above is published by 31 March.',
  },
  basis: { zh: '《政府信息公开条例》第四十九条第二款', en: 'Regulation, Article 49 ¶2' },
  notWhen: {
    zh: '发布日期不明；部门、乡镇、街道及其他组织。',
    en: 'The date of publication is unknown; departments, towns, subdistricts and other bodies.',
  },
  subjects: (facts) => publishedBy(facts, ({ kind }) => kind === 'government'),
  check: (_, facts) => judgeDeadline(facts, '03-31', LIMIT, 'error'),
};
