import { figureKey } from '../../model/forms/variables.ts';
import { tableOfRequests } from '../repair/judge-repair.ts';
import { judgeNumbersOrZero } from '../repair/numbers-or-zero.ts';
import { flagged, NOT_APPLICABLE, PASSED, type Rule } from '../rule.ts';

const of = (row: string) => figureKey('requests', row, 'total');
const CELLS = ['received', 'carried_in', 'total', 'carried_out'].map(of);

export const t3CarryInTwice: Rule<null> = {
  code: 'T3-CARRY-IN-TWICE',
  title: { zh: '本年新收疑含上年结转', en: 'What was received seems to count the carry-over of last year in' },
  severity: 'warning',
  scope: 'table',
  table: 'requests',
  needs: ['requests.*.total'],
  explanation: {
    zh: '上年结转大于 0，而本年新收独自等于办理结果总计加结转下年度：新收中已含结转，一加二便重复计算。',
    en: 'Something was carried over from last year, and received alone equals handled plus carried over to next year: received already contains the carry-over, and 一 plus 二 counts it twice.',
  },
  basis: {
    zh: '表式左上角的等式；正文中两种计法并存',
    en: 'The equation in the corner cell of the form; prose shows both ways of counting',
  },
  notWhen: { zh: '上年结转为 0 或未填。', en: 'Nothing was carried over from last year.' },
  subjects: tableOfRequests,
  check: (_, facts) =>
    judgeNumbersOrZero(CELLS, facts, ([received = 0, carriedIn = 0, handled = 0, carriedOut = 0]) => {
      if (carriedIn <= 0) return NOT_APPLICABLE;
      if (received !== handled + carriedOut) return PASSED;
      return flagged({
        cells: [of('received'), of('carried_in'), of('total'), of('carried_out')],
        message: {
          zh: `第三表总计栏：本年新收 ${received} 已等于办理结果 ${handled} 加结转下年度 ${carriedOut}，疑已含上年结转 ${carriedIn}，新收应为 ${received - carriedIn}`,
          en: `Table 3, total: received ${received} alone equals handled ${handled} plus carried over ${carriedOut}, and so seems to contain the ${carriedIn} carried in; received would be ${received - carriedIn}`,
        },
        observed: received,
        expected: received - carriedIn,
      });
    }),
};
