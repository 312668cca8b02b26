import { BilingualError } from '../src/model/messages/bilingual-error.ts';
import type { Message } from '../src/model/report.ts';

export type FetchErrorCode =
  | 'BAD_URL'
  | 'OUT_OF_SCOPE'
  | 'ROBOTS'
  | 'DNS'
  | 'PRIVATE_ADDRESS'
  | 'CONNECT'
  | 'TLS'
  | 'TIMEOUT'
  | 'RESET'
  | 'MALFORMED'
  | 'BAD_ANSWER'
  | 'TOO_LARGE'
  | 'BOMB'
  | 'REDIRECT_LOOP'
  | 'TOO_MANY_REDIRECTS'
  | 'BROWSER'
  | 'CLOSED';

/** Nobody answered, or the answer broke off: the host is strained or away, so it is asked less and later. */
const NO_ANSWER: ReadonlySet<FetchErrorCode> = new Set(['DNS', 'CONNECT', 'TLS', 'TIMEOUT', 'RESET']);

/** A place could not be fetched. The crawl records the code and the message with the visit and goes on. */
export class FetchError extends BilingualError {
  readonly code: FetchErrorCode;

  constructor(code: FetchErrorCode, text: Message, options?: ErrorOptions) {
    super(text, options);
    this.code = code;
  }

  /** The host did not answer; anything else is about this one place. */
  get isSilence(): boolean {
    return NO_ANSWER.has(this.code);
  }
}
