import type { Link } from '../half.ts';

/**
 * What a home page shows beside the portal's own columns: news of higher governments, services, sites of others. All of it leads
 * to other governments' hosts, which do not exist, or is done by a script that has no address.
 */

const SUBJECTS = [
  '农村人居环境整治',
  '防汛抗旱',
  '稳就业',
  '优化营商环境',
  '生态环境保护',
  '安全生产',
  '数字政府建设',
  '重大项目建设',
  '粮食生产',
  '基本公共服务均等化',
  '文化遗产保护',
  '医疗保障',
  '基础教育',
  '政务服务',
  '国土绿化',
  '养老服务',
] as const;

const EVENTS: readonly ((subject: string) => string)[] = [
  (subject) => `${subject}工作推进会召开`,
  (subject) => `省政府印发关于加强${subject}工作的若干措施`,
  (subject) => `国务院部署进一步做好${subject}工作`,
  (subject) => `全省${subject}现场观摩活动举行`,
  (subject) => `新闻发布会介绍${subject}进展情况`,
  (subject) => `今年我省将在${subject}方面办好十件实事`,
  (subject) => `${subject}领域改革试点取得阶段性成效`,
];

interface Headline extends Link {
  readonly date: string;
}

/** Headlines `from` and on, each another. */
export function headlines(from: number, count: number): readonly Headline[] {
  return Array.from({ length: count }, (_, at) => {
    const number = from + at;
    const subject = SUBJECTS[number % SUBJECTS.length] ?? SUBJECTS[0];
    const event = EVENTS[Math.floor(number / SUBJECTS.length) % EVENTS.length] ?? String;
    const date = `2026-0${1 + (number % 3)}-${10 + (number % 18)}`;
    const href = `http://www.yaowen-zhuanzai.example/yaowen/${date.slice(0, 7).replace('-', '')}/content_${7001300 + number * 17}.htm`;
    return { text: event(subject), href, date };
  });
}

export const SERVICES: readonly string[] = [
  '社保查询',
  '公积金查询',
  '不动产登记',
  '企业开办',
  '婚姻登记预约',
  '出入境预约',
  '生育登记',
  '入学入园',
  '就业创业',
  '医保报销',
  '交通违法查询',
  '水电气缴费',
  '律师查询',
  '法律援助',
  '住房保障',
  '职称评审',
  '残疾人服务',
  '公证办理',
  '老年人优待',
  '投资项目审批',
];

const hosts = (names: readonly string[], label: string): readonly Link[] =>
  names.map((text, at) => ({ text, href: `http://${label}${at + 1}.other-government.example/` }));

/** Sites of others, as footers have them in selects. */
export const SITE_LISTS: readonly { readonly label: string; readonly links: readonly Link[] }[] = [
  {
    label: '国务院部门网站',
    links: hosts(
      [
        '外交部',
        '国防部',
        '发展改革委',
        '教育部',
        '科技部',
        '公安部',
        '民政部',
        '司法部',
        '财政部',
        '审计署',
        '海关总署',
        '统计局',
      ],
      'bw',
    ),
  },
  {
    label: '省直部门网站',
    links: hosts(
      [
        '省发展改革委',
        '省教育厅',
        '省财政厅',
        '省自然资源厅',
        '省水利厅',
        '省商务厅',
        '省应急管理厅',
        '省统计局',
        '省信访局',
      ],
      'st',
    ),
  },
  {
    label: '市州政府网站',
    links: hosts(['澄湾市', '芦浦市', '云栖州', '沙屿市', '岱阴市', '凌川市', '松麓市', '金渚市'], 'sz'),
  },
  {
    label: '新闻媒体网站',
    links: hosts(['新闻网', '日报社', '广播电视台', '晚报', '融媒体中心'], 'mt'),
  },
];
