import { bodyKind } from '../../model/text/body-kind.ts';
import type { Facts } from '../rule.ts';

/**
 * Words that narrow what a number counts: one channel, another body, another year, part of the year, many years. A clause
 * that has them is not held against the tables.
 */
const CHANNEL =
  /当面|现场|网络|网上|线上|在线|线下|信函|邮寄|邮件|邮箱|电邮|传真|平台|门户|网站|窗口|电话|微信|书面|来信|来函|快递|口头|渠道/u;
/** All channels together: 通过网络、信函等方式. */
const CHANNELS =
  /等(?:多种|各种|各类|多个|各)?(?:方式|渠道|形式|途径|平台)|各(?:种|类|个)?(?:渠道|途径|方式|平台)|线上线下/u;
const PART_OF_TIME =
  /上半年|下半年|季度|累计|历年|历次|近[两三四五几\d]年|(?<!今年|年初)以来|[二三四五两]年来|首次|日均|月均|平均|同期|原计划|截至目前|往年|(?<!\d)(?:[2-9]|10|11)月|(?<!\d)1月(?!1日)|(?<!\d)12月(?!31日|底)/u;
const LAST_YEAR =
  /(?<![较比同与])(?:去年|上一?年度?)(?!度?的?(?:依申请公开|申请)?(?:结转|遗留|转入|转结|结存|流转|未办结|顺延))/u;
const PART_OF_BODY = /本级|机关本部|局机关|厅机关|委机关|本部|直属|派出机构|基层所|其中[^,、;:()]{1,8}(?:所|站)/u;
/** Somebody else's business, though the words are the same. */
const FOREIGN =
  /建议|提案|热线|留言|来信|信访|来访|咨询|会议|培训|公众号|稿件|栏目|许可|处罚|强制|救助|补贴|补助|职称|专利|商标|档案|督办|舆情|投诉|举报|线索|合同|项目|工单|目录|指南|信件|听证|公示|仲裁|奖励|资助|认定|登记证|执照|低保|保障房|公租房|入学|贷款|仅供|典型|指导|督促|协助|协调|帮助|案例|示范|模板|文书/u;

const SUFFIX =
  /局|厅|委(?![托员办])|委员会|办公室|办公厅|(?<![举承督经查催交转协])办(?![理结法事公件学好毕完复案])|(?<!向)政府(?!信息|网站|公报|数据|采购|规章|门户|文件|部门|机关|系统|购买|职能|工作|和|申请)|街道|镇(?!街)|乡(?![镇村])|公司|大队|支队|管委会|开发区|公安/gu;
/** Phrases that name a body without making it the one who counts. */
const ASIDE =
  /(?:在[^,]{0,40}(?:领导|指导|支持|部署|关心|帮助|统筹|统一)下|(?:按照|根据|依据|依照|遵照|落实|贯彻|对照)[^,]*)/gu;

const SELF_BEFORE = /[我本全各]$|[我本全](?:市|区|县|省|镇|乡|街道|旗|州)(?:人民)?$/u;

/** Whether the body whose name ends here is the one that reports: 市政府办公厅 for 上海市人民政府办公厅. */
function isSelf(text: string, end: number, suffix: string, agency: string): boolean {
  const before = text.slice(0, end - suffix.length);
  if (SELF_BEFORE.test(before)) return true;
  let place = agency.length;
  let matched = 0;
  for (let at = end - 1; at >= 0; at--) {
    place = place === 0 ? -1 : agency.lastIndexOf(text[at] ?? '', place - 1);
    if (place < 0) break;
    matched += 1;
  }
  const boundary = before === '' || /[,、;:年由(]$/u.test(before);
  return matched > suffix.length || (matched === suffix.length && boundary && agency.endsWith(suffix));
}

function namesAnother(text: string, facts: Facts): boolean {
  const agency = facts.report.agency ?? facts.report.title ?? '';
  const plain = text.replace(ASIDE, '');
  for (const { 0: suffix, index } of plain.matchAll(SUFFIX)) {
    if (!isSelf(plain, index + suffix.length, suffix, agency)) return true;
  }
  return false;
}

/** 较2021年 compares and tells nothing of 2021. */
const YEAR = /(?<![\d较比同与])(?:19|20)\d\d(?=年)/gu;
const isCarry = (after: string): boolean => /^年?度?(?:的)?(?:结转|遗留|转入)/u.test(after);

/** The last year a text names, but for one that is part of 2021年结转. */
function yearOf(text: string): number | null {
  const years = [...text.matchAll(YEAR)].filter(({ index }) => !isCarry(text.slice(index + 4)));
  return years.length > 0 ? Number(years.at(-1)?.[0]) : null;
}

/**
 * How a number counts only a part of what the tables count, or null. `upTo` is the sentence before it (a year holds until the
 * next one), `own` the words since the number before, `tail` those behind it.
 */
export function narrowness(upTo: string, own: string, tail: string, facts: Facts): 'channel' | 'scope' | null {
  const words = own + tail;
  if (PART_OF_TIME.test(words) || LAST_YEAR.test(words) || PART_OF_BODY.test(words)) return 'scope';
  const year = yearOf(upTo);
  if (year !== null && facts.report.year !== null && year !== facts.report.year) return 'scope';
  if (/全(?:市|区|县|省|系统|旗|州)|各(?:级|地|区|县|市)/u.test(words) && !isGovernment(facts)) return 'scope';
  if (namesAnother(words, facts)) return 'scope';
  return CHANNEL.test(words) && !CHANNELS.test(words) ? 'channel' : null;
}

const isGovernment = ({ report }: Facts): boolean => bodyKind(report.agency ?? '').kind === 'government';

/** Whether what is left of a phrase speaks of something else than disclosure. */
export const isForeign = (rest: string): boolean => FOREIGN.test(rest);
