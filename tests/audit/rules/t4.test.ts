import { t4Sum } from '../../../src/audit/rules/t4-sum.ts';
import { t4TotalBlank } from '../../../src/audit/rules/t4-total-blank.ts';
import { judgeCases } from '../judge-cases.ts';

const SOME = { 'disputes.review.upheld': 5, 'disputes.review.pending': 2 };
const noTable = { editions: { disputes: null } } as const;
const REVIEW = ['total', 'upheld', 'corrected', 'other', 'pending'].map((result) => `disputes.review.${result}`);

judgeCases(t4Sum, [
  { name: 'a consistent table', outcome: 'passed', details: SOME },
  {
    name: 'a total of 0 over results',
    outcome: 'flagged',
    details: SOME,
    cells: { 'disputes.review.total': 0 },
    flags: [REVIEW],
    severity: 'error',
    observed: 0,
    expected: 7,
    says: ['第四表“行政复议”：四种结果之和为 7，总计为 0，相差 7'],
  },
  { name: 'all cells blank', outcome: 'passed', cells: Object.fromEntries(REVIEW.map((key) => [key, ''])) },
  { name: 'an empty total', outcome: 'notApplicable', details: SOME, cells: { 'disputes.review.total': '' } },
  { name: 'a missing result', outcome: 'couldNotRun', cells: { 'disputes.review.other': null } },
  { name: 'no table 4', outcome: 'couldNotRun', ...noTable, says: ['文中没有第四表'] },
]);

judgeCases(t4TotalBlank, [
  { name: 'every total filled', outcome: 'passed', details: SOME },
  {
    name: 'an empty total over results',
    outcome: 'flagged',
    details: SOME,
    cells: { 'disputes.review.total': '-', 'disputes.review.other': '' },
    says: ['第四表“行政复议”一行“总计”栏未填，各分项之和为 7'],
  },
  { name: 'an empty total over zeros', outcome: 'notApplicable', cells: { 'disputes.review.total': '' } },
  { name: 'all empty', outcome: 'notApplicable', cells: Object.fromEntries(REVIEW.map((key) => [key, '-'])) },
  { name: 'no table 4', outcome: 'couldNotRun', ...noTable },
]);
