import { TABLE_ROLES, type TableRole } from '../../../model/forms/form.ts';
import { type Variable, variablesOfTable } from '../../../model/forms/variables.ts';
import { numberIn, type Severity } from '../../../model/report.ts';
import { tableName } from '../../labels.ts';
import { couldNotRun, flagged, NOT_APPLICABLE, PASSED } from '../../rule.ts';
import type { StoredReport } from '../companions.ts';
import { seenAt } from '../compared.ts';
import type { CrossRule } from '../cross-rule.ts';
import { besideLastYear, lastYearOf, SAME_BODY } from '../last-year.ts';

/** Documents in force stay what they are where none is issued: they tell nothing of copying. */
const STANDING = new Set(['in_force', 'public_total', 'items_prev']);

/** Fewer cells than these agree by chance: one request granted fills four. */
const FEWEST_CELLS = 4;
const FEWEST_REQUESTS = 5;

function severityOf(role: TableRole, equal: number, report: StoredReport): Severity {
  const value = (row: string) => numberIn(report.figures[`requests.${row}.total`]) ?? 0;
  if (role === 'requests') return value('received') + value('carried_in') >= FEWEST_REQUESTS ? 'error' : 'info';
  return equal >= FEWEST_CELLS ? 'warning' : 'info';
}

/** The cells that tell something, and whether each is the same in both; null where one can't be read. */
function compare(
  variables: readonly Variable[],
  a: StoredReport,
  b: StoredReport,
): { equal: Variable[]; differ: boolean } | null {
  const equal: Variable[] = [];
  for (const variable of variables) {
    const [left, right] = [numberIn(a.figures[variable.key]) ?? 0, numberIn(b.figures[variable.key]) ?? 0];
    if (Number.isNaN(left + right)) return null;
    if (left !== right) return { equal, differ: true };
    if (left !== 0 && !STANDING.has(variable.column)) equal.push(variable);
  }
  return { equal, differ: false };
}

export const xySameTable: CrossRule<TableRole> = {
  code: 'XY-SAME-TABLE',
  title: { zh: '整张表与上年完全相同', en: 'A table is last year’s, cell by cell' },
  severity: 'error',
  scope: 'table',
  table: null,
  needs: [],
  compares: ['earlier'],
  explanation: {
    zh: '第二、三、四表不应与上年年报逐格相同：第三表收到 5 件以上的为错误，其他表有 4 个以上相同的非零数字的为警告，余为提示。',
    en: 'Tables 2, 3 and 4 are not those of last year cell by cell: an error for table 3 from five requests on, a warning for the others from four equal figures on, a remark below.',
  },
  basis: { zh: '两年数字逐格相同，多为照抄上年', en: 'Two years alike in every figure are a copy more often than not' },
  notWhen: {
    zh: `${SAME_BODY.zh}两年版本不同；除现行有效等存量外全为 0。`,
    en: `${SAME_BODY.en} The editions differ; everything but standing numbers such as documents in force is 0.`,
  },
  subjects: ({ report }, companions) =>
    besideLastYear(companions, (lastYear) =>
      TABLE_ROLES.filter((role) => report.editions[role] && report.editions[role] === lastYear.report.editions[role]),
    ),
  check(role, report, companions) {
    const lastYear = lastYearOf(companions);
    const compared = compare(variablesOfTable(report.report.editions[role] ?? '2021', role), report, lastYear);
    const table = tableName(role);
    if (!compared) {
      return couldNotRun({
        zh: `${table.zh}有无法辨认或缺失的数字`,
        en: `${table.en} has a figure that is missing or unreadable`,
      });
    }
    const { equal, differ } = compared;
    if (differ) return PASSED;
    if (equal.length === 0) return NOT_APPLICABLE;
    const place = seenAt(lastYear);
    return flagged({
      cells: equal.map(({ key }) => key),
      severity: severityOf(role, equal.length, report),
      message: {
        zh: `${table.zh}与${lastYear.year}年年报${place.zh}逐格相同，其中非零数字 ${equal.length} 个`,
        en: `${table.en} is the same as in the report for ${lastYear.year}${place.en} in every cell, ${equal.length} of them not zero`,
      },
      observed: equal.length,
      expected: null,
    });
  },
};
