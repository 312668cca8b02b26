import type { Words } from '../half.ts';
import { budgets, enforcement, mayors, readings, workNews } from './sealed-decoys.ts';

/** A directory of disclosure: 栏目 and 机构, as directories of the first years were called and some still are. */
export const directory: Words = {
  name: 'directory',
  leads: [
    ['政府信息公开目录', 'xxgkml'],
    ['信息公开规定与年报', 'gdynb'],
  ],
  columns: [
    ['信息公开工作年度报告', 'gzndbg'],
    ['政府信息公开年度工作报告', 'ndgzbg'],
    ['年度工作报告', 'ndgz'],
  ],
  neighbours: [
    ['法规规定', 'fggd'],
    ['机构职能', 'jgzn'],
    ['人事信息', 'rsxx'],
    ['规划计划', 'ghjh'],
  ],
  groups: {
    government: [
      ['政府信息公开年报（本级）', 'bj'],
      ['本级', 'benji'],
    ],
    department: [
      ['机关单位', 'jgdw'],
      ['职能部门', 'znbm'],
      ['各委、办、局', 'gwbj'],
    ],
    town: [
      ['各乡镇', 'gxz'],
      ['街镇', 'jz'],
      ['乡镇场、街道', 'xzc'],
    ],
  },
  year: (year) => `${year}年度报告`,
  archives: [
    ['历年公开年报', 'lngknb'],
    ['早期年报', 'zqnb'],
    ['历年工作报告', 'lngzbg'],
  ],
  copies: [
    ['政府信息公开年报', 'zfnbgk'],
    ['年报发布', 'nbfb'],
  ],
  tables: [
    ['各机构年度报告', 'gjgndbg'],
    ['年报统计目录', 'nbtj'],
  ],
  sites: [
    ['各级各部门网站链接', 'wzlj'],
    ['本地网站', 'bdwz'],
  ],
  titles: [
    (body, year) => `${body}政府信息公开${year}年度工作报告`,
    (body, year) => `${body}${year}年度政府信息公开年度报告`,
    (body, year) => `${body}${year}年政府信息公开工作情况年度报告`,
  ],
  summaryTitle: (body, year) => `${body}${year}年度政府信息公开工作总结`,
  yearlessTitle: (body) => `${body}政府信息公开年度报告`,
  view: ['详细', '详情', '在线查看'],
  more: '显示更多',
  next: '下一页',
  home: '门户首页',
  position: '位置导航：',
  siteSuffix: '',
  decoys: [
    workNews(['政务动态', 'zwdt']),
    readings(['政策解读', 'zcjd']),
    budgets(['年度决算', 'ndjs']),
    mayors(['工作报告', 'gzbg']),
    enforcement(['执法公示', 'zfgs']),
  ],
  menu: [
    ['本地新闻', 'bdxw'],
    ['通知公告', 'tzgg'],
    ['便民服务', 'bmfw'],
    ['投资指南', 'tzzn'],
  ],
  news: [
    '秋粮收购工作座谈会召开',
    '第一书记驻村工作现场会举行',
    '公开招聘城市社区工作者公告',
    '文化惠民演出走进山乡',
    '义务教育阶段学校招生工作通告',
  ],
};
