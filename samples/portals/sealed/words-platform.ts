import type { Words } from '../half.ts';
import { budgets, checks, ruleOfLaw, statistics, workNews } from './sealed-decoys.ts';

/** A platform of disclosure beside the portal, long names, bodies as 单位. */
export const platform: Words = {
  name: 'platform',
  leads: [
    ['信息公开', 'xxgkpt'],
    ['政府信息公开平台', 'zfxxgkpt'],
  ],
  columns: [
    ['政府信息公开工作年度报告', 'zfxxgkgzndbg'],
    ['政府信息公开工作年报', 'zfxxgkgznb'],
    ['公开年报', 'gknb'],
  ],
  neighbours: [
    ['公开指南', 'gkzn'],
    ['公开制度', 'gkzd'],
    ['主动公开目录', 'zdgkml'],
    ['公开申请', 'gksq'],
    ['行政规范性文件', 'xzgfxwj'],
  ],
  groups: {
    government: [
      ['人民政府', 'rmzf'],
      ['政府年度报告', 'zfndbg'],
    ],
    department: [
      ['各部门、各单位', 'gbmgdw'],
      ['政府组成部门及直属机构', 'zcbm'],
      ['市（县）直单位', 'zsdw'],
      ['委办局', 'wbj'],
    ],
    town: [
      ['各乡镇人民政府、街道办事处', 'gxz'],
      ['镇街', 'zj'],
      ['乡（镇、街道）', 'xzj'],
    ],
  },
  year: (year) => `${year}年度`,
  archives: [
    ['历年年度报告', 'lnndbg'],
    ['历史年报归档', 'lsnb'],
    ['以前年度', 'yqnd'],
  ],
  copies: [
    ['信息公开年度报告专题', 'ndbgzt'],
    ['本年度年报', 'bndnb'],
  ],
  tables: [
    ['年度报告汇总', 'ndbghz'],
    ['政府信息公开工作年度报告目录', 'ndbgml'],
  ],
  sites: [
    ['部门及下级政府网站', 'bmjxj'],
    ['网站群', 'wzq'],
  ],
  titles: [
    (body, year) => `${body}${year}年度政府信息公开工作报告`,
    (body, year) => `${body}关于${year}年度政府信息公开工作的年度报告`,
    (body, year) => `${body} ${year} 年政府信息公开工作年度报告`,
    (body, year) => `${year}年度${body}政府信息公开年度报告`,
  ],
  summaryTitle: (body, year) => `${body}关于${year}年度政府信息公开工作总结`,
  yearlessTitle: (body) => `${body}政府信息公开年度工作报告`,
  view: ['查看详情', '查看年报'],
  more: '查看更多',
  next: '下页',
  home: '网站首页',
  position: '您现在的位置：',
  siteSuffix: '政府信息公开平台',
  decoys: [
    workNews(['公开工作动态', 'gkgzdt']),
    ruleOfLaw(['法治政府建设年度报告', 'fzzfndbg']),
    statistics(['统计年报', 'tjnb']),
    budgets(['财政资金公开', 'czzj']),
    checks(['年报公布情况', 'nbgb']),
  ],
  menu: [
    ['新闻中心', 'xwzx'],
    ['公示公告', 'gsgg'],
    ['办事服务', 'bsfw'],
    ['政民互动', 'zmhd'],
  ],
  news: [
    '全力做好森林草原防灭火工作',
    '老旧小区改造项目通过竣工验收',
    '关于征集为民办实事项目的公告',
    '第三届荷花文化节开幕',
    '医保服务站延伸到村居',
    '国有建设用地使用权挂牌出让公告',
  ],
};
