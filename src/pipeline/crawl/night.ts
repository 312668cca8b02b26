import { statfs } from 'node:fs/promises';
import { openRenderer } from '../../../crawlers/browser.ts';
import { discover } from '../../../crawlers/discover/discover.ts';
import { HttpClient } from '../../../crawlers/http/http-client.ts';
import { visitKey } from '../../../crawlers/normalise-url.ts';
import { type PaceSettings, USUAL_PACE } from '../../../crawlers/pace.ts';
import type { Declarations } from '../../../crawlers/portal.ts';
import { leadCorrector } from '../../../crawlers/run/correct-leads.ts';
import { Crawl, type CrawlWatcher } from '../../../crawlers/run/crawl.ts';
import { CRAWL_SETTINGS, type CrawlSettings } from '../../../crawlers/run/settings.ts';
import { makeScope } from '../../../crawlers/scope.ts';
import { userAgent } from '../../../crawlers/user-agent.ts';
import { type Corpus, openCorpus } from '../../../db/connect.ts';
import { finishRun, startRun } from '../../../db/frontier/crawl-run.ts';
import { archiveEnd, keptAnswer, keptPayload } from '../../../db/frontier/fetch-log.ts';
import { openFrontier } from '../../../db/frontier/open-frontier.ts';
import { takeRunLock } from '../../../db/frontier/run-lock.ts';
import { savePortals } from '../../../db/frontier/save-portals.ts';
import type { OcrMode } from '../../../extractors/read-document.ts';
import { WorkerPool } from '../worker-pool.ts';
import { type NightSummary, summarizeNight } from './night-summary.ts';
import { openArchive } from './open-archive.ts';
import { readFetched } from './read-fetched.ts';
import { SYSTEM_CLOCK } from './system-clock.ts';

export interface NightOptions {
  /** The corpus file. */
  readonly corpus: string;
  /** The folder of the archive. */
  readonly archive: string;
  readonly declarations: Declarations;
  /** Only these portals, by id; all where absent. */
  readonly portals?: readonly string[];
  readonly program: string;
  /** How whoever runs it can be reached; part of the User-Agent. */
  readonly contact: string;
  readonly pace?: Partial<PaceSettings>;
  readonly settings?: Partial<CrawlSettings>;
  /** Look at everything again, due or not. */
  readonly again?: boolean;
  readonly allowPrivate?: boolean;
  readonly browser?: boolean;
  readonly ocr?: OcrMode;
  readonly workers?: number;
  /** Bytes that must stay free on the disk of the archive. */
  readonly keepFree?: number;
  readonly signal?: AbortSignal;
  readonly watcher?: CrawlWatcher;
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

const originOf = (url: string): string => new URL(url).origin;

/**
 * One run: takes up what a killed run left, fetches what is due, reads it into the corpus as it comes, and says what is new.
 *
 * Throws `CrawlLockedError` where another run is under way, and what makes going on pointless (a corpus or archive that can't
 * be written); what was committed until then is safe, and the next run goes on from there.
 */
export async function runNight(options: NightOptions): Promise<NightSummary> {
  const { program } = options;
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
      const runId = await startRun(corpus, program, startedAt);
      const summary = await crawlAndRead(corpus, runId, startedAt, options, stop.signal, () => stop.abort());
      if (lost) throw lost;
      await finishRun(corpus, runId, {
        outcome: summary.endedBy ?? 'done',
        counts: summary.counts,
        now: new Date().toISOString(),
      });
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
  signal: AbortSignal,
  onFull: () => void,
): Promise<NightSummary> {
  const { declarations, program, allowPrivate = false, watcher = {} } = options;
  const keys = { keyOf: visitKey, originOf };
  const correct = leadCorrector(declarations.portals);
  const frontier = await openFrontier(corpus, {
    ...keys,
    runId,
    ...(options.portals ? { portals: options.portals } : {}),
  });
  const agent = userAgent(program, options.contact);
  const settings = { ...CRAWL_SETTINGS, ...options.settings };
  const client = new HttpClient({ userAgent: agent, allowPrivate, connect: declarations.connect });
  const archive = await openArchive(options.archive, {
    program,
    userAgent: agent,
    archiveEnd: (file) => archiveEnd(corpus, file),
    keptPayload: (sha256) => keptPayload(corpus, sha256),
    keptAnswer: (answer) => keptAnswer(corpus, answer),
  });
  const renderer = options.browser === false ? null : await openRenderer({ userAgent: agent });
  const pool = new WorkerPool({ ocr: options.ocr ?? 'auto', ...(options.workers ? { workers: options.workers } : {}) });
  const disk = options.keepFree ? watchDisk(options.archive, options.keepFree, onFull) : null;
  try {
    const crawl = new Crawl(
      {
        ...{ frontier, archive, client, renderer, clock: SYSTEM_CLOCK, random: Math.random },
        discover: (page) => correct(discover(page)),
        inScope: makeScope(declarations.portals.flatMap(({ hosts }) => hosts)),
      },
      settings,
      { ...USUAL_PACE, ...options.pace },
      watcher,
    );
    await crawl.takeUp(archive.tail);
    await frontier.freeLeases();
    await savePortals(corpus, declarations.portals, keys);
    if (options.again) await frontier.dueAgain(Date.now());

    let over = false;
    const crawling = crawl.run(signal).finally(() => {
      over = true;
    });
    const reading = readFetched(corpus, () => over, { program, pool, readRecord: archive.read });
    const [crawled, read] = await Promise.allSettled([crawling, reading]);
    if (crawled.status === 'rejected') throw crawled.reason;
    if (read.status === 'rejected') throw read.reason;
    return await summarizeNight(corpus, {
      ...{ startedAt, tally: crawled.value, read: read.value, shortArchives: archive.short },
    });
  } finally {
    if (disk) clearInterval(disk);
    await Promise.allSettled([pool.close(), client.close(), renderer?.close(), archive.close()]);
  }
}
