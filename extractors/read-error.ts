export type ReadErrorCode =
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
export class ReadError extends Error {
  override readonly name = 'ReadError';
  readonly code: ReadErrorCode;

  constructor(code: ReadErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
