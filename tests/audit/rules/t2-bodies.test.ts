import { expect, it } from 'vitest';
import { isAllZero, t2AllZero } from '../../../src/audit/rules/t2-all-zero.ts';
import { t2RulePower } from '../../../src/audit/rules/t2-rule-power.ts';
import { figure, section } from '../build-reading.ts';
import { judgeCases } from '../judge-cases.ts';

const ISSUED = 'proactive.regulations.issued';
const IN_FORCE = 'proactive.regulations.in_force';
const of = (agency: string | null) => ({ report: { agency } });

judgeCases(t2RulePower, [
  { name: 'a department without rules', outcome: 'passed' },
  { name: 'a blank row', outcome: 'passed', cells: { [ISSUED]: '', [IN_FORCE]: '-' } },
  {
    name: 'a town that counts documents as rules',
    outcome: 'flagged',
    ...of('绍兴市柯桥区平水镇人民政府'),
    cells: { [ISSUED]: 12, [IN_FORCE]: 30 },
    flags: [[ISSUED, IN_FORCE]],
    severity: 'warning',
    observed: 12,
    expected: 0,
    says: ['“规章”一行却填有本年制发件数 12、现行有效件数 30'],
  },
  {
    name: 'a county, in the columns of 2019',
    outcome: 'flagged',
    edition: '2019',
    ...of('清溪县人民政府'),
    cells: { 'proactive.regulations.public_total': 3 },
    flags: [['proactive.regulations.public_total']],
  },
  { name: 'a county’s office', outcome: 'flagged', ...of('清溪县人民政府办公室'), cells: { [ISSUED]: 1 } },
  { name: 'a department of a province', outcome: 'flagged', ...of('浙江省教育厅'), cells: { [IN_FORCE]: 4 } },
  { name: 'a city of districts may', outcome: 'notApplicable', ...of('绍兴市人民政府'), cells: { [ISSUED]: 2 } },
  {
    name: 'so may a prefecture',
    outcome: 'notApplicable',
    ...of('湘西土家族苗族自治州人民政府'),
    cells: { [ISSUED]: 2 },
  },
  { name: 'and a ministry', outcome: 'notApplicable', ...of('财政部'), cells: { [ISSUED]: 2 } },
  {
    name: 'an office for its government',
    outcome: 'notApplicable',
    ...of('绍兴市人民政府办公室'),
    cells: { [ISSUED]: 2 },
  },
  { name: 'a name without its level', outcome: 'notApplicable', ...of('发展和改革委员会'), cells: { [ISSUED]: 2 } },
  {
    name: 'rules that the department drafted, as it says',
    outcome: 'notApplicable',
    cells: { [ISSUED]: 1 },
    sections: [section('一', '总体情况', 'overview', '本年牵头起草的市政府规章1件已公布施行。')],
  },
  { name: 'a body that is not known', outcome: 'couldNotRun', ...of(null), cells: { [ISSUED]: 1 } },
  { name: 'a missing figure beside zeros', outcome: 'couldNotRun', cells: { [ISSUED]: null } },
  { name: 'no table 2', outcome: 'couldNotRun', editions: { proactive: null } },
]);

judgeCases(t2AllZero, [
  {
    name: 'a county with one document in force',
    outcome: 'passed',
    ...of('清溪县人民政府'),
    cells: { 'proactive.normative.in_force': 1 },
  },
  {
    name: 'a figure besides one that is missing',
    outcome: 'passed',
    ...of('清溪县人民政府'),
    cells: { 'proactive.normative.in_force': 1, 'proactive.penalty.decisions': null },
  },
  {
    name: 'a county with zeros and blanks only',
    outcome: 'flagged',
    ...of('清溪县人民政府'),
    cells: { 'proactive.normative.in_force': '', 'proactive.fees.amount': '-' },
    severity: 'warning',
    says: ['“清溪县人民政府”的第二表 10 个数字全部为 0 或空白'],
  },
  { name: 'the 22 of 2019', outcome: 'flagged', edition: '2019', ...of('绍兴市人民政府'), says: ['22 个数字'] },
  { name: 'a street office', outcome: 'notApplicable', ...of('绍兴市柯桥区兰亭街道办事处') },
  { name: 'a department', outcome: 'notApplicable' },
  {
    name: 'zeros beside one that is missing',
    outcome: 'couldNotRun',
    ...of('清溪县人民政府'),
    cells: { 'proactive.penalty.decisions': null },
  },
  { name: 'a body that is not known', outcome: 'couldNotRun', ...of(null) },
]);

it.each([
  [{ a: figure(0), b: figure('') }, true],
  [{ a: figure(0), b: figure(3) }, false],
  [{ a: figure(3), b: figure(null) }, false],
  [{ a: figure(0), b: figure(null) }, null],
] as const)('tells a table of zeros for a comparison of years: %j', (figures, all) => {
  expect(isAllZero(['a', 'b'], figures)).toBe(all);
});
