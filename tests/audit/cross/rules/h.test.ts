import { FEWEST_PEERS, peerStatistics } from '../../../../src/audit/cross/peer-statistics.ts';
import { hOwnOfficeOnly } from '../../../../src/audit/cross/rules/h-own-office-only.ts';
import { hParentLow } from '../../../../src/audit/cross/rules/h-parent-low.ts';
import { hSiblingOutlier } from '../../../../src/audit/cross/rules/h-sibling-outlier.ts';
import { hSum } from '../../../../src/audit/cross/rules/h-sum.ts';
import { hUnitCount } from '../../../../src/audit/cross/rules/h-unit-count.ts';
import { section } from '../../build-reading.ts';
import { buildStoredReport, judgeCrossCases, type StoredReportParts } from '../judge-cross-cases.ts';

const GOVERNMENT = { agency: '柯桥区人民政府' };
const requests = (granted: number, notHeld: number, upheld = 0) => ({
  'requests.granted.natural': granted,
  'requests.unable_not_held.natural': notHeld,
  'disputes.review.upheld': upheld,
});
const child = (agency: string, granted: number, notHeld: number, upheld = 0, parts: StoredReportParts = {}) =>
  buildStoredReport({ agency, details: requests(granted, notHeld, upheld), ...parts });

const OFFICE = child('柯桥区人民政府办公室', 10, 4, 1);
const FINANCE = child('柯桥区财政局', 5, 3);
const TOWN = child('柯岩街道办事处', 2, 1);
const CHILDREN = [OFFICE, FINANCE, TOWN];
const ALL = { children: CHILDREN, expected: 4 };

judgeCrossCases(hSum, [
  { name: 'the sum of its bodies', outcome: 'passed', ...GOVERNMENT, details: requests(17, 8, 1), beside: ALL },
  {
    name: 'a department left out of the sum',
    outcome: 'flagged',
    ...GOVERNMENT,
    details: requests(12, 5, 1),
    beside: ALL,
    severity: 'warning',
    observed: 17,
    expected: 25,
    says: ['第三表有 8 个数字与 3 个所属单位之和不符', '相差 8', '恰为柯桥区财政局的数字', '柯桥区人民政府办公室 14'],
  },
  {
    name: 'the office’s report is not held and the rest is its own',
    outcome: 'passed',
    ...GOVERNMENT,
    details: requests(17, 8, 1),
    beside: { children: [FINANCE, TOWN], expected: 3 },
  },
  {
    name: 'less than the others without the office',
    outcome: 'flagged',
    ...GOVERNMENT,
    details: requests(6, 8, 1),
    beside: { children: [FINANCE, TOWN], expected: 3 },
    severity: 'info',
  },
  {
    name: 'one is missing',
    outcome: 'notApplicable',
    ...GOVERNMENT,
    details: requests(12, 8),
    beside: { ...ALL, absent: ['柯桥区教育局'] },
  },
  {
    name: 'nobody knows how many there are',
    outcome: 'notApplicable',
    ...GOVERNMENT,
    details: requests(12, 8),
    beside: { children: CHILDREN },
  },
  { name: 'a department', outcome: 'notApplicable', beside: ALL },
  {
    name: 'it says that it covers the office alone',
    outcome: 'notApplicable',
    ...GOVERNMENT,
    details: requests(12, 8),
    sections: [section('一', '总体情况', 'overview', '本报告数据仅含本级，不含各部门、镇街。')],
    beside: ALL,
  },
  {
    name: 'a child whose table is unreadable',
    outcome: 'couldNotRun',
    ...GOVERNMENT,
    details: requests(17, 8, 1),
    beside: {
      children: [OFFICE, FINANCE, child('柯岩街道办事处', 2, 1, 0, { editions: { proactive: null } })],
      expected: 4,
    },
    says: ['第二表没有可比的数字'],
  },
]);

judgeCrossCases(hParentLow, [
  {
    name: 'more than its bodies',
    outcome: 'passed',
    ...GOVERNMENT,
    details: requests(30, 9, 4),
    beside: { children: CHILDREN },
  },
  {
    name: 'less than the sum',
    outcome: 'flagged',
    ...GOVERNMENT,
    details: requests(14, 9, 4),
    beside: { children: CHILDREN, absent: ['柯桥区教育局'] },
    severity: 'warning',
    observed: 23,
    expected: 25,
    says: ['已存 3 个所属单位之和为 25', '尚缺：柯桥区教育局'],
  },
  {
    name: 'less than one of them',
    outcome: 'flagged',
    ...GOVERNMENT,
    details: requests(4, 29, 4),
    beside: { children: CHILDREN },
    observed: 4,
    expected: 10,
    says: ['柯桥区人民政府办公室即为 10'],
  },
  {
    name: 'everything below the sum: another rule’s finding',
    outcome: 'notApplicable',
    ...GOVERNMENT,
    details: requests(10, 4, 1),
    beside: { children: CHILDREN },
  },
  { name: 'no child held', outcome: 'notApplicable', ...GOVERNMENT },
]);

judgeCrossCases(hOwnOfficeOnly, [
  {
    name: 'the region',
    outcome: 'passed',
    ...GOVERNMENT,
    details: requests(17, 8, 1),
    beside: { children: CHILDREN },
  },
  {
    name: 'the office’s own table',
    outcome: 'flagged',
    ...GOVERNMENT,
    details: requests(10, 4, 1),
    beside: { children: CHILDREN },
    severity: 'info',
    observed: 14,
    expected: 25,
    says: ['均与其办公室（厅）年报相同', '文中未说明范围'],
  },
  {
    name: 'below the sum in every figure',
    outcome: 'flagged',
    ...GOVERNMENT,
    details: requests(6, 3),
    sections: [section('一', '总体情况', 'overview', '以下为区政府本级情况。')],
    beside: { children: [FINANCE, TOWN] },
    says: ['均小于已存 2 个所属单位之和（新收申请 9 对 11）', '区政府本级情况'],
  },
  { name: 'a department', outcome: 'notApplicable', beside: { children: CHILDREN } },
]);

const says = (text: string) => ({ sections: [section('一', '总体情况', 'overview', text)] });
judgeCrossCases(hUnitCount, [
  {
    name: 'as many as are held',
    outcome: 'passed',
    ...GOVERNMENT,
    ...says('本报告汇总了全区三家单位的数据。'),
    beside: { children: CHILDREN },
  },
  {
    name: 'more than are held',
    outcome: 'flagged',
    ...GOVERNMENT,
    ...says('本报告由全区58个部门、镇街的年报汇总而成。'),
    beside: { children: CHILDREN, absent: ['柯桥区教育局'] },
    severity: 'info',
    observed: 58,
    expected: 3,
    says: ['本报告由全区58个部门', '未见：柯桥区教育局'],
  },
  {
    name: 'a count of something else',
    outcome: 'notApplicable',
    ...GOVERNMENT,
    ...says('全年走访58家单位。'),
    beside: { children: CHILDREN },
  },
]);

const rates = Array.from({ length: FEWEST_PEERS + 2 }, (_, nth) => ({
  key: 'granted' as const,
  parts: 40 + nth,
  of: 100,
}));
const peers = peerStatistics([], rates);
judgeCrossCases(hSiblingOutlier, [
  { name: 'as others', outcome: 'passed', details: requests(25, 25), beside: { peers } },
  {
    name: 'far beyond others',
    outcome: 'flagged',
    details: requests(60, 0),
    beside: { peers },
    severity: 'info',
    observed: '100.0%',
    says: ['予以公开和部分公开占 100.0%（60/60）', '22 个同类机关'],
  },
  { name: 'few requests', outcome: 'notApplicable', details: requests(20, 0), beside: { peers } },
  {
    name: 'few like bodies',
    outcome: 'notApplicable',
    details: requests(60, 0),
    beside: { peers: peerStatistics([], rates.slice(0, 9)) },
  },
  {
    name: 'a missing figure',
    outcome: 'couldNotRun',
    details: requests(60, 0),
    cells: { 'requests.granted.total': null },
    beside: { peers },
  },
]);
