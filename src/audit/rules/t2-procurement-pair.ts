import { cellName } from '../labels.ts';
import { judgeNumbers } from '../numbers.ts';
import { flagged, NO_SUBJECTS, PASSED, type Rule, WHOLE_REPORT } from '../rule.ts';

const PAIR = ['proactive.procurement.projects', 'proactive.procurement.amount'] as const;

export const t2ProcurementPair: Rule<null> = {
  code: 'T2-PROCUREMENT-PAIR',
  title: { zh: '采购项目数量与金额不相应', en: 'Projects procured without an amount, or the reverse' },
  severity: 'warning',
  scope: 'row',
  table: 'proactive',
  needs: [...PAIR],
  explanation: {
    zh: '2019 年版：政府集中采购的项目数量与总金额应同为 0 或同不为 0。',
    en: 'Edition 2019: the number of projects and the amount are both zero or both not.',
  },
  basis: { zh: '逻辑', en: 'Logic' },
  notWhen: {
    zh: '其中一格未填；2021 年版无此项。',
    en: 'One of the two is empty; edition 2021 does not ask for them.',
  },
  subjects: ({ report }) => (report.editions.proactive === '2019' ? WHOLE_REPORT : NO_SUBJECTS),
  check: (_, facts) =>
    judgeNumbers(PAIR, facts, ([projects = 0, amount = 0]) => {
      if ((projects === 0) === (amount === 0)) return PASSED;
      const name = cellName(PAIR[0], '2019');
      return flagged({
        cells: PAIR,
        message: {
          zh: `${name.zh}为 ${projects}，采购总金额为 ${amount}：两者应同为 0 或同不为 0`,
          en: `${name.en} says ${projects}, the amount procured ${amount}: both should be zero or both not`,
        },
        observed: amount,
        expected: null,
      });
    }),
};
