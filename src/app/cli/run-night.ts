import type { NightOptions } from '../pipeline/crawl/night.ts';
import { runNight } from '../pipeline/crawl/night.ts';
import { isFailedNight } from '../pipeline/crawl/night-needs.ts';
import type { NightSummary } from '../pipeline/crawl/night-summary.ts';
import { EXIT } from './command.ts';
import { openCrawlProgress } from './crawl-progress.ts';
import type { Io } from './io.ts';
import { log } from './log.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Runs a night so that Ctrl-C or a service manager ends it cleanly; a second signal ends the process at once. */
export async function runNightHere(options: NightOptions, progress: unknown, io: Io): Promise<NightSummary> {
  const stop = new AbortController();
  const onSignal = () => {
    for (const name of SIGNALS) process.off(name, onSignal);
    log(io, {
      zh: '正在停止：进行中的部分会完成并写下',
      en: 'stopping: what is under way is finished and written down',
    });
    stop.abort();
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  const watcher = openCrawlProgress(io, progress);
  try {
    return await runNight({ ...options, signal: stop.signal, watcher, onRead: (summary) => watcher.onRead(summary) });
  } finally {
    watcher.clear();
    for (const name of SIGNALS) process.off(name, onSignal);
  }
}

/** 3 where a part of the night's work could not be done; what and why is in the summary. */
export const nightExit = (summary: NightSummary): number => (isFailedNight(summary) ? EXIT.someFailed : EXIT.done);
