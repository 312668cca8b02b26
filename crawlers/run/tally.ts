import type { EntryOutcome } from '../../src/model/crawl/frontier.ts';

/** What a run has done so far. */
export interface CrawlTally {
  /** Hosts that were asked. */
  hosts: number;
  /** All that went out, those for robots.txt and without an answer too. */
  requests: number;
  /** Received, as on the wire. */
  bytes: number;
  visits: number;
  /** Places that were not known before. */
  newPlaces: number;
  /** Documents with new bytes. */
  documents: number;
  /** Answers that the place had not changed. */
  unchanged: number;
  failed: number;
  blocked: number;
  vanished: number;
  excluded: number;
  /** Why it ended before everything due was done: `disk` is the growth that was allowed, `room` what must stay free; null at its end. */
  endedBy: 'stopped' | 'time' | 'disk' | 'room' | null;
}

export const emptyTally = (): CrawlTally => ({
  hosts: 0,
  requests: 0,
  bytes: 0,
  visits: 0,
  newPlaces: 0,
  documents: 0,
  unchanged: 0,
  failed: 0,
  blocked: 0,
  vanished: 0,
  excluded: 0,
  endedBy: null,
});

/** Counts a visit that was written down. */
export function addVisit(tally: CrawlTally, { fetches, state, toRead }: EntryOutcome, newPlaces: number): void {
  tally.visits += 1;
  for (const fetch of fetches) {
    tally.bytes += fetch.bytes;
    if (fetch.status === 304) tally.unchanged += 1;
  }
  tally.newPlaces += newPlaces;
  if (toRead) tally.documents += 1;
  if (state !== 'waiting') tally[state] += 1;
}
