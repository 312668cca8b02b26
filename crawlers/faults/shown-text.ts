/** Elements whose content nobody sees, and what ends them. */
const UNSEEN = /<(?:(script)|(style)|(noscript)|(template)|(title))\b/iy;
const ENDS = [/<\/script\b/gi, /<\/style\b/gi, /<\/noscript\b/gi, /<\/template\b/gi, /<\/title\b/gi];
const SPACE = /\s+|&(?:nbsp|#160|ensp|emsp);/g;

/**
 * What a person would see of a page, roughly: without tags, scripts and white space. Null where that is more than `most`
 * characters; a page of any length is left as soon as it has shown so much, so that this is cheap on real ones.
 */
export function shownText(html: string, most: number): string | null {
  let shown = '';
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    const end = open === -1 ? html.length : open;
    if (end > at) shown += html.slice(at, Math.min(end, at + 20 * most + 1_000)).replace(SPACE, '');
    if (shown.length > most) return null;
    if (open === -1) break;
    at = behindTag(html, open);
  }
  return shown;
}

/** Where the text goes on behind what begins with `<` here. */
function behindTag(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return behind(html, '-->', open + 4);
  UNSEEN.lastIndex = open;
  const unseen = UNSEEN.exec(html);
  if (!unseen) return behind(html, '>', open + 1);
  const end = ENDS[unseen.slice(1).findIndex((name) => name !== undefined)] ?? /$/g;
  end.lastIndex = open;
  const closed = end.exec(html);
  return closed ? behind(html, '>', closed.index) : html.length;
}

function behind(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

/** The text of `<title>`, white space left out; empty where there is none. */
export const titleOf = (html: string): string =>
  (/<title[^<>]*>([^<]{0,400})/i.exec(html.slice(0, 20_000))?.[1] ?? '').replace(/\s+/g, '');

/** A page in the name of a report is no notice, whatever else stands on it. */
export const namesReport = (text: string): boolean => /年度报告|年报/.test(text);
