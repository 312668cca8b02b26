import { judgeNumbers } from '../numbers.ts';
import { flagged, NO_SUBJECTS, NOT_APPLICABLE, PASSED, type Rule, WHOLE_REPORT } from '../rule.ts';

const FEES = 'proactive.fees.amount';
/** 10 000 万元 are a hundred million yuan: a whole number of 万元 beyond this many of them is likelier one of yuan. */
const BOUND = 1_000_000;
const YUAN_IN_WAN = 10_000;

export const valUnitScale: Rule<null> = {
  code: 'VAL-UNIT-SCALE',
  title: { zh: '收费金额疑以元填报', en: 'Fees that seem to be in yuan where 万元 are asked for' },
  severity: 'warning',
  scope: 'cell',
  table: 'proactive',
  needs: [FEES],
  explanation: {
    zh: '2021 年版收费金额以万元计；不小于 1000000 的整数（合一百亿元以上）多半是以元填报。',
    en: 'Edition 2021 asks for fees in 万元; a whole number of 1 000 000 or more (ten thousand million yuan) is likely one in yuan.',
  },
  basis: {
    zh: '国办公开办函〔2021〕30号所附表式（单位：万元）',
    en: 'The form of 国办公开办函〔2021〕30号 (单位：万元)',
  },
  notWhen: {
    zh: '金额带有小数；单元格另注单位（由 VAL-UNIT 提示）。',
    en: 'The amount has decimals; the cell names its own unit (left to VAL-UNIT).',
  },
  subjects: ({ report }) => (report.editions.proactive === '2021' ? WHOLE_REPORT : NO_SUBJECTS),
  check: (_, facts) =>
    judgeNumbers([FEES], facts, ([amount = 0]) => {
      const unit = facts.figures[FEES]?.unit;
      if (unit !== undefined && unit !== '万元') return NOT_APPLICABLE;
      if (amount < BOUND || !Number.isInteger(amount)) return PASSED;
      const likely = amount / YUAN_IN_WAN;
      return flagged({
        cells: [FEES],
        message: {
          zh: `行政事业性收费 ${amount} 万元，疑以元填报；若为元，合 ${likely} 万元`,
          en: `fees of ${amount} 万元 seem to be given in yuan; if so they are ${likely} 万元`,
        },
        observed: amount,
        expected: likely,
      });
    }),
};
