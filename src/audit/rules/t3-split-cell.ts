import { namesOf } from '../labels.ts';
import { describeFailing } from '../repair/describe-repair.ts';
import { judgeSlip, slipCells, slipsInRepair, valuesOf } from '../repair/judge-repair.ts';
import type { Slip } from '../repair/slip.ts';
import type { Rule } from '../rule.ts';

export const t3SplitCell: Rule<Slip | null> = {
  code: 'T3-SPLIT-CELL',
  title: { zh: '第三表一个数分在两格', en: 'A number of table 3 stands in two cells' },
  severity: 'warning',
  scope: 'row',
  table: 'requests',
  needs: ['requests.*.*'],
  explanation: {
    zh: '将同一行相邻两格的数字连成一个数、另一格为 0，全表即可勾稽。算作一处改动。',
    en: 'Joining the digits of two neighbouring cells of a row into one number, with 0 in the other, settles everything. It counts as one edit.',
  },
  basis: { zh: '实际报告中常见的断数', en: 'Broken numbers, as met in published reports' },
  notWhen: { zh: '改法不止一种，由 T3-REPAIR-TIED 提示。', en: 'There are other repairs, which T3-REPAIR-TIED tells.' },
  subjects: (facts) => slipsInRepair(facts, ({ kind }) => kind === 'split'),
  check: (subject, facts) =>
    judgeSlip(subject, facts, (slip, diagnosis) => {
      const cells = slipCells(slip, diagnosis);
      const { printed, undone } = valuesOf(slip, diagnosis);
      const [first] = cells.map((cell) => namesOf(cell, facts.report.editions.requests ?? '2021'));
      const sums = describeFailing(diagnosis, facts);
      return {
        cells,
        message: {
          zh: `第三表“${first?.row.zh}”一行自“${first?.column.zh}”栏起的两格疑为一个数：${printed} → ${undone}，${sums.zh}`,
          en: `Table 3, row “${first?.row.en}”: the two cells from column “${first?.column.en}” on seem to be one number: ${printed} → ${undone}; ${sums.en}`,
        },
        observed: printed,
        expected: undone,
      };
    }),
};
