import { variablesOfTable } from '../../model/forms/variables.ts';
import { type Figures, numberIn } from '../../model/report.ts';
import { bodyKind } from '../../model/text/body-kind.ts';
import { tableName } from '../labels.ts';
import { blockedBy } from '../numbers.ts';
import { type Facts, flagged, NO_SUBJECTS, PASSED, type Rule, WHOLE_REPORT } from '../rule.ts';

const KEYS = { '2019': keysOf('2019'), '2021': keysOf('2021') };

function keysOf(edition: '2019' | '2021'): readonly string[] {
  return variablesOfTable(edition, 'proactive').map(({ key }) => key);
}

/**
 * Whether every figure of table 2 is 0 or empty: null where one that could be otherwise is missing or unreadable. For a
 * comparison with the year before too: all zero now, and not then, is worth a warning for any body.
 */
export function isAllZero(keys: readonly string[], figures: Figures): boolean | null {
  const numbers = keys.map((key) => numberIn(figures[key]));
  if (numbers.some((number) => number !== null && !Number.isNaN(number) && number !== 0)) return false;
  return numbers.some(Number.isNaN) ? null : true;
}

/** The figures of table 2 in the edition of a report. */
const figuresOfTable2 = ({ report }: Pick<Facts, 'report'>): readonly string[] =>
  report.editions.proactive === null ? [] : KEYS[report.editions.proactive];

export const t2AllZero: Rule<null> = {
  code: 'T2-ALL-ZERO',
  title: { zh: '第二表全部为 0', en: 'Every figure of table 2 is 0' },
  severity: 'warning',
  scope: 'table',
  table: 'proactive',
  needs: ['report.agency', 'proactive.*.*'],
  explanation: {
    zh: '县级以上人民政府的第二表不应全部为 0 或空白：一年之中总有许可、处罚或现行有效的规范性文件。',
    en: 'Table 2 of a government at county level or above is not all 0 or blank: in a year there are licences, penalties or documents in force.',
  },
  basis: {
    zh: '《政府信息公开条例》第二十条第（一）（五）（六）（八）项',
    en: 'Regulation, Article 20 (一)(五)(六)(八)',
  },
  notWhen: {
    zh: '乡镇、街道和部门不在此列：没有许可、处罚权限的，全部为 0 是正常的。',
    en: 'Towns, subdistricts and departments: one without powers to license or penalise has nothing to count.',
  },
  subjects: ({ report }) =>
    report.editions.proactive !== null && (report.agency === null || bodyKind(report.agency).kind === 'government')
      ? WHOLE_REPORT
      : NO_SUBJECTS,
  check(_, facts) {
    const keys = figuresOfTable2(facts);
    const zero = isAllZero(keys, facts.figures);
    if (zero === null) return blockedBy(keys, facts);
    if (!zero) return PASSED;
    const table = tableName('proactive');
    return flagged({
      cells: keys,
      message: {
        zh: `“${facts.report.agency}”的${table.zh} ${keys.length} 个数字全部为 0 或空白`,
        en: `all ${keys.length} figures of ${table.en} of ${facts.report.agency} are 0 or blank`,
      },
      observed: 0,
      expected: null,
    });
  },
};
