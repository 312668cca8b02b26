import type { CrawlWatcher } from '../../../crawlers/run/crawl.ts';
import type { CrawlTally } from '../../../crawlers/run/tally.ts';
import type { Message } from '../../model/report.ts';
import type { IngestSummary } from '../pipeline/ingest.ts';
import type { Io } from './io.ts';
import { log } from './log.ts';

interface CrawlProgress extends CrawlWatcher {
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
  const line = (tally: CrawlTally, now: number): Message => {
    const rate = (tally.requests / Math.max((now - started) / 1_000, 1)).toFixed(1);
    const waiting = Math.max(tally.newPlaces - tally.visits, 0);
    const failed = tally.failed + tally.blocked;
    return {
      zh:
        `主机 ${tally.hosts} 台，请求 ${tally.requests} 次（每秒 ${rate} 次），待访问的新地址 ${waiting} 个，` +
        `发现报告 ${reports} 份，未修改 ${tally.unchanged} 个，失败或被拦截 ${failed} 个`,
      en:
        `${tally.hosts} hosts, ${tally.requests} requests (${rate}/s), ${waiting} new places waiting, ` +
        `${reports} reports found, ${tally.unchanged} unchanged, ${failed} failed or blocked`,
    };
  };
  return {
    onVisit(tally) {
      const now = clock();
      if (now - shown < pause) return;
      shown = now;
      if (terminal) io.stderr.write(`${CLEAR}${line(tally, now)[io.language]}`);
      else log(io, line(tally, now));
    },
    onRead(summary) {
      reports = summary.new + summary.changed;
    },
    onStuck(origin, since) {
      const minutes = Math.round((clock() - since) / 60_000);
      log(io, {
        zh: `${origin} 已有 ${minutes} 分钟没有任何答复；其余照常进行`,
        en: `${origin} has given nothing for ${minutes} minutes; the others go on`,
      });
    },
    clear() {
      if (terminal) io.stderr.write(CLEAR);
    },
  };
}
