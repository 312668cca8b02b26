import { BilingualError } from '../../src/model/messages/bilingual-error.ts';
import type { Message } from '../../src/model/report.ts';

type ArchiveErrorCode =
  /** No record where the corpus says that one lies: the archive was moved, cut or replaced. */
  | 'ARCHIVE_RECORD_MISSING'
  /** The bytes there are no whole record. */
  | 'ARCHIVE_RECORD_BROKEN'
  /** A record, file or member is larger than what is read. */
  | 'ARCHIVE_TOO_LARGE'
  /** Writing failed: full disk, permissions, a folder that is gone. */
  | 'ARCHIVE_UNWRITABLE';

/** What can go wrong with an archive; the message names the file and, where there is one, the offset. */
export class ArchiveError extends BilingualError {
  readonly code: ArchiveErrorCode;

  constructor(code: ArchiveErrorCode, text: Message, cause?: unknown) {
    super(text, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
