import type { Words } from '../half.ts';
import { enforcement, proposals, ruleOfLaw, rules, workNews } from './sealed-decoys.ts';

/** 阳光政务: a centre of openness, groups by what bodies are for. */
export const openness: Words = {
  name: 'openness',
  leads: [
    ['阳光政务', 'ygzw'],
    ['政府信息公开专区', 'xxgkzq'],
  ],
  columns: [
    ['政府信息公开年度报告', 'gkndbg'],
    ['信息公开年度报告', 'xxgkndbg'],
    ['政务公开年报', 'zwgknb'],
  ],
  neighbours: [
    ['信息公开指南', 'xxgkzn'],
    ['公开目录', 'gkml'],
    ['重点领域信息公开', 'zdly'],
    ['基层政务公开标准化', 'jczwgk'],
    ['意见箱', 'yjx'],
  ],
  groups: {
    government: [
      ['政府本级年报', 'bjnb'],
      ['市、县（区）人民政府', 'sxqzf'],
    ],
    department: [
      ['工作部门年报', 'gzbmnb'],
      ['部门和单位', 'bmhdw'],
      ['政府各部门', 'zfgbm'],
    ],
    town: [
      ['乡镇和街道', 'xzhjd'],
      ['基层年报', 'jcnb'],
      ['乡镇政府、街道办', 'xzjdb'],
    ],
  },
  year: (year) => `${year}年年报`,
  archives: [
    ['历年信息公开年报', 'lnxxgknb'],
    ['年报归档', 'nbgd'],
  ],
  copies: [
    ['政府信息公开工作年度报告专栏', 'gzndbgzl'],
    ['年报集中公开', 'nbjz'],
  ],
  tables: [
    ['信息公开年报查询', 'nbcx'],
    ['年度报告汇总表', 'hzb'],
  ],
  sites: [
    ['站群导航', 'zqdh'],
    ['下属网站', 'xswz'],
  ],
  titles: [
    (body, year) => `${body}${year}年度政府信息公开年报`,
    (body, year) => `${body}_${year}年_政府信息公开工作年度报告`,
    (body, year) => `${body}政府信息公开工作年度报告（${year}年）`,
    (body, year) => `${body}${year}年政府信息公开工作报告`,
  ],
  summaryTitle: (body, year) => `${year}年${body}政府信息公开工作总结`,
  yearlessTitle: (body) => `${body}关于政府信息公开工作的年度报告`,
  view: ['阅读全文', '查看'],
  more: '展开更多',
  next: '下一页 »',
  home: '首 页',
  position: '您所在的位置：',
  siteSuffix: '政务网',
  decoys: [
    workNews(['工作进展', 'gzjz']),
    rules(['制度规定', 'zdgd']),
    ruleOfLaw(['依法行政报告', 'yfxz']),
    proposals(['建议提案办理', 'jyta']),
    enforcement(['行政执法年报', 'zfnb']),
  ],
  menu: [
    ['今日要闻', 'jryw'],
    ['魅力风光', 'mlfg'],
    ['网上办事', 'wsbs'],
    ['公众参与', 'gzcy'],
    ['营商环境', 'yshj'],
    ['数字政府', 'szzf'],
  ],
  news: [
    '调研乡村全面振兴工作',
    '专场新闻发布会介绍高质量发展成效',
    '关于2026年清明节放假安排的通知',
    '青年人才驿站投入使用',
    '防汛应急演练举行',
  ],
};
