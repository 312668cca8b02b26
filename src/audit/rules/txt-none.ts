import { claimsOn, type Subject, saysSomeOfNone } from '../prose/claim-rules.ts';
import { denialsIn } from '../prose/denials.ts';
import { judgeClaim } from '../prose/judge-claim.ts';
import type { Rule } from '../rule.ts';

export const txtNone: Rule<Subject> = {
  code: 'TXT-NONE',
  title: { zh: '正文称没有而表中有，或相反', en: 'None in the text and some in the table, or the reverse' },
  severity: 'error',
  scope: 'report',
  table: null,
  needs: ['requests.received.*', 'disputes.*.total'],
  explanation: {
    zh: '正文称未收到申请、没有复议或诉讼的，表中应为 0；表中为 0 的，正文不应给出件数。',
    en: 'Where the text says that no request, reconsideration or suit came in, the table says 0; where the table says 0, the text gives no number.',
  },
  basis: { zh: '前后一致', en: 'Consistency' },
  notWhen: {
    zh: '句子只说某一渠道、某一类申请、某一部门或其他年份。',
    en: 'The clause is limited to one channel or kind, one department or another year.',
  },
  subjects(facts) {
    const denied = denialsIn(facts).map(({ counted, sentence, phrase }) => ({
      counted,
      value: 0,
      sentence,
      words: phrase,
      onlyNew: false,
    }));
    return [...denied, ...claimsOn(['received', 'disputes'], facts).filter((claim) => saysSomeOfNone(claim, facts))];
  },
  check: (claim, facts) => judgeClaim(claim, facts),
};
