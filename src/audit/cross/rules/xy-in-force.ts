import { namesOf } from '../../labels.ts';
import { tidyNumber } from '../../numbers.ts';
import { flagged, PASSED } from '../../rule.ts';
import { doubtsOf, judgeCells } from '../compared.ts';
import type { CrossRule } from '../cross-rule.ts';
import { besideLastYear, lastYearOf, SAME_BODY } from '../last-year.ts';

const cell = (row: string, column: string): string => `proactive.${row}.${column}`;

export const xyInForce: CrossRule<string> = {
  code: 'XY-IN-FORCE',
  title: { zh: '现行有效件数与上年不相衔接', en: 'Documents in force don’t follow from last year’s' },
  severity: 'warning',
  scope: 'row',
  table: 'proactive',
  needs: ['proactive.*.issued', 'proactive.*.repealed', 'proactive.*.in_force'],
  compares: ['earlier'],
  explanation: {
    zh: '2021 年版：规章、行政规范性文件的现行有效件数应等于上年现行有效件数加本年制发、减本年废止。',
    en: 'Edition 2021: regulations and normative documents in force are last year’s, plus those issued, less those repealed.',
  },
  basis: { zh: '国办公开办函〔2021〕30号所附表式；逻辑', en: 'The form of 国办公开办函〔2021〕30号; logic' },
  notWhen: {
    zh: `${SAME_BODY.zh}上年仍用 2019 年版；其中一格未填。`,
    en: `${SAME_BODY.en} Last year’s is of edition 2019; one of the figures is empty.`,
  },
  subjects: ({ report }, companions) =>
    besideLastYear(companions, (lastYear) =>
      report.editions.proactive === '2021' && lastYear.report.editions.proactive === '2021'
        ? ['regulations', 'normative']
        : [],
    ),
  check(row, report, companions) {
    const lastYear = lastYearOf(companions);
    const own = ['in_force', 'issued', 'repealed'].map((column) => cell(row, column));
    const cells = [...own.map((key) => ({ of: report, key })), { of: lastYear, key: cell(row, 'in_force') }];
    return judgeCells(cells, ([inForce = 0, issued = 0, repealed = 0, before = 0]) => {
      const expected = before + issued - repealed;
      const gap = tidyNumber(inForce - expected);
      if (gap === 0) return PASSED;
      const name = namesOf(cell(row, 'in_force'), '2021').row;
      const doubts = doubtsOf(lastYear, [cell(row, 'in_force')]);
      return flagged({
        cells: own,
        message: {
          zh: `第二表“${name.zh}”：现行有效 ${inForce} 件，而上年现行有效 ${before} 加本年制发 ${issued}、减废止 ${repealed} 应为 ${expected}，相差 ${Math.abs(gap)}${doubts.zh}`,
          en: `Table 2, “${name.en}”: ${inForce} in force, while last year’s ${before} plus ${issued} issued less ${repealed} repealed is ${expected}: they differ by ${Math.abs(gap)}${doubts.en}`,
        },
        observed: inForce,
        expected,
      });
    });
  },
};
