import type { Standing } from '../../../db/queries/portal-coverage/body-years.ts';
import type { Extent, Reason, ReasonCount } from '../../../db/queries/portal-coverage/reasons.ts';
import type { Language, Message } from '../../model/report.ts';

/** Why reports are not held, for people. */
const REASON_WORDS: Readonly<Record<Reason, Message>> = {
  ROBOTS_DISALLOWED: { en: 'forbidden by robots.txt', zh: 'robots.txt 禁止抓取' },
  ROBOTS_UNREACHABLE: { en: 'robots.txt out of reach', zh: 'robots.txt 无法取得' },
  CHALLENGED: { en: 'blocked by a challenge page', zh: '被验证页面拦截' },
  UNREACHABLE: { en: 'no answer', zh: '没有答复' },
  NOT_RENDERED: { en: 'drawn by script, and no browser drew it', zh: '由脚本生成，未经浏览器渲染' },
  PAGER_STOPPED: { en: 'a list ended before its last page', zh: '列表未翻到末页' },
  EMPTY_COLUMNS: { en: 'columns without a report', zh: '栏目中没有报告' },
  BUDGET_SPENT: { en: 'what a night may explore was used up', zh: '一夜的探索限额用完' },
  CAPTCHA: { en: 'a captcha before the file', zh: '文件须输入验证码' },
  FAILED: { en: 'answered with an error', zh: '答复有误' },
  GONE: { en: 'the page is not there', zh: '页面不存在' },
  UNREADABLE: { en: 'the document can not be read', zh: '文件无法读取' },
  NOT_A_REPORT: { en: 'called a report and is none', zh: '名为报告而并非报告' },
  PART_MISSING: { en: 'a page of the report did not come', zh: '报告缺页' },
  PAGE_CUT: { en: 'a page too long to be looked through', zh: '页面过长，未能看完' },
  NOT_YET: { en: 'not asked or not read yet', zh: '尚未访问或尚未读取' },
  NO_WAY_FOUND: { en: 'no way to reports was found', zh: '未找到通往报告的路径' },
  OUT_OF_SCOPE: { en: 'links lead to hosts that no declaration allows', zh: '链接指向声明之外的网站' },
  NOT_EXPLORED: { en: 'links that promise little were left', zh: '尚有希望不大的链接未看' },
  NOT_NAMED: { en: 'no page that was seen names them', zh: '所见页面均未提及' },
};

/** What a command shows of reports that stand so. */
export const STANDING_WORDS: Readonly<Record<Standing, Message>> = {
  held: { en: 'held', zh: '已有' },
  late: { en: 'late', zh: '迟发' },
  missing: { en: 'missing', zh: '缺失' },
  broken: { en: 'broken', zh: '损坏' },
  not_reached: { en: 'not reached', zh: '未取得' },
};

const BUDGET_WORDS: Readonly<Record<NonNullable<Extent['budget']>, Message>> = {
  pages: { en: ' pages', zh: ' 页' },
  renderings: { en: ' renderings', zh: ' 次渲染' },
};

export const reasonText = ({ reason, extent }: Pick<ReasonCount, 'reason' | 'extent'>, language: Language): string => {
  const words = `${reason} ${REASON_WORDS[reason][language]}`;
  if (!extent) return words;
  const unit = extent.budget ? BUDGET_WORDS[extent.budget][language] : '';
  return `${words} (${extent.came}/${extent.of}${unit})`;
};
