import { t3OneCell } from '../../../src/audit/rules/t3-one-cell.ts';
import { t3Repair } from '../../../src/audit/rules/t3-repair.ts';
import { t3RepairTied } from '../../../src/audit/rules/t3-repair-tied.ts';
import { t3Shift } from '../../../src/audit/rules/t3-shift.ts';
import { t3SplitCell } from '../../../src/audit/rules/t3-split-cell.ts';
import { t3Swap } from '../../../src/audit/rules/t3-swap.ts';
import { t3Typo } from '../../../src/audit/rules/t3-typo.ts';
import { judgeCases, type RuleCase } from '../judge-cases.ts';

/** The rules that say which cells of table 3 are wrong, and how. */

const SOME = {
  'requests.granted.natural': 125,
  'requests.granted.business': 31,
  'requests.partial.natural': 47,
  'requests.partial.business': 60,
  'requests.carried_out.natural': 9,
};
const ONE = { details: SOME, cells: { 'requests.granted.natural': 185 } };
const TWO = { details: SOME, cells: { 'requests.granted.natural': 130, 'requests.carried_out.total': 19 } };
const TIED = { details: SOME, cells: { 'requests.granted.natural': 130, 'requests.partial.business': 65 } };
const SWAP = { details: SOME, cells: { 'requests.granted.natural': 31, 'requests.granted.business': 125 } };
const TOTALS = Object.fromEntries(
  ['received', 'granted', 'partial', 'total'].map((row, place) => [`requests.${row}.total`, [7, 4, 3, 7][place] ?? 0]),
);

const MANY = ['granted', 'partial', 'refused_law', 'refused_internal', 'unable_not_held', 'declined_repeat'];
const PARTS = ['natural', 'business', 'research', 'welfare', 'legal', 'other'];

/** What every one of them says of a sound table, of a table that is not there, and of one that can't be judged. */
const COMMON: readonly RuleCase[] = [
  { name: 'a table whose sums hold', outcome: 'passed', details: SOME },
  { name: 'an edition 2019 whose sums hold', outcome: 'passed', edition: '2019', details: SOME },
  { name: 'an empty total over numbers', outcome: 'passed', details: SOME, cells: { 'requests.partial.total': '' } },
  { name: 'no table 3', outcome: 'couldNotRun', editions: { requests: null }, says: ['文中没有第三表'] },
  {
    name: 'a cell that is missing, and nothing amiss around it',
    outcome: 'couldNotRun',
    details: SOME,
    cells: { 'requests.partial.legal': null },
    says: ['“法律服务机构”栏缺失'],
  },
];

judgeCases(t3OneCell, [
  ...COMMON,
  {
    name: 'one digit wrong',
    outcome: 'flagged',
    ...ONE,
    flags: [['requests.granted.natural']],
    severity: 'error',
    observed: 185,
    expected: 125,
    says: ['“（一）予以公开”一行“自然人”栏 185 → 125（一位数字之误）', '不成立的 2 个等式', '“（一）予以公开”行'],
  },
  {
    name: 'an empty detail',
    outcome: 'flagged',
    details: SOME,
    cells: { 'requests.granted.business': '' },
    observed: null,
    expected: 31,
    says: ['空 → 31（未填）'],
  },
  {
    name: 'the number of the row above',
    outcome: 'flagged',
    details: SOME,
    cells: { 'requests.partial.business': 31 },
    says: ['31 → 60（与上一行相同）'],
  },
  {
    name: 'a total that counts in what is carried over',
    outcome: 'flagged',
    details: { ...SOME, 'requests.carried_out.natural': 9 },
    cells: { 'requests.total.natural': 181 },
    says: ['181 → 172', '等于一加二'],
  },
  { name: 'two cells', outcome: 'notApplicable', ...TWO },
  { name: 'an exchange', outcome: 'notApplicable', ...SWAP },
]);

judgeCases(t3Repair, [
  ...COMMON,
  {
    name: 'two cells that only one repair settles',
    outcome: 'flagged',
    ...TWO,
    flags: [['requests.granted.natural', 'requests.carried_out.total']],
    severity: 'error',
    observed: '130, 19',
    expected: '125, 9',
    says: ['第三表改 2 格', '130 → 125', '19 → 9（多写一位）', '其余改法至少要改 3 处'],
  },
  { name: 'one cell', outcome: 'notApplicable', ...ONE },
  { name: 'an exchange of neighbours', outcome: 'notApplicable', ...SWAP },
  { name: 'several repairs', outcome: 'notApplicable', ...TIED },
  { name: 'totals only', outcome: 'notApplicable', cells: TOTALS },
  {
    name: 'six numbers off by the same amount, each in a row and a column of its own',
    outcome: 'couldNotRun',
    details: Object.fromEntries(
      MANY.flatMap((row) => PARTS.map((column, place) => [`requests.${row}.${column}`, 20 + 3 * place])),
    ),
    cells: Object.fromEntries(MANY.map((row, place) => [`requests.${row}.${PARTS[place]}`, 25 + 3 * place])),
    says: ['仍未查完'],
  },
]);

judgeCases(t3RepairTied, [
  ...COMMON,
  {
    name: 'the corners of a rectangle',
    outcome: 'flagged',
    ...TIED,
    flags: [
      [
        'requests.granted.natural',
        'requests.partial.business',
        'requests.granted.business',
        'requests.partial.natural',
      ],
    ],
    severity: 'warning',
    observed: null,
    expected: null,
    says: ['2 种同样少的改法', '前几种同样可能', '(1) “（一）予以公开”一行“自然人”栏 130 → 125', '(2) '],
  },
  {
    name: 'a cell that all repairs share',
    outcome: 'flagged',
    details: SOME,
    cells: { ...TIED.cells, 'requests.received.natural': 281 },
    says: ['各种改法都改：第三表“一、本年新收政府信息公开申请数量”一行“自然人”栏'],
  },
  { name: 'one repair', outcome: 'notApplicable', ...TWO },
  { name: 'totals only', outcome: 'notApplicable', cells: TOTALS },
]);

judgeCases(t3Typo, [
  ...COMMON,
  {
    name: 'one digit wrong',
    outcome: 'flagged',
    ...ONE,
    flags: [['requests.granted.natural']],
    severity: 'info',
    observed: 185,
    expected: 125,
    says: ['印作 185，应为 125：一位数字之误'],
  },
  {
    name: 'digits exchanged, and one too many',
    outcome: 'flagged',
    details: SOME,
    cells: { 'requests.granted.natural': 215, 'requests.carried_out.total': 19 },
    flags: [['requests.granted.natural'], ['requests.carried_out.total']],
  },
  {
    name: 'one digit on both sides',
    outcome: 'notApplicable',
    details: SOME,
    cells: { 'requests.carried_out.natural': 3 },
  },
  { name: 'an exchange', outcome: 'notApplicable', ...SWAP },
  { name: 'an empty cell', outcome: 'notApplicable', details: SOME, cells: { 'requests.granted.business': '' } },
  { name: 'several repairs', outcome: 'notApplicable', ...TIED },
]);

judgeCases(t3Swap, [
  ...COMMON,
  {
    name: 'two neighbours exchanged',
    outcome: 'flagged',
    ...SWAP,
    flags: [['requests.granted.natural', 'requests.granted.business']],
    severity: 'warning',
    observed: '31, 125',
    expected: '125, 31',
    says: ['“自然人”“商业企业”两栏疑似相邻两格互换：31, 125 → 125, 31'],
  },
  {
    name: 'a number one column off',
    outcome: 'flagged',
    details: SOME,
    cells: { 'requests.granted.business': 0, 'requests.granted.research': 31 },
    flags: [['requests.granted.business', 'requests.granted.research']],
    says: ['数字填错一格'],
  },
  {
    name: 'two exchanges that would do, which are tied',
    outcome: 'notApplicable',
    details: { ...SOME, 'requests.partial.natural': 0, 'requests.partial.business': 94 },
    cells: { 'requests.granted.natural': 31, 'requests.granted.business': 125 },
  },
  { name: 'a number one row off', outcome: 'notApplicable', ...ONE },
]);

judgeCases(t3SplitCell, [
  ...COMMON,
  {
    name: 'one number in two cells',
    outcome: 'flagged',
    details: { ...SOME, 'requests.partial.business': 65 },
    cells: { 'requests.partial.business': 6, 'requests.partial.research': 5 },
    flags: [['requests.partial.business', 'requests.partial.research']],
    severity: 'warning',
    observed: '6, 5',
    expected: '65, 0',
    says: ['自“商业企业”栏起的两格疑为一个数：6, 5 → 65, 0'],
  },
  { name: 'one digit wrong', outcome: 'notApplicable', ...ONE },
]);

judgeCases(t3Shift, [
  ...COMMON,
  {
    name: 'a row one column to the right',
    outcome: 'flagged',
    details: SOME,
    cells: {
      'requests.granted.natural': '',
      'requests.granted.business': 125,
      'requests.granted.research': 31,
      'requests.granted.total': 0,
    },
    severity: 'warning',
    says: ['“（一）予以公开”疑似整行错位一栏：-, 125, 31, 0 → 125, 31, 0, 156'],
  },
  {
    name: 'a number one row down',
    outcome: 'flagged',
    details: SOME,
    cells: { 'requests.partial.business': 0, 'requests.refused_state_secret.business': 60 },
    flags: [['requests.partial.business', 'requests.refused_state_secret.business']],
    says: ['“商业企业”疑似一栏数字错位一行：0, 60 → 60, 0'],
  },
  {
    name: 'every row one column to the right',
    outcome: 'flagged',
    details: { 'requests.granted.business': 12 },
    says: ['“自然人”一栏各行均为 0，而“商业企业”一栏合计 36'],
  },
  { name: 'a few requests of businesses alone', outcome: 'passed', details: { 'requests.granted.business': 3 } },
]);
