import { parseTitle } from '../../../src/model/text/report-title.ts';
import { withoutSite } from '../../../src/model/text/site-behind.ts';
import { ofReading, ofVisit, ofWaiting, type Shortfall } from './place-reason.ts';
import type { DocumentOf, PlaceRow, PortalFacts } from './rows.ts';

/** A report that a page names, at one address. */
export interface ReportItem {
  /** As the report itself says it, else its link. */
  readonly body: string | null;
  readonly year: number | null;
  readonly place: PlaceRow;
  /** Ids of the corpus; null for one that is not there. */
  readonly reportId: number | null;
  readonly agencyId: number | null;
  /** Null for one that is held whole. */
  readonly shortfall: Shortfall | null;
  /** The place only leads elsewhere, and that is told where it is a place of its own. */
  readonly moved: boolean;
}

const NONE: readonly never[] = [];

/** Every address at which a report of the portal is said to stand, with its files. */
export function reportItems(facts: PortalFacts, spent: string | null): ReportItem[] {
  const { places, documents } = facts;
  const ids = new Set(places.filter(({ kind }) => kind === 'report').map(({ id }) => id));
  const isPart = ({ kind, parent_id }: PlaceRow) => kind === 'attachment' && parent_id !== null && ids.has(parent_id);
  const files = new Map<number, PlaceRow[]>();
  for (const place of places) {
    if (!isPart(place) || place.parent_id === null) continue;
    const known = files.get(place.parent_id);
    if (known) known.push(place);
    else files.set(place.parent_id, [place]);
  }
  return places.flatMap((place) => {
    const isNamed = place.kind === 'report' || place.kind === 'attachment' || documents.has(place.id);
    return isNamed && !isPart(place) ? itemsAt(place, files.get(place.id) ?? NONE, facts, spent) : [];
  });
}

function itemsAt(place: PlaceRow, files: readonly PlaceRow[], facts: PortalFacts, spent: string | null): ReportItem[] {
  const { documents, remarks } = facts;
  const readings = [place, ...files].flatMap(({ id }) => documents.get(id) ?? NONE);
  const held = new Map(readings.flatMap((one) => (one.report_id === null ? [] : [[one.report_id, one] as const])));
  const ofFiles = () => firstOf(files, (file) => lackOf(file, facts, spent));
  if (held.size > 0) {
    const isCut = remarks.get(place.id)?.find(({ code }) => code === 'CR-PART-MISSING');
    const cut: Shortfall | null = isCut ? { reason: 'PART_MISSING', detail: isCut.message } : null;
    const bare = readings.every(({ figures }) => figures === 0);
    const shortfall = cut ?? (bare ? ofFiles() : null);
    return [...held.values()].map((one) => ({
      ...namesOf(place, one),
      place,
      reportId: one.report_id,
      agencyId: one.agency_id,
      shortfall,
      moved: false,
    }));
  }
  // A file of a page that is no report, and a page of attachments that was no report itself, are told once: by the page.
  const lack = lackOf(place, facts, spent, ofFiles);
  const shortfall = lack ?? ofRedirect(place);
  const isFile = place.kind === 'attachment';
  const names = namesOf(place, null);
  if (!shortfall || (isFile && names.body === null && names.year === null)) return [];
  return [{ ...names, place, reportId: null, agencyId: null, shortfall, moved: lack === null }];
}

/**
 * Where a redirect leads is a place of its own, with the same names: what was held there stands for this one too. Without names
 * the two can't be matched, and the target alone is told.
 */
function ofRedirect(place: PlaceRow): Shortfall | null {
  const { body, year } = namesOf(place, null);
  if (body === null || year === null) return null;
  return { reason: 'GONE', detail: 'it only leads elsewhere' };
}

/** Why a place has given no report; null for a redirect. */
function lackOf(
  place: PlaceRow,
  { hosts, documents, remarks, unread }: PortalFacts,
  spent: string | null,
  ofFiles: () => Shortfall | null = () => null,
): Shortfall | null {
  const told = remarks.get(place.id) ?? NONE;
  const before = ofVisit(place, hosts.get(place.host_id), told) ?? ofWaiting(place, spent);
  if (before || !place.has_body) return before;
  if (unread.has(place.id)) return { reason: 'NOT_YET', detail: null };
  return ofFiles() ?? ofReading(place, documents.get(place.id) ?? NONE, told);
}

function firstOf<Place>(places: readonly Place[], reasonOf: (place: Place) => Shortfall | null): Shortfall | null {
  for (const place of places) {
    const found = reasonOf(place);
    if (found) return found;
  }
  return null;
}

function namesOf({ title, agency, year }: PlaceRow, read: DocumentOf | null): Pick<ReportItem, 'body' | 'year'> {
  const known = { body: read?.agency ?? agency, year: read?.year ?? year };
  if (title === null || (known.body !== null && known.year !== null)) return known;
  const parsed = parseTitle(withoutSite(title));
  return { body: known.body ?? parsed?.agency ?? null, year: known.year ?? parsed?.year ?? null };
}
