import { stContent } from '../../../src/audit/rules/st-content.ts';
import { stFormAltered } from '../../../src/audit/rules/st-form-altered.ts';
import { stTableTwice } from '../../../src/audit/rules/st-table-twice.ts';
import { stTitle } from '../../../src/audit/rules/st-title.ts';
import type { Doubt } from '../../../src/model/report.ts';
import { officialSections, section } from '../build-reading.ts';
import { judgeCases } from '../judge-cases.ts';

const doubt = (rule: string, cells: readonly string[] = [], more: Partial<Doubt> = {}): Doubt => ({
  rule,
  severity: 'warning',
  cells,
  message: { zh: '如此如此', en: 'so and so' },
  ...more,
});

const FIVE = '主动公开及时，依申请公开规范，政府信息管理有序，平台建设扎实，监督保障到位。';
const BOTH = '一是解读形式单一。下一步将丰富形式。';
const prose = (overview: string, problems: string, more = '无') => [
  section('一', '总体情况', 'overview', overview),
  section('五', '存在的主要问题及改进情况', 'problems', problems),
  section('六', '其他需要报告的事项', 'other_matters', more),
];

judgeCases(stContent, [
  {
    name: 'a department that treats the five, a problem and a measure',
    outcome: 'passed',
    sections: prose(FIVE, BOTH),
  },
  {
    name: 'topics numbered like chapters',
    outcome: 'passed',
    sections: [
      section('一', '总体情况', 'overview', '主动公开、依申请公开、信息管理各项工作如下。'),
      section('二', '平台建设', 'extra', '改版一次。'),
      section('三', '监督保障', 'extra', '按要求做好。'),
      section('五', '存在的主要问题及改进情况', 'problems', BOTH),
    ],
  },
  {
    name: 'traditional characters',
    outcome: 'passed',
    sections: prose(
      '主動公開及時，依申請公開規範，政府信息管理有序，平臺建設扎實，監督保障到位。',
      '一是解讀形式單一。下一步將豐富形式。',
    ),
  },
  {
    name: 'an overview of two topics',
    outcome: 'flagged',
    sections: prose('主动公开信息300条，办好门户网站。', BOTH),
    severity: 'info',
    says: ['总体情况未提及依申请公开、政府信息管理、监督保障；已提及主动公开、平台建设'],
    observed: '主动公开、平台建设',
  },
  {
    name: 'problems without a measure',
    outcome: 'flagged',
    sections: prose(FIVE, '公开的深度不够。'),
    says: ['存在的主要问题及改进情况未提及改进的办法'],
  },
  {
    name: 'a government without assessment, review and liability',
    outcome: 'flagged',
    report: { agency: '绍兴市人民政府' },
    sections: prose(FIVE.replace('监督', '培训'), BOTH),
    says: ['政府的年报未提及工作考核、社会评议、责任追究'],
  },
  {
    name: 'edition 2019 does not ask for the five',
    outcome: 'passed',
    edition: '2019',
    sections: prose('工作有序推进。', BOTH),
  },
  {
    name: 'no such sections',
    outcome: 'notApplicable',
    sections: [section('六', '其他需要报告的事项', 'other_matters', '无')],
  },
  { name: 'no sections at all', outcome: 'couldNotRun', sections: [] },
]);

judgeCases(stTableTwice, [
  { name: 'every table once', outcome: 'passed', doubts: [doubt('EX-ROW')] },
  {
    name: 'equal copies',
    outcome: 'flagged',
    doubts: [doubt('EX-READERS', [], { severity: 'info' })],
    severity: 'info',
    flags: [[]],
    says: ['如此如此'],
  },
  {
    name: 'copies that differ',
    outcome: 'flagged',
    doubts: [doubt('EX-READERS', ['requests.granted.natural'], { alternatives: [['7']] })],
    severity: 'error',
    flags: [['requests.granted.natural']],
    observed: '7',
  },
  { name: 'no table', outcome: 'notApplicable', editions: { proactive: null, requests: null, disputes: null } },
]);

const COERCION = 'proactive.coercion.decisions';
const PICTURE = { 'requests.granted.natural': null };
const rowGone = Object.fromEntries(
  ['natural', 'business', 'research', 'welfare', 'legal', 'other', 'total'].map((part) => [
    `requests.other_no_payment.${part}`,
    null,
  ]),
);

judgeCases(stFormAltered, [
  { name: 'the form as it is', outcome: 'passed' },
  { name: 'a single figure that is missing is no row', outcome: 'passed', cells: PICTURE },
  {
    name: 'a row left out of table 3',
    outcome: 'flagged',
    cells: rowGone,
    flags: [Object.keys(rowGone)],
    severity: 'warning',
    says: ['第三表：缺少“2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请”一行'],
  },
  {
    name: 'a column left out of table 4',
    outcome: 'flagged',
    cells: Object.fromEntries(
      ['review', 'direct_suit', 'suit_after_review'].map((row) => [`disputes.${row}.other`, null]),
    ),
    says: ['第四表：缺少“其他结果”一栏'],
  },
  {
    name: 'a label in other words, nearly the same',
    outcome: 'flagged',
    doubts: [doubt('EX-LABEL', [COERCION], { severity: 'info' })],
    severity: 'info',
    flags: [[COERCION]],
    says: ['第二表：如此如此'],
  },
  {
    name: 'a row of figures too many',
    outcome: 'flagged',
    doubts: [doubt('EX-ROW', [])],
    severity: 'warning',
    says: ['如此如此'],
    observed: 1,
  },
  { name: 'no table 4', outcome: 'couldNotRun', editions: { disputes: null } },
  {
    name: 'a row that a recognition may have lost',
    outcome: 'couldNotRun',
    cells: { [COERCION]: null },
    doubts: [doubt('EX-OCR', [COERCION])],
  },
  {
    name: 'pages that were not read',
    outcome: 'couldNotRun',
    cells: { [COERCION]: null },
    doubts: [doubt('DOC-PAGES')],
  },
]);

const titled = (title: string | null, more: object = {}) => ({ report: { title, ...more } });
const signed = (name: string) => [
  ...officialSections(),
  section('六', '其他需要报告的事项', 'other_matters', `无其他事项。\n${name}\n2023年1月20日`),
];

judgeCases(stTitle, [
  { name: 'body, year and kind', outcome: 'passed' },
  { name: 'a short name under the text', outcome: 'passed', sections: signed('市财政局') },
  {
    name: 'a government whose office signs',
    outcome: 'passed',
    ...titled('洪泽区2022年政府信息公开工作年度报告', { agency: '洪泽区' }),
    sections: signed('洪泽区人民政府办公室'),
  },
  {
    name: 'a year that is not the report’s',
    outcome: 'flagged',
    ...titled('绍兴市财政局2021年政府信息公开工作年度报告'),
    severity: 'warning',
    observed: 2021,
    expected: 2022,
  },
  {
    name: 'signed by another body',
    outcome: 'flagged',
    sections: signed('绍兴市民政局'),
    severity: 'warning',
    says: ['机关“绍兴市财政局”与发布或落款机关“绍兴市民政局”不符'],
  },
  {
    name: 'another body in the page’s marks',
    outcome: 'flagged',
    doubts: [doubt('DOC-FRONT-MATTER', [], { alternatives: [['2021'], ['绍兴市水利局']] })],
    observed: '绍兴市财政局',
    expected: '绍兴市水利局',
  },
  {
    name: 'no body and no year',
    outcome: 'flagged',
    ...titled('政府信息公开工作年度报告'),
    severity: 'info',
    says: ['未写明机关和年度'],
    expected: '绍兴市财政局2022年',
  },
  { name: 'no title', outcome: 'couldNotRun', ...titled(null) },
]);
