import type { YearsDue } from '../../src/model/bodies/year-due.ts';
import { latestBudget } from '../frontier/crawl-run.ts';
import { allowedTo } from '../frontier/exploration.ts';
import { run } from '../frontier/statement.ts';
import type { CorpusDb } from '../schema.ts';
import { assemble, type PortalCoverage } from './portal-coverage/assemble.ts';
import type { DocumentOf, HostStand, PlaceRow, PortalRow, RemarkOf } from './portal-coverage/rows.ts';

const PORTALS = `SELECT portal.id, slug, name, region_code, level, agencies,
    coalesce(sum(exploration.pages), 0) AS explored, coalesce(sum(exploration.reports > 0), 0) AS sites
  FROM portal LEFT JOIN exploration ON exploration.portal_id = portal.id GROUP BY portal.id ORDER BY portal.id`;

const HOSTS = `SELECT id, robots_status, waits_for FROM host WHERE waits_for IS NOT NULL OR robots_status IS NOT NULL`;

/** ?1 is a JSON list of portals. The list has few entries: each is looked up in `visit_portal`. */
const PLACES = `SELECT visit.id, portal_id, host_id, kind, declared, parent_id, url, title, agency, year,
    words, score, verdict, state, visited_at, last_status, rendered, fruitful, error_code, error_message,
    sha256 IS NOT NULL AS has_body
  FROM visit WHERE portal_id IN (SELECT value FROM json_each(?1))
    -- Taken out of its declaration.
    AND NOT (state = 'excluded' AND due_at IS NULL)
  ORDER BY visit.id`;

/** Readings of the same words under other bytes stand for the version that holds them. */
const DOCUMENTS = `SELECT DISTINCT visit.id AS visit_id, document.id, document.outcome, document.error_message,
    report.id AS report_id, report.agency_id, agency.name AS agency, report.year, version.figures_reported AS figures
  FROM visit
  JOIN fetch ON fetch.visit_id = visit.id AND fetch.document_id IS NOT NULL
  JOIN document ON document.id = fetch.document_id
  LEFT JOIN report_version AS version ON version.document_id = coalesce(document.same_as_id, document.id)
  LEFT JOIN report ON report.id = version.report_id
  LEFT JOIN agency ON agency.id = report.agency_id
  WHERE visit.portal_id IN (SELECT value FROM json_each(?1))
  ORDER BY document.id`;

/** What was remarked about a page that has changed since is no longer true of it. */
const REMARKS = `SELECT visit_id, code, message FROM remark JOIN visit ON visit.id = remark.visit_id
  WHERE visit.portal_id IN (SELECT value FROM json_each(?1)) AND seen_at >= coalesce(changed_at, seen_at)
  ORDER BY visit_id, code`;

const IN_CORPUS = `SELECT agency_id AS id, year FROM report
  WHERE agency_id IN (SELECT value FROM json_each(?1)) AND year IS NOT NULL`;

const UNREAD = 'SELECT visit_id AS id FROM fetch WHERE to_read AND visit_id IS NOT NULL';

/** Portals that are read at once: some ten thousand places. */
const AT_ONCE = 50;

interface CoverageQuery {
  /** The latest years whose reports are out by now. */
  readonly due: YearsDue;
  /** Ids of portals; all where absent. */
  readonly portals?: readonly string[];
}

/** How far each portal is covered, and why it is not; the worst first. One pass over the places of these portals. */
export async function coverageOf(db: CorpusDb, query: CoverageQuery): Promise<PortalCoverage[]> {
  const { due, portals } = query;
  const budget = await latestBudget(db);
  const wanted = portals && new Set(portals);
  const rows = (await run<PortalRow>(db, PORTALS)).filter(({ slug }) => wanted?.has(slug) ?? true);
  const hosts = new Map((await run<HostStand>(db, HOSTS)).map((host) => [host.id, host]));
  const unread = new Set((await run<{ id: number }>(db, UNREAD)).map(({ id }) => id));
  const covered: PortalCoverage[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    const ids = JSON.stringify(some.map(({ id }) => id));
    const places = groupBy(await run<PlaceRow>(db, PLACES, ids), ({ portal_id }) => portal_id);
    const read = await run<DocumentOf>(db, DOCUMENTS, ids);
    const documents = groupBy(read, ({ visit_id }) => visit_id);
    const agencies = JSON.stringify([...new Set(read.map(({ agency_id }) => agency_id))]);
    const corpus = new Map<number, Set<number>>();
    for (const { id, year } of await run<{ id: number; year: number }>(db, IN_CORPUS, agencies)) {
      corpus.set(id, (corpus.get(id) ?? new Set()).add(year));
    }
    const remarks = groupBy(await run<RemarkOf>(db, REMARKS, ids), ({ visit_id }) => visit_id);
    for (const portal of some) {
      const facts = { portal, places: places.get(portal.id) ?? [], hosts, documents, remarks, corpus, unread };
      covered.push(assemble(facts, { due, budget: allowedTo(portal.sites, budget).pages }));
    }
  }
  return covered.sort(worstFirst);
}

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** What is known to be lacking: reports that are named or due, and bodies of which none is, in a menu or as declared. */
export function lackingOf({ reports, bodies, byBody }: PortalCoverage): number {
  const { late, missing, broken, notReached } = reports;
  const silent = byBody.filter(({ years }) => years.length === 0).length;
  const unknown = Math.max(0, (bodies.declared ?? 0) - bodies.named);
  return late + missing + broken + notReached + silent + unknown;
}

/** Portals that yielded nothing, then by the share of what is known that lacks, then those that have a reason. */
function worstFirst(a: PortalCoverage, b: PortalCoverage): number {
  const shareOf = (one: PortalCoverage) => lackingOf(one) / Math.max(1, lackingOf(one) + one.reports.held);
  return (
    Number(a.reports.held > 0) - Number(b.reports.held > 0) ||
    shareOf(b) - shareOf(a) ||
    Number(b.reason !== null) - Number(a.reason !== null) ||
    (a.portal < b.portal ? -1 : 1)
  );
}
