import type { ArchivedAnswer } from '../../../../crawlers/archive/read-answer.ts';
import { readRecord } from '../../../../crawlers/archive/read-record.ts';
import { type ArchiveOptions, WarcWriter } from '../../../../crawlers/archive/warc-writer.ts';
import type { EarlierAnswer } from '../../../../crawlers/archive/write-record.ts';
import type { ArchivedEntry } from '../../../../crawlers/run/crawl.ts';
import type { Archive } from '../../../../crawlers/run/ports.ts';
import type { ArchivePosition, WrittenRecord } from '../../../model/crawl/frontier.ts';
import { DigestFilter } from './digest-filter.ts';

export interface OpenArchiveOptions {
  readonly program: string;
  readonly userAgent: string;
  /** Where a file may have records that the corpus does not know (`archiveGaps`). */
  readonly gapsIn: ArchiveOptions['gapsIn'];
  /** Digests of all bodies that the archive holds. */
  readonly keptDigests: readonly string[];
  /** The answer whose body of this digest is in the archive; null where there is none. */
  readonly keptPayload: (sha256: string) => Promise<EarlierAnswer | null>;
  /** Called with the bytes of every record before the next is written; waited for. */
  readonly onWritten?: (bytes: number) => Promise<unknown>;
  /** Opens a file of the archive; tests hand in a disk of their own. */
  readonly openFile?: ArchiveOptions['openFile'];
  /** Where the answer lies that a `revisit` refers to; null where it is not known. */
  readonly keptAnswer: (answer: EarlierAnswer) => Promise<ArchivePosition | null>;
}

/** The archive of a crawl: the folder with what a killed run left in it, ready to be written to and read from. */
export interface OpenArchive extends Archive {
  /** Whole answers that were archived and not committed, read one by one: they may be large. */
  readonly leftOver: () => AsyncIterable<ArchivedEntry>;
  /** Throws `ArchiveError`. */
  readonly read: (position: ArchivePosition) => Promise<ArchivedAnswer['exchange']>;
  close(): Promise<void>;
}

/** A record that refers to no other holds its body, but for a 304, which has none. */
const written = (position: ArchivePosition, refersTo: EarlierAnswer | null, status: number): WrittenRecord => ({
  ...position,
  whole: refersTo === null && status !== 304,
});

/** Opens the archive in a folder; throws `ArchiveError` where it can't be written. */
export async function openArchive(folder: string, options: OpenArchiveOptions): Promise<OpenArchive> {
  const { program, userAgent, gapsIn, keptPayload, keptAnswer, keptDigests, onWritten, openFile } = options;
  const filter = new DigestFilter(keptDigests.length * 2);
  for (const digest of keptDigests) filter.add(digest);
  const writer = await WarcWriter.open(folder, {
    ...{ program, userAgent, gapsIn },
    ...(openFile ? { openFile } : {}),
  });
  let grown = 0;
  async function* leftOver(): AsyncGenerator<ArchivedEntry> {
    for (const { archive: position, place, revisits, status } of writer.recovery.records) {
      const { exchange } = await readRecord(folder, position);
      // A 304 has no body; that of another revisit lies where it refers to.
      const held = revisits && status !== 304 ? await keptAnswer(revisits) : position;
      if (!held) continue;
      const { rawBody, body } = held === position ? exchange : (await readRecord(folder, held)).exchange;
      yield { place, exchange: { ...exchange, rawBody, body }, position: written(position, revisits, status) };
    }
  }
  return {
    leftOver,
    get written() {
      return grown;
    },
    async write(exchange, { place, sha256, previous, isDrawn = false }) {
      const digest = exchange.status === 304 ? previous : sha256;
      const earlier = !isDrawn && digest !== null && filter.mayHave(digest) ? await keptPayload(digest) : null;
      if (sha256 !== null) filter.add(sha256);
      const position = await writer.write(exchange, { place, earlier, sha256, isDrawn });
      grown += position.length;
      await onWritten?.(position.length);
      return written(position, earlier, exchange.status);
    },
    read: async (position) => (await readRecord(folder, position)).exchange,
    close: () => writer.close(),
  };
}
