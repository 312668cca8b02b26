import type { DecoyColumn, Words } from '../half.ts';

/** How reports are titled, and what else is titled much like a report. */

export const TITLES: Readonly<Record<'common' | 'formal' | 'loose', Words['titles']>> = {
  common: [
    (body, year) => `${body}${year}年政府信息公开工作年度报告`,
    (body, year) => `${body}${year}年度政府信息公开工作年度报告`,
    (body, year) => `${body}${year}年政府信息公开年度报告`,
  ],
  formal: [
    (body, year) => `${year}年${body}政府信息公开工作年度报告`,
    (body, year) => `${body}关于${year}年政府信息公开工作的年度报告`,
    (body, year) => `${body}政府信息公开工作年度报告（${year}年）`,
  ],
  loose: [
    (body, year) => `${body}${year}年政府信息公开工作报告`,
    (body, year) => `${body} ${year} 年政府信息公开年度工作报告`,
    (body, year) => `${body}${year}年信息公开年报`,
  ],
};

export const WORK_SUMMARY = (body: string, year: number): string => `${body}${year}年政府信息公开工作总结`;

export const YEARLESS = (body: string): string => `${body}政府信息公开工作年度报告`;

/** Columns that a hurried reader takes for the right one. `activity` is the name of one with news in it. */
export const decoys = (activity: string): readonly DecoyColumn[] => [
  {
    column: [activity, 'gzdt'],
    type: '工作动态',
    titles: (place, year) => [
      `${place}召开政府信息公开年度报告编制工作会`,
      `${place}部署${year}年政府信息公开工作年度报告编制工作`,
      `${year}年政府信息公开工作年度报告公布情况`,
    ],
  },
  {
    column: ['年报解读', 'nbjd'],
    type: '政策解读',
    titles: (place, year) => [
      `《${place}${year}年政府信息公开工作年度报告》解读`,
      `图解：${place}${year}年政府信息公开年报`,
    ],
  },
  {
    column: ['政府信息公开制度', 'gkzd'],
    type: '信息公开制度',
    titles: (place) => [`${place}政府信息公开年度报告制度`, `${place}政府信息公开保密审查制度`],
  },
  {
    column: ['政府网站年度报表', 'wznb'],
    type: '网站年报',
    titles: (place, year) => [`${place}政府网站工作年度报表（${year}年度）`, `${place}门户网站${year}年工作年度报表`],
  },
  {
    column: ['法治政府建设年度报告', 'fzzf'],
    type: '法治政府建设',
    titles: (place, year) => [`${place}${year}年法治政府建设年度报告`, `${place}财政局${year}年法治政府建设年度报告`],
  },
  {
    column: ['统计年报', 'tjnb'],
    type: '统计数据',
    titles: (place, year) => [`${place}${year}年统计年报`, `${place}${year}年国民经济和社会发展统计公报`],
  },
  {
    column: ['财政预决算', 'czyjs'],
    type: '财政信息',
    titles: (place, year) => [`${place}${year}年财政决算报告`, `${place}财政局${year}年度部门决算公开`],
  },
];
