import { statfs } from 'node:fs/promises';
import { type Corpus, openCorpus } from '../../../db/connect.ts';
import { finishRun, startRun } from '../../../db/frontier/crawl-run.ts';
import { takeRunLock } from '../../../db/frontier/run-lock.ts';
import type { OcrMode } from '../../../extractors/read-document.ts';
import type { SiteMarks } from '../../bodies/body-place.ts';
import { auditCorpus } from '../audit-corpus.ts';
import type { IngestSummary } from '../ingest.ts';
import { WorkerPool } from '../worker-pool.ts';
import { type NightSummary, summarizeNight } from './night-summary.ts';
import { type CrawlOptions, openCrawl } from './open-crawl.ts';
import { readFetched } from './read-fetched.ts';

export interface NightOptions extends CrawlOptions {
  /** The corpus file. */
  readonly corpus: string;
  readonly ocr?: OcrMode;
  /** Threads that read documents; as many as there are cores by default. */
  readonly workers?: number;
  /** Bytes that must stay free on the disk of the archive. */
  readonly keepFree?: number;
  readonly signal?: AbortSignal;
  /** Called after every round of reading with the counts so far. */
  readonly onRead?: (summary: IngestSummary) => void;
}

/** Between two looks at the free space, ms. */
const DISK_LOOK = 30_000;

/** Ends a run while there is still room to write down what is under way. */
function watchDisk(folder: string, keepFree: number, onFull: () => void): NodeJS.Timeout {
  return setInterval(async () => {
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < keepFree) onFull();
  }, DISK_LOOK).unref();
}

/**
 * One run: takes up what a killed run left, fetches what is due, reads it into the corpus as it comes, and says what is new.
 *
 * Throws `CrawlLockedError` where another run is under way, and what makes going on pointless (a corpus or archive that can't
 * be written); what was committed until then is safe, and the next run goes on from there.
 */
export async function runNight(options: NightOptions): Promise<NightSummary> {
  const corpus = await openCorpus(options.corpus);
  const stop = new AbortController();
  const onAbort = () => stop.abort();
  options.signal?.addEventListener('abort', onAbort);
  if (options.signal?.aborted) stop.abort();
  let lost: Error | null = null;
  try {
    const lock = await takeRunLock(corpus, (error) => {
      lost = error;
      stop.abort();
    });
    try {
      const startedAt = new Date().toISOString();
      const runId = await startRun(corpus, options.program, startedAt);
      const summary = await crawlAndRead(corpus, runId, startedAt, options, stop);
      if (lost) throw lost;
      const { endedBy, counts, finishedAt } = summary;
      await finishRun(corpus, runId, { outcome: endedBy ?? 'done', counts, now: finishedAt });
      return summary;
    } finally {
      await lock.release();
    }
  } finally {
    options.signal?.removeEventListener('abort', onAbort);
    await corpus.destroy();
  }
}

async function crawlAndRead(
  corpus: Corpus,
  runId: number,
  startedAt: string,
  options: NightOptions,
  stop: AbortController,
): Promise<NightSummary> {
  const { program, ocr = 'auto', workers, keepFree } = options;
  const { crawl, archive, close } = await openCrawl(corpus, runId, options);
  const sites = new Map<string, SiteMarks>();
  const onSite = (sha256: string, site: SiteMarks) => sites.set(sha256, site);
  const pool = new WorkerPool({ ocr, onSite, ...(workers ? { workers } : {}) });
  const disk = keepFree ? watchDisk(options.archive, keepFree, () => stop.abort()) : null;
  try {
    let over = false;
    const crawling = crawl.run(stop.signal).finally(() => {
      over = true;
    });
    const reading = readFetched(corpus, () => over, {
      ...{ program, pool, sites, readRecord: archive.read },
      ...(options.onRead ? { onRound: options.onRead } : {}),
    });
    const [crawled, read] = await Promise.allSettled([crawling, reading]);
    if (crawled.status === 'rejected') throw crawled.reason;
    if (read.status === 'rejected') throw read.reason;
    await auditCorpus(corpus, { program });
    const facts = { startedAt, tally: crawled.value, read: read.value, shortArchives: archive.short };
    return await summarizeNight(corpus, facts);
  } finally {
    if (disk) clearInterval(disk);
    await Promise.allSettled([pool.close(), close()]);
  }
}
