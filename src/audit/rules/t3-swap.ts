import { namesOf } from '../labels.ts';
import { describeFailing } from '../repair/describe-repair.ts';
import { SLIP_NAMES } from '../repair/explain-change.ts';
import { isWithinRow, judgeSlip, slipCells, slipsInRepair, valuesOf } from '../repair/judge-repair.ts';
import type { Slip } from '../repair/slip.ts';
import type { Rule } from '../rule.ts';

export const t3Swap: Rule<Slip | null> = {
  code: 'T3-SWAP',
  title: { zh: '第三表同一行相邻两格互换', en: 'Two neighbouring cells of a row of table 3 are exchanged' },
  severity: 'warning',
  scope: 'row',
  table: 'requests',
  needs: ['requests.*.*'],
  explanation: {
    zh: '将同一行相邻两格的数互换（或将填错一格的数移回），全表即可勾稽。算作一处改动。',
    en: 'Exchanging two neighbouring cells of a row (or moving a number back that stands one cell off) settles everything. It counts as one edit.',
  },
  basis: { zh: '推广的 Fellegi–Holt 原则', en: 'The principle of Fellegi and Holt, generalised' },
  notWhen: {
    zh: '两格相等；或可互换之处不止一处，由 T3-REPAIR-TIED 提示。',
    en: 'The two cells are equal; or more than one exchange fits, which T3-REPAIR-TIED tells.',
  },
  subjects: (facts) =>
    slipsInRepair(
      facts,
      (slip, diagnosis) => (slip.kind === 'swap' || slip.kind === 'moved') && isWithinRow(slip, diagnosis),
    ),
  check: (subject, facts) =>
    judgeSlip(subject, facts, (slip, diagnosis) => {
      const cells = slipCells(slip, diagnosis);
      const { printed, undone } = valuesOf(slip, diagnosis);
      const names = cells.map((cell) => namesOf(cell, facts.report.editions.requests ?? '2021'));
      const sums = describeFailing(diagnosis, facts);
      return {
        cells,
        message: {
          zh: `第三表“${names[0]?.row.zh}”一行“${names.map(({ column }) => column.zh).join('”“')}”两栏疑似${SLIP_NAMES[slip.kind].zh}：${printed} → ${undone}，${sums.zh}`,
          en: `Table 3, row “${names[0]?.row.en}”, columns “${names.map(({ column }) => column.en).join('” and “')}”, ${SLIP_NAMES[slip.kind].en}: ${printed} → ${undone}; ${sums.en}`,
        },
        observed: printed,
        expected: undone,
      };
    }),
};
