/** Bytes of the answer that are shown from where the fault lies. */
const SHOWN = 40;

/** What the parser of undici (llhttp) says in brackets, and what it means. The rest is told in its own words. */
const PARSER_REASONS: readonly (readonly [RegExp, string])[] = [
  [/^Expected HTTP\//, 'it does not begin with HTTP/'],
  [/HTTP version/, 'its version is none of HTTP'],
  [/status code|response status/, 'its status is no number of three digits'],
  [/Content-Length/, 'its Content-Length is no number, or is given twice'],
  [/Transfer-Encoding/, 'its Transfer-Encoding can not be'],
  [/header (?:token|field)/i, 'a header field has a character that no name may have, or no colon'],
  [/header value/i, 'a header field has a character that no value may have, or goes on in the next line'],
  [/expected (?:CR|LF)|missing expected/i, 'a line of its head does not end in CR LF'],
  [/space after start line/i, 'a space stands before its first header field'],
  [/chunk/i, 'the size of a chunk is no number, or the chunk is of another size'],
];

const CODES: Readonly<Record<string, string>> = {
  UND_ERR_HEADERS_OVERFLOW: 'its head is longer than 16 KB',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'its body has another length than its Content-Length says',
};

/** An interim or switching answer that nobody asked for; undici reports it as a fault of the socket. */
const UNASKED: Readonly<Record<string, string>> = {
  'bad response': 'it answered 100 Continue to a request that has no body',
  'bad upgrade': 'it switched to another protocol than HTTP',
};

/** Bytes as a person can read them and no terminal obeys them. */
const shown = (data: string): string => JSON.stringify(data.slice(0, SHOWN)).replace(/[^\x20-\x7e]/g, '.');

/** What is wrong with an answer that is not HTTP as it has to be; null for every other error of a request. */
export function malformedBy(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  const known = CODES[code] ?? (code === 'UND_ERR_SOCKET' ? UNASKED[error.message] : undefined);
  if (known) return known;
  if (error.name !== 'HTTPParserError' && !code.startsWith('HPE_')) return null;
  const reason = /\((.*)\)\s*$/.exec(error.message)?.[1] ?? error.message;
  const what = PARSER_REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? reason;
  const data = 'data' in error && typeof error.data === 'string' ? error.data : '';
  return data === '' ? what : `${what}, at ${shown(data)}`;
}
