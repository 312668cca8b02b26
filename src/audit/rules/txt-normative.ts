import { claimsOn, judgeSubject, type Subject } from '../prose/claim-rules.ts';
import type { Rule } from '../rule.ts';

export const txtNormative: Rule<Subject> = {
  code: 'TXT-NORMATIVE',
  title: { zh: '正文所称规范性文件数与第二表不符', en: 'Normative documents: the text and table 2 differ' },
  severity: 'warning',
  scope: 'report',
  table: 'proactive',
  needs: ['proactive.normative.*', 'proactive.regulations.*'],
  explanation: {
    zh: '制发、废止、现行有效的规章和规范性文件件数，应等于第二表；2019 年版的“公开”也可以是本年新公开或对外公开总数。',
    en: 'The rules and normative documents that the text says were issued, repealed or are in force are those of table 2; in edition 2019 those made public may be the year’s or all.',
  },
  basis: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附表式；前后一致',
    en: 'The forms of 国办公开办函〔2019〕60号 and 〔2021〕30号; consistency',
  },
  notWhen: {
    zh: '所计为政策文件、公文、解读、备案审查或清理。',
    en: 'Policy documents, official letters, explanations, filings or reviews are counted.',
  },
  subjects: (facts) => claimsOn(['documents'], facts),
  check: judgeSubject,
};
