import { txtApplicant } from '../../../src/audit/rules/txt-applicant.ts';
import { txtCarried } from '../../../src/audit/rules/txt-carried.ts';
import { txtDisputes } from '../../../src/audit/rules/txt-disputes.ts';
import { txtHandled } from '../../../src/audit/rules/txt-handled.ts';
import { txtNormative } from '../../../src/audit/rules/txt-normative.ts';
import { txtReceived } from '../../../src/audit/rules/txt-received.ts';
import { txtResult } from '../../../src/audit/rules/txt-result.ts';
import { judgeCases } from '../judge-cases.ts';
import { telling } from '../prose/overview.ts';

/** Received 33 (30 natural, 3 businesses), carried in 2, handled 31, carried out 4. */
const details = {
  'requests.carried_in.natural': 2,
  'requests.granted.natural': 15,
  'requests.granted.business': 3,
  'requests.partial.natural': 2,
  'requests.refused_state_secret.natural': 1,
  'requests.refused_internal.natural': 2,
  'requests.unable_not_held.natural': 5,
  'requests.unable_creation.natural': 3,
  'requests.carried_out.natural': 4,
  'disputes.review.upheld': 5,
  'disputes.review.pending': 2,
  'disputes.direct_suit.upheld': 3,
  'disputes.direct_suit.corrected': 1,
  'disputes.suit_after_review.upheld': 1,
  'proactive.normative.issued': 6,
  'proactive.normative.repealed': 2,
  'proactive.normative.in_force': 40,
};
const told = (text: string) => ({ details, sections: telling(text) });
const requests = (row: string, column = 'total') => `requests.${row}.${column}`;

judgeCases(txtReceived, [
  { name: 'received', outcome: 'passed', ...told('全年收到政府信息公开申请33件。') },
  { name: 'with what was carried over', outcome: 'passed', ...told('共受理政府信息公开申请35件。') },
  { name: 'in Chinese characters', outcome: 'passed', ...told('新收政府信息公开申请三十三件。') },
  { name: 'in full width, after a comma', outcome: 'passed', ...told('收到政府信息公开申请，共计３３件。') },
  { name: 'the object behind the number', outcome: 'passed', ...told('全年收到33件政府信息公开申请。') },
  {
    name: 'fits neither custom',
    outcome: 'flagged',
    ...told('全年收到政府信息公开申请34件，均已登记。'),
    severity: 'warning',
    observed: 34,
    expected: 33,
    flags: [[requests('received')]],
    says: ['全年收到政府信息公开申请34件', '为 33', '33 + 2 = 35', '原句：“全年收到政府信息公开申请34件，均已登记”'],
  },
  {
    name: '新收 is the first custom only',
    outcome: 'flagged',
    ...told('新收政府信息公开申请35件。'),
    severity: 'error',
  },
  { name: 'one channel', outcome: 'notApplicable', ...told('通过网络收到政府信息公开申请12件。') },
  { name: 'all channels', outcome: 'passed', ...told('通过网络、信函等方式收到政府信息公开申请33件。') },
  { name: 'another department', outcome: 'notApplicable', ...told('市公安局收到政府信息公开申请12件。') },
  { name: 'its own short name', outcome: 'passed', ...told('市财政局收到政府信息公开申请33件。') },
  { name: 'another year', outcome: 'notApplicable', ...told('2019年收到政府信息公开申请12件。') },
  { name: 'since the Regulation', outcome: 'notApplicable', ...told('条例施行以来收到政府信息公开申请612件。') },
  { name: 'about', outcome: 'notApplicable', ...told('收到政府信息公开申请近40件。') },
  { name: 'other applications', outcome: 'notApplicable', ...told('收到法律援助申请12件，公开信息3条。') },
  {
    name: 'two bodies in one sentence',
    outcome: 'notApplicable',
    ...told('本机关收到政府信息公开申请12件，所属单位收到政府信息公开申请9件。'),
  },
  {
    name: 'no table 3',
    outcome: 'couldNotRun',
    editions: { requests: null },
    sections: telling('收到政府信息公开申请33件。'),
  },
]);

judgeCases(txtCarried, [
  { name: 'both ways', outcome: 'passed', ...told('上年结转政府信息公开申请2件，另有4件申请结转下年度办理。') },
  {
    name: 'named by the year',
    outcome: 'passed',
    ...told('2021年结转申请2件，结转至2023年申请4件，信息公开工作有序。'),
  },
  {
    name: 'still being handled',
    outcome: 'flagged',
    ...told('政府信息公开申请中，5件正在办理。'),
    observed: 5,
    expected: 4,
    flags: [[requests('carried_out')]],
  },
  { name: 'nothing carried over told', outcome: 'notApplicable', ...told('信息公开工作有序。') },
]);

judgeCases(txtHandled, [
  { name: 'handled', outcome: 'passed', ...told('办结政府信息公开申请31件。') },
  { name: 'those of the year', outcome: 'passed', ...told('收到政府信息公开申请33件，已答复29件。') },
  {
    name: 'behind a comparison',
    outcome: 'passed',
    ...told('收到政府信息公开申请33件（较2021年减少12%），答复31件。'),
  },
  {
    name: 'neither',
    outcome: 'flagged',
    ...told('收到政府信息公开申请33件，已答复30件。'),
    severity: 'warning',
    flags: [[requests('total')]],
    says: ['31', '29'],
  },
  { name: 'hotline calls', outcome: 'notApplicable', ...told('政务公开热线收到来电47件，办结47件。') },
]);

const ALL_APPLICANTS = ['natural', 'business', 'research', 'welfare', 'legal', 'other', 'total'];
const REFUSED = ['state_secret', 'law', 'security', 'third_party', 'internal', 'process', 'enforcement', 'query'];
judgeCases(txtResult, [
  {
    name: 'the results',
    outcome: 'passed',
    ...told('予以公开18件，部分公开2件，不予公开3件，无法提供8件，不予处理0件。'),
  },
  { name: 'two at once', outcome: 'passed', ...told('予以公开及部分公开20件。') },
  { name: 'a reason', outcome: 'passed', ...told('因本机关不掌握相关政府信息无法提供5件。') },
  {
    name: 'a reason with 等 is the group',
    outcome: 'flagged',
    ...told('因本机关不掌握等原因无法提供5件。'),
    observed: 5,
    expected: 8,
  },
  { name: 'behind the number', outcome: 'passed', ...told('已答复的申请中，18件予以公开、2件部分公开，3件不予公开。') },
  {
    name: 'a group',
    outcome: 'flagged',
    ...told('不予公开4件。'),
    severity: 'error',
    flags: [REFUSED.map((row) => requests(`refused_${row}`))],
  },
  { name: 'of natural persons', outcome: 'passed', ...told('对自然人申请予以公开15件。') },
  {
    name: 'an empty row that is told',
    outcome: 'flagged',
    ...told('重复申请2件，不予处理。政府信息公开申请逐件登记。'),
    cells: Object.fromEntries(ALL_APPLICANTS.map((column) => [requests('declined_repeat', column), ''])),
    says: ['为 0（1 格未填，按 0 计）'],
  },
  { name: 'a reason that is no row', outcome: 'notApplicable', ...told('因涉及商业秘密不予公开1件。') },
  {
    name: 'parts of what other bodies answered',
    outcome: 'notApplicable',
    ...told('全市各部门共答复政府信息公开申请1453件。其中予以公开966件；不予公开81件。'),
  },
  { name: 'proposals', outcome: 'notApplicable', ...told('人大建议办理结果予以公开30件。') },
  {
    name: 'an unreadable row',
    outcome: 'couldNotRun',
    ...told('予以公开18件。'),
    cells: { 'requests.granted.total': '约18' },
  },
]);

judgeCases(txtApplicant, [
  { name: 'both kinds', outcome: 'passed', ...told('收到政府信息公开申请33件，其中自然人30件，法人或其他组织3件。') },
  { name: 'with those carried over', outcome: 'passed', ...told('政府信息公开申请中，自然人申请32件。') },
  {
    name: 'all of them',
    outcome: 'flagged',
    ...told('收到政府信息公开申请33件，均为自然人申请。'),
    observed: 33,
    expected: 30,
  },
  { name: 'everybody', outcome: 'notApplicable', ...told('收到公民、法人和其他组织的政府信息公开申请33件。') },
  {
    name: 'wrong',
    outcome: 'flagged',
    ...told('政府信息公开申请中，自然人申请29件。'),
    severity: 'warning',
    flags: [[requests('received', 'natural')]],
  },
]);

judgeCases(txtDisputes, [
  {
    name: 'cases and outcomes',
    outcome: 'passed',
    ...told('政府信息公开行政复议7件，维持5件，尚未审结2件；行政诉讼5件，维持4件，纠正1件。'),
  },
  { name: 'both kinds of suits', outcome: 'passed', ...told('因政府信息公开未经复议直接起诉4件，复议后起诉1件。') },
  {
    name: 'the number of cases',
    outcome: 'flagged',
    ...told('因政府信息公开被申请行政复议8件。'),
    severity: 'error',
    observed: 8,
    expected: 7,
  },
  {
    name: 'all upheld',
    outcome: 'flagged',
    ...told('信息公开类行政复议7件，诉讼5件，均获维持。'),
    flags: [['disputes.review.upheld'], ['disputes.direct_suit.upheld', 'disputes.suit_after_review.upheld']],
    says: ['7件，均获维持', '为 5'],
  },
  { name: 'all the cases of the office', outcome: 'notApplicable', ...told('全年办理行政复议案件320件，维持290件。') },
  { name: 'in the words of 分别', outcome: 'notApplicable', ...told('政府信息公开行政复议、诉讼分别为9件、8件。') },
]);

judgeCases(txtNormative, [
  {
    name: 'issued, repealed, in force',
    outcome: 'passed',
    ...told('制发行政规范性文件6件，废止2件，现行有效行政规范性文件40件。'),
  },
  {
    name: 'issued',
    outcome: 'flagged',
    ...told('全年印发行政规范性文件7件。'),
    severity: 'warning',
    flags: [['proactive.normative.issued']],
  },
  {
    name: 'made public, edition 2019',
    outcome: 'passed',
    edition: '2019',
    details: {
      'proactive.normative.made': 5,
      'proactive.normative.published': 4,
      'proactive.normative.public_total': 9,
    },
    sections: telling('主动公开规范性文件4件。'),
  },
  {
    name: 'explanations of them',
    outcome: 'notApplicable',
    ...told('发布规范性文件解读12件，规范性文件备案审查9件。'),
  },
]);
