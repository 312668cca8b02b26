import type { ArchivedAnswer } from '../../../crawlers/archive/read-answer.ts';
import { readRecord } from '../../../crawlers/archive/read-record.ts';
import { WarcWriter } from '../../../crawlers/archive/warc-writer.ts';
import type { EarlierAnswer } from '../../../crawlers/archive/write-record.ts';
import type { ArchivePosition } from '../../../crawlers/frontier.ts';
import type { ArchivedVisit } from '../../../crawlers/run/crawl.ts';
import type { Archive } from '../../../crawlers/run/ports.ts';

export interface OpenArchiveOptions {
  readonly program: string;
  readonly userAgent: string;
  /** Bytes of a file that the corpus knows of; null for a file that it does not know. */
  readonly archiveEnd: (file: string) => Promise<number | null>;
  /** The answer whose body of this digest is in the archive; null where there is none. */
  readonly keptPayload: (sha256: string) => Promise<EarlierAnswer | null>;
}

/** The archive of a crawl: the folder with what a killed run left in it, ready to be written to and read from. */
export interface OpenArchive extends Archive {
  /** Whole answers that were archived and not committed. */
  readonly tail: readonly ArchivedVisit[];
  /** Throws `ArchiveError`. */
  readonly read: (position: ArchivePosition) => Promise<ArchivedAnswer['exchange']>;
  close(): Promise<void>;
}

/** Opens the archive in a folder; throws `ArchiveError` where it can't be written. */
export async function openArchive(folder: string, options: OpenArchiveOptions): Promise<OpenArchive> {
  const { program, userAgent, archiveEnd, keptPayload } = options;
  const writer = await WarcWriter.open(folder, { program, userAgent, committedEnd: archiveEnd });
  let written = 0;
  const tail: ArchivedVisit[] = [];
  for (const { archive, place, revisits, status } of writer.recovery.records) {
    // The body of a revisit is not in it; such a place is asked again.
    if (revisits && status !== 304) continue;
    tail.push({ place, exchange: (await readRecord(folder, archive)).exchange, position: archive });
  }
  return {
    tail,
    get written() {
      return written;
    },
    async write(exchange, { place, sha256, previous }) {
      const digest = exchange.status === 304 ? previous : sha256;
      const earlier = digest === null ? null : await keptPayload(digest);
      const position = await writer.write(exchange, { place, earlier });
      written += position.length;
      return position;
    },
    read: async (position) => (await readRecord(folder, position)).exchange,
    close: () => writer.close(),
  };
}
