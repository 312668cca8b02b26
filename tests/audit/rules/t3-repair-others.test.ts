import { t3Bound } from '../../../src/audit/rules/t3-bound.ts';
import { t3CarryInTwice } from '../../../src/audit/rules/t3-carry-in-twice.ts';
import { t3CarryShare } from '../../../src/audit/rules/t3-carry-share.ts';
import { t3TotalOnly } from '../../../src/audit/rules/t3-total-only.ts';
import { t4Shift } from '../../../src/audit/rules/t4-shift.ts';
import { variablesOfTable } from '../../../src/model/forms/variables.ts';
import { judgeCases } from '../judge-cases.ts';

/** The rules beside the repair: bounds, tables of totals only, double counts, a table 4 that is one place off. */

const SOME = { 'requests.granted.natural': 12, 'requests.granted.business': 3, 'requests.carried_out.natural': 4 };
const noRequests = { editions: { requests: null } } as const;

judgeCases(t3Bound, [
  {
    name: 'a cell is missing, and the rest stays within its bounds',
    outcome: 'passed',
    details: SOME,
    cells: { 'requests.granted.legal': null },
  },
  {
    name: 'an applicant above the total of its row, where what can’t be read could make up for it in every sum',
    outcome: 'flagged',
    details: SOME,
    cells: {
      'requests.granted.natural': 40,
      'requests.granted.legal': '约1',
      'requests.partial.legal': null,
      'requests.partial.natural': null,
    },
    severity: 'error',
    observed: 40,
    expected: 15,
    says: ['“（一）予以公开”一行“自然人”栏为 40，大于该行总计 15'],
  },
  { name: 'every sum can run', outcome: 'notApplicable', details: SOME },
  {
    name: 'what came in is missing',
    outcome: 'couldNotRun',
    details: SOME,
    cells: { 'requests.received.natural': null },
  },
  { name: 'no table 3', outcome: 'couldNotRun', ...noRequests },
]);

const onlyTotals = { received: 9, granted: 5, partial: 4, total: 9 };

judgeCases(t3TotalOnly, [
  { name: 'applicants filled in', outcome: 'passed', details: SOME },
  {
    name: 'totals alone',
    outcome: 'flagged',
    cells: Object.fromEntries(Object.entries(onlyTotals).map(([row, sum]) => [`requests.${row}.total`, sum])),
    flags: [Object.keys(onlyTotals).map((row) => `requests.${row}.total`)],
    severity: 'warning',
    observed: 4,
    expected: 0,
    says: ['4 个不为 0 的行中，有 4 行只填了总计'],
  },
  {
    name: 'one row in five whose applicants are left out',
    outcome: 'passed',
    details: SOME,
    cells: { 'requests.granted.natural': 0, 'requests.granted.business': 0 },
  },
  { name: 'all is 0', outcome: 'notApplicable' },
  { name: 'a cell that is missing', outcome: 'couldNotRun', details: SOME, cells: { 'requests.granted.legal': null } },
  { name: 'no table 3', outcome: 'couldNotRun', ...noRequests },
]);

judgeCases(t3CarryInTwice, [
  { name: 'what balances', outcome: 'passed', details: { ...SOME, 'requests.carried_in.natural': 2 } },
  {
    name: 'received with the carry-over in it',
    outcome: 'flagged',
    details: SOME,
    cells: { 'requests.carried_in.natural': 2, 'requests.carried_in.total': 2 },
    severity: 'warning',
    observed: 19,
    expected: 17,
    says: ['本年新收 19 已等于办理结果 15 加结转下年度 4，疑已含上年结转 2，新收应为 17'],
  },
  { name: 'nothing carried in', outcome: 'notApplicable', details: SOME },
  { name: 'no table 3', outcome: 'couldNotRun', ...noRequests },
  { name: 'a cell that is missing', outcome: 'couldNotRun', cells: { 'requests.carried_in.total': null } },
]);

judgeCases(t3CarryShare, [
  {
    name: 'a sixth',
    outcome: 'passed',
    details: { 'requests.granted.natural': 50, 'requests.carried_out.natural': 10 },
  },
  {
    name: 'two thirds',
    outcome: 'flagged',
    details: { 'requests.granted.natural': 10, 'requests.carried_out.natural': 20 },
    severity: 'info',
    observed: 66.7,
    says: ['结转下年度 20 件，占新收与结转之和 30 件的 66.7%'],
  },
  {
    name: 'a half',
    outcome: 'passed',
    details: { 'requests.granted.natural': 10, 'requests.carried_out.natural': 10 },
  },
  { name: 'few requests', outcome: 'notApplicable', details: { 'requests.carried_out.natural': 19 } },
  { name: 'no table 3', outcome: 'couldNotRun', ...noRequests },
]);

const KEYS = variablesOfTable('2021', 'disputes').map(({ key }) => key);
const inOrder = (values: readonly number[]) => Object.fromEntries(KEYS.map((key, place) => [key, values[place] ?? 0]));
const RIGHT = [3, 1, 0, 2, 6, 0, 0, 0, 0, 0, 4, 0, 1, 0, 5];

judgeCases(t4Shift, [
  { name: 'values in their places', outcome: 'passed', cells: inOrder(RIGHT) },
  {
    name: 'one place to the right, the last at the front',
    outcome: 'flagged',
    cells: inOrder([5, ...RIGHT.slice(0, -1)]),
    severity: 'warning',
    expected: RIGHT.join(', '),
    says: ['5, 3, 1, 0, 2, 6'],
  },
  {
    name: 'one place to the left',
    outcome: 'flagged',
    cells: inOrder([...RIGHT.slice(1), 3]),
    expected: RIGHT.join(', '),
  },
  { name: 'all 0', outcome: 'passed' },
  { name: 'a total that is wrong in its place', outcome: 'notApplicable', cells: { 'disputes.review.total': 3 } },
  { name: 'a cell that is missing', outcome: 'couldNotRun', cells: { 'disputes.review.other': null } },
  { name: 'no table 4', outcome: 'couldNotRun', editions: { disputes: null }, says: ['文中没有第四表'] },
]);
