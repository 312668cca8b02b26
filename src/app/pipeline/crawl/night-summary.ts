import type { UnreachedHost } from '../../../../crawlers/run/contact.ts';
import { type CrawlTally, emptyTally } from '../../../../crawlers/run/tally.ts';
import type { Corpus } from '../../../../db/connect.ts';
import type { LostArchive } from '../../../../db/frontier/lost-archives.ts';
import { coverageOf } from '../../../../db/queries/coverage.ts';
import { hostPortals } from '../../../../db/queries/host-portals.ts';
import { type LateAgency, lateAgencies } from '../../../../db/queries/late-agencies.ts';
import { type QueueCounts, queueCounts } from '../../../../db/queries/queue-counts.ts';
import { type PlaceNews, type ReportNews, runSummary } from '../../../../db/queries/run-summary.ts';
import { type FigureDifference, versionDifference } from '../../../../db/queries/version-difference.ts';
import { yearsDue } from '../../../model/bodies/year-due.ts';
import type { FailedDocument, IngestSummary } from '../ingest.ts';
import type { Shortage } from './disk-room.ts';
import type { NightFault } from './night-fault.ts';
import { type NightNeeds, needsOf } from './night-needs.ts';
import { type PortalShortfall, portalShortfalls } from './portal-shortfalls.ts';

/** A report that says something else than before. */
export interface ChangedReport extends ReportNews {
  /** Empty where only its words changed. */
  readonly figures: readonly FigureDifference[];
}

interface NightCounts extends CrawlTally {
  /** Documents read as reports not known before, as other states of known ones, as saying what is known; no reports; not read. */
  readonly newReports: number;
  readonly changedReports: number;
  readonly knownReports: number;
  readonly notReports: number;
  readonly unreadable: number;
}

/** What a night came to; this is what `--format json` prints. Times are ISO 8601, UTC. */
export interface NightSummary {
  readonly schema: 'lanting.night/1';
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Why it ended before all that was due was done; null where it came to its end. */
  readonly endedBy: CrawlTally['endedBy'];
  readonly counts: NightCounts;
  readonly queue: QueueCounts;
  readonly new: readonly ReportNews[];
  readonly changed: readonly ChangedReport[];
  readonly vanished: readonly PlaceNews[];
  readonly blocked: readonly PlaceNews[];
  readonly failed: readonly PlaceNews[];
  /** Hosts that are read over http as their https fails: a place of each, with the reason. */
  readonly httpsFailed: readonly PlaceNews[];
  /** Documents that were fetched and can't be read. */
  readonly unreadable: readonly FailedDocument[];
  /** Bodies with a report for the year before and none for the latest year that is due of them. */
  readonly late: readonly LateAgency[];
  /** The latest year that is due of governments; departments are due two months before. */
  readonly lateFor: number;
  /** Portals of this night of which something is lacking, the worst first. */
  readonly coverage: readonly PortalShortfall[];
  /** Archive files that lost bytes which the corpus has the places of: a power failure, a copy that broke off, a folder gone. */
  readonly shortArchives: readonly LostArchive[];
  /** Hosts had work and none of them answered: there is no network, or it leads nowhere. */
  readonly outage: boolean;
  /** Hosts that had work and gave no answer, with the reason. */
  readonly unreached: readonly UnreachedNews[];
  /** The disk had less room than is to be kept free, before the night or in it; null where there was enough. */
  readonly room: Shortage | null;
  /** What broke the night off; null where nothing did. What could not be told for it is empty. */
  readonly fault: NightFault | null;
  /** What of this needs a person, and how many there are of each. */
  readonly needs: NightNeeds;
}

interface UnreachedNews extends UnreachedHost {
  /** Id of a portal that it serves. */
  readonly portal: string | null;
}

export interface NightFacts {
  readonly startedAt: string;
  /** Ids of the portals that it was bound to. */
  readonly portals: readonly string[];
  readonly tally: CrawlTally;
  readonly read: IngestSummary;
  readonly shortArchives: NightSummary['shortArchives'];
  /** Whether any host answered. */
  readonly answered: boolean;
  readonly unreached: readonly UnreachedHost[];
  readonly room: Shortage | null;
  readonly fault: NightFault | null;
}

const NOTHING_READ: IngestSummary = { new: 0, changed: 0, unchanged: 0, reread: 0, notReports: 0, failed: [] };

/** The facts of a night that has not begun. */
export const noFacts = (startedAt: string, portals: readonly string[] = []): NightFacts => ({
  ...{ startedAt, portals },
  tally: emptyTally(),
  read: NOTHING_READ,
  ...{ shortArchives: [], answered: false, unreached: [], room: null, fault: null },
});

const NO_QUEUE: QueueCounts = {
  ...{ due: 0, leased: 0, waiting: 0, vanished: 0, failed: 0, blocked: 0, excluded: 0 },
  ...{ hosts: 0, hostsHeldBack: 0, reports: 0, unread: 0 },
};

type FromCorpus = Pick<
  NightSummary,
  'queue' | 'new' | 'changed' | 'vanished' | 'blocked' | 'failed' | 'httpsFailed' | 'late' | 'coverage'
>;

/** The summary without what stands in the corpus: for a night whose corpus can't be read. */
export function bareSummary(facts: NightFacts, finished = new Date(), told: Partial<FromCorpus> = {}): NightSummary {
  const { startedAt, tally, read, shortArchives, answered, room, fault } = facts;
  const unreached = facts.unreached.map((host) => ({ ...host, portal: null }));
  const night = {
    schema: 'lanting.night/1' as const,
    startedAt,
    finishedAt: finished.toISOString(),
    endedBy: tally.endedBy,
    counts: {
      ...tally,
      newReports: read.new,
      changedReports: read.changed,
      knownReports: read.unchanged + read.reread,
      notReports: read.notReports,
      unreadable: read.failed.length,
    },
    queue: NO_QUEUE,
    ...{ new: [], changed: [], vanished: [], blocked: [], failed: [], httpsFailed: [], late: [], coverage: [] },
    ...told,
    unreadable: read.failed,
    lateFor: yearsDue(finished).others,
    shortArchives,
    outage: !answered && unreached.length > 0,
    unreached,
    ...{ room, fault },
  };
  return { ...night, needs: needsOf(night) };
}

/** What a night came to. Throws `CorpusError` where the corpus can't be read. */
export async function summarizeNight(corpus: Corpus, facts: NightFacts): Promise<NightSummary> {
  const news = await runSummary(corpus, facts.startedAt);
  const changed: ChangedReport[] = [];
  for (const report of news.changed) {
    const figures =
      report.fromVersion === null ? [] : await versionDifference(corpus, report.fromVersion, report.toVersion);
    changed.push({ ...report, figures });
  }
  const finished = new Date();
  const due = yearsDue(finished);
  const bare = bareSummary(facts, finished, {
    queue: await queueCounts(corpus, finished.getTime()),
    ...{ new: news.new, changed, vanished: news.vanished, blocked: news.blocked, failed: news.failed },
    httpsFailed: news.httpsFailed,
    late: await lateAgencies(corpus, due),
    coverage: portalShortfalls(await coverageOf(corpus, { due, portals: facts.portals })),
  });
  const portals = await hostPortals(
    corpus,
    bare.unreached.map(({ origin }) => origin),
  );
  return { ...bare, unreached: bare.unreached.map((host) => ({ ...host, portal: portals.get(host.origin) ?? null })) };
}
