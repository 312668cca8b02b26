import { claimsOn, judgeSubject, type Subject } from '../prose/claim-rules.ts';
import type { Rule } from '../rule.ts';

export const txtApplicant: Rule<Subject> = {
  code: 'TXT-APPLICANT',
  title: { zh: '正文所称申请人构成与第三表不符', en: 'Kinds of applicants: the text and table 3 differ' },
  severity: 'warning',
  scope: 'report',
  table: 'requests',
  needs: ['requests.received.*', 'requests.carried_in.*'],
  explanation: {
    zh: '自然人多少件，应等于自然人栏的新收或新收加上年结转；法人或其他组织应等于其五栏之和。',
    en: 'Requests by natural persons are that column of row 一, or of 一 and 二 together; those by legal persons and other organisations are the sum of the five columns.',
  },
  basis: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附表式；前后一致',
    en: 'The forms of 国办公开办函〔2019〕60号 and 〔2021〕30号; consistency',
  },
  notWhen: {
    zh: '句子只说某一渠道、某一部门、其他年份。',
    en: 'The clause is about one channel, one department or another year.',
  },
  subjects: (facts) => claimsOn(['applicant'], facts),
  check: judgeSubject,
};
