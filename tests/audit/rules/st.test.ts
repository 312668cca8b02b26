import { stCountClaim } from '../../../src/audit/rules/st-count-claim.ts';
import { stEditionYear } from '../../../src/audit/rules/st-edition-year.ts';
import { stSectionEmpty } from '../../../src/audit/rules/st-section-empty.ts';
import { stSectionMissing } from '../../../src/audit/rules/st-section-missing.ts';
import { stSectionOrder } from '../../../src/audit/rules/st-section-order.ts';
import { stTableMissing } from '../../../src/audit/rules/st-table-missing.ts';
import type { Section } from '../../../src/model/report.ts';
import { officialSections, section } from '../build-reading.ts';
import { judgeCases, type RuleCase } from '../judge-cases.ts';

const unread = (rule: string) => ({ rule, severity: 'warning' as const, cells: [], message: { zh: '', en: '' } });
const without = (...roles: string[]) => officialSections().filter(({ role }) => !roles.includes(role));
const withText = (role: string, text: string): Section[] =>
  officialSections().map((entry) => (entry.role === role ? { ...entry, text } : entry));
const preamble = (text: string, sections = officialSections()): Section[] => [
  { ...section(null, '', 'preamble', text), ordinal: 0 },
  ...sections,
];
const renumbered = (...numbers: (string | null)[]): Section[] =>
  officialSections().map((entry, place) => ({ ...entry, number: numbers[place] ?? null }));

judgeCases(stEditionYear, [
  { name: '2021 for 2022', outcome: 'passed' },
  { name: '2019 for 2020', outcome: 'passed', edition: '2019' },
  { name: 'table 4 tells nothing', outcome: 'passed', editions: { disputes: '2019' } },
  {
    name: '2019 for 2021',
    outcome: 'flagged',
    edition: '2019',
    report: { year: 2021 },
    severity: 'warning',
    observed: '2019',
    expected: '2021',
    says: ['第二表为 2019 年版，第三表为 2019 年版，2021 年度应为 2021 年版（国办公开办函〔2021〕30号）'],
  },
  {
    name: 'a mixture',
    outcome: 'flagged',
    editions: { requests: '2019' },
    report: { year: 2023 },
    severity: 'error',
    says: ['各表版本不一：第二表为 2021 年版，第三表为 2019 年版，2023 年度应为 2021 年版'],
  },
  { name: 'a mixture in an unknown year', outcome: 'flagged', editions: { requests: '2019' }, report: { year: null } },
  { name: 'a year before the form', outcome: 'flagged', edition: '2019', report: { year: 2018 }, says: ['尚无此版'] },
  { name: 'an unknown year', outcome: 'couldNotRun', report: { year: null } },
  { name: 'no table that tells', outcome: 'couldNotRun', editions: { proactive: null, requests: null } },
]);

judgeCases(stSectionMissing, [
  { name: 'all six', outcome: 'passed' },
  {
    name: 'no problems',
    outcome: 'flagged',
    sections: without('problems'),
    severity: 'warning',
    expected: '五、存在的主要问题及改进情况',
    says: ['缺少“五、存在的主要问题及改进情况”一节', '所见标题：一、总体情况'],
  },
  {
    name: 'no requests and no table 3',
    outcome: 'flagged',
    sections: without('requests'),
    editions: { requests: null },
    severity: 'error',
  },
  {
    name: 'no heading for table 3, but the table',
    outcome: 'notApplicable',
    sections: [...without('requests'), section('三', '依申请情况', 'extra')],
  },
  { name: 'no headings at all', outcome: 'couldNotRun', sections: preamble('全文', []), says: ['未找到任何章节标题'] },
]);

judgeCases(stSectionOrder, [
  { name: 'the six, numbered', outcome: 'passed' },
  { name: 'a preamble before them', outcome: 'passed', sections: preamble('本报告如下。') },
  { name: 'the six without numbers', outcome: 'passed', sections: renumbered() },
  {
    name: 'a number twice, an extra section and a section headed twice',
    outcome: 'flagged',
    sections: [
      ...without('other_matters'),
      section('五', '信息公开责任追究', 'extra'),
      section('六', '存在问题和不足', 'problems'),
      section('七', '其他需要报告的事项', 'other_matters'),
    ],
    severity: 'warning',
    says: [
      '编号 5 出现 2 次（五、存在的主要问题及改进情况；五、信息公开责任追究）',
      '“五、信息公开责任追究”不是规定的章节',
      '“六、存在问题和不足”与前面的章节重复',
      '所见标题：一、总体情况；',
    ],
  },
  {
    name: 'a restart',
    outcome: 'flagged',
    sections: renumbered('一', '二', '三', '一', '二', '三'),
    severity: 'warning',
    says: ['由 3 退回 1'],
  },
  {
    name: 'a gap',
    outcome: 'flagged',
    sections: renumbered('一', '二', '三', '四', '六', '七'),
    severity: 'info',
    says: ['由 4 跳到 6'],
  },
  {
    name: 'out of order',
    outcome: 'flagged',
    sections: [...without('overview'), section('七', '总体情况', 'overview')],
    says: ['由 0 跳到 2', '“七、总体情况”次序有误'],
  },
  {
    name: 'a number in brackets and a missing one',
    outcome: 'flagged',
    sections: renumbered('一', '二', '三', '四', null, '（六）'),
    severity: 'info',
    says: ['“存在的主要问题及改进情况”没有编号', '“（六）其他需要报告的事项”的编号带括号'],
  },
  { name: 'no headings', outcome: 'couldNotRun', sections: [] },
]);

judgeCases(stSectionEmpty, [
  { name: 'prose in both', outcome: 'passed' },
  { name: 'other matters may be 无', outcome: 'passed', sections: withText('other_matters', '无。') },
  {
    name: 'no problems',
    outcome: 'flagged',
    sections: withText('problems', ' \n'),
    severity: 'warning',
    says: ['“五、存在的主要问题及改进情况”没有内容'],
  },
  { name: 'only 无', outcome: 'flagged', sections: withText('problems', '（无）……') },
  { name: 'only 本年度无', outcome: 'flagged', sections: withText('problems', '本年度无。') },
  { name: 'a single short sentence', outcome: 'passed', sections: withText('problems', '问题不突出。') },
  { name: 'a single sentence', outcome: 'passed', sections: withText('overview', '本年度工作平稳有序。') },
  {
    name: 'none, where a picture was not read',
    outcome: 'couldNotRun',
    sections: withText('problems', ''),
    doubts: [unread('ST-TABLE-IMAGE')],
  },
  { name: 'no more than punctuation', outcome: 'flagged', sections: withText('overview', '。'.repeat(5000)) },
  {
    name: 'the content under another heading',
    outcome: 'flagged',
    sections: [...withText('problems', ' '), section('六', '存在问题和不足', 'problems')],
    says: ['其内容似在“六、存在问题和不足”之下'],
  },
  { name: 'neither section', outcome: 'notApplicable', sections: without('overview', 'problems') },
  { name: 'no headings', outcome: 'couldNotRun', sections: [] },
]);

const FIVE =
  '本年度信息公开报告内容由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况等五部分组成。';
judgeCases(stCountClaim, [
  { name: '六部分', outcome: 'passed', sections: preamble('本报告由总体情况、主动公开政府信息情况等六部分组成。') },
  { name: '6个部分', outcome: 'passed', sections: preamble('年报全文共分为 6 个部分：总体情况等。') },
  {
    name: 'a number twice, and the promise counts the headings',
    outcome: 'passed',
    sections: preamble('本报告共六个部分。', renumbered('一', '二', '三', '四', '五', '五')),
  },
  {
    name: 'five promised, seven numbers',
    outcome: 'flagged',
    sections: preamble(FIVE, [
      ...without('other_matters'),
      section('五', '信息公开责任追究', 'extra'),
      section('六', '存在问题和不足', 'problems'),
      section('七', '其他需要报告的事项', 'other_matters'),
    ]),
    severity: 'info',
    observed: 5,
    expected: 7,
    says: ['文中称有 5 部分，实有 7 个编号、8 个标题'],
  },
  {
    name: 'the number fits, a name does not',
    outcome: 'flagged',
    sections: preamble(FIVE, without('problems')),
    says: ['所列“存在的主要问题及改进情况”文中没有'],
  },
  {
    name: 'an attachment without a number does not count',
    outcome: 'passed',
    sections: preamble('本报告共六大部分。', [...officialSections(), section(null, '附件', 'extra')]),
  },
  { name: 'no such sentence', outcome: 'notApplicable', sections: preamble('现公布本年度报告。') },
  { name: 'some of something', outcome: 'notApplicable', sections: preamble('本报告指出，一部分干部由部门抽调。') },
  { name: 'one of the parts', outcome: 'notApplicable', sections: preamble('详见本报告共有的第三部分。') },
  {
    name: 'parts of something else',
    outcome: 'notApplicable',
    sections: preamble('平台由政策、解读、互动等五部分组成。'),
  },
  { name: 'no headings', outcome: 'couldNotRun', sections: preamble(FIVE, []) },
]);

const tableMissing: RuleCase[] = [
  { name: 'all three', outcome: 'passed' },
  {
    name: 'no table 4',
    outcome: 'flagged',
    editions: { disputes: null },
    severity: 'error',
    flags: [[]],
    says: ['文中没有第四表（政府信息公开行政复议、行政诉讼情况）'],
  },
  {
    name: 'none, where pages were lost',
    outcome: 'couldNotRun',
    editions: { disputes: null },
    doubts: [unread('DOC-PAGES')],
    says: ['文中有内容未能读出（DOC-PAGES）'],
  },
  {
    name: 'none, where lines of figures stand in its section',
    outcome: 'couldNotRun',
    editions: { disputes: null },
    sections: withText('disputes', '行政复议\n1 0 0 0 1\n未经复议直接起诉\n0 0\n0 0\n0\n复议后起诉\n0 0 0 0 0'),
    says: ['未能认出的表'],
  },
  {
    name: 'none, where only numbers of pages stand in its section',
    outcome: 'flagged',
    editions: { disputes: null },
    sections: withText('disputes', '本年度收到行政复议申请3件。\n- 4 -\n均已办结。\n- 5 -'),
  },
];
judgeCases(stTableMissing, tableMissing);
