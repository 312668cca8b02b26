import type { TableRole } from '../model/forms/form.ts';
import { numberIn } from '../model/report.ts';
import { cellName, tableName } from './labels.ts';
import { blockedBy, tidyNumber } from './numbers.ts';
import { couldNotRun, type Facts, type Finding, flagged, type Judgement, NOT_APPLICABLE, PASSED } from './rule.ts';
import { countedCells } from './sums.ts';

/** An empty total cell is a fault when its addends hold numbers; when they are empty too there is nothing to total. */
export function judgeEmptyTotal(key: string, facts: Facts): Judgement {
  const printed = numberIn(facts.figures[key]);
  if (printed !== null) return Number.isNaN(printed) ? blockedBy([key], facts) : PASSED;
  const role = key.split('.')[0] as TableRole;
  const edition = facts.report.editions[role];
  const sum = countedCells(role, facts)(key);
  if (sum === null || edition === null) return NOT_APPLICABLE;
  const name = cellName(key, edition);
  if (Number.isNaN(sum)) {
    return couldNotRun({ zh: `${name.zh}未填，其分项有缺`, en: `${name.en} is empty and its addends can’t be read` });
  }
  return flagged({
    cells: [key],
    severity: sum > 0 ? 'warning' : 'info',
    message: {
      zh: `${name.zh}未填，各分项之和为 ${tidyNumber(sum)}`,
      en: `${name.en} is empty; its parts add up to ${tidyNumber(sum)}`,
    },
    observed: null,
    expected: tidyNumber(sum),
  });
}

/** Above this number the empty totals of a table are a habit of its author, and one flag says so. */
const SINGLY = 5;

export function gatherEmptyTotals(findings: readonly Finding[], role: TableRole): readonly Finding[] {
  if (findings.length <= SINGLY) return findings;
  const positive = findings.filter((finding) => finding.severity === 'warning');
  const list = (of: 'zh' | 'en', mark: string) => findings.map(({ message }) => message[of]).join(mark);
  const { zh, en } = tableName(role);
  return [
    {
      cells: findings.flatMap((finding) => finding.cells),
      severity: positive.length > 0 ? 'warning' : 'info',
      message: {
        zh: `${zh}有 ${findings.length} 个总计未填，其中 ${positive.length} 个的各分项之和大于 0：${list('zh', '；')}`,
        en: `${en} leaves ${findings.length} totals empty, ${positive.length} of them over parts that add up to more than 0: ${list('en', '; ')}`,
      },
      observed: null,
      expected: null,
    },
  ];
}
