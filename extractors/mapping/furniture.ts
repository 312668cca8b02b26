import { beginsWithInfoLabel } from './info-fields.ts';

/** What portals print around a report: navigation, tools, and the foot of the site. */
const TOOLS = '[【\\[]?(?:打印|关闭)|分享|扫一扫';
const NAVIGATION = new RegExp(
  `^(?:${TOOLS}|当前位置|您(?:现在)?(?:的|所在的?)?位置|(?:网站)?首页|【?字[体号]|访问(?:次数|量)|浏览|阅读|点击|收藏|返回|(?:责任)?编辑|【?[大中小]】?(?:\\s|$))`,
);
const FOOT = new RegExp(
  `^(?:${TOOLS}|[上下]一[篇条]|相关(?:文章|链接|阅读|信息|文档)|[主承]办|版权所有|Copyright|返回(?:顶部|首页|上一页)|网站(?:地图|标识码|声明|支持)|联系我们|友情链接|技术支持|关于我们)`,
  'i',
);

/** A line about the page that is no part of the report. */
export const isFurniture = (line: string): boolean =>
  NAVIGATION.test(line) || beginsWithInfoLabel(line) || isPageLine(line);

/** The number of a page, with the name of the file where a viewer puts it there: — 4 —, 第 4 页 共 9 页, P. 6, Page 6 - 年报. */
const PAGE_LINE =
  /^(?:[-—–－―]+\s*\d{1,3}\s*[-—–－―]+|第\s*\d{1,3}\s*页.{0,8}|p(?:age|g)?\s*\.?\s*\d{1,3}(?:\s*(?:[-—–－/|:]|of)\s*.{0,60})?|\d{1,3}\s*\/\s*\d{1,3}\s*页)$/i;

/** A line that numbers the pages of a document turned into text. */
export const isPageLine = (line: string): boolean => line.length <= 80 && PAGE_LINE.test(line.trim());

/** The site's registrations, behind a name or a year. */
const REGISTERED = /^(?:.{0,12}ICP|.{0,4}公网安)备/i;

/** A line that can only stand behind the report. */
export const isFoot = (line: string): boolean => FOOT.test(line) || (line.includes('备') && REGISTERED.test(line));

/** A menu: short words without a sentence. */
export const isMenu = (line: string): boolean => line.length < 15 && !/[。；：，]/.test(line);
