import { figureKey } from '../../model/forms/variables.ts';
import { tableOfRequests } from '../repair/judge-repair.ts';
import { judgeNumbersOrZero } from '../repair/numbers-or-zero.ts';
import { flagged, NOT_APPLICABLE, PASSED, type Rule } from '../rule.ts';

/** Below so many requests a share says little. */
const LEAST = 20;
const MOST_SHARE = 0.5;

const CELLS = ['carried_out', 'received', 'carried_in'].map((row) => figureKey('requests', row, 'total'));

export const t3CarryShare: Rule<null> = {
  code: 'T3-CARRY-SHARE',
  title: { zh: '结转下年度的比例过高', en: 'A large share is carried over to next year' },
  severity: 'info',
  scope: 'table',
  table: 'requests',
  needs: ['requests.*.total'],
  explanation: {
    zh: '结转下年度超过本年新收加上年结转的一半。答复期限为 20 个工作日，通常的比例为 8% 至 16%。',
    en: 'More than half of what was received and carried in is carried over to next year. With 20 working days to answer, 8 to 16 % are usual.',
  },
  basis: { zh: '《政府信息公开条例》第三十三条', en: 'Regulation, Article 33' },
  notWhen: { zh: '本年新收加上年结转不足 20 件。', en: 'Fewer than 20 requests were received and carried in.' },
  subjects: tableOfRequests,
  check: (_, facts) =>
    judgeNumbersOrZero(CELLS, facts, ([carriedOut = 0, received = 0, carriedIn = 0]) => {
      const inflow = received + carriedIn;
      if (inflow < LEAST) return NOT_APPLICABLE;
      if (carriedOut / inflow <= MOST_SHARE) return PASSED;
      const percent = Number(((100 * carriedOut) / inflow).toFixed(1));
      return flagged({
        cells: CELLS,
        message: {
          zh: `结转下年度 ${carriedOut} 件，占新收与结转之和 ${inflow} 件的 ${percent}%`,
          en: `${carriedOut} of ${inflow} requests, ${percent} %, are carried over to next year`,
        },
        observed: percent,
        expected: null,
      });
    }),
};
