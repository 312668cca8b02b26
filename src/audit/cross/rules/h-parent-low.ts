import { TABLE_ROLES, type TableRole } from '../../../model/forms/form.ts';
import { cellName, tableName } from '../../labels.ts';
import { tidyNumber } from '../../numbers.ts';
import { couldNotRun, flagged, PASSED } from '../../rule.ts';
import { doubtsOf, firstOf } from '../compared.ts';
import type { CrossRule } from '../cross-rule.ts';
import { coversOfficeOnly, regionSums, saysOwnOnly } from '../region-sums.ts';

export const hParentLow: CrossRule<TableRole> = {
  code: 'H-PARENT-LOW',
  title: { zh: '政府年报的数字小于所属单位', en: 'A government reports less than the bodies below it' },
  severity: 'warning',
  scope: 'table',
  table: null,
  needs: [],
  compares: ['children', 'absent'],
  explanation: {
    zh: '政府年报的每一数字应不小于任一所属单位的，也不小于已存各所属单位之和，即使未存齐。',
    en: 'Every figure of a government is at least that of each body below it, and of all that are held together, even if some are missing.',
  },
  basis: { zh: '汇总年报的逻辑', en: 'Logic of a consolidated report' },
  notWhen: {
    zh: '年报只涵盖本级（自称，或各项均小于所属单位之和：见 H-OWN-OFFICE-ONLY）。',
    en: 'The report covers the office alone: it says so, or every figure is below the sum (H-OWN-OFFICE-ONLY tells).',
  },
  subjects: (report, { children }) =>
    report.body.kind === 'government' &&
    children.length > 0 &&
    !saysOwnOnly(report) &&
    coversOfficeOnly(report, children) === null
      ? TABLE_ROLES.filter((role) => report.report.editions[role])
      : [],
  check(role, report, { children, absent }) {
    const sums = regionSums(role, report, children);
    const table = tableName(role);
    if (sums.length === 0)
      return couldNotRun({ zh: `${table.zh}没有可比的数字`, en: `${table.en} has no figure that can be compared` });
    const low = sums.filter(({ parent, sum }) => tidyNumber(sum - parent) > 0);
    const worst = low.find(({ parent, largest }) => largest.value > parent) ?? low[0];
    if (!worst) return PASSED;
    const name = cellName(worst.key, report.report.editions[role] ?? '2021');
    const { of, value } = worst.largest;
    const alone = value > worst.parent;
    const missing =
      absent.length > 0
        ? { zh: `（尚缺：${firstOf(absent).zh}）`, en: ` (not held: ${firstOf(absent).en})` }
        : { zh: '', en: '' };
    const doubts = doubtsOf(of, [worst.key]);
    return flagged({
      cells: low.map(({ key }) => key),
      message: {
        zh: `${table.zh}有 ${low.length} 个数字小于所属单位，如${name.zh}为 ${worst.parent}，${alone ? `而${of.body.name}即为 ${value}` : `而已存 ${children.length} 个所属单位之和为 ${tidyNumber(worst.sum)}`}${missing.zh}${doubts.zh}`,
        en: `${table.en}: ${low.length} figures are below those of the bodies under it, as ${name.en}: ${worst.parent}, ${alone ? `while ${of.body.name} alone reports ${value}` : `while the ${children.length} bodies held report ${tidyNumber(worst.sum)}`}${missing.en}${doubts.en}`,
      },
      observed: worst.parent,
      expected: alone ? value : tidyNumber(worst.sum),
    });
  },
};
