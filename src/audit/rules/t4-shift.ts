import { isBroken } from '../../model/forms/arithmetic.ts';
import { identitiesOf } from '../../model/forms/identities.ts';
import { variablesOfTable } from '../../model/forms/variables.ts';
import { judgeNumbersOrZero } from '../repair/numbers-or-zero.ts';
import { flagged, NO_SUBJECTS, NOT_APPLICABLE, PASSED, type Rule, WHOLE_REPORT } from '../rule.ts';

/** The values one place on to the left or right; what leaves at one end comes in at the other. */
const SHIFTS = [1, -1];

export const t4Shift: Rule<null> = {
  code: 'T4-SHIFT',
  title: { zh: '第四表数字错位一格', en: 'The values of table 4 stand one place off' },
  severity: 'warning',
  scope: 'table',
  table: 'disputes',
  needs: ['disputes.*.*'],
  explanation: {
    zh: '将第四表的 15 个数一并左移或右移一格，三项总计便全部成立。',
    en: 'Moving all 15 values of table 4 by one place makes its three sums hold.',
  },
  basis: { zh: '本项目的推理；第四表为一行 15 格', en: 'This project’s reasoning; table 4 is one row of 15 cells' },
  notWhen: { zh: '照印出的数三项总计均已成立，或均为 0。', en: 'All sums hold as printed, or all is 0.' },
  subjects: ({ report }) => (report.editions.disputes === null ? NO_SUBJECTS : WHOLE_REPORT),
  check(_, facts) {
    const edition = facts.report.editions.disputes;
    if (edition === null) return NOT_APPLICABLE;
    const keys = variablesOfTable(edition, 'disputes').map(({ key }) => key);
    return judgeNumbersOrZero(keys, facts, (printed) => {
      const holds = (values: readonly number[]) => {
        const numbers = (key: string) => values[keys.indexOf(key)] ?? 0;
        return !identitiesOf(edition, 'disputes').some((identity) => isBroken(identity, numbers));
      };
      if (holds(printed)) return PASSED;
      const moved = SHIFTS.map((by) => keys.map((_key, place) => printed.at((place + by) % keys.length) ?? 0));
      const shifted = moved.find(holds);
      if (!shifted) return NOT_APPLICABLE;
      return flagged({
        cells: keys.filter((_key, place) => printed[place] !== shifted[place]),
        message: {
          zh: `第四表各数疑似错位一格：${printed.join(', ')} → ${shifted.join(', ')}，三项总计即全部成立`,
          en: `The values of table 4 seem to stand one place off: ${printed.join(', ')} → ${shifted.join(', ')}, with which its three sums hold`,
        },
        observed: printed.join(', '),
        expected: shifted.join(', '),
      });
    });
  },
};
