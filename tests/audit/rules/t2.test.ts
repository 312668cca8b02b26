import { t2InForceLow } from '../../../src/audit/rules/t2-in-force-low.ts';
import { t2Items } from '../../../src/audit/rules/t2-items.ts';
import { t2ProcurementPair } from '../../../src/audit/rules/t2-procurement-pair.ts';
import { t2PublicLow } from '../../../src/audit/rules/t2-public-low.ts';
import { officialSections, section } from '../build-reading.ts';
import { judgeCases } from '../judge-cases.ts';

const prose = (text: string) => [...officialSections(), section(null, '说明', 'extra', text)];
const noTable = { editions: { proactive: null } } as const;

const NORMATIVE_2021 = ['in_force', 'issued', 'repealed'].map((column) => `proactive.normative.${column}`);
judgeCases(t2InForceLow, [
  {
    name: 'repealed more than issued',
    outcome: 'passed',
    details: { 'proactive.normative.repealed': 5, 'proactive.normative.in_force': 5 },
  },
  {
    name: 'fewer in force than the year alone leaves',
    outcome: 'flagged',
    details: {
      'proactive.normative.issued': 8,
      'proactive.normative.repealed': 1,
      'proactive.normative.in_force': 6,
    },
    flags: [NORMATIVE_2021],
    severity: 'error',
    observed: 6,
    expected: 7,
    says: ['第二表“行政规范性文件”一行“现行有效件数”栏为 6，小于本年制发 8 减废止 1 之差 7'],
  },
  { name: 'a blank member', outcome: 'notApplicable', cells: { 'proactive.normative.in_force': '' } },
  { name: 'edition 2019', outcome: 'notApplicable', edition: '2019' },
  { name: 'an unreadable member', outcome: 'couldNotRun', cells: { 'proactive.normative.issued': '数件' } },
  { name: 'no table 2', outcome: 'couldNotRun', ...noTable },
]);

const LOW = { 'proactive.normative.published': 3, 'proactive.normative.public_total': 1 };
judgeCases(t2PublicLow, [
  {
    name: 'as many in total as published',
    outcome: 'passed',
    edition: '2019',
    details: { 'proactive.normative.published': 3, 'proactive.normative.public_total': 3 },
  },
  {
    name: 'fewer in total than published',
    outcome: 'flagged',
    edition: '2019',
    details: LOW,
    severity: 'warning',
    observed: 1,
    expected: 3,
    says: ['第二表“规范性文件”一行“对外公开总数量”栏为 1，小于本年新公开数量 3'],
  },
  {
    name: 'the prose tells of withdrawals',
    outcome: 'notApplicable',
    edition: '2019',
    details: LOW,
    sections: prose('年内撤下已失效的文件2件。'),
  },
  { name: 'edition 2021', outcome: 'notApplicable', details: LOW },
  {
    name: 'a missing member',
    outcome: 'couldNotRun',
    edition: '2019',
    cells: { 'proactive.normative.published': null },
  },
]);

const items = (previous: number, change: number, decisions: number) => ({
  'proactive.penalty.items_prev': previous,
  'proactive.penalty.items_change': change,
  'proactive.penalty.decisions': decisions,
});
judgeCases(t2Items, [
  { name: 'items dropped to nothing, no decisions', outcome: 'passed', edition: '2019', details: items(3, -3, 0) },
  { name: 'items and decisions', outcome: 'passed', edition: '2019', details: items(3, -1, 12) },
  {
    name: 'more items dropped than there were',
    outcome: 'flagged',
    edition: '2019',
    details: items(3, -4, 0),
    severity: 'error',
    observed: -1,
    says: ['第二表“行政处罚”一行：上一年项目数量加本年增/减为 3 + (-4) = -1，小于 0'],
  },
  {
    name: 'decisions without items',
    outcome: 'flagged',
    edition: '2019',
    details: items(0, 0, 12),
    severity: 'warning',
    says: ['却有处理决定 12 件'],
  },
  {
    name: 'fees, which have no decisions',
    outcome: 'flagged',
    edition: '2019',
    details: { 'proactive.fees.items_change': -1 },
    flags: [['proactive.fees.items_prev', 'proactive.fees.items_change']],
  },
  {
    name: 'decisions by powers delegated from above',
    outcome: 'notApplicable',
    edition: '2019',
    details: items(0, 0, 12),
    sections: prose('承接县级下放的处罚权。'),
  },
  { name: 'a blank member', outcome: 'notApplicable', edition: '2019', cells: { 'proactive.fees.items_change': '' } },
  { name: 'edition 2021', outcome: 'notApplicable' },
  { name: 'a missing member', outcome: 'couldNotRun', edition: '2019', cells: { 'proactive.fees.items_change': null } },
]);

const procured = (projects: number, amount: number) => ({
  'proactive.procurement.projects': projects,
  'proactive.procurement.amount': amount,
});
judgeCases(t2ProcurementPair, [
  { name: 'both zero', outcome: 'passed', edition: '2019' },
  { name: 'both not', outcome: 'passed', edition: '2019', details: procured(2, 11840) },
  {
    name: 'projects without an amount',
    outcome: 'flagged',
    edition: '2019',
    details: procured(2, 0),
    severity: 'warning',
    flags: [['proactive.procurement.projects', 'proactive.procurement.amount']],
    says: ['“采购项目数量”栏为 2，采购总金额为 0'],
  },
  { name: 'an amount without projects', outcome: 'flagged', edition: '2019', details: procured(0, 9.5) },
  { name: 'a blank amount', outcome: 'notApplicable', edition: '2019', cells: { 'proactive.procurement.amount': '' } },
  { name: 'edition 2021', outcome: 'notApplicable' },
  { name: 'no table 2', outcome: 'couldNotRun', ...noTable },
]);
