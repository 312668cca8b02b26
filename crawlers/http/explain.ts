import type { Message } from '../../src/model/report.ts';
import { FetchError, type FetchErrorCode } from '../errors.ts';
import { malformedBy } from './malformed.ts';
import { TOO_OLD } from './tls.ts';

interface Explanation {
  readonly codes: RegExp;
  readonly code: FetchErrorCode;
  readonly text: (timeouts: { readonly connect: number; readonly headers: number }) => Message;
}

/** Codes of undici, of sockets and of OpenSSL, and what they mean to the person who reads the summary of a run. */
const EXPLANATIONS: readonly Explanation[] = [
  {
    codes: /^UND_ERR_CONNECT_TIMEOUT$|^ETIMEDOUT$/,
    code: 'TIMEOUT',
    text: ({ connect }) => ({
      zh: `在 ${connect / 1000} 秒内无法连接；稍后再试`,
      en: `could not be connected to within ${connect / 1000} s; it is tried again later`,
    }),
  },
  {
    codes: /^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$/,
    code: 'TIMEOUT',
    text: ({ headers }) => ({
      zh: `在 ${headers / 1000} 秒内没有答复；稍后再试`,
      en: `was silent for ${headers / 1000} s; it is tried again later`,
    }),
  },
  {
    codes: /^ECONNREFUSED$|^EHOSTUNREACH$|^ENETUNREACH$|^EADDRNOTAVAIL$|^EHOSTDOWN$|^ENETDOWN$/,
    code: 'CONNECT',
    text: () => ({ zh: '拒绝连接；稍后再试', en: 'takes no connection; it is tried again later' }),
  },
  {
    codes: /^ECONNRESET$|^EPIPE$|^UND_ERR_SOCKET$|^ECONNABORTED$/,
    code: 'RESET',
    text: () => ({
      zh: '未作答复即断开连接；稍后再试',
      en: 'closed the connection without an answer; it is tried again later',
    }),
  },
  {
    codes: /^UND_ERR_(?:CLOSED|DESTROYED|ABORTED)$/,
    code: 'CLOSED',
    text: () => ({ zh: '未访问：抓取正在结束', en: 'was not asked: the crawl is being ended' }),
  },
  {
    codes: /^UND_ERR_INVALID_ARG$/,
    code: 'BAD_URL',
    text: () => ({ zh: '无法用 HTTP 访问；请更正地址', en: 'can not be asked for over HTTP; correct the address' }),
  },
  {
    codes: TOO_OLD,
    code: 'TLS',
    text: () => ({
      zh: '只会过时的 TLS，因此未与之连接；请试其 http 地址；若确须读取，请在该网站的声明中加上一行 legacyTls: {because: 理由}',
      en: 'speaks only a TLS that is out of date, so it was not spoken to; try its http address, or, if it has to be read all the same, add a line to the declaration of its portal: legacyTls: {because: the reason}',
    }),
  },
  {
    codes: /^ERR_(?:SSL|TLS)|CERT|SELF_SIGNED|UNABLE_TO|^EPROTO$|ALTNAME/,
    code: 'TLS',
    text: () => ({
      zh: '的证书或 TLS 不被接受；请试其 http 地址，或告知该网站',
      en: 'has a certificate or TLS that is not accepted; try its http address, or tell the portal',
    }),
  },
];

const UNKNOWN: Message = { zh: '因不明原因失败；请报告', en: 'failed in a way that is not known; please report it' };

/** The error of a request in our own terms. Errors of our own are given back as they are. */
export function explain(error: unknown, url: string, timeouts: { connect: number; headers: number }): FetchError {
  if (error instanceof FetchError) return error;
  const malformed = malformedBy(error);
  if (malformed !== null) {
    return new FetchError(
      'MALFORMED',
      {
        zh: `${url} 的答复不是 HTTP：${malformed.zh}；请用浏览器查看，并告知该网站`,
        en: `${url} gave an answer that is no HTTP: ${malformed.en}; look at it with a browser, and tell the portal`,
      },
      { cause: error },
    );
  }
  const { code, message } = error as { code?: unknown; message?: unknown };
  const found = EXPLANATIONS.find(({ codes }) => codes.test(String(code)));
  const what = found?.text(timeouts) ?? UNKNOWN;
  const detail = `${code ?? 'no code'}: ${message}`;
  return new FetchError(
    found?.code ?? 'BAD_ANSWER',
    { zh: `${url} ${what.zh}（${detail}）`, en: `${url} ${what.en} (${detail})` },
    { cause: error },
  );
}
