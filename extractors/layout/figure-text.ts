/** How a figure begins, or what stands in its place. */
const FIGURE =
  /^(?:[\d０-９+＋\-－−—–/／\\×○〇]|[OoＯｏ]$|[约近增减]\s*[加少]?\s*\d|持平|无$|不[适適]用|不涉及|未涉及|若干|十[余餘]|近百|n\/a)/i;
const NUMBERED =
  /^\s*(?:[（(〔]?[\d０-９一二三四五六七八九十]{1,3}(?:[)）〕]|[.．、](?![\d０-９]))|[\d０-９]{1,2}\s+\p{Script=Han}{2})/u;
const LONGEST_FIGURE = 24;

/** Whether a text begins with the number of a row or a chapter: 1. （四） 三、 */
export const isNumbered = (text: string): boolean => NUMBERED.test(text);

/** Whether a text begins as a figure does, or as what stands in place of one; so may the number of a row. */
export const startsFigure = (text: string): boolean => FIGURE.test(text);

/** Whether a text is a figure of a report or stands in place of one. */
export const isFigure = (text: string): boolean =>
  startsFigure(text) && !NUMBERED.test(text) && text.length <= LONGEST_FIGURE;
