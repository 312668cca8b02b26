import { both } from '../../src/model/messages/both.ts';
import type { Message } from '../../src/model/report.ts';

/** Bytes of the answer that are shown from where the fault lies. */
const SHOWN = 40;

/** What the parser of undici (llhttp) says in brackets, and what it means. The rest is told in its own words. */
const PARSER_REASONS: readonly (readonly [RegExp, Message])[] = [
  [/^Expected HTTP\//, { zh: '开头不是 HTTP/', en: 'it does not begin with HTTP/' }],
  [/HTTP version/, { zh: '版本不是 HTTP 的版本', en: 'its version is none of HTTP' }],
  [/status code|response status/, { zh: '状态码不是三位数字', en: 'its status is no number of three digits' }],
  [
    /Content-Length/,
    { zh: 'Content-Length 不是数字，或给了两次', en: 'its Content-Length is no number, or is given twice' },
  ],
  [/Transfer-Encoding/, { zh: 'Transfer-Encoding 不成立', en: 'its Transfer-Encoding can not be' }],
  [
    /header (?:token|field)/i,
    {
      zh: '某个头字段的名称含有不允许的字符，或缺少冒号',
      en: 'a header field has a character that no name may have, or no colon',
    },
  ],
  [
    /header value/i,
    {
      zh: '某个头字段的值含有不允许的字符，或续到了下一行',
      en: 'a header field has a character that no value may have, or goes on in the next line',
    },
  ],
  [
    /expected (?:CR|LF)|missing expected/i,
    { zh: '头部有一行不以 CR LF 结尾', en: 'a line of its head does not end in CR LF' },
  ],
  [/space after start line/i, { zh: '第一个头字段之前有空格', en: 'a space stands before its first header field' }],
  [
    /chunk/i,
    {
      zh: '某个分块的大小不是数字，或与实际大小不符',
      en: 'the size of a chunk is no number, or the chunk is of another size',
    },
  ],
];

const CODES: Readonly<Record<string, Message>> = {
  UND_ERR_HEADERS_OVERFLOW: { zh: '头部超过 16 KB', en: 'its head is longer than 16 KB' },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: {
    zh: '正文长度与 Content-Length 不符',
    en: 'its body has another length than its Content-Length says',
  },
};

/** An interim or switching answer that nobody asked for; undici reports it as a fault of the socket. */
const UNASKED: Readonly<Record<string, Message>> = {
  'bad response': {
    zh: '对没有正文的请求答复了 100 Continue',
    en: 'it answered 100 Continue to a request that has no body',
  },
  'bad upgrade': { zh: '改用了 HTTP 以外的协议', en: 'it switched to another protocol than HTTP' },
};

/** Bytes as a person can read them and no terminal obeys them. */
const shown = (data: string): string => JSON.stringify(data.slice(0, SHOWN)).replace(/[^\x20-\x7e]/g, '.');

/** What is wrong with an answer that is not HTTP as it has to be; null for every other error of a request. */
export function malformedBy(error: unknown): Message | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  const known = CODES[code] ?? (code === 'UND_ERR_SOCKET' ? UNASKED[error.message] : undefined);
  if (known) return known;
  if (error.name !== 'HTTPParserError' && !code.startsWith('HPE_')) return null;
  const reason = /\((.*)\)\s*$/.exec(error.message)?.[1] ?? error.message;
  const what = PARSER_REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? both(reason);
  const data = 'data' in error && typeof error.data === 'string' ? error.data : '';
  return data === '' ? what : { zh: `${what.zh}，出错处为 ${shown(data)}`, en: `${what.en}, at ${shown(data)}` };
}
