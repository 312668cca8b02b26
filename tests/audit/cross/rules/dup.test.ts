import { nameDirectory } from '../../../../src/audit/cross/name-directory.ts';
import { dupForeignName } from '../../../../src/audit/cross/rules/dup-foreign-name.ts';
import { dupOtherBody } from '../../../../src/audit/cross/rules/dup-other-body.ts';
import { dupOwnYear } from '../../../../src/audit/cross/rules/dup-own-year.ts';
import { dupTable } from '../../../../src/audit/cross/rules/dup-table.ts';
import type { SectionRole } from '../../../../src/model/report.ts';
import { section } from '../../build-reading.ts';
import { buildBody, buildStoredReport, judgeCrossCases } from '../judge-cross-cases.ts';

const SENTENCES = [
  '兰亭街道办事处2022年坚持把群众关心的事写在明处，全年更新门户栏目312条，其中征地补偿信息48条',
  '每月十日由专人核对上月的办件目录，缺漏的当日补齐并写明原因，连续三月无缺漏的科室在例会上介绍做法',
  '申请人来电询问进度的，接线人当场查到办理环节并告知剩余工作日，不以内部流转为由推托',
  '清理历年文件时发现失效未标注的十七件，已逐件加注并在原网址保留跳转，方便老用户查找',
  '联合司法所开设条例讲堂，用身边三起答复被纠正的案例讲清补正、延期、征求第三方意见怎么办',
  '村社公告栏配备二维码，扫码可见惠农补贴发放名册，全年扫码一万二千余次，收到更正意见九条并全部回访',
  '移动端页面按老年人习惯放大字号，语音播报覆盖办事指南六成以上，下一步扩到全部指南',
  '存在的问题主要是图解少、文字多，基层经办人轮换频繁，个别栏目连续两个季度没有新内容',
  '改进措施是把更新频次写进岗位说明，新任经办人跟班学习满四周方可独立答复，图解由高校志愿者协助绘制',
  '对上年指出的检索不准问题，已请技术单位改写分词词库，误检率由百分之十八降到百分之五',
];
const OTHER = Array.from(
  { length: 10 },
  (_, nth) =>
    `第${'甲乙丙丁戊己庚辛壬癸'[nth]}项工作由${'东南西北中上下左右前'[nth]}片区牵头推进，形成台账并按季销号，结果随同考核一并通报各站所知晓`,
);
const prose = (sentences: readonly string[]) => ({
  sections: [section('一', '总体情况', 'overview', `${sentences.join('。')}。`)],
});
const renamed = (sentences: readonly string[], name: string) =>
  sentences.map((sentence) => sentence.replaceAll('兰亭街道办事处', name).replace(/\d+/g, '77'));

judgeCrossCases(dupOwnYear, [
  { name: 'written anew', outcome: 'passed', agency: '兰亭街道办事处', ...prose(SENTENCES), lastYear: prose(OTHER) },
  {
    name: 'last year’s with other numbers',
    outcome: 'flagged',
    agency: '兰亭街道办事处',
    ...prose(SENTENCES),
    lastYear: prose(renamed(SENTENCES, '兰亭街道办事处')),
    severity: 'error',
    observed: '100%',
    says: ['正文有 100% 见于2021年年报', '每月十日由专人核对'],
  },
  {
    name: 'last year’s with one sentence in ten written anew',
    outcome: 'flagged',
    agency: '兰亭街道办事处',
    ...prose([...SENTENCES.slice(1), OTHER[0] ?? '']),
    lastYear: prose(SENTENCES),
    severity: 'warning',
  },
  {
    name: 'a short text',
    outcome: 'notApplicable',
    ...prose(SENTENCES.slice(0, 2)),
    lastYear: prose(SENTENCES.slice(0, 2)),
  },
  { name: 'last year is not held', outcome: 'notApplicable', ...prose(SENTENCES) },
]);

const KEYAN = buildStoredReport({
  agency: '柯岩街道办事处',
  ...prose(renamed(SENTENCES, '柯岩街道办事处')),
  place: 'https://k.gov.cn/',
});
/** Something is common, though not in these texts. */
const SOME = new Set([1]);
const common = '本报告与上级政府统一编制';
judgeCrossCases(dupOtherBody, [
  {
    name: 'one that is likely and is not',
    outcome: 'passed',
    agency: '兰亭街道办事处',
    ...prose(SENTENCES),
    beside: { lookalikes: [buildStoredReport({ agency: '柯岩街道办事处', ...prose(OTHER) })] },
  },
  {
    name: 'another street’s with names and numbers changed',
    outcome: 'flagged',
    agency: '兰亭街道办事处',
    ...prose(SENTENCES),
    beside: { lookalikes: [KEYAN], boilerplate: SOME },
    severity: 'error',
    observed: '柯岩街道办事处 2022',
    says: ['正文与柯岩街道办事处2022年年报（https://k.gov.cn/）有 100% 相同'],
  },
  {
    name: 'three quarters of another street’s',
    outcome: 'flagged',
    agency: '兰亭街道办事处',
    ...prose([...SENTENCES.slice(0, 8), ...OTHER.slice(0, 2)]),
    beside: { lookalikes: [KEYAN], boilerplate: SOME },
    severity: 'warning',
  },
  {
    name: 'another street’s, where nobody knows what is common',
    outcome: 'flagged',
    agency: '兰亭街道办事处',
    ...prose(SENTENCES),
    beside: { lookalikes: [KEYAN] },
    severity: 'info',
    says: ['通用语句尚未扣除'],
  },
  {
    name: 'parent and child that say they have a common text',
    outcome: 'notApplicable',
    agency: '兰亭街道办事处',
    ...prose([...SENTENCES, common]),
    beside: { lookalikes: [KEYAN], parent: KEYAN.body },
  },
  { name: 'no other is likely', outcome: 'notApplicable', ...prose(SENTENCES) },
]);

const TABLE = {
  'requests.granted.natural': 6,
  'requests.partial.natural': 2,
  'requests.partial.business': 1,
  'requests.unable_not_held.business': 1,
};
const twin = { body: buildBody('柯岩街道办事处'), place: null, isOnlyChild: false };
judgeCrossCases(dupTable, [
  { name: 'nobody has it', outcome: 'passed', details: TABLE },
  {
    name: 'another body has it',
    outcome: 'flagged',
    details: TABLE,
    beside: { twins: [twin] },
    severity: 'error',
    observed: '柯岩街道办事处',
    says: ['第三表与柯岩街道办事处同年年报逐格相同'],
  },
  {
    name: 'a parent with this one child',
    outcome: 'passed',
    details: TABLE,
    beside: { twins: [{ ...twin, isOnlyChild: true }] },
  },
  {
    name: 'a table that many have',
    outcome: 'notApplicable',
    details: { 'requests.granted.natural': 7 },
    beside: { twins: [twin] },
  },
]);

const BODIES = [
  buildBody('柯桥区人民政府', '330603'),
  buildBody('柯桥区财政局', '330603'),
  buildBody('柯桥区柯岩街道办事处', '330603'),
  buildBody('柯桥区兰亭街道办事处', '330603'),
  buildBody('越城区人民政府', '330602'),
  buildBody('越城区财政局', '330602'),
  buildBody('绍兴市人民政府', '330600'),
];
const bearers = nameDirectory(BODIES);
const LANTING = { agency: '柯桥区兰亭街道办事处', regionCode: '330603' };
const at = (role: SectionRole, text: string) => ({ sections: [section('一', '一', role, text)], beside: { bearers } });
judgeCrossCases(dupForeignName, [
  {
    name: 'its own name',
    outcome: 'passed',
    ...LANTING,
    ...at('preamble', '现将兰亭街道2022年政府信息公开工作年度报告公布如下。如有疑问，请与兰亭街道办事处联系。'),
  },
  {
    name: 'another street in the preamble',
    outcome: 'flagged',
    ...LANTING,
    ...at('preamble', '现将柯岩街道2022年政府信息公开工作年度报告公布如下。'),
    severity: 'error',
    observed: '柯岩街道',
    expected: '柯桥区兰亭街道办事处',
    says: ['写的是“柯岩街道”（柯桥区柯岩街道办事处）'],
  },
  {
    name: 'another street to be asked',
    outcome: 'flagged',
    ...LANTING,
    ...at('other_matters', '对本报告有疑问，请与柯岩街道办事处联系。'),
    severity: 'error',
  },
  {
    name: 'another place’s bureau as the subject of a sentence',
    outcome: 'flagged',
    agency: '柯桥区财政局',
    regionCode: '330603',
    ...at('overview', '一年来，工作有序。2022年，越城区财政局认真贯彻落实条例。'),
    severity: 'warning',
    observed: '越城区财政局',
  },
  {
    name: 'bodies above it',
    outcome: 'passed',
    ...LANTING,
    ...at('other_matters', '请与柯桥区人民政府联系，或向绍兴市人民政府反映。'),
  },
  {
    name: 'a name in the title of a document',
    outcome: 'notApplicable',
    ...LANTING,
    ...at('preamble', '参照《柯岩街道2022年政府信息公开工作年度报告》。'),
  },
  {
    name: 'a name that nobody bears',
    outcome: 'notApplicable',
    ...LANTING,
    ...at('overview', '请与平水镇人民政府联系。'),
  },
]);
