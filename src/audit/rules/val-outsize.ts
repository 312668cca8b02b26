import { identitiesOf } from '../../model/forms/identities.ts';
import type { Variable } from '../../model/forms/variables.ts';
import { numberIn } from '../../model/report.ts';
import { bodyKind } from '../../model/text/body-kind.ts';
import { cellName } from '../labels.ts';
import { blockedBy } from '../numbers.ts';
import { presentVariables } from '../present-variables.ts';
import { type Facts, flagged, NOT_APPLICABLE, PASSED, type Rule } from '../rule.ts';
import { judgeSum } from '../sums.ts';

const MOST_REQUESTS = 1_000_000;
const MOST_OF_A_TOWN = 100_000;
const NO_WORDS = { zh: '', en: '' };

function boundOf({ table }: Variable, { report }: Facts): number {
  const kind = report.agency === null ? 'other' : bodyKind(report.agency).kind;
  if (kind === 'town' || kind === 'subdistrict') return MOST_OF_A_TOWN;
  return table === 'proactive' ? Number.POSITIVE_INFINITY : MOST_REQUESTS;
}

/** Whether all sums that a cell is part of hold; null for a cell of table 2, which is part of none. */
function holdsInSums({ key, table, edition }: Variable, facts: Facts): boolean | null {
  const sums = identitiesOf(edition, table).filter(({ left, right }) => left.includes(key) || right.includes(key));
  if (sums.length === 0) return null;
  return sums.every((identity) => judgeSum(identity, facts, () => NO_WORDS).outcome === 'passed');
}

export const valOutsize: Rule<Variable> = {
  code: 'VAL-OUTSIZE',
  title: { zh: '数字过大，或像是年份', en: 'A figure far too large, or one that is a year' },
  severity: 'warning',
  scope: 'cell',
  table: null,
  needs: ['proactive.*.*', 'requests.*.*', 'disputes.*.*'],
  explanation: {
    zh: '第三、四表的数字达到 1000000、乡镇街道的件数达到 100000；或件数恰为报告年度或其上一年，且有合计关系不成立（第二表没有合计关系，仅提示）。',
    en: 'A figure of table 3 or 4 reaches 1 000 000, a count of a town or subdistrict 100 000; or a count is the year of the report or the one before it and a sum with it fails (info in table 2, which has no sums).',
  },
  basis: { zh: '已公布年报的数量级；逻辑', en: 'The order of size of published reports; logic' },
  notWhen: {
    zh: '像年份的件数与各合计关系都相符；金额不在此列。',
    en: 'A count that looks like a year agrees with every sum; amounts are not judged.',
  },
  subjects: (facts) => presentVariables(facts).filter(({ kind }) => kind !== 'amount'),
  check(variable, facts) {
    const { key, edition } = variable;
    const value = numberIn(facts.figures[key]);
    if (value === null) return NOT_APPLICABLE;
    if (Number.isNaN(value)) return blockedBy([key], facts);
    // Nearly every figure is far below both, and there are two hundred of them.
    if (value < 1_900) return PASSED;
    const bound = boundOf(variable, facts);
    const { year } = facts.report;
    const name = cellName(key, edition);
    if (value >= bound) {
      return flagged({
        cells: [key],
        message: {
          zh: `${name.zh}为 ${value}，远超同类数字（${bound}）`,
          en: `${name.en} says ${value}, far beyond its kind (${bound})`,
        },
        observed: value,
        expected: null,
      });
    }
    if (year === null || (value !== year && value !== year - 1)) return PASSED;
    const holds = holdsInSums(variable, facts);
    if (holds === true) return PASSED;
    return flagged({
      cells: [key],
      severity: holds === null ? 'info' : 'warning',
      message: {
        zh: `${name.zh}为 ${value}，与${value === year ? '报告年度' : '上一年度'}相同，疑将年份填作件数`,
        en: `${name.en} says ${value}, the year of the report${value === year ? '' : ' before'}; a year may have been filled in as a count`,
      },
      observed: value,
      expected: null,
    });
  },
};
