import { describeFailing, describeRepair } from '../repair/describe-repair.ts';
import { judgeDiagnosis, tableOfRequests } from '../repair/judge-repair.ts';
import { changesOf } from '../repair/repair-report.ts';
import { flagged, NOT_APPLICABLE, type Rule } from '../rule.ts';

export const t3OneCell: Rule<null> = {
  code: 'T3-ONE-CELL',
  title: { zh: '第三表仅一格有误', en: 'One cell of table 3 is wrong' },
  severity: 'error',
  scope: 'table',
  table: 'requests',
  needs: ['requests.*.*'],
  explanation: {
    zh: '所有不成立的等式同出于一格：只改这一格，全表即可勾稽，且别无他法。所述各等式的提示均归于此条。',
    en: 'All sums that fail share one cell, and changing it alone, as nothing else, settles them. Their flags fold under this one.',
  },
  basis: {
    zh: 'Fellegi–Holt 最小改动原则；表式的行、列等式互相印证，足以定位',
    en: 'The principle of Fellegi and Holt; the redundancy of the form makes it exact',
  },
  notWhen: { zh: '没有或不止一格可独自解释。', en: 'None, or more than one, would do alone.' },
  subjects: tableOfRequests,
  check: (_, facts) =>
    judgeDiagnosis(facts, (diagnosis) => {
      const { only } = diagnosis;
      const [change, ...more] = only ? changesOf(only, diagnosis) : [];
      if (!only || !change || more.length > 0) return NOT_APPLICABLE;
      const [cell, sums] = [describeRepair(only, diagnosis, facts), describeFailing(diagnosis, facts)];
      return flagged({
        cells: [change.cell],
        message: {
          zh: `第三表只需改一格：${cell.zh}，${sums.zh}`,
          en: `Table 3 needs one cell changed: ${cell.en}; ${sums.en}`,
        },
        observed: change.from,
        expected: change.to,
      });
    }),
};
