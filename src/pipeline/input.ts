import type { ExtractionFailure } from '../report.ts';
import { REPORT_SCHEMA } from '../report.ts';

/**
 * One document on its way into the pipeline. A `file` is read by the worker that extracts it, so the main thread never
 * holds its bytes; `bytes` came from standard input or a web archive; `failed` could not be reached and keeps its place in the order.
 * `path` is the name the user knows it by, `file` the absolute path it is read from, in
 * bytes where it is no UTF-8.
 */
export type DocumentInput =
  | { readonly kind: 'file'; readonly path: string; readonly file: string | Uint8Array }
  | {
      readonly kind: 'bytes';
      readonly path: string;
      readonly bytes: Uint8Array;
      /** When they were fetched, out of an archive: ISO 8601, UTC. */
      readonly fetchedAt?: string;
    }
  | { readonly kind: 'failed'; readonly path: string; readonly code: InputErrorCode; readonly message: string };

/** An input whose bytes are there to be read. */
export type ReachedInput = Exclude<DocumentInput, { readonly kind: 'failed' }>;

/** Why a document could not be handed to a reader, or its reader was stopped. */
export type InputErrorCode =
  | 'NOT_FOUND'
  | 'NOT_READABLE'
  | 'NOT_A_FILE'
  | 'AMBIGUOUS'
  | 'LINK_LOOP'
  | 'TOO_LARGE'
  | 'DAMAGED'
  | 'TIMEOUT'
  | 'OUT_OF_MEMORY'
  | 'INTERNAL';

/** Thrown while an input is looked up or read; the pipeline turns it into that document's failure and goes on. */
export class InputError extends Error {
  readonly code: InputErrorCode;

  constructor(code: InputErrorCode, message: string) {
    super(message);
    this.name = 'InputError';
    this.code = code;
  }
}

/** The result that stands in the place of a document that could not be read. */
export const inputFailure = (path: string, code: InputErrorCode, message: string): ExtractionFailure => ({
  schema: REPORT_SCHEMA,
  source: { path },
  error: { code, message },
});

const SYSTEM_ERRORS: Readonly<Record<string, readonly [InputErrorCode, string]>> = {
  ENOENT: ['NOT_FOUND', 'there is no such file or folder; check the name'],
  ENOTDIR: ['NOT_FOUND', 'a part of the path is a file, not a folder; check the name'],
  ENAMETOOLONG: ['NOT_FOUND', 'the name is longer than the system allows'],
  EACCES: ['NOT_READABLE', 'no permission to read it; change its permissions or run as a user who may'],
  EPERM: ['NOT_READABLE', 'no permission to read it; change its permissions or run as a user who may'],
  ELOOP: ['LINK_LOOP', 'its links lead back to themselves; remove or mend the link'],
};

/** A system error met on an input, in plain words; what is not in the table keeps the system's own. */
export function toInputError(error: unknown): InputError {
  if (error instanceof InputError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const [known, message] = SYSTEM_ERRORS[code] ?? ['NOT_READABLE', `it could not be read: ${String(error)}`];
  return new InputError(known, message);
}
