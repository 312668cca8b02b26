import { claimsOn, judgeSubject, type Subject } from '../prose/claim-rules.ts';
import type { Rule } from '../rule.ts';

export const txtResult: Rule<Subject> = {
  code: 'TXT-RESULT',
  title: { zh: '正文所称办理结果与第三表不符', en: 'Results of requests: the text and table 3 differ' },
  severity: 'error',
  scope: 'report',
  table: 'requests',
  needs: ['requests.*.*'],
  explanation: {
    zh: '予以公开、部分公开、不予公开、无法提供、不予处理、其他处理及其各项原因的件数，应等于该行或该组各行之和。',
    en: 'The number the text gives for a result (granted, in part, refused, unable, declined, otherwise) or one of its reasons is that row, or the sum of the group.',
  },
  basis: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附表式；前后一致',
    en: 'The forms of 国办公开办函〔2019〕60号 and 〔2021〕30号; consistency',
  },
  notWhen: {
    zh: '句子只说某一渠道、某一部门、其他年份；所称原因不是表中的原因。',
    en: 'The clause is about one channel, one department or another year, or gives a reason that is no row of the table.',
  },
  subjects: (facts) => claimsOn(['result'], facts),
  check: judgeSubject,
};
