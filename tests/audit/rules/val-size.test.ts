import { valOutsize } from '../../../src/audit/rules/val-outsize.ts';
import { valUnitScale } from '../../../src/audit/rules/val-unit-scale.ts';
import { judgeCases } from '../judge-cases.ts';

const FEES = 'proactive.fees.amount';
const NATURAL = 'requests.granted.natural';
const DECISIONS = 'proactive.licensing.decisions';
const of = (agency: string) => ({ report: { agency } });

judgeCases(valUnitScale, [
  { name: 'an amount of 万元', outcome: 'passed', cells: { [FEES]: 7730.28 } },
  { name: 'a great one with decimals', outcome: 'passed', cells: { [FEES]: 1_203_456.78 } },
  { name: 'just below the bound', outcome: 'passed', cells: { [FEES]: 999_999 } },
  {
    name: 'a whole number of millions',
    outcome: 'flagged',
    cells: { [FEES]: 77_302_800 },
    flags: [[FEES]],
    severity: 'warning',
    observed: 77_302_800,
    expected: 7730.28,
    says: ['77302800 万元，疑以元填报；若为元，合 7730.28 万元'],
  },
  { name: 'a unit of its own', outcome: 'notApplicable', cells: { [FEES]: { value: 77_302_800, unit: '元' } } },
  { name: 'a blank', outcome: 'notApplicable', cells: { [FEES]: '' } },
  { name: 'edition 2019 has no such figure', outcome: 'notApplicable', edition: '2019' },
  { name: 'unreadable', outcome: 'couldNotRun', cells: { [FEES]: '约百' } },
]);

judgeCases(valOutsize, [
  { name: 'zeros', outcome: 'passed' },
  { name: 'a large city’s decisions', outcome: 'passed', ...of('上海市人民政府'), cells: { [DECISIONS]: 3_200_000 } },
  { name: 'a count like the year with which every sum holds', outcome: 'passed', details: { [NATURAL]: 2022 } },
  { name: 'a year in an amount', outcome: 'passed', cells: { [FEES]: 2022 } },
  {
    name: 'a million of requests',
    outcome: 'flagged',
    cells: { 'disputes.review.upheld': 1_000_000 },
    flags: [['disputes.review.upheld']],
    severity: 'warning',
    observed: 1_000_000,
  },
  {
    name: 'a town’s count',
    outcome: 'flagged',
    ...of('平水镇人民政府'),
    cells: { [DECISIONS]: 120_000 },
    flags: [[DECISIONS]],
    says: ['远超同类数字（100000）'],
  },
  {
    name: 'the year in place of a count',
    outcome: 'flagged',
    cells: { [NATURAL]: 2022 },
    flags: [[NATURAL]],
    severity: 'warning',
    says: ['与报告年度相同'],
  },
  {
    name: 'the year before, in table 2, which has no sums',
    outcome: 'flagged',
    cells: { [DECISIONS]: 2021 },
    flags: [[DECISIONS]],
    severity: 'info',
    says: ['与上一年度相同'],
  },
  { name: 'a blank', outcome: 'notApplicable', cells: { [NATURAL]: '' } },
  { name: 'a missing cell', outcome: 'couldNotRun', cells: { [NATURAL]: null } },
]);
