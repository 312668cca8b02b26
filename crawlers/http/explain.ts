import { FetchError, type FetchErrorCode } from '../errors.ts';
import { malformedBy } from './malformed.ts';

interface Explanation {
  readonly codes: RegExp;
  readonly code: FetchErrorCode;
  readonly text: (timeouts: { readonly connect: number; readonly headers: number }) => string;
}

/** Codes of undici, of sockets and of OpenSSL, and what they mean to the person who reads the summary of a run. */
const EXPLANATIONS: readonly Explanation[] = [
  {
    codes: /^UND_ERR_CONNECT_TIMEOUT$|^ETIMEDOUT$/,
    code: 'TIMEOUT',
    text: ({ connect }) => `could not be connected to within ${connect / 1000} s; it is tried again later`,
  },
  {
    codes: /^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$/,
    code: 'TIMEOUT',
    text: ({ headers }) => `was silent for ${headers / 1000} s; it is tried again later`,
  },
  {
    codes: /^ECONNREFUSED$|^EHOSTUNREACH$|^ENETUNREACH$|^EADDRNOTAVAIL$|^EHOSTDOWN$|^ENETDOWN$/,
    code: 'CONNECT',
    text: () => 'takes no connection; it is tried again later',
  },
  {
    codes: /^ECONNRESET$|^EPIPE$|^UND_ERR_SOCKET$|^ECONNABORTED$/,
    code: 'RESET',
    text: () => 'closed the connection without an answer; it is tried again later',
  },
  {
    codes: /^UND_ERR_(?:CLOSED|DESTROYED|ABORTED)$/,
    code: 'CLOSED',
    text: () => 'was not asked: the crawl is being ended',
  },
  {
    codes: /^UND_ERR_INVALID_ARG$/,
    code: 'BAD_URL',
    text: () => 'can not be asked for over HTTP; correct the address',
  },
  {
    codes: /^ERR_(?:SSL|TLS)|CERT|SELF_SIGNED|UNABLE_TO|^EPROTO$|ALTNAME/,
    code: 'TLS',
    text: () => 'has a certificate or TLS that is not accepted; try its http address, or tell the portal',
  },
];

/** The error of a request in our own terms. Errors of our own are given back as they are. */
export function explain(error: unknown, url: string, timeouts: { connect: number; headers: number }): FetchError {
  if (error instanceof FetchError) return error;
  const malformed = malformedBy(error);
  if (malformed !== null) {
    const next = 'look at it with a browser, and tell the portal';
    return new FetchError('MALFORMED', `${url} gave an answer that is no HTTP: ${malformed}; ${next}`, {
      cause: error,
    });
  }
  const { code, message } = error as { code?: unknown; message?: unknown };
  const found = EXPLANATIONS.find(({ codes }) => codes.test(String(code)));
  const what = found ? found.text(timeouts) : 'failed in a way that is not known; please report it';
  return new FetchError(found?.code ?? 'BAD_ANSWER', `${url} ${what} (${code ?? 'no code'}: ${message})`, {
    cause: error,
  });
}
