import type { EntryKind } from '../src/model/crawl/entry.ts';
import type { Message } from '../src/model/report.ts';
import { challengeIn } from './faults/challenge.ts';
import { clientRedirect } from './faults/client-redirect.ts';
import { isErrorPage } from './faults/error-page.ts';
import { refusalIn } from './faults/refusal.ts';
import { soft404In } from './faults/soft-404.ts';
import type { Exchange } from './http/exchange.ts';
import { locationOf } from './http/location.ts';

/**
 * What an answer is, whatever its status claims:
 * `ok` what was asked for; `unchanged` a 304; `redirect` leads on, to `to`; `gone` 404 or 410; `soft-404` says so with
 * status 200; `home-page` the site's front in place of the page; `challenge` the host's guard, to be left alone for days;
 * `guarded` a captcha before this one file; `error-page` a page under a file's name; `refused` by the server; `busy` it
 * can't answer now; `broken` truncated, empty or senseless.
 */
export type AnswerKind =
  | 'ok'
  | 'unchanged'
  | 'redirect'
  | 'gone'
  | 'soft-404'
  | 'home-page'
  | 'challenge'
  | 'guarded'
  | 'error-page'
  | 'refused'
  | 'busy'
  | 'broken';

export interface Judgement {
  readonly kind: AnswerKind;
  /** What of the answer says so; empty for `ok`. */
  readonly reason: Message;
  /** Where a `redirect` or a redirect to the `home-page` leads; null otherwise. */
  readonly to: string | null;
}

export interface AnswerContext {
  readonly kind: EntryKind;
  /** SHA-256 of this answer's body, decompressed, and of the host's home page, where they are known. */
  readonly sha256: string | null;
  readonly homeSha256: string | null;
}

const OK: Judgement = { kind: 'ok', reason: { zh: '', en: '' }, to: null };

/**
 * Judges one answer. `text` is its body decoded, null where that is no text (PDF, Word, pictures).
 */
export function judgeAnswer(exchange: Exchange, text: string | null, context: AnswerContext): Judgement {
  const { status, url } = exchange;
  if (status === 304) return judge('unchanged', statusText(304));
  if (status >= 300 && status < 400) return judgeRedirect(url, locationOf(exchange), statusText(status));

  const challenge = challengeIn(status, text);
  if (challenge !== null) {
    return judge(context.kind === 'attachment' && status === 200 ? 'guarded' : 'challenge', challenge);
  }
  const failure = judgeStatus(status);
  if (failure) return failure;
  if (exchange.truncated)
    return judge('broken', {
      zh: `正文在 ${exchange.rawBody.length} 字节处中断，未到结尾`,
      en: `the body ended after ${exchange.rawBody.length} bytes, before its end`,
    });
  if (exchange.body.length === 0) return judge('broken', { zh: '正文为空', en: 'the body is empty' });
  return text === null ? OK : judgeText(url, text, context);
}

function judgeStatus(status: number): Judgement | null {
  if (status === 200) return null;
  const reason = statusText(status);
  if (status === 404 || status === 410) return judge('gone', reason);
  if (status === 408 || status === 425 || status === 429 || status >= 500 || status === 202)
    return judge('busy', reason);
  return judge(status >= 400 ? 'refused' : 'broken', reason);
}

function judgeText(url: string, text: string, { kind, sha256, homeSha256 }: AnswerContext): Judgement {
  if (sha256 !== null && sha256 === homeSha256 && !isFront(url)) {
    return judge('home-page', { zh: '与首页逐字节相同', en: 'it has the same bytes as the home page' });
  }
  const refusal = refusalIn(text);
  if (refusal !== null) return judge('refused', refusal);
  const missing = soft404In(text);
  if (missing !== null) return judge('soft-404', missing);
  const target = clientRedirect(text, url);
  if (target !== null) return judgeRedirect(url, target, { zh: '只作跳转的页面', en: 'a page that only leads on' });
  return kind === 'attachment' && isErrorPage(text)
    ? judge('error-page', { zh: '以文件名提供的一个短页面', en: 'a short page under the name of a file' })
    : OK;
}

function judgeRedirect(from: string, to: string | null, how: Message): Judgement {
  if (to === null)
    return judge('broken', { zh: `${how.zh}，跳转的去处无法访问`, en: `${how.en} leads nowhere that can be asked` });
  const { pathname, search } = new URL(to);
  const home = !isFront(from) && pathname === '/' && search === '';
  return {
    kind: home ? 'home-page' : 'redirect',
    reason: { zh: `${how.zh}，跳转到 ${to}`, en: `${how.en} leads to ${to}` },
    to,
  };
}

const FRONT = /^\/(?:(?:index|default|main|home)\.\w{1,6})?$/i;

/** Whether an address is a site's front. */
function isFront(url: string): boolean {
  const { pathname, search } = new URL(url);
  return search === '' && FRONT.test(pathname);
}

const statusText = (status: number): Message => ({ zh: `状态码 ${status}`, en: `status ${status}` });

const judge = (kind: AnswerKind, reason: Message): Judgement => ({ kind, reason, to: null });
