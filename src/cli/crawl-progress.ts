import type { CrawlWatcher } from '../../crawlers/run/crawl.ts';
import type { CrawlTally } from '../../crawlers/run/tally.ts';
import type { IngestSummary } from '../pipeline/ingest.ts';
import type { Io } from './io.ts';
import { log } from './log.ts';

export interface CrawlProgress extends CrawlWatcher {
  onRead(summary: IngestSummary): void;
  /** Clears the line before anything else is written there. */
  clear(): void;
}

const [REDRAW, REPEAT] = [250, 30_000];
const CLEAR = '\r\u001b[K';

/** Tells on standard error how a crawl goes: one line that is drawn over on a terminal, else, if asked for, one now and then. */
export function openCrawlProgress(io: Io, asked: unknown): CrawlProgress {
  const terminal = io.stderr.isTTY === true;
  const pause = terminal ? REDRAW : asked === true ? REPEAT : Number.POSITIVE_INFINITY;
  const { now: clock = Date.now } = io;
  const started = clock();
  let shown = started;
  let reports = 0;
  const line = (tally: CrawlTally, now: number): string => {
    const rate = (tally.requests / Math.max((now - started) / 1_000, 1)).toFixed(1);
    return (
      `${tally.hosts} hosts, ${tally.requests} requests (${rate}/s), ${Math.max(tally.newPlaces - tally.visits, 0)} new places waiting, ` +
      `${reports} reports found, ${tally.unchanged} unchanged, ${tally.failed + tally.blocked} failed or blocked`
    );
  };
  return {
    onVisit(tally) {
      const now = clock();
      if (now - shown < pause) return;
      shown = now;
      if (terminal) io.stderr.write(`${CLEAR}${line(tally, now)}`);
      else log(io, line(tally, now));
    },
    onRead(summary) {
      reports = summary.new + summary.changed;
    },
    onStuck(origin, since) {
      const minutes = Math.round((clock() - since) / 60_000);
      log(io, `${origin} has given nothing for ${minutes} minutes; the others go on`);
    },
    clear() {
      if (terminal) io.stderr.write(CLEAR);
    },
  };
}
