/** The words of pagers. Spaces are left out before they are compared. */

const NEXT = /^(?:下一?[页頁]|后一?[页頁]|後一?[页頁]|next(?:page)?)[>»›→]*$/i;
const BACK =
  /^[<«‹←]*(?:上一?[页頁]|前一?[页頁]|prev(?:ious)?(?:page)?|首[页頁]|第一[页頁]|尾[页頁]|末[页頁]|最后一?[页頁])$/i;
const MORE =
  /^(?:(?:点击|继续|加载|查看|显示|展开|浏览|获取)*(?:更多|下一批)(?:内容|信息|数据|结果)?|loadmore|more)[>»›→.…]*$/i;
const NUMBER = /^(?:第)?(\d{1,4})(?:[页頁])?$/;

/** For a browser to look for in a page that it shows. */
export const PAGER_WORDS = { next: NEXT.source, more: MORE.source } as const;

const plain = (text: string): string => text.replace(/\s/g, '');

export const isNext = (text: string): boolean => NEXT.test(plain(text));
export const isBack = (text: string): boolean => BACK.test(plain(text));
/** Of a button, not of a link: 更多 stands beside every list of a home page. */
export const isMore = (text: string): boolean => MORE.test(plain(text));

/** The page that a link names by its number; null for other words. */
export function numberOf(text: string): number | null {
  const digits = NUMBER.exec(plain(text))?.[1];
  return digits === undefined ? null : Number(digits);
}

export const turnsPages = (text: string): boolean =>
  isNext(text) || isMore(text) || isBack(text) || numberOf(text) !== null || /^[>›»→<‹«←]{1,3}$/.test(plain(text));
