import { ArchiveError } from '../../../../crawlers/archive/archive-error.ts';
import { isFatal } from '../../../../db/errors.ts';
import { textOf } from '../../../model/messages/bilingual-error.ts';
import type { Message } from '../../../model/report.ts';

/** What broke a night off: the storage under the archive or the corpus. */
export interface NightFault {
  readonly code: string;
  readonly message: Message;
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);

const causesOf = (error: unknown): readonly Error[] =>
  error instanceof Error ? [error, ...causesOf(error.cause)] : [];

/** Whether a disk is full or a quota used up, as Node, SQLite or our own errors say it. */
export const isDiskFull = (error: unknown): boolean =>
  causesOf(error).some((one) => 'code' in one && FULL.has(String(one.code)));

/** The archive or the corpus can't be written any more: what was done can still be told. Null for every other error. */
export function nightFault(error: unknown): NightFault | null {
  if (!(error instanceof Error)) return null;
  if (!(error instanceof ArchiveError) && !isFatal(error) && !isDiskFull(error)) return null;
  const message = textOf(error);
  if (isDiskFull(error)) return { code: 'DISK_FULL', message };
  return { code: 'code' in error ? String(error.code) : 'STORAGE', message };
}
