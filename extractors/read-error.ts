import { BilingualError } from '../src/model/messages/bilingual-error.ts';
import type { Message } from '../src/model/report.ts';

type ReadErrorCode =
  | 'EMPTY'
  | 'TOO_LARGE'
  | 'TOO_DEEP'
  | 'BINARY'
  | 'UNSUPPORTED_FORMAT'
  | 'ENCRYPTED'
  | 'DAMAGED'
  | 'UNREADABLE'
  | 'TIMEOUT'
  | 'OUT_OF_MEMORY'
  | 'INTERNAL';

/** The document can't be read at all. Callers record the code and go on with the next document. */
export class ReadError extends BilingualError {
  readonly code: ReadErrorCode;

  constructor(code: ReadErrorCode, text: Message, options?: ErrorOptions) {
    super(text, options);
    this.code = code;
  }
}
