import { describe, expect, it } from 'vitest';
import { dupForeignTrade } from '../../../src/audit/rules/dup-foreign-trade.ts';
import { dupTemplate } from '../../../src/audit/rules/dup-template.ts';
import { officialSections, section } from '../build-reading.ts';
import { judgeCases, runOn } from '../judge-cases.ts';

const says = (text: string) => ({ sections: [...officialSections(), section('七', '附件', 'extra', text)] });
const of = (agency: string | null) => ({ report: { agency } });
const STREET = of('绍兴市柯桥区兰亭街道办事处');

judgeCases(dupTemplate, [
  { name: 'a filled report', outcome: 'passed' },
  {
    name: 'places in the prose and the title',
    outcome: 'flagged',
    report: { title: '（单位名称）2022年政府信息公开工作年度报告' },
    ...says('全年制发文件XX件，举办培训＿＿次。'),
    severity: 'warning',
    observed: '（单位名称） XX ＿＿',
    says: ['残留模板文字 3 处'],
  },
  { name: 'no section', outcome: 'couldNotRun', sections: [] },
]);

describe('words of a template', () => {
  it.each([
    '20XX年1月1日',
    '截至20××年底',
    '××县人民政府',
    'XX局全年公开信息',
    '全市xx个部门',
    '联系电话：________',
    '某某街道办事处',
    '（示例）主动公开情况',
    '填表说明：本表由各单位填写',
  ])('are found in %s', (text) => {
    expect(runOn(dupTemplate, says(text)).flags).toHaveLength(1);
  });

  it.each([
    '网址：http://www.sx.gov.cn/art/xx__1.html，邮箱xx_gk@sx.gov.cn',
    '面积120×80米，共3×4处',
    '打造政务公开示例点，推广典型示例',
    '国家XXL号标准',
    '全年新增Exxon项目',
  ])('are none in %s', (text) => {
    expect(runOn(dupTemplate, says(text)).flags).toEqual([]);
  });
});

judgeCases(dupForeignTrade, [
  {
    name: 'a street office of its own work',
    outcome: 'passed',
    ...STREET,
    ...says('办好社区事务，推进不动产登记便民点建设。'),
  },
  {
    name: 'audit in a street office',
    outcome: 'flagged',
    ...STREET,
    ...says('以公开促进审计效果的提升。'),
    severity: 'info',
    observed: '审计效果',
    says: ['出现审计行业的用语“审计效果”，非“绍兴市柯桥区兰亭街道办事处”的职责'],
  },
  {
    name: 'a department of another trade',
    outcome: 'flagged',
    ...says('做好学籍管理信息的公开。'),
    observed: '学籍管理',
  },
  {
    name: 'a sentence about the bodies of the trade',
    outcome: 'passed',
    ...STREET,
    ...says('配合市审计局和被审计单位做好公开。'),
  },
  { name: 'a government', outcome: 'notApplicable', ...of('绍兴市人民政府'), ...says('审计效果良好。') },
  { name: 'its office', outcome: 'notApplicable', ...of('绍兴市人民政府办公室'), ...says('审计效果良好。') },
  { name: 'a body that is not known', outcome: 'couldNotRun', ...of(null), ...says('审计效果良好。') },
]);

it('the trade’s own body uses its words', () => {
  expect(runOn(dupForeignTrade, { ...of('绍兴市审计局'), ...says('审计效果良好。') }).flags).toEqual([]);
});
