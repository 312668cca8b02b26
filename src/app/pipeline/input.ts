import { BilingualError, textOf } from '../../model/messages/bilingual-error.ts';
import type { ExtractionFailure, Message } from '../../model/report.ts';
import { REPORT_SCHEMA } from '../../model/report.ts';

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
  | { readonly kind: 'failed'; readonly path: string; readonly code: InputErrorCode; readonly message: Message };

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
export class InputError extends BilingualError {
  readonly code: InputErrorCode;

  constructor(code: InputErrorCode, text: Message) {
    super(text);
    this.code = code;
  }
}

/** The result that stands in the place of a document that could not be read. */
export const inputFailure = (path: string, code: InputErrorCode, message: Message): ExtractionFailure => ({
  schema: REPORT_SCHEMA,
  source: { path },
  error: { code, message },
});

const FORBIDDEN: Message = {
  zh: '没有读取权限；请更改其权限，或以有权限的用户运行',
  en: 'no permission to read it; change its permissions or run as a user who may',
};

const SYSTEM_ERRORS: Readonly<Record<string, readonly [InputErrorCode, Message]>> = {
  ENOENT: [
    'NOT_FOUND',
    { zh: '没有这个文件或文件夹；请核对名称', en: 'there is no such file or folder; check the name' },
  ],
  ENOTDIR: [
    'NOT_FOUND',
    {
      zh: '路径中有一部分是文件而不是文件夹；请核对名称',
      en: 'a part of the path is a file, not a folder; check the name',
    },
  ],
  ENAMETOOLONG: ['NOT_FOUND', { zh: '名称超过系统允许的长度', en: 'the name is longer than the system allows' }],
  EACCES: ['NOT_READABLE', FORBIDDEN],
  EPERM: ['NOT_READABLE', FORBIDDEN],
  ELOOP: [
    'LINK_LOOP',
    { zh: '链接循环；请删除或修正该链接', en: 'its links lead back to themselves; remove or mend the link' },
  ],
};

/** A system error met on an input, in plain words; what is not in the table keeps the system's own. */
export function toInputError(error: unknown): InputError {
  if (error instanceof InputError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = SYSTEM_ERRORS[code];
  if (known) return new InputError(...known);
  const { zh, en } = textOf(error);
  return new InputError('NOT_READABLE', { zh: `无法读取：${zh}`, en: `it could not be read: ${en}` });
}
