import { blockedBy, isUnusable } from '../numbers.ts';
import { tableOfRequests } from '../repair/judge-repair.ts';
import { isTotalOnly, totalOnlyRows } from '../repair/total-only.ts';
import { flagged, NOT_APPLICABLE, PASSED, type Rule } from '../rule.ts';
import { sumsOf } from '../sums.ts';

export const t3TotalOnly: Rule<null> = {
  code: 'T3-TOTAL-ONLY',
  title: { zh: '第三表多数行只填了总计', en: 'Most rows of table 3 hold a total only' },
  severity: 'warning',
  scope: 'table',
  table: 'requests',
  needs: ['requests.*.*'],
  explanation: {
    zh: '多数不为 0 的行中，各类申请人均未填或为 0，只有总计大于 0：并非逐行算错，而是未按申请人分列。各该行的提示归于此条。',
    en: 'In most rows that are not 0 the applicants are empty or 0 and the total is above 0: not a wrong sum in each, but details that were never filled in. The flags of those rows fold under this one.',
  },
  basis: { zh: '本项目的推理；实际报告中可见', en: 'This project’s reasoning; seen in published reports' },
  notWhen: { zh: '不为 0 的行不足两行。', en: 'Fewer than two rows are not 0.' },
  subjects: tableOfRequests,
  check(_, facts) {
    const keys = sumsOf('requests', facts).byKind['row-sum'].flatMap(({ left, right }) => [...left, ...right]);
    const { nonZero, totals } = totalOnlyRows(facts);
    if (isTotalOnly(facts)) {
      return flagged({
        cells: totals,
        message: {
          zh: `第三表 ${nonZero} 个不为 0 的行中，有 ${totals.length} 行只填了总计，各类申请人均未填或为 0`,
          en: `Of the ${nonZero} rows of table 3 that are not 0, ${totals.length} hold a total only; their applicants are empty or 0`,
        },
        observed: totals.length,
        expected: 0,
      });
    }
    if (keys.some((key) => isUnusable(facts.figures[key]))) return blockedBy(keys, facts);
    return nonZero < 2 ? NOT_APPLICABLE : PASSED;
  },
};
