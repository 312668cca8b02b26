import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openRenderer } from '../../../../crawlers/browser.ts';
import { discover } from '../../../../crawlers/explore/discover.ts';
import { HttpClient } from '../../../../crawlers/http/http-client.ts';
import { requestKey } from '../../../../crawlers/normalise-url.ts';
import { type Declarations, hostsOf } from '../../../../crawlers/portal.ts';
import { linkCorrector } from '../../../../crawlers/run/correct-links.ts';
import { Crawl, type CrawlWatcher } from '../../../../crawlers/run/crawl.ts';
import { CRAWL_SETTINGS, type CrawlSettings } from '../../../../crawlers/run/settings.ts';
import { makeScope, onHosts } from '../../../../crawlers/scope.ts';
import { type ThrottleSettings, USUAL_PACE } from '../../../../crawlers/throttle.ts';
import { userAgent } from '../../../../crawlers/user-agent.ts';
import type { Corpus } from '../../../../db/connect.ts';
import { archiveGaps } from '../../../../db/frontier/archive-gaps.ts';
import type { ExploringBudget } from '../../../../db/frontier/exploration.ts';
import { keptAnswer, keptDigests, keptPayload } from '../../../../db/frontier/fetch-log.ts';
import { type LostArchive, noteLostArchives } from '../../../../db/frontier/lost-archives.ts';
import { openFrontier } from '../../../../db/frontier/open-frontier.ts';
import { savePortals } from '../../../../db/frontier/save-portals.ts';
import { type OpenArchive, type OpenArchiveOptions, openArchive } from './open-archive.ts';
import { SYSTEM_CLOCK } from './system-clock.ts';

export interface CrawlOptions {
  /** The folder of the archive. */
  readonly archive: string;
  readonly declarations: Declarations;
  /** Only these portals, by id; all where absent. */
  readonly portals?: readonly string[];
  readonly program: string;
  /** How whoever runs it can be reached; part of the User-Agent. */
  readonly contact: string;
  readonly pace?: Partial<ThrottleSettings>;
  readonly settings?: Partial<CrawlSettings>;
  /** Look at everything again, due or not. */
  readonly again?: boolean;
  /** How far a portal is explored in a night. */
  readonly exploring?: ExploringBudget;
  readonly allowPrivate?: boolean;
  readonly browser?: boolean;
  readonly watcher?: CrawlWatcher;
  /** Called with the bytes that the archive grows by, and waited for. */
  readonly onWritten?: OpenArchiveOptions['onWritten'];
  readonly openFile?: OpenArchiveOptions['openFile'];
}

/** A crawl that has taken up what a killed run left, and is ready to run. */
export interface OpenCrawl {
  readonly crawl: Crawl;
  readonly archive: OpenArchive;
  /** Archive files that lost bytes since the run before. */
  readonly shortArchives: readonly LostArchive[];
  close(): Promise<void>;
}

const originOf = (url: string): string => new URL(url).origin;

/**
 * Puts a crawl together on a corpus: queue, archive, network and browser. The caller holds the run lock. Throws `ArchiveError`
 * where the archive can't be written.
 */
export async function openCrawl(corpus: Corpus, runId: number, options: CrawlOptions): Promise<OpenCrawl> {
  const { declarations, program, portals, allowPrivate = false } = options;
  const keys = { keyOf: requestKey, originOf };
  const agent = userAgent(program, options.contact);
  // The queue looks up by id which portals it is bound to: they have to be in the corpus before.
  await savePortals(corpus, declarations.portals, keys);
  const bound = portals ?? declarations.portals.map(({ id }) => id);
  const exploring = options.exploring ? { exploring: options.exploring } : {};
  const frontier = await openFrontier(corpus, { ...keys, ...exploring, runId, portals: bound });
  const sizeOf = (file: string) =>
    stat(join(options.archive, file)).then(
      ({ size }) => size,
      () => 0,
    );
  const shortArchives = await noteLostArchives(corpus, sizeOf, new Date().toISOString());
  const { onWritten, openFile } = options;
  const archive = await openArchive(options.archive, {
    ...(onWritten ? { onWritten } : {}),
    ...(openFile ? { openFile } : {}),
    program,
    userAgent: agent,
    gapsIn: (file, lookBack) => archiveGaps(corpus, file, lookBack),
    keptDigests: await keptDigests(corpus),
    keptPayload: (sha256) => keptPayload(corpus, sha256),
    keptAnswer: (answer) => keptAnswer(corpus, answer),
  });
  const client = new HttpClient({
    ...{ userAgent: agent, allowPrivate, connect: declarations.connect },
    legacyTls: onHosts(declarations.portals.filter(({ legacyTls }) => legacyTls !== null).flatMap(hostsOf)),
  });
  const renderer = options.browser === false ? null : openRenderer({ userAgent: agent });
  const close = async () => {
    await Promise.allSettled([client.close(), renderer?.close(), archive.close()]);
  };
  try {
    const correct = linkCorrector(declarations.portals);
    const crawl = new Crawl(
      {
        ...{ frontier, archive, client, renderer, clock: SYSTEM_CLOCK, random: Math.random },
        discover: (page) => correct(discover(page)),
        inScope: makeScope(declarations.portals.flatMap(({ hosts }) => hosts)),
      },
      { ...CRAWL_SETTINGS, ...options.settings },
      { ...USUAL_PACE, ...options.pace },
      options.watcher,
    );
    // Places that the killed run held are found by their keys; its hosts are due again once they are free.
    await frontier.freeLeases();
    await crawl.resume(archive.leftOver());
    if (options.again) await frontier.dueAgain(Date.now());
    return { crawl, archive, shortArchives, close };
  } catch (error) {
    await close();
    throw error;
  }
}
