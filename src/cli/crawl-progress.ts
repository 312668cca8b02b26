import type { CrawlWatcher } from '../../crawlers/run/crawl.ts';
import type { CrawlTally } from '../../crawlers/run/tally.ts';
import type { IngestSummary } from '../pipeline/ingest.ts';
import { complain, type Io } from './io.ts';

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
  const started = Date.now();
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
      const now = Date.now();
      if (now - shown < pause) return;
      shown = now;
      io.stderr.write(terminal ? `${CLEAR}${line(tally, now)}` : `${line(tally, now)}\n`);
    },
    onRead(summary) {
      reports = summary.new + summary.changed;
    },
    onStuck(origin, since) {
      const minutes = Math.round((Date.now() - since) / 60_000);
      complain(io, `${origin} has given nothing for ${minutes} minutes; the others go on`);
    },
    clear() {
      if (terminal) io.stderr.write(CLEAR);
    },
  };
}
