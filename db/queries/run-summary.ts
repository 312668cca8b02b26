import { sql } from 'kysely';
import type { Message } from '../../src/model/report.ts';
import type { CorpusDb, VisitState } from '../schema.ts';

/** A report that came to the corpus. */
export interface ReportNews {
  readonly reportId: number;
  readonly agency: string | null;
  readonly year: number | null;
  readonly title: string | null;
  readonly url: string | null;
  /** The version that was current before; null for a report that is new. See `versionDifference`. */
  readonly fromVersion: number | null;
  readonly toVersion: number;
}

/** A place that a person may want to look at. */
export interface PlaceNews {
  readonly url: string;
  readonly title: string | null;
  readonly kind: string;
  /** Id of the portal. */
  readonly portal: string | null;
  readonly reason: Message;
}

/** What a run came to. */
interface RunSummary {
  readonly new: readonly ReportNews[];
  readonly changed: readonly ReportNews[];
  readonly vanished: readonly PlaceNews[];
  readonly blocked: readonly PlaceNews[];
  readonly failed: readonly PlaceNews[];
  /** Read over http as https failed: one place a host. */
  readonly httpsFailed: readonly PlaceNews[];
}

/** `since` and all times of the corpus are ISO 8601, UTC. */
async function reportNews(db: CorpusDb, since: string): Promise<ReportNews[]> {
  const { rows } = await sql<ReportNews>`
    SELECT report.id AS reportId, agency.name AS agency, report.year, version.title,
      (SELECT place FROM sighting WHERE sighting.document_id = version.document_id ORDER BY id DESC LIMIT 1) AS url,
      (SELECT max(before.id) FROM report_version AS before JOIN document AS known ON known.id = before.document_id
        WHERE before.report_id = report.id AND known.first_seen_at < ${since}) AS fromVersion,
      version.id AS toVersion
    FROM document
    JOIN report_version AS version ON version.document_id = document.id
    JOIN report ON report.id = version.report_id
    LEFT JOIN agency ON agency.id = report.agency_id
    WHERE document.first_seen_at >= ${since}
      AND version.id = report.current_version_id
    ORDER BY agency.region_code, agency.name, report.year, report.id`.execute(db);
  return rows;
}

type PlaceRow = Omit<PlaceNews, 'reason'> & { readonly reasonZh: string; readonly reasonEn: string };

const toNews = ({ url, title, kind, portal, reasonZh: zh, reasonEn: en }: PlaceRow): PlaceNews => ({
  ...{ url, title, kind, portal },
  reason: { zh, en },
});

/** The reason is what the last answer said, else what was remarked about the place. */
async function placeNews(db: CorpusDb, state: VisitState, since: string): Promise<PlaceNews[]> {
  const when = state === 'vanished' ? sql.ref('visit.vanished_at') : sql.ref('visit.visited_at');
  const { rows } = await sql<PlaceRow>`
    SELECT visit.url, visit.title, visit.kind, portal.slug AS portal,
      coalesce(visit.error_message, visit.error_code,
        (SELECT group_concat(message, '; ') FROM remark WHERE remark.visit_id = visit.id AND seen_at >= ${since}),
        'status ' || visit.last_status, 'unknown') AS reasonEn,
      coalesce(visit.error_message_zh, visit.error_message, visit.error_code,
        (SELECT group_concat(coalesce(message_zh, message), '；') FROM remark
          WHERE remark.visit_id = visit.id AND seen_at >= ${since}),
        '状态码 ' || visit.last_status, '不明') AS reasonZh
    FROM visit LEFT JOIN portal ON portal.id = visit.portal_id
    WHERE visit.state = ${state} AND ${when} >= ${since}
    ORDER BY portal.slug, visit.url`.execute(db);
  return rows.map(toNews);
}

/** One place of each host about which this was remarked. */
async function remarkedHosts(db: CorpusDb, code: string, since: string): Promise<PlaceNews[]> {
  const { rows } = await sql<PlaceRow>`
    SELECT visit.url, visit.title, visit.kind, portal.slug AS portal, message AS reasonEn,
      coalesce(message_zh, message) AS reasonZh, min(visit.id)
    FROM remark JOIN visit ON visit.id = remark.visit_id LEFT JOIN portal ON portal.id = visit.portal_id
    WHERE remark.code = ${code} AND seen_at >= ${since}
    GROUP BY visit.host_id ORDER BY portal.slug, visit.url`.execute(db);
  return rows.map(toNews);
}

/** What happened since a run began (`crawl_run.started_at`): one pass over the queue, for the end of a run. */
export async function runSummary(db: CorpusDb, since: string): Promise<RunSummary> {
  const reports = await reportNews(db, since);
  return {
    new: reports.filter(({ fromVersion }) => fromVersion === null),
    changed: reports.filter(({ fromVersion }) => fromVersion !== null),
    vanished: await placeNews(db, 'vanished', since),
    blocked: await placeNews(db, 'blocked', since),
    failed: await placeNews(db, 'failed', since),
    httpsFailed: await remarkedHosts(db, 'CR-HTTPS-FAILED', since),
  };
}
