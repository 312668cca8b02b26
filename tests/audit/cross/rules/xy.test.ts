import { FEWEST_PEERS, peerStatistics } from '../../../../src/audit/cross/peer-statistics.ts';
import { xyCarry } from '../../../../src/audit/cross/rules/xy-carry.ts';
import { xyInForce } from '../../../../src/audit/cross/rules/xy-in-force.ts';
import { xyItems } from '../../../../src/audit/cross/rules/xy-items.ts';
import { xyJump } from '../../../../src/audit/cross/rules/xy-jump.ts';
import { xyPowerOfTen } from '../../../../src/audit/cross/rules/xy-power-of-ten.ts';
import { xySameTable } from '../../../../src/audit/cross/rules/xy-same-table.ts';
import { buildStoredReport, judgeCrossCases } from '../judge-cross-cases.ts';

const carried = (row: string, natural: number) => ({
  [`requests.${row}.natural`]: natural,
  [`requests.${row}.total`]: natural,
});
const OUT = 'requests.carried_out.total';
const error = (rule: string, ...cells: string[]) => ({ rule, severity: 'error' as const, cells });
const repair = (to: number, unique = true) => ({
  changes: [{ cell: OUT, from: 3, to }],
  unique,
  alternatives: [],
  explains: [],
});

judgeCrossCases(xyCarry, [
  {
    name: 'what was carried out is carried in',
    outcome: 'passed',
    cells: carried('carried_in', 3),
    lastYear: { cells: carried('carried_out', 3) },
  },
  {
    name: 'another total, with its applicant folded beneath it',
    outcome: 'flagged',
    cells: carried('carried_in', 5),
    lastYear: { cells: carried('carried_out', 3), place: 'https://a.gov.cn/1.html' },
    flagged: ['requests.carried_in.total', 'requests.carried_in.natural'],
    severity: 'error',
    observed: 5,
    expected: 3,
    says: ['为 5', '2021年年报（https://a.gov.cn/1.html）“结转下年度继续办理”为 3', '相差 2'],
  },
  {
    name: 'another total than one that was read with doubt, with its applicant folded beneath it',
    outcome: 'flagged',
    cells: carried('carried_in', 5),
    lastYear: {
      cells: carried('carried_out', 3),
      doubts: [{ rule: 'EX-ROW', severity: 'warning', cells: [OUT], message: { zh: '', en: '' } }],
    },
    flagged: ['requests.carried_in.total', 'requests.carried_in.natural'],
    severity: 'warning',
    says: ['存疑：EX-ROW'],
  },
  {
    name: 'one applicant for another',
    outcome: 'flagged',
    cells: { 'requests.carried_in.natural': 1, 'requests.carried_in.business': 2, 'requests.carried_in.total': 3 },
    lastYear: { cells: carried('carried_out', 3) },
    severity: 'warning',
    flagged: ['requests.carried_in.natural'],
  },
  {
    name: 'last year’s only repair makes another number of it',
    outcome: 'flagged',
    cells: { 'requests.carried_in.total': 3 },
    lastYear: { cells: { [OUT]: 3 }, flags: [error('T3-BALANCE', OUT)], repair: repair(8) },
    expected: 8,
    says: ['按唯一的修正，应为 8'],
  },
  {
    name: 'last year’s only repair settles it',
    outcome: 'passed',
    cells: { 'requests.carried_in.total': 8 },
    lastYear: { cells: { [OUT]: 3 }, flags: [error('T3-BALANCE', OUT)], repair: repair(8) },
  },
  {
    name: 'the reading of last year’s figure is in doubt',
    outcome: 'flagged',
    cells: { 'requests.carried_in.total': 4 },
    lastYear: {
      cells: { [OUT]: 3 },
      doubts: [{ rule: 'EX-OCR', severity: 'warning', cells: [OUT], message: { zh: '存疑', en: 'in doubt' } }],
    },
    says: ['2021年年报中所据数字的读取存疑：EX-OCR'],
  },
  {
    name: 'last year’s figure is under an error that nothing settles',
    outcome: 'notApplicable',
    cells: { 'requests.carried_in.total': 8 },
    lastYear: { cells: { [OUT]: 3 }, flags: [error('T3-BALANCE', OUT)], repair: repair(8, false) },
  },
  { name: 'last year is not held', outcome: 'notApplicable', cells: carried('carried_in', 5) },
  { name: 'an empty cell', outcome: 'notApplicable', lastYear: { cells: { [OUT]: '' } } },
  {
    name: 'last year’s figure is unreadable',
    outcome: 'couldNotRun',
    lastYear: { cells: { [OUT]: '若干' } },
    says: ['绍兴市财政局2021年年报', '无法辨认'],
  },
]);

const normative = (inForce: number, issued = 0, repealed = 0) => ({
  'proactive.normative.in_force': inForce,
  'proactive.normative.issued': issued,
  'proactive.normative.repealed': repealed,
});
judgeCrossCases(xyInForce, [
  { name: 'it follows', outcome: 'passed', details: normative(11, 3, 2), lastYear: { details: normative(10) } },
  {
    name: 'it does not',
    outcome: 'flagged',
    details: normative(14, 3, 2),
    lastYear: { details: normative(10) },
    severity: 'warning',
    observed: 14,
    expected: 11,
    flagged: ['in_force', 'issued', 'repealed'].map((column) => `proactive.normative.${column}`),
    says: ['现行有效 14 件', '上年现行有效 10', '相差 3'],
  },
  {
    name: 'last year on edition 2019',
    outcome: 'notApplicable',
    details: normative(14),
    lastYear: { edition: '2019' },
  },
  { name: 'an empty cell', outcome: 'notApplicable', lastYear: { cells: { 'proactive.normative.in_force': '' } } },
  { name: 'a missing cell', outcome: 'couldNotRun', lastYear: { cells: { 'proactive.normative.in_force': null } } },
]);

const items = (previous: number, change: number) => ({
  'proactive.penalty.items_prev': previous,
  'proactive.penalty.items_change': change,
});
judgeCrossCases(xyItems, [
  { name: 'it follows', outcome: 'passed', edition: '2019', details: items(7, 0), lastYear: { details: items(9, -2) } },
  {
    name: 'it does not',
    outcome: 'flagged',
    edition: '2019',
    details: items(9, 0),
    lastYear: { details: items(9, -2) },
    flagged: ['proactive.penalty.items_prev'],
    severity: 'warning',
    observed: 9,
    expected: 7,
    says: ['上一年项目数量为 9', '9 + (-2) = 7'],
  },
  { name: 'edition 2021', outcome: 'notApplicable', lastYear: {} },
  {
    name: 'a blank change',
    outcome: 'notApplicable',
    edition: '2019',
    lastYear: { cells: { 'proactive.penalty.items_change': '' } },
  },
]);

const BUSY = {
  'requests.granted.natural': 6,
  'requests.partial.natural': 2,
  'requests.unable_not_held.business': 1,
};
judgeCrossCases(xySameTable, [
  {
    name: 'tables that differ in a cell',
    outcome: 'passed',
    details: BUSY,
    lastYear: { details: { ...BUSY, 'requests.partial.natural': 3 } },
  },
  {
    name: 'table 3 copied',
    outcome: 'flagged',
    details: BUSY,
    lastYear: { details: BUSY },
    severity: 'error',
    says: ['第三表与2021年年报逐格相同'],
  },
  {
    name: 'one request in both years',
    outcome: 'flagged',
    details: { 'requests.granted.natural': 1 },
    lastYear: { details: { 'requests.granted.natural': 1 } },
    severity: 'info',
  },
  {
    name: 'table 2 copied',
    outcome: 'flagged',
    details: { ...normative(20, 5, 4), 'proactive.penalty.decisions': 31, 'proactive.fees.amount': 2.5 },
    lastYear: { details: { ...normative(20, 5, 4), 'proactive.penalty.decisions': 31, 'proactive.fees.amount': 2.5 } },
    severity: 'warning',
    observed: 4,
  },
  {
    name: 'as many documents in force as last year and nothing else',
    outcome: 'notApplicable',
    details: normative(20),
    lastYear: { details: normative(20) },
  },
  {
    name: 'editions that differ',
    outcome: 'notApplicable',
    details: BUSY,
    lastYear: { details: BUSY, edition: '2019' },
  },
  { name: 'a missing cell', outcome: 'couldNotRun', lastYear: { cells: { [OUT]: null } } },
]);

const fees = (amount: number) => ({ 'proactive.fees.amount': amount });
const decisions = (count: number) => ({ 'proactive.licensing.decisions': count });
judgeCrossCases(xyPowerOfTen, [
  { name: 'nine times as much', outcome: 'passed', details: fees(270), lastYear: { details: fees(30) } },
  {
    name: 'yuan for ten thousand yuan',
    outcome: 'flagged',
    details: fees(312_000),
    lastYear: { details: fees(31) },
    flagged: ['proactive.fees.amount'],
    severity: 'warning',
    says: ['约为其 10000 倍', '万元与元之别'],
  },
  {
    name: 'a zero too few, in two cells',
    outcome: 'flagged',
    details: { 'proactive.penalty.decisions': 45, 'proactive.licensing.decisions': 61 },
    lastYear: { details: { 'proactive.penalty.decisions': 450, 'proactive.licensing.decisions': 600 } },
    flagged: ['proactive.licensing.decisions', 'proactive.penalty.decisions'],
    says: ['约为其 10 分之一', '另有 1 格同此'],
  },
  { name: 'small numbers', outcome: 'notApplicable', details: fees(10), lastYear: { details: fees(1) } },
  { name: '20 after 2', outcome: 'notApplicable', details: decisions(20), lastYear: { details: decisions(2) } },
  { name: '2 after 20', outcome: 'notApplicable', details: decisions(2), lastYear: { details: decisions(20) } },
  { name: '90 after 9', outcome: 'notApplicable', details: decisions(90), lastYear: { details: decisions(9) } },
  { name: '100 after 10', outcome: 'flagged', details: decisions(100), lastYear: { details: decisions(10) } },
  {
    name: 'a small amount in yuan',
    outcome: 'flagged',
    details: fees(25_000),
    lastYear: { details: fees(2.5) },
    says: ['万元与元之别'],
  },
  { name: 'nothing last year', outcome: 'notApplicable', details: fees(100), lastYear: {} },
]);

const years = (...counts: number[]) =>
  counts.map((count, nth) => buildStoredReport({ year: 2021 - nth, details: decisions(count) }));
const changes = [
  ...Array.from({ length: FEWEST_PEERS + 5 }, (_, nth) => ({
    key: 'proactive.licensing.decisions',
    now: 90 + nth * 2,
    before: 100,
  })),
  ...[7, 9, 11].map((now) => ({ key: 'disputes.review.total', now, before: 9 })),
];
const peers = peerStatistics(changes, []);
judgeCrossCases(xyJump, [
  { name: 'as others', outcome: 'passed', details: decisions(120), beside: { earlier: years(100), peers } },
  {
    name: 'far beyond others',
    outcome: 'flagged',
    details: decisions(900),
    beside: { earlier: years(100), peers },
    severity: 'warning',
    flagged: ['proactive.licensing.decisions'],
    observed: 900,
    says: ['由 100 变为 900', '25 个同类机关'],
  },
  {
    name: 'far beyond others in small numbers',
    outcome: 'flagged',
    details: decisions(35),
    beside: { earlier: years(8), peers },
    severity: 'info',
  },
  {
    name: 'nothing after three full years',
    outcome: 'flagged',
    details: decisions(0),
    beside: { earlier: years(30, 20, 41) },
    severity: 'warning',
    says: ['为 0，而前三年依次为 41、20、30'],
  },
  { name: 'nothing after two full years', outcome: 'notApplicable', beside: { earlier: years(30, 20) } },
  {
    name: 'what the law of 2023 moved',
    outcome: 'notApplicable',
    year: 2024,
    details: { 'disputes.review.upheld': 90 },
    beside: { earlier: [buildStoredReport({ year: 2023, details: { 'disputes.review.upheld': 2 } })], peers },
  },
  { name: 'too few like bodies', outcome: 'notApplicable', details: decisions(900), beside: { earlier: years(100) } },
]);
