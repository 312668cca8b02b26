import { claimsOn, judgeSubject, type Subject } from '../prose/claim-rules.ts';
import type { Rule } from '../rule.ts';

export const txtDisputes: Rule<Subject> = {
  code: 'TXT-DISPUTES',
  title: { zh: '正文所称复议、诉讼与第四表不符', en: 'Reconsiderations and suits: the text and table 4 differ' },
  severity: 'error',
  scope: 'report',
  table: 'disputes',
  needs: ['disputes.*.*'],
  explanation: {
    zh: '行政复议、行政诉讼的件数及其维持、纠正、其他、未审结的件数，应等于第四表；诉讼为两类起诉之和。称“均获维持”的，维持数应等于所称件数。',
    en: 'The reconsiderations and suits the text counts, and their outcomes, are those of table 4; suits are both kinds together. Where it says that all were upheld, those upheld are as many as it counts.',
  },
  basis: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附表式；前后一致',
    en: 'The forms of 国办公开办函〔2019〕60号 and 〔2021〕30号; consistency',
  },
  notWhen: {
    zh: '句子说的是全部复议、诉讼案件，不限于信息公开；表中全为 0 的，由 TXT-NONE 提示。',
    en: 'The sentence is about all cases, not only those on disclosure; where the table has none at all, TXT-NONE tells it.',
  },
  subjects: (facts) => claimsOn(['disputes'], facts),
  check: judgeSubject,
};
