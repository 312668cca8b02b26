import type { PlacedBody } from '../../src/model/bodies/body-place.ts';
import { docBody } from '../../src/model/doubts/doc-body.ts';
import type { Doubt, Extraction } from '../../src/model/report.ts';
import type { AgencyRow } from '../schema.ts';
import { learntBy, likenessOf, newAgency } from './agency-rows.ts';
import type { ReadingContent } from './reading-content.ts';
import { says, shownReport } from './shown-report.ts';
import type { Sight } from './sightings.ts';
import { agencyName, type UnitOfWork } from './unit-of-work.ts';

/** Why it is not sure whose report it is. */
type Unsure = 'code' | 'several' | 'apart';

export interface FoundAgency {
  readonly name: string;
  readonly body: PlacedBody;
  /** The row of the body; undefined for one that is not known yet. */
  readonly known: AgencyRow | undefined;
  readonly unsure: Unsure | null;
}

/** The body of a report that is this document's, or of the one that its place showed until then or next. */
function ownAgency(work: UnitOfWork, documentId: number, { before, after }: Sight): number | null {
  const shown = [documentId, before?.document_id, after?.document_id].filter((id) => id !== undefined);
  const reportId = shown.map((id) => shownReport(work, id)).find((id) => id !== null);
  return work.reports.find((row) => row.id === reportId)?.agency_id ?? null;
}

/** Whether a body has no report of the year yet, or one that says the same. */
function hasRoom(work: UnitOfWork, agency: AgencyRow, year: number | null, content: ReadingContent): boolean {
  const report = work.reports.find((row) => row.agency_id === agency.id && row.year === year);
  return !report || hasSame(work, report.id, content);
}

/** Whether a report says the same, in figures that tell it from others or word for word. */
const hasSame = (work: UnitOfWork, reportId: number, content: ReadingContent): boolean =>
  work.versions.find(
    (row) =>
      row.report_id === reportId &&
      (says(row, content, true) || (content.values !== null && row.values_digest === content.values)),
  ) !== undefined;

/** The body of that name, its place as unknown, that has reported the same for the year from wherever. */
function twinOf(work: UnitOfWork, body: PlacedBody, year: number | null, content: ReadingContent) {
  return work.agencies.find((row) => {
    if (row.rest !== body.rest || !isPlaceless(row, body)) return false;
    const report = work.reports.find((one) => one.agency_id === row.id && one.year === year);
    return year !== null && report !== undefined && hasSame(work, report.id, content);
  });
}

const isPlaceless = (row: AgencyRow, body: PlacedBody): boolean =>
  [row.place, row.place_code, body.place, body.code].every((part) => part === null);

/**
 * Finds the body that a report is of. Where only a neighbourhood places it (see `PlacedBody.certain`), a report that says otherwise
 * for a year that the body has reported for is another body's.
 */
export function findAgency(
  work: UnitOfWork,
  extraction: Extraction,
  content: ReadingContent,
  documentId: number,
  sight: Sight,
): FoundAgency | null {
  const name = agencyName(extraction.report);
  const body = work.bodies.get(extraction);
  if (name === null || !body) return null;
  const alike = work.agencies
    .filter((row) => row.rest === body.rest)
    .map((row) => ({ row, how: likenessOf(row, body) }))
    .filter(({ how }) => how !== 'other');
  const own = ownAgency(work, documentId, sight);
  const kept = alike.find(({ row }) => row.id === own);
  // A file that was moved to another folder is the same file.
  const moved = work.agencies.find((row) => row.id === own && row.rest === body.rest && isPlaceless(row, body));
  if (!kept && moved) return { name, body, known: moved, unsure: null };
  if (kept) return { name, body, known: kept.row, unsure: kept.how === 'same' ? null : 'code' };
  if (!body.certain) {
    const year = extraction.report?.year ?? null;
    const twin = twinOf(work, body, year, content);
    if (twin) return { name, body, known: twin, unsure: null };
    const free = alike.filter(({ row }) => hasRoom(work, row, year, content));
    if (free.length === 1 && alike.length === 1) return { name, body, known: free[0]?.row, unsure: null };
    const namesake = work.agencies.find((row) => row.rest === body.rest && isPlaceless(row, body));
    return { name, body, known: undefined, unsure: alike.length > 0 || namesake ? 'apart' : null };
  }
  const same = alike.filter(({ how }) => how === 'same');
  const [first] = same.length > 0 ? same : alike;
  if (same.length > 1) {
    const near = same.filter(({ row }) => row.origin === body.origin && row.region_code === body.region);
    const named = same.filter(({ row }) => row.place !== null && row.place === body.place);
    const [only] = [near, named].find((rows) => rows.length === 1) ?? [];
    return { name, body, known: only?.row, unsure: 'several' };
  }
  return { name, body, known: first?.row, unsure: first?.how === 'doubtful' ? 'code' : null };
}

/** The row of the body, made on first sight; it learns what this reading says of its place. */
export function upsertAgency(work: UnitOfWork, { name, body, known }: FoundAgency): AgencyRow {
  if (!known) {
    const namesakes = work.agencies.filter((row) => row.rest === body.rest);
    return work.agencies.add(newAgency(name, body, new Set(namesakes.map(({ identity }) => identity))));
  }
  const columns = learntBy(known, name, body);
  if (columns === null) return known;
  work.agencies.change(known.id, columns);
  return { ...known, ...columns };
}

const DOUBTS: Readonly<Record<Unsure, (name: string) => Doubt>> = {
  code: docBody.otherCode,
  several: docBody.severalNamesakes,
  apart: docBody.keptApart,
};

/** What is doubtful about whose report it is. */
export const bodyDoubts = (found: FoundAgency | null): readonly Doubt[] =>
  found?.unsure ? [DOUBTS[found.unsure](found.name)] : [];
