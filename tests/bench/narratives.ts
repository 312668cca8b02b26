import { type Rng, seededRng } from '../../samples/generator/rng.ts';

/** Narratives of reports by number, for the search of near-duplicates. The same number always gives the same text. */

const WORDS =
  `公开 信息 工作 群众 办事 流程 材料 时限 网站 栏目 更新 检索 移动 解读 图表 培训 考核 监督 评议 热线 窗口 答复 登记
  回访 协调 审查 保密 清单 目录 基层 试点 规范 标准 平台 建设 数据 共享 服务 企业 项目 审批 改革 环境 优化 政策 文件 起草
  会议 征求 意见 采纳 反馈 专家 论证 评估 风险 决策 执行 结果 管理 档案 归集 清理 废止 修订 发布 转载 回应 关切 舆情 引导
  宣传 专栏 专题 视频 直播 访谈 问答 手册 海报 社区 农村 学校 医院 就业 社保 救助 住房 交通 环保 食品 药品 安全 应急 消防
  财政 预算 决算 采购 招标 土地 征收 补偿 拆迁 税收 金融 审计 统计 科技 文化 旅游 体育 民政 司法 法律 顾问 律师 调解 仲裁
  人员 岗位 责任 分工 机制 制度 计划 方案 细则 指标 进度 通报 约谈 整改 提升 加强 完善 推进 落实 深化 细化 强化 拓展 健全
  统筹 明确 梳理 整合 扩大 丰富 压实 聚焦 围绕 依托 通过 组织 开展 召开 举办 印发 制定 编制 汇总 核对 抽查 测试 升级 改版`
    .trim()
    .split(/\s+/);

const COMMON: readonly string[] = [
  '根据《中华人民共和国政府信息公开条例》和上级关于编制年度报告的要求，现公布本年度政府信息公开工作年度报告',
  '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成',
  '以公开为常态、不公开为例外，全面推进决策、执行、管理、服务、结果公开',
  '虽然取得了一定的成绩，但与上级要求和群众期盼相比还存在差距',
];

const words = (rng: Rng, count: number): string => Array.from({ length: count }, () => rng.pick(WORDS)).join('');

const sentence = (rng: Rng): string => {
  const count = rng.chance(0.3) ? `，共${rng.int(2, 900)}${rng.pick(['件', '条', '次', '场'])}` : '';
  return `${words(rng, rng.int(4, 8))}，${words(rng, rng.int(4, 7))}${count}`;
};

/** Phrases that many bodies take from somewhere, some more often than others. */
const STOCK = Array.from({ length: 1_500 }, (_, nth) => sentence(seededRng(1_000_003 + nth)));
const stock = (rng: Rng): string => STOCK[Math.floor(rng.next() ** 2 * STOCK.length)] ?? '';

const SYLLABLES = [...'云望安锦霁清石南北松河白三东柳万九桃临沧岭泽川澜屏溪门浦苑桥鹭合溪年里花江宁'];
export const agencyOf = (nth: number): string => {
  const rng = seededRng(nth * 7 + 5);
  const place = (end: string) => `${rng.pick(SYLLABLES)}${rng.pick(SYLLABLES)}${end}`;
  return `${place('市')}${place('县')}${place('镇')}人民政府`;
};

interface Text {
  readonly agency: string;
  readonly sentences: readonly string[];
}

function original(nth: number): Text {
  const rng = seededRng(nth);
  const agency = agencyOf(nth);
  const own = Array.from({ length: rng.int(14, 30) }, () => (rng.chance(0.25) ? stock(rng) : sentence(rng)));
  const [first, second, third, last] = COMMON;
  const opening = `${rng.int(2020, 2024)}年，${agency}${words(rng, 5)}`;
  return { agency, sentences: [`${first}`, `${second}`, opening, `${third}`, ...own, `${last}`] };
}

/** Another body's copy: its own name and numbers, and one sentence in ten written anew. */
function copyOf(nth: number, agency: string, seed: number): Text {
  const rng = seededRng(seed);
  const text = original(nth);
  const renewed = new Set(
    rng.shuffle(text.sentences.map((_, place) => place)).slice(0, Math.ceil(text.sentences.length / 10)),
  );
  const sentences = text.sentences.map((one, place) =>
    renewed.has(place)
      ? sentence(rng)
      : one.replaceAll(text.agency, agency).replace(/\d+/g, () => String(rng.int(1, 900))),
  );
  return { agency, sentences };
}

/** The narrative of a number; every odd number below twice `pairs` copies the one before it. */
export function narrative(nth: number, pairs: number): { readonly agency: string; readonly text: string } {
  const isCopy = nth < pairs * 2 && nth % 2 === 1;
  const { agency, sentences } = isCopy ? copyOf(nth - 1, agencyOf(nth), 900_000_007 + nth) : original(nth);
  return { agency, text: `${sentences.join('。')}。` };
}
