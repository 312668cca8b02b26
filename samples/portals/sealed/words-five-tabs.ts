import type { Words } from '../half.ts';
import { checks, readings, rules, websites, workNews } from './sealed-decoys.ts';

/** The five parts of a disclosure page, as most portals name them. */
export const fiveTabs: Words = {
  name: 'five tabs',
  leads: [
    ['政务公开', 'zwgk'],
    ['政府信息公开', 'zfxxgk'],
  ],
  columns: [
    ['政府信息公开年报', 'zfxxgknb'],
    ['政府信息公开年度报告', 'zfxxgkndbg'],
    ['信息公开年报', 'xxgknb'],
    ['年报', 'nb'],
  ],
  neighbours: [
    ['政府信息公开指南', 'zfxxgkzn'],
    ['政府信息公开制度', 'zfxxgkzd'],
    ['法定主动公开内容', 'fdzdgknr'],
    ['依申请公开', 'ysqgk'],
  ],
  groups: {
    government: [
      ['本级政府', 'bjzf'],
      ['政府本级', 'zfbj'],
      ['市县政府年报', 'sxzfnb'],
    ],
    department: [
      ['政府部门', 'zfbm'],
      ['政府工作部门', 'zfgzbm'],
      ['部门年报', 'bmnb'],
    ],
    town: [
      ['乡镇（街道）', 'xzjd'],
      ['乡镇街道', 'xz'],
      ['乡镇、街道年报', 'xzjdnb'],
    ],
  },
  year: (year) => `${year}年`,
  archives: [
    ['历年年报', 'lnnb'],
    ['往年年报', 'wnnb'],
  ],
  copies: [
    ['年报专栏', 'nbzl'],
    ['最新年报', 'zxnb'],
  ],
  tables: [
    ['政府信息公开年报汇总', 'nbhz'],
    ['各单位年报一览表', 'nbylb'],
  ],
  sites: [
    ['部门网站', 'bmwz'],
    ['县区及部门网站', 'xqbm'],
  ],
  titles: [
    (body, year) => `${body}${year}年政府信息公开工作年度报告`,
    (body, year) => `${body}${year}年度政府信息公开工作年度报告`,
    (body, year) => `${year}年${body}政府信息公开工作年度报告`,
  ],
  summaryTitle: (body, year) => `${body}${year}年政府信息公开工作总结`,
  yearlessTitle: (body) => `${body}政府信息公开工作年度报告`,
  view: ['查看', '点击查看'],
  more: '加载更多',
  next: '下一页',
  home: '首页',
  position: '当前位置：',
  siteSuffix: '门户网站',
  decoys: [
    workNews(['政务公开动态', 'zwgkdt']),
    readings(['年报解读', 'nbjd']),
    rules(['年度报告制度', 'ndbgzd']),
    websites(['政府网站年度报表', 'wznb']),
    checks(['工作考核', 'gzkh']),
  ],
  menu: [
    ['要闻动态', 'ywdt'],
    ['走进本地', 'zjbd'],
    ['政务服务', 'zwfw'],
    ['互动交流', 'hdjl'],
    ['数据发布', 'sjfb'],
  ],
  news: [
    '政府常务会议研究部署春季农业生产工作',
    '首条城乡公交环线正式开通运营',
    '重点项目一季度集中开工',
    '关于城区部分路段实施交通管制的通告',
    '2026年春风行动招聘会达成就业意向三千余人',
  ],
};
