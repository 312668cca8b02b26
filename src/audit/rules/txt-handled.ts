import { claimsOn, judgeSubject, type Subject } from '../prose/claim-rules.ts';
import type { Rule } from '../rule.ts';

export const txtHandled: Rule<Subject> = {
  code: 'TXT-HANDLED',
  title: { zh: '正文所称办结数与第三表不符', en: 'Requests handled: the text and table 3 differ' },
  severity: 'warning',
  scope: 'report',
  table: 'requests',
  needs: ['requests.total.*', 'requests.received.*', 'requests.carried_out.*'],
  explanation: {
    zh: '“办结”“答复”多少件，应等于办理结果总计（七），或本年新收中已办结的（一减四）；“办理”多少件也可以是一加二。',
    en: 'The requests that the text says were answered are row （七）, or those of the year that were not carried over (一 less 四); 办理 may also be 一 and 二 together.',
  },
  basis: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附表式；前后一致',
    en: 'The forms of 国办公开办函〔2019〕60号 and 〔2021〕30号; consistency',
  },
  notWhen: {
    zh: '句子只说某一渠道、某一部门、其他年份或累计数。',
    en: 'The clause is about one channel, one department, another year or several years.',
  },
  subjects: (facts) => claimsOn(['handled'], facts),
  check: judgeSubject,
};
