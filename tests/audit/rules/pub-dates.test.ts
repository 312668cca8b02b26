import { pubDateConflict } from '../../../src/audit/rules/pub-date-conflict.ts';
import type { Doubt } from '../../../src/model/report.ts';
import { judgeCases } from '../judge-cases.ts';

const elsewhere = (...others: string[]): { doubts: Doubt[] } => ({
  doubts: [
    {
      rule: 'DOC-FRONT-MATTER',
      severity: 'warning',
      cells: [],
      message: { zh: '', en: '' },
      alternatives: others.map((other) => [other]),
    },
  ],
});

judgeCases(pubDateConflict, [
  { name: 'one date', outcome: 'passed' },
  { name: 'another year or body is no date', outcome: 'passed', ...elsewhere('2021', '绍兴市民政局') },
  {
    name: 'two dates in time',
    outcome: 'flagged',
    ...elsewhere('2023-01-28'),
    severity: 'info',
    observed: '2023-01-28',
    expected: '2023-01-20',
  },
  {
    name: 'a department’s on both sides of 31 January',
    outcome: 'flagged',
    ...elsewhere('2023-02-15'),
    severity: 'warning',
    says: ['分居期限2023年1月31日两侧'],
  },
  {
    name: 'the same dates are both in time for a government',
    outcome: 'flagged',
    report: { agency: '绍兴市人民政府' },
    ...elsewhere('2023-02-15'),
    severity: 'info',
  },
  {
    name: 'no deadline binds a town',
    outcome: 'flagged',
    report: { agency: '平水镇人民政府' },
    ...elsewhere('2023-05-15'),
    severity: 'info',
  },
  { name: 'no date', outcome: 'couldNotRun', report: { publishedOn: null }, ...elsewhere('2023-02-15') },
]);
