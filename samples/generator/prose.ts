import type { SectionRole } from '../../src/model/report.ts';
import type { Rng } from './rng.ts';

/** The narrative of a generated report. All sentences were written for this project. */

export interface Section {
  readonly number: string;
  readonly heading: string;
  readonly role: SectionRole;
  /** Paragraphs; one that begins with （一） and the like is a sub-heading. */
  readonly paragraphs: readonly string[];
}

/** What the sentences speak of, so that prose and tables agree. */
interface Facts {
  readonly agency: string;
  readonly year: number;
  readonly received: number;
  readonly carriedIn: number;
}

const PERIODS: readonly ((year: number) => string)[] = [
  (year) => `文中数据的统计期限自${year}年1月1日起至${year}年12月31日止`,
  (year) => `统计期限为${year}年1月1日至12月31日`,
  (year) => `报告中各项数据统计期限从${year}年1月1日到${year}年12月31日`,
];

const BASES = [
  '依照《中华人民共和国政府信息公开条例》第五十条和上级关于年报编制的通知',
  '按《中华人民共和国政府信息公开条例》的规定和统一格式',
  '为便于公众了解和监督，依据《中华人民共和国政府信息公开条例》',
];

/** The opening paragraph: its basis, the six parts, the period and where to ask. */
export function preamble(rng: Rng, { agency, year }: Facts): string {
  const parts =
    '全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成';
  const contact = `读者若有疑问，可致电${rng.pick(['0599-', '0377-', '0799-'])}${rng.int(2_000_000, 8_999_999)}查询`;
  return `${rng.pick(BASES)}，${agency}编写了这份${year}年的年度报告。${parts}。${rng.pick(PERIODS)(year)}。${contact}。`;
}

const OVERVIEW: readonly ((facts: Facts, rng: Rng) => readonly [string, readonly string[]])[] = [
  (_, rng) => [
    '（一）主动公开',
    [
      `围绕群众办事的难点，把流程、材料和时限写在同一张表里，全年更新门户栏目${rng.int(30, 900)}条。`,
      '重大决策在征求意见后及时公布采纳情况，让参与的人看得到结果。',
      '对条文较多的文件配发一页纸的说明，方便老人阅读。',
    ],
  ],
  ({ received, carriedIn }) => [
    '（二）依申请公开',
    [
      received === 0
        ? '本年没有新收到政府信息公开申请。'
        : `本年新收政府信息公开申请${received}件，上年结转${carriedIn}件，逐件登记、逐件回访。`,
      '答复书统一编号，疑难件由法律顾问会同承办人一道研究。',
    ],
  ],
  () => [
    '（三）政府信息管理',
    ['文件起草时一并写明公开属性，不公开的须附理由。', '清理旧文件时同步更正网页，失效的文件加注标记。'],
  ],
  (_, rng) => [
    '（四）平台建设',
    [`门户网站改版后检索结果按时间排列，移动端可以直接下载附件，公众号推送${rng.int(12, 320)}期。`],
  ],
  () => [
    '（五）监督保障',
    ['年内办了两次培训，请熟悉条例的同志讲案例。', '公开工作列入年度考核，没有发生责任追究的情形。'],
  ],
];

const PROBLEMS = [
  '主要问题：一是部分栏目更新仍不够及时；二是解读材料偏文字，图表少；三是基层人手紧，业务还不够熟。',
  '改进办法：把更新时限写进岗位职责，每季度抽查一次；解读材料先给群众试读再发布；安排轮训，老手带新手。',
  '上一年度提出的检索不便的问题已经改正。',
];

const OTHER = [
  '本年没有收取信息处理费。',
  '依照收费管理办法，本年未发生信息处理费。除上述内容外没有其他需要报告的事项。',
  '没有其他需要报告的事项。',
];

/** The six sections of the form; those of the tables hold no prose of their own. */
export function sections(rng: Rng, facts: Facts): readonly Section[] {
  const overview = OVERVIEW.flatMap((topic) => {
    const [head, sentences] = topic(facts, rng);
    return [head, sentences.slice(0, rng.int(1, sentences.length)).join('')];
  });
  const opening = `${facts.year}年，${facts.agency}把公开透明作为改进工作的办法，各项任务按计划完成。`;
  return [
    { number: '一', heading: '总体情况', role: 'overview', paragraphs: [opening, ...overview] },
    { number: '二', heading: '主动公开政府信息情况', role: 'proactive', paragraphs: [] },
    { number: '三', heading: '收到和处理政府信息公开申请情况', role: 'requests', paragraphs: [] },
    { number: '四', heading: '政府信息公开行政复议、行政诉讼情况', role: 'disputes', paragraphs: [] },
    {
      number: '五',
      heading: rng.pick([
        '存在的主要问题及改进情况',
        '存在的主要问题及改进情况',
        '政府信息公开工作存在的主要问题及改进情况',
      ]),
      role: 'problems',
      paragraphs: PROBLEMS.slice(0, rng.int(2, PROBLEMS.length)),
    },
    { number: '六', heading: '其他需要报告的事项', role: 'other_matters', paragraphs: [rng.pick(OTHER)] },
  ];
}
