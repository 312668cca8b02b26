import type { Extraction, ExtractionFailure } from '../../src/model/report.ts';
import type { DocumentOutcome, DocumentRow } from '../schema.ts';
import { bodyDoubts, findAgency } from './find-agency.ts';
import type { ReportIdentity } from './fingerprint.ts';
import { dropVersion, type PlacedVersion, placeVersion, restoreVersion, sameVersion } from './place-version.ts';
import { readingContent } from './reading-content.ts';
import { addSighting, type Sight, sightOf } from './sightings.ts';
import type { SaveContext, UnitOfWork } from './unit-of-work.ts';

/** What saving a document came to. `reread`: known bytes, whose reading this one replaced. */
export type SaveOutcome = 'new' | 'changed' | 'unchanged' | 'reread' | 'not-report' | 'failed';

/** Compares versions by their numbers: `0.10.1` is newer than `0.9`. */
function isNewerProgram(program: string, than: string): boolean {
  const [ours = [], theirs = []] = [program, than].map((version) => (version.match(/\d+/g) ?? []).map(Number));
  for (let index = 0; index < Math.max(ours.length, theirs.length); index += 1) {
    const difference = (ours[index] ?? 0) - (theirs[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

const keepsReading = (known: DocumentRow, context: SaveContext): boolean =>
  known.outcome !== 'unreadable' && !context.reread && !isNewerProgram(context.program, known.program);

type Bytes = Partial<Extraction['source']> & { readonly sha256: string };

/** Writes down what this reading made of the document, new or known. */
function noteDocument(
  work: UnitOfWork,
  source: Bytes,
  { program, now }: SaveContext,
  outcome: DocumentOutcome,
  error?: ExtractionFailure['error'],
): number {
  const known = work.documents.find((row) => row.sha256 === source.sha256);
  const reading = {
    outcome,
    charset: source.charset ?? null,
    error_code: error?.code ?? null,
    error_message: error?.message.en ?? null,
    error_message_zh: error?.message.zh ?? null,
    program,
    read_at: now,
    same_as_id: null,
  };
  if (known) {
    work.documents.change(known.id, reading);
    return known.id;
  }
  return work.documents.add({
    sha256: source.sha256,
    media_type: source.mediaType ?? null,
    bytes: source.bytes ?? null,
    first_seen_at: now,
    archive_file: null,
    archive_offset: null,
    archive_length: null,
    site_code: null,
    site_name: null,
    ...reading,
  }).id;
}

/**
 * Notes the sighting. Where the place shows this document now and showed another version of the same report before, this one
 * is current again. Returns whether that happened.
 */
function noteSighting(work: UnitOfWork, documentId: number, sight: Sight): boolean {
  addSighting(work, documentId, sight);
  const { before, after } = sight;
  if (before === null || after !== null || before.document_id === documentId) return false;
  return restoreVersion(work, documentId, before.document_id);
}

function identityOf({ agency, report }: PlacedVersion, sha256: string): ReportIdentity {
  if (!agency || report.year === null) return { sha256 };
  return { agency: agency.identity, year: report.year };
}

/**
 * One document's extraction. Known bytes change nothing, save that a new place is noted. New bytes for a known agency and
 * year become the current version and the old ones stay, unless they say what a version says already. Known bytes read by a
 * newer program get the new reading.
 */
export function saveExtraction(work: UnitOfWork, extraction: Extraction, context: SaveContext): SaveOutcome {
  const { source, report: head, repair } = extraction;
  const sight = sightOf(work, source, context.now);
  const known = work.documents.find((row) => row.sha256 === source.sha256);
  if (known && keepsReading(known, context)) {
    return noteSighting(work, known.id, sight) ? 'changed' : 'unchanged';
  }

  const isReread = known !== undefined && known.outcome !== 'unreadable';
  const documentId = noteDocument(work, source, context, head ? 'report' : 'not_report');
  const site = context.siteOf(extraction);
  work.documents.change(documentId, { site_code: site?.code ?? null, site_name: site?.name ?? null });
  if (isReread) work.cleared.add(documentId);
  if (head === null) {
    dropVersion(work, documentId);
    work.readings.set(documentId, { extraction, version: null });
    noteSighting(work, documentId, sight);
    return isReread ? 'reread' : 'not-report';
  }
  const content = work.contents.get(extraction) ?? readingContent(extraction);
  const hasOwn = work.versions.find((row) => row.document_id === documentId) !== undefined;
  const found = findAgency(work, extraction, content, documentId, sight);
  const same = hasOwn ? undefined : sameVersion(work, found, head.year, content, sight);
  if (same) {
    work.documents.change(documentId, { same_as_id: same.document_id });
    return noteSighting(work, documentId, sight) ? 'changed' : 'unchanged';
  }
  const placed = placeVersion(work, documentId, head, repair, content, sight, found);
  const identity = identityOf(placed, source.sha256);
  const doubts = [...extraction.doubts, ...bodyDoubts(found)];
  work.readings.set(documentId, { extraction: { ...extraction, doubts }, version: { id: placed.id, head, identity } });
  noteSighting(work, documentId, sight);
  if (isReread) return 'reread';
  return work.versions.filter((row) => row.report_id === placed.report.id).length === 1 ? 'new' : 'changed';
}

/**
 * Keeps a document that could not be read, if its bytes could be had, so that it is known and tried again next time.
 * A good reading that an earlier run made of it stays.
 */
export function saveFailure(work: UnitOfWork, { source, error }: ExtractionFailure, context: SaveContext): SaveOutcome {
  const { sha256 } = source;
  if (sha256 === undefined) return 'failed';
  const known = work.documents.find((row) => row.sha256 === sha256);
  const documentId =
    known && known.outcome !== 'unreadable'
      ? known.id
      : noteDocument(work, { ...source, sha256 }, context, 'unreadable', error);
  noteSighting(work, documentId, sightOf(work, source, context.now));
  return 'failed';
}
