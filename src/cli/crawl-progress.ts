import type { CrawlWatcher } from '../../crawlers/run/crawl.ts';
import type { CrawlTally } from '../../crawlers/run/tally.ts';
import { complain, type Io } from './io.ts';

export interface CrawlProgress extends CrawlWatcher {
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
  const line = (tally: CrawlTally, now: number): string => {
    const rate = (tally.requests / Math.max((now - started) / 1_000, 1)).toFixed(1);
    return (
      `${tally.requests} requests (${rate}/s), ${tally.newPlaces} places found, ${tally.documents} documents, ` +
      `${tally.unchanged} unchanged, ${tally.failed + tally.blocked} failed or blocked`
    );
  };
  return {
    onVisit(tally) {
      const now = Date.now();
      if (now - shown < pause) return;
      shown = now;
      io.stderr.write(terminal ? `${CLEAR}${line(tally, now)}` : `${line(tally, now)}\n`);
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
