import type { Words } from '../half.ts';
import { decoys, TITLES, WORK_SUMMARY, YEARLESS } from './open-titles.ts';

/** The open half of the words: three lists, each of one way of speaking. */

const MENU = [
  ['新闻中心', 'xwzx'],
  ['政务服务', 'zwfw'],
  ['互动交流', 'hdjl'],
] as const;

const NEWS = [
  '我县召开春季农业生产现场会',
  '全市优化营商环境工作推进会举行',
  '第三届桃花节开幕',
  '关于做好防汛工作的通知',
];

const shared = {
  summaryTitle: WORK_SUMMARY,
  yearlessTitle: YEARLESS,
  home: '首页',
  menu: MENU,
  news: NEWS,
};

export const OPEN_WORDS: readonly Words[] = [
  {
    ...shared,
    name: 'common',
    leads: [
      ['政务公开', 'zwgk'],
      ['政府信息公开', 'zfxxgk'],
    ],
    columns: [
      ['政府信息公开年报', 'zfxxgknb'],
      ['信息公开年报', 'xxgknb'],
      ['政府信息公开年度报告', 'zfxxgkndbg'],
    ],
    neighbours: [
      ['政府信息公开指南', 'zfxxgkzn'],
      ['政府信息公开制度', 'zfxxgkzd'],
      ['法定主动公开内容', 'fdzdgknr'],
      ['依申请公开', 'ysqgk'],
    ],
    groups: {
      government: [
        ['县政府年报', 'xzf'],
        ['政府', 'zf'],
      ],
      department: [
        ['县政府部门', 'bm'],
        ['部门年报', 'bmnb'],
      ],
      town: [
        ['乡镇（街道）', 'xzjd'],
        ['乡镇年报', 'xz'],
      ],
    },
    year: (year) => `${year}年`,
    archives: [['历年年报', 'lnnb']],
    copies: [['部门信息公开年报', 'bmxxgknb']],
    tables: [['年报汇总', 'nbhz']],
    sites: [['县级部门网站', 'bmwz']],
    titles: TITLES.common,
    view: ['查看', '点击查看'],
    more: '加载更多',
    next: '下一页',
    position: '当前位置',
    siteSuffix: '门户网站',
    decoys: decoys('年度报告（工作动态）'),
  },
  {
    ...shared,
    name: 'tabs',
    leads: [
      ['信息公开', 'xxgk'],
      ['政府信息公开专栏', 'zfxxgkzl'],
    ],
    columns: [
      ['政府信息公开工作年度报告', 'gzndbg'],
      ['公开年报', 'gknb'],
      ['年度报告', 'ndbg'],
    ],
    neighbours: [
      ['公开指南', 'gkzn'],
      ['公开制度', 'gkzd'],
      ['公开目录', 'gkml'],
      ['申请公开', 'sqgk'],
    ],
    groups: {
      government: [['人民政府', 'rmzf']],
      department: [
        ['县直机构', 'zsjg'],
        ['县级部门', 'xjbm'],
      ],
      town: [
        ['镇（街道）', 'zjd'],
        ['各乡镇', 'gxz'],
      ],
    },
    year: (year) => `${year}年度`,
    archives: [['往年报告', 'wnbg']],
    copies: [['年度报告集中公开', 'jzgk']],
    tables: [['各单位年度报告一览表', 'ylb']],
    sites: [['部门子站', 'bmzz']],
    titles: TITLES.formal,
    view: ['查看', '详情'],
    more: '查看更多',
    next: '下页',
    position: '您所在的位置',
    siteSuffix: '政府网',
    decoys: decoys('工作年度报告动态'),
  },
  {
    ...shared,
    name: 'short',
    leads: [
      ['公开', 'gk'],
      ['政务信息公开', 'zwxxgk'],
    ],
    columns: [
      ['年报', 'nb'],
      ['信息公开工作年报', 'gznb'],
    ],
    neighbours: [
      ['指南', 'zn'],
      ['制度', 'zd'],
      ['目录', 'ml'],
    ],
    groups: {
      government: [['本级', 'bj']],
      department: [
        ['委办局', 'wbj'],
        ['政府工作部门', 'gzbm'],
      ],
      town: [
        ['街道乡镇', 'jdxz'],
        ['镇办', 'zb'],
      ],
    },
    year: (year) => `${year}`,
    archives: [['历史年报', 'lsnb']],
    copies: [['公开年报汇编', 'nbhb']],
    tables: [['年报公开情况', 'nbgkqk']],
    sites: [['单位导航', 'dwdh']],
    titles: TITLES.loose,
    view: ['查看', '阅读'],
    more: '更多',
    next: '后一页',
    position: '位置',
    siteSuffix: '政务网',
    decoys: decoys('年度工作报告'),
  },
];
