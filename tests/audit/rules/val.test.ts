import { valBlankZero } from '../../../src/audit/rules/val-blank-zero.ts';
import { valNotACount } from '../../../src/audit/rules/val-not-a-count.ts';
import { valUnit } from '../../../src/audit/rules/val-unit.ts';
import { valUnreadable } from '../../../src/audit/rules/val-unreadable.ts';
import { judgeCases } from '../judge-cases.ts';

const NATURAL = 'requests.granted.natural';
const FEES = 'proactive.fees.amount';
const PROCURED = 'proactive.procurement.amount';

judgeCases(valNotACount, [
  { name: 'whole numbers and an amount with decimals', outcome: 'passed', cells: { [FEES]: 7730.28 } },
  { name: 'items dropped', outcome: 'passed', edition: '2019', cells: { 'proactive.penalty.items_change': -3 } },
  {
    name: 'a negative count',
    outcome: 'flagged',
    cells: { [NATURAL]: -3 },
    flags: [[NATURAL]],
    severity: 'error',
    observed: -3,
    says: ['第三表“（一）予以公开”一行“自然人”栏为 -3，应为不小于 0 的整数'],
  },
  { name: 'a fractional count', outcome: 'flagged', cells: { [NATURAL]: 1.5 } },
  { name: 'a fractional change', outcome: 'flagged', edition: '2019', cells: { 'proactive.fees.items_change': 0.5 } },
  { name: 'a negative amount', outcome: 'flagged', cells: { [FEES]: -0.5 }, says: ['金额不应小于 0'] },
  { name: 'a blank', outcome: 'notApplicable', cells: { [NATURAL]: '' } },
  { name: 'a missing cell', outcome: 'couldNotRun', cells: { [NATURAL]: null } },
]);

judgeCases(valUnreadable, [
  { name: 'numbers, blanks and dashes', outcome: 'passed', cells: { [NATURAL]: '', [FEES]: '-' } },
  {
    name: 'characters that are no number',
    outcome: 'flagged',
    cells: { [NATURAL]: '近 \n百' },
    flags: [[NATURAL]],
    severity: 'error',
    observed: '近 百',
    says: ['所填“近 百”不是数字'],
  },
  { name: 'a missing cell', outcome: 'couldNotRun', cells: { [NATURAL]: null } },
  { name: 'no table 2', outcome: 'couldNotRun', editions: { proactive: null } },
  ...(
    [
      ['EX-RUN-AMBIGUOUS', 'error'],
      ['EX-ROW', 'error'],
      ['EX-OCR', 'warning'],
      ['EX-LOST-TEXT', 'error'],
    ] as const
  ).map(([rule, severity]) => ({
    name: `what could not be read (${rule})`,
    outcome: 'couldNotRun' as const,
    cells: { [NATURAL]: '0012130' },
    doubts: [{ rule, severity, cells: [NATURAL], message: { zh: '', en: '' } }],
    says: [`未能读出（${rule}）`],
  })),
  {
    name: 'characters that are no number, in a row matched by its label',
    outcome: 'flagged',
    cells: { [NATURAL]: '近百' },
    doubts: [{ rule: 'EX-LABEL', severity: 'warning', cells: [NATURAL], message: { zh: '', en: '' } }],
  },
]);

judgeCases(valBlankZero, [
  { name: 'nothing empty', outcome: 'passed' },
  { name: 'blanks in table 2, which has no sums', outcome: 'passed', cells: { [FEES]: '' } },
  {
    name: 'blanks, dashes and zeros mixed',
    outcome: 'flagged',
    cells: { [NATURAL]: '', 'requests.granted.legal': '-', 'requests.granted.other': '不适用' },
    flags: [[]],
    severity: 'info',
    observed: 3,
    says: ['第三表有空白 1 格、横线等 1 格、“不适用” 1 格、0 值 172 格'],
  },
  {
    name: 'each table by itself',
    outcome: 'flagged',
    cells: { [NATURAL]: '', 'disputes.review.other': '' },
    flags: [[], []],
  },
  {
    name: 'an unfilled total is not read as zero',
    outcome: 'passed',
    details: { [NATURAL]: 2 },
    cells: { 'requests.granted.total': '' },
  },
  {
    name: 'unfilled totals beside blanks',
    outcome: 'flagged',
    details: { [NATURAL]: 2 },
    cells: { 'requests.granted.total': '', 'requests.granted.legal': '' },
    says: ['空白 2 格', '其中 1 个未填总计按其各分项之和计'],
  },
  { name: 'no table 3', outcome: 'couldNotRun', editions: { requests: null } },
]);

judgeCases(valUnit, [
  { name: 'no units but the form’s own', outcome: 'passed', cells: { [FEES]: 3.5 } },
  { name: 'a count with its own unit', outcome: 'passed', cells: { [NATURAL]: { value: 3, unit: '件' } } },
  { name: 'the form’s own unit in the cell', outcome: 'passed', cells: { [FEES]: { value: 3.5, unit: '万元' } } },
  {
    name: 'an amount procured with its unit',
    outcome: 'passed',
    edition: '2019',
    cells: { [PROCURED]: { value: 251000, raw: '251000元', unit: '元' } },
  },
  { name: 'an amount of 0', outcome: 'passed', edition: '2019', cells: { [PROCURED]: 0 } },
  {
    name: 'an amount procured without a unit',
    outcome: 'flagged',
    edition: '2019',
    cells: { [PROCURED]: 11840 },
    flags: [[PROCURED]],
    severity: 'info',
    observed: '11840',
    says: ['第二表“政府集中采购”一行“采购总金额”栏（11840）未注明单位'],
  },
  {
    name: 'fees in yuan',
    outcome: 'flagged',
    cells: { [FEES]: { value: 35000, unit: '元' } },
    severity: 'warning',
    observed: '元',
    expected: '万元',
    says: ['所填单位为“元”，表式为“万元”'],
  },
  {
    name: 'an amount in what is no money',
    outcome: 'flagged',
    edition: '2019',
    cells: { [PROCURED]: { value: 3, unit: '件' } },
    severity: 'warning',
  },
  {
    name: 'a count in 万件',
    outcome: 'flagged',
    cells: { [NATURAL]: { value: 1.2, unit: '万件' } },
    severity: 'warning',
  },
  {
    name: 'a note beside a number',
    outcome: 'flagged',
    cells: { [NATURAL]: { value: 12, raw: '12（其中修订3件）', note: '其中修订3件' } },
    severity: 'info',
    says: ['数字旁另有说明：“其中修订3件”'],
  },
  {
    name: 'a unit and a note make one flag',
    outcome: 'flagged',
    cells: { [FEES]: { value: 35000, unit: '元', note: '含上年' } },
    flags: [[FEES]],
    severity: 'warning',
    says: ['所填单位为“元”', '含上年'],
  },
  { name: 'a blank amount', outcome: 'notApplicable', edition: '2019', cells: { [PROCURED]: '' } },
  { name: 'a missing cell', outcome: 'couldNotRun', cells: { [FEES]: null } },
]);
