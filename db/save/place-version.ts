import type { Extraction, ReportHead } from '../../src/model/report.ts';
import type { AgencyRow, ReportRow } from '../schema.ts';
import type { FoundAgency } from './find-agency.ts';
import { upsertAgency } from './find-agency.ts';
import type { ReadingContent } from './reading-content.ts';
import { says, shows, versionOf } from './shown-report.ts';
import type { Sight } from './sightings.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/**
 * The report of an agency for a year, made on first sight. Where either is unknown the document has a report of its own, so
 * that two unknown reports are never taken for one; `ownReportId` is the one it already has.
 */
function reportOf(work: UnitOfWork, agencyId: number | null, year: number | null, ownReportId: number | null) {
  const placed = agencyId !== null && year !== null;
  const known = work.reports.find(
    (row) => row.agency_id === agencyId && row.year === year && (placed || row.id === ownReportId),
  );
  return known ?? work.reports.add({ agency_id: agencyId, year, current_version_id: null });
}

/** Makes the newest version current, or takes away a report that has none left. */
function refreshReport(work: UnitOfWork, reportId: number): void {
  const ids = work.versions.filter((row) => row.report_id === reportId).map((row) => row.id);
  if (ids.length === 0) work.reports.remove(reportId);
  else work.reports.change(reportId, { current_version_id: Math.max(...ids) });
}

function versionColumns(head: ReportHead, repair: Extraction['repair'], content: ReadingContent) {
  return {
    figures_digest: content.figures,
    values_digest: content.values,
    content_digest: content.whole,
    figures_reported: content.reported,
    title: head.title,
    edition: head.edition,
    edition_proactive: head.editions.proactive,
    edition_requests: head.editions.requests,
    edition_disputes: head.editions.disputes,
    published_on: head.publishedOn,
    period_start: head.periodStart,
    period_end: head.periodEnd,
    repair: repair && JSON.stringify(repair),
    paths: null,
  };
}

/**
 * The version of this report that says the same already: for a place that showed this report before or next, word for word, since a
 * quiet change of the text is one too; for another place, in every figure.
 */
export function sameVersion(
  work: UnitOfWork,
  found: FoundAgency | null,
  year: number | null,
  content: ReadingContent,
  { before, after }: Sight,
) {
  const agency = found?.known;
  if (!agency || year === null) return undefined;
  const report = work.reports.find((row) => row.agency_id === agency.id && row.year === year);
  if (!report) return undefined;
  const isSamePlace = shows(work, before, report) || shows(work, after, report);
  return work.versions.find((row) => row.report_id === report.id && says(row, content, isSamePlace));
}

export interface PlacedVersion {
  readonly id: number;
  readonly report: ReportRow;
  readonly agency: AgencyRow | null;
}

/**
 * A new state of a place is the report's state, an old one that a later followed is not. What another place says is, unless it
 * says less: a page without its tables.
 */
function becomesCurrent(work: UnitOfWork, report: ReportRow, content: ReadingContent, { before, after }: Sight) {
  if (shows(work, after, report)) return false;
  if (shows(work, before, report)) return true;
  const current = work.versions.find((row) => row.id === report.current_version_id);
  return content.reported >= (current?.figures_reported ?? 0);
}

/**
 * Gives the document its version, under the report that its head names; the newest version of a report is the current one,
 * unless another place says less. A document that was read before keeps its version, which moves where the new reading names
 * another agency or year. `sight` is where and when it was seen.
 */
export function placeVersion(
  work: UnitOfWork,
  documentId: number,
  head: ReportHead,
  repair: Extraction['repair'],
  content: ReadingContent,
  sight: Sight,
  found: FoundAgency | null,
): PlacedVersion {
  const own = work.versions.find((row) => row.document_id === documentId);
  const agency = found && upsertAgency(work, found);
  const report = reportOf(work, agency?.id ?? null, head.year, own?.report_id ?? null);
  const columns = { report_id: report.id, document_id: documentId, ...versionColumns(head, repair, content) };
  if (!own) {
    const isCurrent = becomesCurrent(work, report, content, sight);
    const { id } = work.versions.add(columns);
    if (isCurrent) work.reports.change(report.id, { current_version_id: id });
    return { id, report, agency };
  }
  work.versions.change(own.id, columns);
  if (own.report_id !== report.id) {
    refreshReport(work, report.id);
    refreshReport(work, own.report_id);
  }
  return { id: own.id, report, agency };
}

/** Takes away the version of a document that turns out to be no report; the document itself stays. */
export function dropVersion(work: UnitOfWork, documentId: number): void {
  const own = work.versions.find((row) => row.document_id === documentId);
  if (!own) return;
  work.versions.remove(own.id);
  refreshReport(work, own.report_id);
}

/**
 * A place that showed another version of the same report shows this one again: it is current once more.
 * Returns whether anything changed.
 */
export function restoreVersion(work: UnitOfWork, documentId: number, shownBefore: number): boolean {
  const again = versionOf(work, documentId);
  const before = versionOf(work, shownBefore);
  if (!again || again.report_id !== before?.report_id) return false;
  const report = work.reports.find((row) => row.id === again.report_id);
  if (!report || report.current_version_id === again.id) return false;
  work.reports.change(report.id, { current_version_id: again.id });
  return true;
}
