import { claimsOn, judgeSubject, type Subject } from '../prose/claim-rules.ts';
import { type Facts, flagged, type Judgement, type Rule } from '../rule.ts';

/** 新收 leaves no second way of counting. */
function judgeReceived(subject: Subject, facts: Facts): Judgement {
  const judgement = judgeSubject(subject, facts);
  if (judgement.outcome !== 'flagged' || !subject.onlyNew) return judgement;
  return flagged({ ...judgement.finding, severity: 'error' });
}

export const txtReceived: Rule<Subject> = {
  code: 'TXT-RECEIVED',
  title: { zh: '正文所称收到申请数与第三表不符', en: 'Requests received: the text and table 3 differ' },
  severity: 'warning',
  scope: 'report',
  table: 'requests',
  needs: ['requests.received.*', 'requests.carried_in.*'],
  explanation: {
    zh: '“收到”“受理”多少件申请，应等于本年新收（一），或新收与上年结转之和（一加二）；写明“新收”的只能是前者，不符为错误。',
    en: 'The requests that the text says were received are row 一 or, by the other custom, 一 and 二 together; where it says 新收 they are row 一, and a difference is an error.',
  },
  basis: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附表式；前后一致',
    en: 'The forms of 国办公开办函〔2019〕60号 and 〔2021〕30号; consistency',
  },
  notWhen: {
    zh: '句子只说某一渠道、某一部门、其他年份或累计数；表中全为 0 的，由 TXT-NONE 提示。',
    en: 'The clause is about one channel, one department, another year or several years; where the table has none at all, TXT-NONE tells it.',
  },
  subjects: (facts) => claimsOn(['received'], facts),
  check: judgeReceived,
};
