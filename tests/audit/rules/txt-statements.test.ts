import { txtAllDone } from '../../../src/audit/rules/txt-all-done.ts';
import { txtFee } from '../../../src/audit/rules/txt-fee.ts';
import { txtNoLoss } from '../../../src/audit/rules/txt-no-loss.ts';
import { txtNone } from '../../../src/audit/rules/txt-none.ts';
import { txtPercent } from '../../../src/audit/rules/txt-percent.ts';
import { txtSameFigure } from '../../../src/audit/rules/txt-same-figure.ts';
import { txtSplit } from '../../../src/audit/rules/txt-split.ts';
import { txtYear } from '../../../src/audit/rules/txt-year.ts';
import { judgeCases } from '../judge-cases.ts';
import { telling } from '../prose/overview.ts';

/** Received 20, carried in 4, handled 21 (15 granted, 3 in part, 3 not held), carried out 3; one suit corrected. */
const details = {
  'requests.carried_in.natural': 4,
  'requests.granted.natural': 15,
  'requests.partial.natural': 3,
  'requests.unable_not_held.business': 3,
  'requests.carried_out.natural': 3,
  'disputes.direct_suit.corrected': 1,
};
const told = (text: string) => ({ details, sections: telling(text) });
const nothing = (text: string) => ({ sections: telling(text) });

judgeCases(txtPercent, [
  { name: 'of all handled', outcome: 'passed', ...told('答复申请21件，其中予以公开15件，占71.4%。') },
  { name: 'of those received, cut off', outcome: 'passed', ...told('予以公开15件，占75%；部分公开3件，占14.28%。') },
  { name: 'with what was carried over', outcome: 'passed', ...told('予以公开15件，占62.5%。') },
  { name: 'a rate', outcome: 'passed', ...told('政府信息公开申请予以公开率85.7%。') },
  {
    name: 'of nothing',
    outcome: 'flagged',
    ...told('予以公开15件，占77.8%。'),
    severity: 'warning',
    observed: 77.8,
    expected: 75,
    flags: [['requests.granted.total']],
    says: ['75%（15/20）', '71.43%（15/21）', '62.5%（15/24）'],
  },
  {
    name: 'a share of something else',
    outcome: 'notApplicable',
    ...told('申请涉及征地拆迁9件，占43%；主动公开率达98%。'),
  },
  {
    name: 'no base',
    outcome: 'couldNotRun',
    ...told('予以公开15件，占77.8%。'),
    cells: { 'requests.received.total': null },
  },
]);

judgeCases(txtSplit, [
  { name: 'adds up', outcome: 'passed', ...told('收到政府信息公开申请20件，其中自然人17件，法人或其他组织3件。') },
  { name: 'only some named', outcome: 'passed', ...told('收到政府信息公开申请20件，其中自然人17件。') },
  {
    name: 'too much',
    outcome: 'flagged',
    ...told('收到政府信息公开申请20件，其中自然人17件，法人或其他组织4件。'),
    observed: 21,
    expected: 20,
    says: ['17 + 4 = 21'],
  },
  {
    name: 'channels',
    outcome: 'flagged',
    ...told('收到政府信息公开申请20件，其中网络申请9件、信函申请5件、当面申请4件。'),
    observed: 18,
  },
  {
    name: 'shares',
    outcome: 'flagged',
    ...told('收到政府信息公开申请20件，其中自然人17件，占85%，法人或其他组织3件，占25%。'),
    expected: 100,
  },
  {
    name: 'an open list',
    outcome: 'notApplicable',
    ...told('收到政府信息公开申请20件，其中网络申请9件、信函申请5件、当面申请4件等。'),
  },
  { name: 'no list', outcome: 'notApplicable', ...told('收到政府信息公开申请20件。') },
]);

judgeCases(txtNone, [
  {
    name: 'none and none',
    outcome: 'passed',
    ...nothing('本年度未收到政府信息公开申请，未发生因政府信息公开引起的行政复议、行政诉讼。'),
  },
  {
    name: 'requests',
    outcome: 'flagged',
    ...told('全年没有收到公民、法人和其他组织的政府信息公开申请。'),
    severity: 'error',
    flags: [['requests.received.total']],
  },
  {
    name: 'suits',
    outcome: 'flagged',
    ...told('政府信息公开行政复议、行政诉讼均为零。'),
    flags: [['disputes.direct_suit.total', 'disputes.suit_after_review.total']],
  },
  {
    name: 'a number where the table has none',
    outcome: 'flagged',
    ...nothing('收到政府信息公开申请5件。'),
    observed: 5,
    expected: 0,
  },
  { name: 'of one kind', outcome: 'notApplicable', ...told('未收到通过传真提出的政府信息公开申请；未收到重复申请。') },
  {
    name: 'no other sort of none',
    outcome: 'notApplicable',
    ...told('无法提供的申请已逐件说明，无正当理由大量反复申请的依法处理。'),
  },
  {
    name: 'no table 4',
    outcome: 'couldNotRun',
    ...nothing('未发生政府信息公开行政诉讼。'),
    editions: { disputes: null },
    cells: { 'disputes.direct_suit.total': null },
  },
]);

judgeCases(txtAllDone, [
  { name: 'nothing left', outcome: 'passed', ...nothing('收到的政府信息公开申请全部办结。') },
  {
    name: 'three left',
    outcome: 'flagged',
    ...told('收到政府信息公开申请20件，均已办结。'),
    severity: 'warning',
    flags: [['requests.carried_out.total']],
    observed: 0,
    expected: 3,
  },
  { name: 'a rate of 100 %', outcome: 'flagged', ...told('政府信息公开申请办结率达100%。') },
  { name: 'in time', outcome: 'notApplicable', ...told('收到政府信息公开申请20件，均按时答复，按期答复率100%。') },
  {
    name: 'all but those carried over',
    outcome: 'notApplicable',
    ...told('除3件结转下年外，政府信息公开申请全部办结。'),
  },
  { name: 'hotline calls', outcome: 'notApplicable', ...told('规范申请办理。12345热线47件，已全部办结。') },
]);

judgeCases(txtNoLoss, [
  { name: 'none corrected', outcome: 'passed', ...nothing('政府信息公开行政复议、诉讼无一被纠错。') },
  {
    name: 'a suit lost',
    outcome: 'flagged',
    ...told('信息公开类行政诉讼2件，零败诉。'),
    severity: 'error',
    observed: 0,
    expected: 1,
  },
  { name: 'no reconsideration corrected', outcome: 'passed', ...told('政府信息公开行政复议案件没有被纠正。') },
  { name: 'of something else', outcome: 'notApplicable', ...told('安全生产零事故，政务公开无差错。') },
]);

const year2020 = { year: 2020, periodStart: '2020-01-01', periodEnd: '2020-12-31' };
judgeCases(txtFee, [
  { name: 'none', outcome: 'passed', ...nothing('全年未收取政府信息公开信息处理费。') },
  { name: 'by the rates', outcome: 'passed', ...nothing('全年收取政府信息公开信息处理费1,200元。') },
  {
    name: 'no multiple of ten',
    outcome: 'flagged',
    ...nothing('全年收取政府信息公开信息处理费1235元。'),
    severity: 'info',
    observed: 1235,
  },
  {
    name: 'none and some',
    outcome: 'flagged',
    ...nothing('未收取信息处理费。其中信息处理费收取100元。'),
    says: ['100元'],
  },
  {
    name: 'a fee not paid',
    outcome: 'flagged',
    details: { 'requests.other_no_payment.natural': 2 },
    sections: telling('没有收取信息处理费。'),
    flags: [['requests.other_no_payment.total']],
  },
  {
    name: 'before 2021',
    outcome: 'notApplicable',
    ...nothing('收取信息处理费1235元。'),
    edition: '2019',
    report: year2020,
  },
  { name: 'administrative fees', outcome: 'notApplicable', ...nothing('公开行政事业性收费项目，收费12345元。') },
]);

judgeCases(txtSameFigure, [
  {
    name: 'twice alike',
    outcome: 'passed',
    ...told('收到政府信息公开申请20件。\n全年收到政府信息公开申请20件，逐件登记。'),
  },
  { name: 'by two customs', outcome: 'passed', ...told('收到政府信息公开申请20件。\n共受理政府信息公开申请24件。') },
  {
    name: 'twice unlike',
    outcome: 'flagged',
    ...told('收到政府信息公开申请20件。\n全年收到政府信息公开申请26件。'),
    severity: 'warning',
    observed: 26,
    expected: 20,
  },
  { name: 'once', outcome: 'notApplicable', ...told('收到政府信息公开申请20件。\n通过信函收到政府信息公开申请6件。') },
]);

const PERIOD = '统计期限自2022年1月1日起至2022年12月31日止。';
judgeCases(txtYear, [
  { name: 'period', outcome: 'passed', ...nothing(PERIOD) },
  {
    name: 'the period of another year',
    outcome: 'flagged',
    ...nothing('统计期限自2021年1月1日起至2021年12月31日止。'),
    severity: 'error',
    observed: 2021,
    expected: 2022,
  },
  {
    name: 'a period that runs backwards',
    outcome: 'flagged',
    ...nothing('数据从2022年1月1日起至2021年12月31日止。'),
    severity: 'error',
    observed: 2021,
  },
  {
    name: 'the title',
    outcome: 'flagged',
    report: { title: '绍兴市财政局2021年政府信息公开工作年度报告' },
    severity: 'warning',
  },
  {
    name: 'the opening',
    outcome: 'flagged',
    ...nothing('2021年，我局认真做好政府信息公开工作。'),
    severity: 'warning',
  },
  {
    name: 'history, comparison and numbers of documents',
    outcome: 'passed',
    ...nothing('2022年，收到申请5件，较2021年增加2件。2019年，条例修订后印发通知（国办发〔2019〕3号）。'),
  },
  { name: 'an unknown year', outcome: 'couldNotRun', report: { year: null } },
]);
