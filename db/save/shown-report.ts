import type { ReportRow, ReportVersionRow, SightingRow } from '../schema.ts';
import type { ReadingContent } from './reading-content.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** The version that a document stands for: its own, or that of the document which says the same. */
export function versionOf(work: UnitOfWork, documentId: number): ReportVersionRow | undefined {
  const standsFor = work.documents.find((row) => row.id === documentId)?.same_as_id ?? documentId;
  return work.versions.find((row) => row.document_id === standsFor);
}

/** The report that a document is a state of; null for none. */
export const shownReport = (work: UnitOfWork, documentId: number): number | null =>
  versionOf(work, documentId)?.report_id ?? null;

/** Whether what a place showed was a state of this report. */
export const shows = (work: UnitOfWork, shown: SightingRow | null, report: ReportRow): boolean =>
  shown !== null && shownReport(work, shown.document_id) === report.id;

/** Whether a version says this already: in every figure, or word for word where asked or where there are no figures. */
export const says = (version: ReportVersionRow, content: ReadingContent, wordForWord: boolean): boolean =>
  wordForWord || content.reported === 0
    ? version.content_digest === content.whole
    : version.figures_digest === content.figures;
