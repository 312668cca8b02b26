import type { Message } from '../../src/model/report.ts';
import { namesReport, shownText, titleOf } from './shown-text.ts';

const PHRASE =
  /不合法的参数|非法(?:请求|访问|参数)|(?:访问|请求).{0,6}(?:被|已被|已)?(?:拒绝|阻断|拦截|禁止)|拒绝(?:访问|您的请求)|禁止访问|没有(?:访问)?权限|IP.{0,8}(?:受限|限制|封禁|黑名单)|access\s?denied|forbidden|request\s?blocked/i;
/** Characters that a notice shows at most. */
const NOTICE = 300;
/** Of a page that is only a script. */
const SCRIPT_ALONE = 2_000;

/** Why a page sent with status 200 is a refusal by the server or its firewall; null where it is none. */
export function refusalIn(html: string): Message | null {
  const text = shownText(html, NOTICE);
  if (text === null) return null;
  const seen = titleOf(html) + text;
  if (namesReport(seen)) return null;
  const phrase = PHRASE.exec(text === '' && html.length <= SCRIPT_ALONE ? html : seen);
  return phrase
    ? {
        zh: `页面只说 ${JSON.stringify(phrase[0])}，别无其他`,
        en: `it says ${JSON.stringify(phrase[0])} and little else`,
      }
    : null;
}
