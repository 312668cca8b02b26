import type { CrawlTally } from '../../../crawlers/run/tally.ts';
import type { Corpus } from '../../../db/connect.ts';
import { type LateAgency, lateAgencies } from '../../../db/queries/late-agencies.ts';
import { type QueueCounts, queueCounts } from '../../../db/queries/queue-counts.ts';
import { type PlaceNews, type ReportNews, runSummary } from '../../../db/queries/run-summary.ts';
import { type FigureDifference, versionDifference } from '../../../db/queries/version-difference.ts';
import type { FailedDocument, IngestSummary } from '../ingest.ts';

/** A report that says something else than before. */
export interface ChangedReport extends ReportNews {
  /** Empty where only its words changed. */
  readonly figures: readonly FigureDifference[];
}

export interface NightCounts extends CrawlTally {
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
  /** Documents that were fetched and can't be read. */
  readonly unreadable: readonly FailedDocument[];
  /** Bodies with a report for the year before and none for `lateFor`. */
  readonly late: readonly LateAgency[];
  readonly lateFor: number;
  /** Archive files that lack bytes which the corpus has the places of: a power failure, or a copy that broke off. */
  readonly shortArchives: readonly { readonly file: string; readonly bytes: number }[];
}

/** The year whose reports are out by now: from April on that of last year (Regulations, art. 49), before it the year before. */
export function yearDue(now: Date): number {
  return now.getUTCMonth() >= 3 ? now.getUTCFullYear() - 1 : now.getUTCFullYear() - 2;
}

export interface NightFacts {
  readonly startedAt: string;
  readonly tally: CrawlTally;
  readonly read: IngestSummary;
  readonly shortArchives: NightSummary['shortArchives'];
}

export async function summarizeNight(corpus: Corpus, facts: NightFacts): Promise<NightSummary> {
  const { startedAt, tally, read, shortArchives } = facts;
  const news = await runSummary(corpus, startedAt);
  const changed: ChangedReport[] = [];
  for (const report of news.changed) {
    const figures =
      report.fromVersion === null ? [] : await versionDifference(corpus, report.fromVersion, report.toVersion);
    changed.push({ ...report, figures });
  }
  const finished = new Date();
  const lateFor = yearDue(finished);
  return {
    schema: 'lanting.night/1',
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
    queue: await queueCounts(corpus, finished.getTime()),
    ...{ new: news.new, changed, vanished: news.vanished, blocked: news.blocked, failed: news.failed },
    unreadable: read.failed,
    late: await lateAgencies(corpus, lateFor),
    lateFor,
    shortArchives,
  };
}
