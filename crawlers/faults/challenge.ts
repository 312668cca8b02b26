import type { Message } from '../../src/model/report.ts';
import { namesReport, shownText, titleOf } from './shown-text.ts';

interface Mark {
  readonly pattern: RegExp;
  readonly reason: Message;
}

/** Statuses that the guards before portals answer with, and nothing else does. */
const STATUSES: Readonly<Record<number, Message>> = {
  412: { zh: '状态码 412，脚本验证', en: 'status 412 of a script challenge' },
  468: { zh: '状态码 468，防护设备拦截', en: 'status 468 of a guard' },
};

/** Marks in the source of a shell. They also stand in pages that were let through, but those have text to read. */
const SCRIPT_MARKS: readonly Mark[] = [
  { pattern: /\$_ts\b/, reason: { zh: '含 $_ts 的脚本', en: 'a script with $_ts' } },
  {
    pattern: /__jsl_clearance|__jsluid/,
    reason: { zh: '设置 __jsl_clearance 的脚本', en: 'a script that sets __jsl_clearance' },
  },
  {
    pattern: /C3VK|CT6T|acw_sc__v\d|_waf_/,
    reason: { zh: '设置防护 Cookie 的脚本', en: "a script that sets a guard's cookie" },
  },
  { pattern: /NWAF|\bwzws/i, reason: { zh: '防护设备的脚本', en: "a guard's script" } },
  {
    pattern: /^[\s\S]{0,1500}?document\s?\.\s?cookie\s?=[\s\S]{0,1500}?(?:location|reload)[\s\S]{0,1500}$/,
    reason: { zh: '设置 Cookie 后重新加载页面的脚本', en: 'a script that sets a cookie and loads the page again' },
  },
];

/** What challenge pages say to a person. */
const PHRASES: readonly Mark[] = [
  {
    pattern: /验证码|captcha|拖动.{0,6}滑块|滑块.{0,6}验证|滑动.{0,6}验证/i,
    reason: { zh: '要求输入验证码的页面', en: 'a page that asks for a captcha' },
  },
  {
    pattern:
      /安全验证|人机验证|访问异常|异常访问|正在(?:检查|检测|验证).{0,8}浏览器|Just\s?a\s?moment|Checking\s?your\s?browser|(?<!(?:加载|载入|读取|查询|搜索)中?[，,、。.…!！]{0,6})请稍[候后]/i,
    reason: { zh: '要求等待或验证身份的页面', en: 'a page that asks to be waited for or proved to' },
  },
];

/** Where an application of the portal's own is drawn, after the guard let it through. */
const MOUNT_POINT = /<div[^<>]*\bid\s?=\s?["']?(?:app|root|main)\b/i;

/** Characters that a shell shows at most, and a notice of a sentence or two. */
const SHELL = 60;
const NOTICE = 300;
/** Shells come with long scripts, but no portal's page of this length is one. */
const LONGEST = 300_000;

/** Why an answer is a challenge or a captcha and not what was asked for; null where it is none. */
export function challengeIn(status: number, html: string | null): Message | null {
  const byStatus = STATUSES[status];
  if (byStatus !== undefined || html === null || html.length > LONGEST) return byStatus ?? null;
  const text = shownText(html, NOTICE);
  if (text === null || namesReport(text)) return null;
  const title = titleOf(html);
  if (namesReport(title)) return null;

  if (text.length <= SHELL && !MOUNT_POINT.test(html)) {
    const script = SCRIPT_MARKS.find(({ pattern }) => pattern.test(html));
    if (script) return script.reason;
  }
  return PHRASES.find(({ pattern }) => pattern.test(title + text))?.reason ?? null;
}
