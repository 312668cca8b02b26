import { TABLE_ROLES, type TableRole } from '../../../model/forms/form.ts';
import { cellName, tableName } from '../../labels.ts';
import { tidyNumber } from '../../numbers.ts';
import { couldNotRun, flagged, PASSED } from '../../rule.ts';
import type { Companions, StoredReport } from '../companions.ts';
import { doubtsOf, firstOf } from '../compared.ts';
import type { CrossRule } from '../cross-rule.ts';
import { coversOfficeOnly, isOwnOffice, type RegionSum, regionSums, saysOwnOnly } from '../region-sums.ts';

/** All that the region's portal expects, the government itself among them, or nothing can be said of the sum. */
const allHeld = ({ children, absent, expected }: Companions): boolean =>
  absent.length === 0 && expected !== null && children.length >= expected - 1;

const gapOf = ({ parent, sum }: RegionSum): number => tidyNumber(parent - sum);

/** A child whose figure is just what is missing was probably left out, or counted twice. */
function suspect({ addends }: RegionSum, gap: number): StoredReport | undefined {
  const fitting = addends.filter(({ value }) => value > 0 && value === Math.abs(gap));
  return fitting.length === 1 ? fitting[0]?.of : undefined;
}

export const hSum: CrossRule<TableRole> = {
  code: 'H-SUM',
  title: { zh: '政府年报与所属单位之和不符', en: 'A government’s figures are not the sum of its bodies’' },
  severity: 'warning',
  scope: 'table',
  table: null,
  needs: [],
  compares: ['children', 'absent', 'expected'],
  explanation: {
    zh: '政府年报各项数字应等于其办公室（厅）与各部门、乡镇街道之和；未存有办公室年报的，应不小于其余之和，差额视为办公室本身的（提示）。',
    en: 'A government’s figures are those of its office, departments and towns together; where the office’s report is not held, at least the sum of the others, the rest being the office’s (a remark).',
  },
  basis: {
    zh: '《政府信息公开条例》第四十九条第二款；年报汇总惯例',
    en: 'Regulation, Article 49 ¶2; the practice of consolidated reports',
  },
  notWhen: {
    zh: '未存齐全部下级年报，或不知应有几份；年报只涵盖本级。',
    en: 'Not all of the bodies’ reports are held, or how many there are is not known; the report covers the office alone.',
  },
  subjects: (report, companions) =>
    report.body.kind === 'government' &&
    companions.children.length > 0 &&
    allHeld(companions) &&
    !saysOwnOnly(report) &&
    coversOfficeOnly(report, companions.children) === null
      ? TABLE_ROLES.filter((role) => report.report.editions[role])
      : [],
  check(role, report, { children }) {
    const sums = regionSums(role, report, children);
    const table = tableName(role);
    if (sums.length === 0)
      return couldNotRun({ zh: `${table.zh}没有可比的数字`, en: `${table.en} has no figure that can be compared` });
    const office = children.some(isOwnOffice);
    const wrong = sums.filter((one) => (office ? gapOf(one) !== 0 : gapOf(one) < 0));
    const [first] = wrong;
    if (!first) return PASSED;
    const name = cellName(first.key, report.report.editions[role] ?? '2021');
    const gap = gapOf(first);
    const child = suspect(first, gap);
    const remark = child
      ? { zh: `，恰为${child.body.name}的数字`, en: `, just what ${child.body.name} reports` }
      : { zh: '', en: '' };
    const doubts = children.map((one) => doubtsOf(one, [first.key]));
    const keys = wrong.map(({ key }) => key);
    return flagged({
      cells: keys,
      severity: office ? 'warning' : 'info',
      message: {
        zh: `${table.zh}有 ${wrong.length} 个数字与 ${children.length} 个所属单位之和不符，如${name.zh}为 ${first.parent}，其和为 ${tidyNumber(first.sum)}，相差 ${Math.abs(gap)}${remark.zh}（相加：${firstOf(first.addends.filter(({ value }) => value > 0).map(({ of, value }) => `${of.body.name} ${value}`)).zh}）${doubts.map(({ zh }) => zh).join('')}`,
        en: `${table.en}: ${wrong.length} figures are not the sum of the ${children.length} bodies below, as ${name.en}: ${first.parent} against ${tidyNumber(first.sum)}, ${Math.abs(gap)} apart${remark.en} (added: ${firstOf(first.addends.filter(({ value }) => value > 0).map(({ of, value }) => `${of.body.name} ${value}`)).en})${doubts.map(({ en }) => en).join('')}`,
      },
      observed: first.parent,
      expected: tidyNumber(first.sum),
    });
  },
};
