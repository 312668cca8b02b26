import type { Words } from '../half.ts';
import { enterprises, mayors, readings, statistics, websites } from './sealed-decoys.ts';

/** Few and short words, as small portals use them. */
export const short: Words = {
  name: 'short',
  leads: [
    ['公开', 'gongkai'],
    ['信息公开专栏', 'xxgkzl'],
  ],
  columns: [
    ['年度报告', 'ndbg'],
    ['公开年报', 'gknb'],
    ['信息公开工作年报', 'gznb'],
  ],
  neighbours: [
    ['指南', 'zn'],
    ['制度', 'zd'],
    ['目录', 'ml'],
    ['申请公开', 'sqgk'],
  ],
  groups: {
    government: [
      ['政府', 'zf'],
      ['政府年报', 'zfnb'],
    ],
    department: [
      ['部门', 'bm'],
      ['局办', 'jb'],
      ['直属单位', 'zsdw'],
    ],
    town: [
      ['乡镇', 'xz'],
      ['镇办', 'zb'],
      ['乡镇办', 'xzb'],
    ],
  },
  year: (year) => `${year}`,
  archives: [
    ['更多年份', 'gdnf'],
    ['往期', 'wq'],
    ['旧版年报', 'jbnb'],
  ],
  copies: [
    ['年报公开', 'nbgk'],
    ['近年年报', 'jnnb'],
  ],
  tables: [
    ['年报目录', 'nbml'],
    ['年报一览', 'nbyl'],
  ],
  sites: [
    ['网站导航', 'wzdh'],
    ['各地各部门', 'gdgbm'],
  ],
  titles: [
    (body, year) => `${body}${year}年政府信息公开年报`,
    (body, year) => `${body}${year}年信息公开年度报告`,
    (body, year) => `${body}${year}年政府信息公开年度工作报告`,
  ],
  summaryTitle: (body, year) => `${body}${year}年信息公开工作总结`,
  yearlessTitle: (body) => `${body}信息公开年报`,
  view: ['查看', '浏览', '打开'],
  more: '更多',
  next: '后一页',
  home: '主页',
  position: '位置：',
  siteSuffix: '网站',
  decoys: [
    readings(['解读', 'jd']),
    websites(['网站年报', 'wangznb']),
    statistics(['统计公报', 'tjgb']),
    mayors(['政府报告', 'zfbg']),
    enterprises(['企业年报', 'qynb']),
  ],
  menu: [
    ['新闻', 'xw'],
    ['概况', 'gaikuang'],
    ['服务', 'fw'],
    ['互动', 'hd'],
    ['专题', 'zt'],
  ],
  news: ['春灌工作全面展开', '县医院新住院楼启用', '停水公告', '农产品展销会周末举行'],
};
