import { pubEarly } from '../../../src/audit/rules/pub-early.ts';
import { pubLateDept } from '../../../src/audit/rules/pub-late-dept.ts';
import { pubLateGov } from '../../../src/audit/rules/pub-late-gov.ts';
import { pubLateLocal } from '../../../src/audit/rules/pub-late-local.ts';
import { judgeCases } from '../judge-cases.ts';

/** All reports of these cases are for 2022. */
const by = (agency: string | null, publishedOn: string | null) => ({ report: { agency, publishedOn } });

/** The page says so elsewhere. */
const disputed = (other: string) => ({
  ...{ rule: 'DOC-FRONT-MATTER', severity: 'warning' as const, cells: [], message: { zh: '', en: '' } },
  alternatives: [[other]],
});

judgeCases(pubLateDept, [
  { name: 'on the last day', outcome: 'passed', ...by('绍兴市财政局', '2023-01-31') },
  {
    name: 'a day late',
    outcome: 'flagged',
    ...by('绍兴市财政局', '2023-02-01'),
    severity: 'error',
    observed: '2023-02-01',
    expected: '2023-01-31',
    says: ['发布于2023年2月1日，晚于《政府信息公开条例》第四十九条规定的期限（2023年1月31日），迟 1 天'],
  },
  {
    name: 'a government’s own office',
    outcome: 'flagged',
    ...by('上海市人民政府办公厅', '2023-03-05'),
    says: ['33 天'],
  },
  { name: 'a government', outcome: 'notApplicable', ...by('绍兴市人民政府', '2023-03-05') },
  { name: 'a town without a date', outcome: 'notApplicable', ...by('平水镇人民政府', null) },
  { name: 'a committee of a zone', outcome: 'notApplicable', ...by('某某开发区管委会', '2023-03-05') },
  { name: 'no date', outcome: 'couldNotRun', ...by('绍兴市财政局', null), says: ['不知道发布日期'] },
  { name: 'an unknown body', outcome: 'couldNotRun', ...by(null, '2023-03-05'), says: ['不知道发布机关'] },
  { name: 'no year', outcome: 'couldNotRun', report: { year: null } },
  { name: 'what is no date', outcome: 'couldNotRun', ...by('绍兴市财政局', '2023-13-41') },
]);

judgeCases(pubLateGov, [
  { name: 'on the last day', outcome: 'passed', ...by('洪泽区人民政府', '2023-03-31') },
  {
    name: 'late',
    outcome: 'flagged',
    ...by('洪泽区人民政府', '2023-04-10'),
    severity: 'error',
    expected: '2023-03-31',
    says: ['迟 10 天'],
  },
  {
    name: 'late by one date of the page, in time by another',
    outcome: 'flagged',
    ...by('洪泽区人民政府', '2023-04-10'),
    doubts: [disputed('2023-03-20')],
    severity: 'warning',
  },
  {
    name: 'late by each date of the page',
    outcome: 'flagged',
    ...by('洪泽区人民政府', '2023-04-10'),
    doubts: [disputed('2023-04-12')],
    severity: 'error',
  },
  {
    name: 'in time if the report is for the other year that the page names',
    outcome: 'flagged',
    ...by('洪泽区人民政府', '2023-04-10'),
    doubts: [disputed('2023')],
    severity: 'warning',
  },
  { name: 'a department', outcome: 'notApplicable', ...by('绍兴市财政局', '2023-04-10') },
  { name: 'no date', outcome: 'couldNotRun', ...by('洪泽区人民政府', null) },
]);

judgeCases(pubLateLocal, [
  { name: 'in time', outcome: 'passed', ...by('兰亭街道', '2023-01-25') },
  {
    name: 'after the custom',
    outcome: 'flagged',
    ...by('兰亭街道', '2023-02-14'),
    severity: 'info',
    says: ['惯常的日期（2023年1月31日），迟 14 天'],
  },
  { name: 'a town', outcome: 'flagged', ...by('平水镇人民政府', '2023-02-14') },
  { name: 'a department', outcome: 'notApplicable', ...by('绍兴市财政局', '2023-02-14') },
  { name: 'no date', outcome: 'couldNotRun', ...by('兰亭街道', null) },
]);

judgeCases(pubEarly, [
  { name: 'on the first day', outcome: 'passed', ...by(null, '2023-01-01') },
  {
    name: 'before the period ended',
    outcome: 'flagged',
    ...by(null, '2022-12-31'),
    severity: 'warning',
    expected: '2023-01-01',
    says: ['发布于2022年12月31日，早于 2022 年度统计期结束'],
  },
  { name: 'no date', outcome: 'couldNotRun', ...by(null, null) },
]);
