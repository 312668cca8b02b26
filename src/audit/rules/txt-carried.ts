import { claimsOn, judgeSubject, type Subject } from '../prose/claim-rules.ts';
import type { Rule } from '../rule.ts';

export const txtCarried: Rule<Subject> = {
  code: 'TXT-CARRIED',
  title: { zh: '正文所称结转数与第三表不符', en: 'Requests carried over: the text and table 3 differ' },
  severity: 'error',
  scope: 'report',
  table: 'requests',
  needs: ['requests.carried_in.*', 'requests.carried_out.*'],
  explanation: {
    zh: '“上年结转”应等于（二）；“结转下年”“正在办理”应等于（四）；只说“结转”的，等于其中之一即可。',
    en: 'What the text says was carried over from last year is row 二, what is carried over to next year or still being handled is row 四; a mere 结转 may be either.',
  },
  basis: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附表式；前后一致',
    en: 'The forms of 国办公开办函〔2019〕60号 and 〔2021〕30号; consistency',
  },
  notWhen: {
    zh: '句子只说某一渠道、某一部门、其他年份或累计数。',
    en: 'The clause is about one channel, one department, another year or several years.',
  },
  subjects: (facts) => claimsOn(['carried'], facts),
  check: judgeSubject,
};
