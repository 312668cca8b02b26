import { dirname } from 'node:path';
import { type Corpus, openCorpus } from '../../../../db/connect.ts';
import { finishRun, startRun } from '../../../../db/frontier/crawl-run.ts';
import { takeRunLock } from '../../../../db/frontier/run-lock.ts';
import type { OcrMode } from '../../../../extractors/read-document.ts';
import type { SiteMarks } from '../../../model/bodies/body-place.ts';
import { auditCorpus } from '../audit-corpus.ts';
import type { IngestSummary } from '../ingest.ts';
import { WorkerPool } from '../worker-pool.ts';
import { DiskRoom, type freeBytes } from './disk-room.ts';
import { isDiskFull, nightFault } from './night-fault.ts';
import { bareSummary, type NightFacts, type NightSummary, noFacts, summarizeNight } from './night-summary.ts';
import { type CrawlOptions, type OpenCrawl, openCrawl } from './open-crawl.ts';
import { readFetched } from './read-fetched.ts';

export interface NightOptions extends CrawlOptions {
  /** The corpus file. */
  readonly corpus: string;
  readonly ocr?: OcrMode;
  /** Threads that read documents; as many as there are cores by default. */
  readonly workers?: number;
  /** Bytes that must stay free on the disks of the archive and the corpus. */
  readonly keepFree?: number;
  /** Free bytes of the disk of a path; tests hand in a disk of their own. */
  readonly freeBytes?: typeof freeBytes;
  readonly signal?: AbortSignal;
  /** Called after every round of reading with the counts so far. */
  readonly onRead?: (summary: IngestSummary) => void;
}

/** Between two looks at the free space while nothing is written, ms. */
const DISK_LOOK = 30_000;

/**
 * One run: takes up what a killed run left, fetches what is due, reads it into the corpus as it comes, and says what is new.
 * A disk that is full, or storage that fails on the way, ends it with a summary of what can still be told and its `fault`.
 *
 * Throws `CrawlLockedError` where another run is under way, and what lets nothing begin (a file that is no corpus, an archive
 * that can't be written); what was committed before is safe, and the next run goes on from there.
 */
export async function runNight(options: NightOptions): Promise<NightSummary> {
  const startedAt = new Date().toISOString();
  try {
    const corpus = await openCorpus(options.corpus);
    try {
      return await runLocked(corpus, startedAt, options);
    } finally {
      await corpus.destroy();
    }
  } catch (error) {
    // The disk is so full that not even the lock could be written.
    if (!isDiskFull(error)) throw error;
    return bareSummary({ ...noFacts(startedAt), fault: nightFault(error) });
  }
}

async function runLocked(corpus: Corpus, startedAt: string, options: NightOptions): Promise<NightSummary> {
  const stop = new AbortController();
  const onAbort = () => stop.abort();
  let lost: Error | null = null;
  const lock = await takeRunLock(corpus, (error) => {
    lost = error;
    stop.abort();
  });
  options.signal?.addEventListener('abort', onAbort);
  if (options.signal?.aborted) stop.abort();
  try {
    const runId = await startRun(corpus, options.program, startedAt, options.exploring);
    const facts = await crawlAndRead(corpus, runId, startedAt, options, stop.signal);
    if (lost) throw lost;
    return await writeDown(corpus, runId, facts);
  } finally {
    options.signal?.removeEventListener('abort', onAbort);
    // A lock that can't be taken off a full disk falls with this process.
    await lock.release().catch((error: unknown) => {
      if (!nightFault(error)) throw error;
    });
  }
}

/** Tells what can be told, and keeps it in the corpus where that can still be written. */
async function writeDown(corpus: Corpus, runId: number, facts: NightFacts): Promise<NightSummary> {
  let told = facts;
  try {
    const summary = await summarizeNight(corpus, facts);
    const outcome = facts.fault ? 'fault' : (summary.endedBy ?? 'done');
    const { counts, finishedAt: now } = summary;
    try {
      await finishRun(corpus, runId, { outcome, counts, summary, now });
      return summary;
    } catch (error) {
      const fault = facts.fault ?? nightFault(error);
      if (!fault) throw error;
      told = { ...facts, fault };
      return await summarizeNight(corpus, told);
    }
  } catch (error) {
    const fault = told.fault ?? nightFault(error);
    if (!fault) throw error;
    return bareSummary({ ...told, fault });
  }
}

async function crawlAndRead(
  corpus: Corpus,
  runId: number,
  startedAt: string,
  options: NightOptions,
  signal: AbortSignal,
): Promise<NightFacts> {
  const { keepFree = 0, freeBytes } = options;
  const room = new DiskRoom([options.archive, dirname(options.corpus)], keepFree, freeBytes);
  const { declarations, portals = declarations.portals.map(({ id }) => id) } = options;
  const nothing = noFacts(startedAt, portals);
  if (!(await room.look())) {
    return { ...nothing, tally: { ...nothing.tally, endedBy: 'room' }, room: room.shortage };
  }
  let endForRoom = () => {};
  const spend = async (bytes: number) => {
    if (!(await room.spend(bytes))) endForRoom();
  };
  let open: OpenCrawl;
  try {
    open = await openCrawl(corpus, runId, { ...options, onWritten: spend });
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    return { ...nothing, fault: nightFault(error) };
  }
  endForRoom = () => open.crawl.end('room');
  const look = setInterval(() => void spend(Number.POSITIVE_INFINITY), DISK_LOOK).unref();
  try {
    const facts = await readWhileCrawling(corpus, open, options, { signal, spend });
    return { ...nothing, ...facts, room: room.shortage };
  } finally {
    clearInterval(look);
    await open.close();
  }
}

interface Watch {
  readonly signal: AbortSignal;
  /** Looks whether there is room for so many bytes more. */
  readonly spend: (bytes: number) => Promise<void>;
}

async function readWhileCrawling(
  corpus: Corpus,
  { crawl, archive, shortArchives }: OpenCrawl,
  options: NightOptions,
  { signal, spend }: Watch,
): Promise<Omit<NightFacts, 'startedAt' | 'portals' | 'room'>> {
  const { program, ocr = 'auto', workers } = options;
  const sites = new Map<string, SiteMarks>();
  const onSite = (sha256: string, site: SiteMarks) => sites.set(sha256, site);
  const pool = new WorkerPool({ ocr, onSite, ...(workers ? { workers } : {}) });
  let read = noFacts('').read;
  const onRound = (summary: IngestSummary) => {
    read = summary;
    options.onRead?.(summary);
    // The corpus grows by more than the document: look rather than count.
    void spend(Number.POSITIVE_INFINITY);
  };
  let fault: NightFacts['fault'] = null;
  try {
    let over = false;
    const crawling = crawl.run(signal).finally(() => {
      over = true;
    });
    const reading = readFetched(corpus, () => over, { program, pool, sites, readRecord: archive.read, onRound });
    for (const settled of await Promise.allSettled([crawling, reading])) {
      if (settled.status === 'rejected') throw settled.reason;
    }
    await auditCorpus(corpus, { program });
  } catch (error) {
    fault = nightFault(error);
    if (!fault) throw error;
  } finally {
    await pool.close();
  }
  const { tally, isAnswered } = crawl;
  const unreached = fault ? [] : await crawl.unreached();
  return { tally, read, shortArchives, answered: isAnswered, unreached, fault };
}
