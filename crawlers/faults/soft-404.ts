import type { Message } from '../../src/model/report.ts';
import { namesReport, shownText, titleOf } from './shown-text.ts';

const PHRASE =
  /(?:页面|网页|文件|信息|栏目|文章|内容|链接|地址|资源).{0,8}(?:不存在|找不到|未找到|没有找到|已?被?删除|已失效|已下线)|(?:找不到|未找到|没有找到|无法找到).{0,8}(?:页面|网页|文件|信息|栏目|文章|内容|资源)|(?:page|file|resource)(?:\s?was|\s?is)?\s?not\s?found|404\s?not\s?found/i;
/** Titles that say it, alone or beside the site's name. */
const TITLE =
  /(?:^|[-_|—:：])(?:404(?:错误|页面|error|notfound)?|notfound|出错[了啦]?|错误(?:提示|页面|信息)?|error)(?:[-_|—!！]|$)/i;

/** Characters that a notice shows at most; one within the frame of the whole site, where its title says so. */
const NOTICE = 300;
const FRAMED_NOTICE = 4_000;
/** Of a page that is only a script: an alert and a step back. */
const SCRIPT_ALONE = 2_000;
const SHELL = 20;

/** Why a page sent with status 200 says that there is nothing; null where it doesn't. */
export function soft404In(html: string): Message | null {
  const title = titleOf(html);
  if (namesReport(title)) return null;
  const inTitle = TITLE.test(title) || (title.length <= 40 && PHRASE.test(title));
  if (inTitle && shownText(html, FRAMED_NOTICE) !== null)
    return {
      zh: `标题为 ${JSON.stringify(title.slice(0, 60))}`,
      en: `its title is ${JSON.stringify(title.slice(0, 60))}`,
    };

  const text = shownText(html, NOTICE);
  if (text === null || namesReport(text)) return null;
  const scriptAlone = text.length <= SHELL && html.length <= SCRIPT_ALONE;
  const phrase = PHRASE.exec(text) ?? PHRASE.exec(scriptAlone ? html : '');
  return phrase
    ? {
        zh: `页面只说 ${JSON.stringify(phrase[0])}，别无其他`,
        en: `it says ${JSON.stringify(phrase[0])} and little else`,
      }
    : null;
}
