import { t3Balance } from '../../../src/audit/rules/t3-balance.ts';
import { t3ResultSum } from '../../../src/audit/rules/t3-result-sum.ts';
import { t3RowSum } from '../../../src/audit/rules/t3-row-sum.ts';
import { t3TotalBlank } from '../../../src/audit/rules/t3-total-blank.ts';
import { APPLICANTS } from '../../../src/model/forms/table-requests.ts';
import { variablesOfTable } from '../../../src/model/forms/variables.ts';
import { judgeCases } from '../judge-cases.ts';

const parts = (row: string) =>
  APPLICANTS.filter(({ key }) => key !== 'total').map(({ key }) => `requests.${row}.${key}`);
const SOME = { 'requests.granted.natural': 2, 'requests.partial.business': 3, 'requests.carried_out.natural': 1 };
const noTable = { editions: { requests: null } } as const;

judgeCases(t3RowSum, [
  { name: 'a consistent table of 2021', outcome: 'passed', details: SOME },
  { name: 'a consistent table of 2019', outcome: 'passed', edition: '2019', details: { 'requests.other.natural': 4 } },
  {
    name: 'a row whose total is not the sum, the total first',
    outcome: 'flagged',
    cells: { 'requests.refused_third_party.total': 1 },
    flags: [['requests.refused_third_party.total', ...parts('refused_third_party')]],
    severity: 'error',
    observed: 1,
    expected: 0,
    says: ['第三表“4.保护第三方合法权益”一行：六类申请人之和为 0，总计栏为 1，相差 1'],
  },
  {
    name: 'says that blanks were read as zero',
    outcome: 'flagged',
    cells: { 'requests.granted.natural': '', 'requests.granted.legal': '-', 'requests.granted.total': 1 },
    says: ['2 格未填，按 0 计'],
  },
  {
    name: 'blank details in a row that holds without them',
    outcome: 'passed',
    details: SOME,
    cells: { 'requests.granted.legal': '' },
  },
  {
    name: 'a decimal that adds up',
    outcome: 'passed',
    cells: { 'requests.granted.natural': 0.1, 'requests.granted.legal': 0.2, 'requests.granted.total': 0.3 },
  },
  {
    name: 'an empty total over numbers is left to another rule',
    outcome: 'notApplicable',
    details: SOME,
    cells: { 'requests.granted.total': '' },
  },
  {
    name: 'a missing applicant',
    outcome: 'couldNotRun',
    cells: { 'requests.granted.legal': null },
    says: ['“（一）予以公开”一行“法律服务机构”栏缺失'],
  },
  {
    name: 'an unreadable total',
    outcome: 'couldNotRun',
    cells: { 'requests.granted.total': '约3' },
    says: ['“（一）予以公开”一行“总计”栏无法辨认'],
  },
  { name: 'no table 3', outcome: 'couldNotRun', ...noTable, says: ['文中没有第三表'] },
]);

judgeCases(t3ResultSum, [
  { name: 'a consistent table', outcome: 'passed', details: SOME },
  {
    name: 'a column whose results are not their total',
    outcome: 'flagged',
    edition: '2019',
    cells: { 'requests.granted.natural': 2 },
    severity: 'error',
    observed: 0,
    expected: 2,
    says: ['第三表“自然人”一列：各项办理结果之和为 2，“（七）总计”为 0，相差 2'],
  },
  {
    name: 'an unfilled row total counts as the sum of its row',
    outcome: 'passed',
    details: SOME,
    cells: { 'requests.granted.total': '', 'requests.partial.total': '' },
  },
  {
    name: 'says that an unfilled row total was read as the sum of its row',
    outcome: 'flagged',
    details: SOME,
    cells: { 'requests.granted.total': '', 'requests.total.total': 9 },
    observed: 9,
    expected: 5,
    says: ['1 个总计未填，按其各分项之和计'],
  },
  {
    name: 'an empty total of results',
    outcome: 'notApplicable',
    details: SOME,
    cells: { 'requests.total.natural': '' },
  },
  { name: 'a missing result', outcome: 'couldNotRun', cells: { 'requests.partial.legal': null } },
]);

judgeCases(t3Balance, [
  { name: 'a consistent table', outcome: 'passed', details: { ...SOME, 'requests.carried_in.natural': 1 } },
  {
    name: 'a column that does not balance',
    outcome: 'flagged',
    cells: { 'requests.received.natural': 3 },
    flags: [
      [
        'requests.received.natural',
        'requests.carried_in.natural',
        'requests.total.natural',
        'requests.carried_out.natural',
      ],
    ],
    severity: 'error',
    observed: 3,
    expected: 0,
    says: ['第三表“自然人”一列不平衡：一加二为 3 + 0 = 3，三加四为 0 + 0 = 0，相差 3'],
  },
  {
    name: 'an unfilled total counts as the sum of its parts',
    outcome: 'passed',
    details: SOME,
    cells: { 'requests.total.natural': '', 'requests.received.total': '', 'requests.total.total': '' },
  },
  {
    name: 'an unfilled total over a cell that is missing',
    outcome: 'couldNotRun',
    details: SOME,
    cells: { 'requests.total.natural': '', 'requests.granted.natural': null },
  },
  { name: 'a missing member', outcome: 'couldNotRun', cells: { 'requests.carried_in.natural': null } },
]);

const emptyTotals = Object.fromEntries(
  variablesOfTable('2021', 'requests')
    .filter(({ column }) => column === 'total')
    .map(({ key }) => [key, '']),
);

judgeCases(t3TotalBlank, [
  { name: 'every total filled', outcome: 'passed', details: SOME },
  {
    name: 'an empty total over parts that add up to more than 0',
    outcome: 'flagged',
    details: SOME,
    cells: { 'requests.granted.total': '' },
    flags: [['requests.granted.total']],
    severity: 'warning',
    expected: 2,
    says: ['第三表“（一）予以公开”一行“总计”栏未填，各分项之和为 2'],
  },
  {
    name: 'an empty total over zeros',
    outcome: 'flagged',
    cells: { 'requests.granted.total': '-' },
    severity: 'info',
    expected: 0,
  },
  {
    name: 'an empty cell of the row of totals',
    outcome: 'flagged',
    details: SOME,
    cells: { 'requests.total.business': '' },
    flags: [['requests.total.business']],
    expected: 3,
  },
  {
    name: 'a whole column of empty totals makes one flag',
    outcome: 'flagged',
    details: SOME,
    cells: emptyTotals,
    flags: [Object.keys(emptyTotals)],
    severity: 'warning',
    says: ['第三表有 25 个总计未填，其中 5 个的各分项之和大于 0'],
  },
  {
    name: 'a row that is empty as a whole',
    outcome: 'notApplicable',
    cells: Object.fromEntries([...parts('granted'), 'requests.granted.total'].map((key) => [key, ''])),
  },
  { name: 'a total that is missing', outcome: 'couldNotRun', cells: { 'requests.granted.total': null } },
  {
    name: 'an empty total over a cell that is missing',
    outcome: 'couldNotRun',
    cells: { 'requests.granted.total': '', 'requests.granted.legal': null },
  },
]);
