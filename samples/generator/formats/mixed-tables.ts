import { TABLE_ROLES } from '../../../src/model/forms/form.ts';
import { variablesOfTable } from '../../../src/model/forms/variables.ts';
import type { Draft } from '../draft.ts';
import type { Section } from '../prose.ts';
import type { TrueFigure, Truth } from '../truth.ts';
import { blankDraft, changeTexts } from './messy-draft.ts';
import { type PageStyle, PLAIN_PAGE } from './paper/page-style.ts';

/**
 * The twin of a district's report for 2023: its structure, figures and faults with prose of our own. Five pages; the table 2 of
 * 2021 beside the table 3 of 2019, both broken over a page; a label of which three characters are lost; totals of 0 in table 4
 * over parts that are not.
 */

const AGENCY = '兰湖区人民政府';

const NOT_ZERO: Readonly<Record<string, number>> = {
  'proactive.normative.repealed': 5,
  'proactive.normative.in_force': 5,
  'proactive.licensing.decisions': 550,
  'proactive.penalty.decisions': 4119,
  'proactive.coercion.decisions': 195,
  'proactive.fees.amount': 7730.28,
  'requests.received.natural': 21,
  'requests.received.total': 21,
  'requests.partial.natural': 4,
  'requests.partial.total': 4,
  'requests.refused_state_secret.natural': 1,
  'requests.refused_state_secret.total': 1,
  'requests.refused_process.natural': 1,
  'requests.refused_process.total': 1,
  'requests.refused_enforcement.natural': 1,
  'requests.refused_enforcement.total': 1,
  'requests.unable_not_held.natural': 10,
  'requests.unable_not_held.total': 10,
  'requests.unable_creation.natural': 3,
  'requests.unable_creation.total': 3,
  'requests.declined_petition.natural': 1,
  'requests.declined_petition.total': 1,
  'requests.total.natural': 21,
  'requests.total.total': 21,
  'disputes.review.upheld': 10,
  'disputes.review.corrected': 1,
  'disputes.suit_after_review.upheld': 5,
};

const SECTIONS: readonly Section[] = [
  {
    number: '一',
    heading: '总体情况',
    role: 'overview',
    paragraphs: [
      '2023年，区政府把“群众看得懂、用得上”当作公开工作的尺子，重新梳理了各单位该公开什么、何时公开、由谁核对，并把这些写进岗位清单，年底逐项对账。',
      '（一）主动公开情况。',
      '这一年新建了公开专区，把户籍、社保、不动产登记等十四类常办的事写成一页一事的说明，张贴在村居公告栏里，也登在网站上。湖区整治、农路改造和养老补贴是居民问得最多的三件事，有关方案、进度和名单都设专栏，随时更新。2023年，我区在政府网站平台主动公开政府信息1136条。',
      '（二）依申请公开情况。',
      '申请可以当面交，也可以从网上交，收到当天即登记编号。2023年全区受理政府信息公开申请21件，都在期限以前答复，答复书写明理由和救济途径。',
      '（三）政府信息管理情况。',
      '信息先由拟稿人自查，再由科室和办公室各看一遍，三道都签了字才上网。第三方每季度检查一次死链和错字，查出的问题三天内改完；失效的文件不撤下，只加注标记，免得引用的人找不到原文。',
      '（四）平台建设情况。',
      '半年没有新内容的账号并入区级账号，栏目从三十八个减到二十六个，首页检索改为新文件在前。政务大厅设了查阅点，备有纸质公报和打印机，不会上网的居民可以请工作人员代查。热线的知识库与网站同时更新，接线员答的和网上写的是同一份材料，有出入的当天改正。',
      '（五）监督保障情况。',
      '各单位确定一名负责人和一名联络员，名单上网。办公室每季度通报一次更新情况，空白栏目限期补齐，两次没有补齐的由分管领导约谈。对基层的评议每半年一次，由居民代表打分，分数和意见原样公布，排在后面的单位到会说明原因和改正的时间。全年培训两次，讲答复书的写法和个人信息的保护。',
    ],
  },
  { number: '二', heading: '主动公开政府信息情况', role: 'proactive', paragraphs: [] },
  { number: '三', heading: '收到和处理政府信息公开申请情况', role: 'requests', paragraphs: [] },
  { number: '四', heading: '政府信息公开行政复议、行政诉讼情况', role: 'disputes', paragraphs: [] },
  {
    number: '五',
    heading: '存在的主要问题及改进情况',
    role: 'problems',
    paragraphs: [
      '这一年仍有做得不够的地方：答复书有时只引条文，不讲道理；解读多半照抄文件，图表少；联络员换得勤，新来的人要从头学起。下一步，一是把典型的答复编成册子，好的坏的都收；二是解读先请居民试读，读不懂的退回重写；三是让新联络员跟班一个月，考过再上手；四是把重点领域的目录按村居的用法重排，少用术语，多用例子，每半年请居民代表评议一次，评议的结果和改进的办法一并公布。',
    ],
  },
  {
    number: '六',
    heading: '其他需要报告的事项',
    role: 'other_matters',
    paragraphs: ['2023年，全区没有发出收费通知，收取政府信息公开信息处理费0元。'],
  },
];

const EDITIONS: Truth['editions'] = { proactive: '2021', requests: '2019', disputes: '2021' };

function figureOf(key: string): TrueFigure {
  const value = NOT_ZERO[key] ?? 0;
  const unit = key === 'proactive.fees.amount' ? { unit: '万元' } : {};
  return { value, printed: String(value), statuses: ['reported'], ...unit };
}

const truth: Truth = {
  title: `${AGENCY}2023年政府信息公开工作年度报告`,
  agency: AGENCY,
  year: 2023,
  editions: EDITIONS,
  publishedOn: null,
  figures: Object.fromEntries(
    TABLE_ROLES.flatMap((role) => variablesOfTable(EDITIONS[role], role)).map(({ key }) => [key, figureOf(key)]),
  ),
  preamble: `本报告由${AGENCY}办公室按照《中华人民共和国政府信息公开条例》（国令第711号）编写。报告中所列数据的统计期限自2023年1月1日起至2023年12月31日止。看过以后有疑问的，可与${AGENCY}办公室联系（地址：兰湖区望湖路9号，电话：0517-80000000）。`,
  sections: SECTIONS,
};

export const mixedTables = (): Draft =>
  changeTexts(blankDraft({ ...truth, title: truth.title.replace(AGENCY, `${AGENCY}\n`) }), (text) =>
    text.replace('法律行政法规禁止公开', '法律行政止公开'),
  );

/** Large print, as offices set it. */
export const MIXED_TABLES_PAGE: PageStyle = {
  ...PLAIN_PAGE,
  margin: 74,
  prose: { size: 16, leading: 1.7 },
  table: { size: 10.5, padding: 4.5, leading: 1.25 },
};
