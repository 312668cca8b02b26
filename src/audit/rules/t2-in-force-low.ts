import { cellName } from '../labels.ts';
import { judgeNumbers } from '../numbers.ts';
import { flagged, NO_SUBJECTS, PASSED, type Rule } from '../rule.ts';

const ROWS = ['regulations', 'normative'] as const;

export const t2InForceLow: Rule<(typeof ROWS)[number]> = {
  code: 'T2-IN-FORCE-LOW',
  title: { zh: '现行有效件数过小', en: 'Fewer documents in force than the year alone leaves' },
  severity: 'error',
  scope: 'row',
  table: 'proactive',
  needs: ['proactive.*.issued', 'proactive.*.repealed', 'proactive.*.in_force'],
  explanation: {
    zh: '2021 年版：现行有效件数不应小于本年制发件数减本年废止件数。',
    en: 'Edition 2021: what is in force is at least what was issued in the year less what was repealed.',
  },
  basis: { zh: '国办公开办函〔2021〕30号所附表式；逻辑', en: 'The form of 国办公开办函〔2021〕30号; logic' },
  notWhen: { zh: '其中一格未填。', en: 'One of the three is empty.' },
  subjects: ({ report }) => (report.editions.proactive === '2021' ? ROWS : NO_SUBJECTS),
  check(row, facts) {
    const keys = ['in_force', 'issued', 'repealed'].map((column) => `proactive.${row}.${column}`);
    return judgeNumbers(keys, facts, ([inForce = 0, issued = 0, repealed = 0]) => {
      if (inForce >= issued - repealed) return PASSED;
      const name = cellName(keys[0] ?? '', '2021');
      return flagged({
        cells: keys,
        message: {
          zh: `${name.zh}为 ${inForce}，小于本年制发 ${issued} 减废止 ${repealed} 之差 ${issued - repealed}`,
          en: `${name.en} says ${inForce}, below ${issued} issued less ${repealed} repealed = ${issued - repealed}`,
        },
        observed: inForce,
        expected: issued - repealed,
      });
    });
  },
};
