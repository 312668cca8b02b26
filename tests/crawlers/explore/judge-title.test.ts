import { describe, expect, it } from 'vitest';
import { judgeTitle } from '../../../crawlers/explore/judge-title.ts';

describe('the words of a link', () => {
  it.each([
    ['鄂渚市2018年政府信息公开年度报告', 'report', '鄂渚市', 2018],
    ['2022年兰渚市政府信息公开工作年度报告', 'report', '兰渚市', 2022],
    ['东亭街道办事处2020年政府信息公开工作报告', 'report', '东亭街道办事处', 2020],
    ['兰渚市人民政府2019年政府信息公开工作年度报告（图片版）', 'report', '兰渚市人民政府', 2019],
    ['驼峰路街道办事处政府信息公开工作年度报告', 'report', '驼峰路街道办事处', null],
    ['• 桂溪镇2023年政府信息公开工作年度报告.pdf', 'report', '桂溪镇', 2023],
    ['12、桂溪镇2023年政府信息公开工作年度报告 [2024-01-22]', 'report', '桂溪镇', 2023],
    ['桂溪镇2023年政府信息公开工作年…', 'report', '桂溪镇', 2023],
    ['2025年晴川里街道政府信息…', 'report', '晴川里街道', 2025],
    ['财政局2022年信息公开年报_兰渚市财政局', 'report', '财政局', 2022],
    ['政府信息公开年报', 'report', null, null],
    ['年报', 'annual', null, null],
    ['公开年报', 'annual', null, null],
    ['2023年度报告', 'annual', null, 2023],
    ['民政局2021年年报', 'annual', '民政局', 2021],
    ['市直部门年报汇总', 'annual', '市直部门', null],
    ['2023年', 'year', null, 2023],
    ['2023年度', 'year', null, 2023],
    ['兰渚市财政局', 'body', '兰渚市财政局', null],
    ['桂溪镇', 'body', '桂溪镇', null],
    ['东门街道办事处政府信息…', 'report', '东门街道办事处', null],
    ['云半山乡人民政府政…', 'body', '云半山乡人民政府', null],
    ['兰渚市自然资源和规划局 202…', 'body', '兰渚市自然资源和规划局', null],
    ['兰渚市财政局关于20...', 'body', '兰渚市财政局', null],
    ['部门网站', 'group', null, null],
    ['部门之窗', 'group', null, null],
    ['镇（街道）', 'group', null, null],
    ['往期公开年报', 'archive', null, null],
    ['往年信息公开年报', 'archive', null, null],
    ['前期年报', 'archive', null, null],
    ['2020年前年报', 'archive', null, null],
    ['2023年前海管理局政府信息公开工作年度报告', 'report', '前海管理局', 2023],
    ['2023年财政局', 'body', '财政局', 2023],
    ['县区政府网站', 'group', null, null],
    ['网站群', 'group', null, null],
    ['部门子站', 'group', null, null],
    ['本级', 'group', null, null],
    ['政府信息公开', 'way', null, null],
    ['政务公开专栏', 'way', null, null],
  ])('%s: %s of %s, %s', (text, kind, agency, year) => {
    expect(judgeTitle(text)).toEqual({ kind, agency, year });
  });

  it.each([
    '【文稿解读】2023年政府信息公开工作年度报告',
    '政府信息公开工作年度报告制度',
    '2023年政府信息公开工作年度报告公布情况',
    '关于做好2023年政府信息公开工作年度报告编制的通知',
    '政府网站工作年度报表（2023年）',
    '2023年法治政府建设年度报告',
    '2023年统计年报',
    '年报日历',
    '首页',
    '下一页',
    '',
  ])('%j promises nothing', (text) => {
    expect(judgeTitle(text)).toBeNull();
  });
});
