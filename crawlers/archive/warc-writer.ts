import { type FileHandle, mkdir, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArchiveGap, ArchivePosition } from '../../src/model/crawl/frontier.ts';
import { BilingualError, textOf } from '../../src/model/messages/bilingual-error.ts';
import type { Exchange } from '../http/exchange.ts';
import { ArchiveError } from './archive-error.ts';
import { packMember, packRecord } from './pack-record.ts';
import { type RecoveredRecord, type Recovery, recoverGaps } from './recover-gaps.ts';
import { infoRecord, type RecordFacts } from './write-record.ts';

/** Bytes after which a new file is begun. */
const FILE_SIZE = 1_000_000_000;
/**
 * Bytes that a run may archive while an answer waits for its commit. The longest to wait are the parts of a page that a browser
 * draws: up to 60 requests in turn, a few minutes, in which all others archive about a megabyte a second.
 */
const MOST_UNKNOWN = 256 * 1024 * 1024;
const FILE_NAME = /^lanting-\d{14}-\d{5}\.warc\.gz$/;

export interface ArchiveOptions {
  /** Name and version of this program. */
  readonly program: string;
  readonly userAgent: string;
  /** Where a file, by its name, has no record that the corpus knows; null for a file that it does not know (`archiveGaps`). */
  readonly gapsIn: (file: string, lookBack: number) => Promise<readonly ArchiveGap[] | null>;
  readonly fileSize?: number;
  /** Opens a file for writing, as `open` of node:fs/promises does. */
  readonly openFile?: (path: string, flags: string) => Promise<FileHandle>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

interface Packed {
  readonly bytes: Uint8Array;
  readonly resolve: (position: ArchivePosition) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Appends answers to the archive: WARC 1.1, one gzip member a record, files `lanting-YYYYMMDDHHMMSS-NNNNN.warc.gz` of about
 * 1 GB. Calls may overlap; records lie in the order in which they were packed. A process killed in the middle leaves at
 * most half a record at the end of the last file, which the next `open` cuts off.
 */
export class WarcWriter {
  readonly recovery: Recovery;
  readonly #folder: string;
  readonly #options: ArchiveOptions;
  #file = '';
  #handle: FileHandle | null = null;
  #end = 0;
  #serial: number;
  #packed: Packed[] = [];
  /** Writes in turn; never rejects. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, options: ArchiveOptions, recovery: Recovery, serial: number) {
    this.#folder = folder;
    this.#options = options;
    this.recovery = recovery;
    this.#serial = serial;
  }

  /** Recovers what a killed run left and goes on with the last file. Throws `ArchiveError` `ARCHIVE_UNWRITABLE`. */
  static async open(folder: string, options: ArchiveOptions): Promise<WarcWriter> {
    try {
      await mkdir(folder, { recursive: true });
      const files = (await readdir(folder)).filter((name) => FILE_NAME.test(name)).sort();
      const { recovery, last } = await recoverFolder(folder, files, options);
      const serial = Math.max(0, ...files.map((name) => Number(name.slice(-13, -8))));
      const writer = new WarcWriter(folder, options, recovery, serial);
      if (last) await writer.#goOn(last);
      return writer;
    } catch (error) {
      throw unwritable(folder, error);
    }
  }

  /** Resolves when the record is in the file (not yet forced to the disk). */
  async write(exchange: Exchange, facts: RecordFacts): Promise<ArchivePosition> {
    const bytes = await packRecord(exchange, facts);
    return new Promise((resolve, reject) => {
      this.#packed.push({ bytes, resolve, reject });
      if (this.#packed.length === 1) this.#inTurn(() => this.#writePacked()).catch(() => {});
    });
  }

  /** Records that came in one turn of the event loop, or while the one before was being written, are written at once. */
  async #writePacked(): Promise<void> {
    await nextTurn();
    const packed = this.#packed;
    this.#packed = [];
    try {
      if (this.#handle && this.#end >= (this.#options.fileSize ?? FILE_SIZE)) await this.#shut();
      if (!this.#handle) await this.#begin();
      const { file, offset } = await this.#append(Buffer.concat(packed.map(({ bytes }) => bytes)));
      let at = offset;
      for (const { bytes, resolve } of packed) {
        resolve({ file, offset: at, length: bytes.length });
        at += bytes.length;
      }
    } catch (error) {
      const failure = unwritable(join(this.#folder, this.#file), error);
      for (const { reject } of packed) reject(failure);
      throw failure;
    }
  }

  /** Forces what was written to the disk, so that it outlives a power failure. */
  sync(): Promise<void> {
    return this.#inTurn(async () => this.#handle?.datasync());
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#shut());
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work).catch((error: unknown) => {
      throw unwritable(join(this.#folder, this.#file), error);
    });
    this.#turn = done.catch(() => {});
    return done;
  }

  async #goOn(file: string): Promise<void> {
    this.#file = file;
    this.#handle = await this.#open(file, 'r+');
    this.#end = (await this.#handle.stat()).size;
    if (this.#end === 0) await this.#info();
  }

  #open(file: string, flags: string): Promise<FileHandle> {
    return (this.#options.openFile ?? open)(join(this.#folder, file), flags);
  }

  async #begin(): Promise<void> {
    const time = new Date((this.#options.now ?? Date.now)()).toISOString().replace(/\D/g, '').slice(0, 14);
    this.#serial += 1;
    this.#file = `lanting-${time}-${String(this.#serial).padStart(5, '0')}.warc.gz`;
    this.#handle = await this.#open(this.#file, 'wx+');
    this.#end = 0;
    await this.#info();
  }

  async #info(): Promise<void> {
    const { program, userAgent, now = Date.now } = this.#options;
    const info = {
      software: program,
      format: 'WARC File Format 1.1',
      conformsTo: 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
      robots: 'obey',
      'http-header-user-agent': userAgent,
    };
    await this.#append(await packMember(await infoRecord(this.#file, info, now())));
  }

  /** At a place of its own: what a failed write left is written over by the next. */
  async #append(bytes: Uint8Array): Promise<ArchivePosition> {
    const offset = this.#end;
    for (let done = 0; done < bytes.length; ) {
      const written = await this.#handle?.write(bytes, done, bytes.length - done, offset + done);
      if (!written?.bytesWritten)
        throw new BilingualError({ zh: '文件无法再写入', en: 'the file takes no more bytes' });
      done += written.bytesWritten;
    }
    this.#end = offset + bytes.length;
    return { file: this.#file, offset, length: bytes.length };
  }

  async #shut(): Promise<void> {
    const handle = this.#handle;
    if (!handle) return;
    this.#handle = null;
    try {
      await handle.truncate(this.#end);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

function unwritable(place: string, error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  const { zh, en } = textOf(error);
  return new ArchiveError(
    'ARCHIVE_UNWRITABLE',
    {
      zh: `无法写入存档 ${place}：${zh}。请检查该文件夹、其权限和剩余空间。`,
      en: `The archive ${place} can't be written: ${en}. Check the folder, its permissions and the free space.`,
    },
    error,
  );
}

/**
 * Looks where the corpus knows no record: commits do not come in the order of the archive, so that this may be before the last
 * one that it knows. The files are the newest that it knows with those begun after it, and those before it as far as
 * `MOST_UNKNOWN` reaches. Where it knows none, the newest may have been begun by a run that was killed before its first commit;
 * a large one is of another corpus, and stays.
 */
async function recoverFolder(
  folder: string,
  files: readonly string[],
  { gapsIn }: ArchiveOptions,
): Promise<{ readonly recovery: Recovery; readonly last: string | null }> {
  const records: RecoveredRecord[] = [];
  let cut = 0;
  let last: string | null = null;
  for (const { file, gaps, size } of await uncommitted(folder, files, gapsIn)) {
    // A file that lacks what the corpus knows of it (a power failure, a copy) is not gone on with.
    last = size < (gaps.at(-1)?.from ?? 0) ? null : file;
    const found = await recoverGaps(join(folder, file), gaps);
    records.push(...found.records);
    cut += found.cut;
  }
  return { recovery: { records, cut }, last };
}

interface FileWithGaps {
  readonly file: string;
  readonly gaps: readonly ArchiveGap[];
  readonly size: number;
}

/** The files to look at, oldest first. */
async function uncommitted(folder: string, files: readonly string[], gapsIn: ArchiveOptions['gapsIn']) {
  const known: FileWithGaps[] = [];
  const begun: FileWithGaps[] = [];
  let left = MOST_UNKNOWN;
  for (const file of files.toReversed()) {
    const { size } = await stat(join(folder, file));
    const gaps = await gapsIn(file, left);
    if (gaps) {
      known.unshift({ file, gaps, size });
      left -= size;
      if (left <= 0) break;
    } else if (known.length === 0) begun.unshift({ file, gaps: [{ from: 0, to: null }], size });
  }
  return known.length > 0 ? [...known, ...begun] : begun.slice(-1).filter(({ size }) => size <= MOST_UNKNOWN);
}
