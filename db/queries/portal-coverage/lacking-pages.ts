import { LINE, ofRemarks, ofVisit, ofWaiting, type Shortfall } from './place-reason.ts';
import type { PlaceRow, PortalFacts } from './rows.ts';

/** A column, a page of a list, or a page that may lead to one, which did not give what it might hold. */
interface LackingPage {
  readonly place: PlaceRow;
  readonly shortfall: Shortfall;
}

/** What a link must promise for its page to be missed even where its place on the page speaks against it. */
const OF_REPORTS: ReadonlySet<string | null> = new Set(['report', 'annual', 'year', 'archive', 'group', 'body']);

const NONE: readonly never[] = [];

const isMissed = ({ declared, score, words }: PlaceRow): boolean =>
  declared === 1 || score === null || score >= LINE || OF_REPORTS.has(words);

export function lackingPages({ places, hosts, remarks }: PortalFacts, spent: string | null): LackingPage[] {
  return places.flatMap((place) => {
    const told = remarks.get(place.id) ?? NONE;
    if (place.kind === 'report' || place.kind === 'attachment') {
      // What it says of the report itself is told with that.
      const beside = ofRemarks(told.filter(({ code }) => BESIDE.has(code)));
      return beside ? [{ place, shortfall: beside }] : [];
    }
    if (!isMissed(place)) return [];
    const empty = place.fruitful ? told.filter(({ code }) => code !== 'CR-EMPTY-LIST') : told;
    const shortfall =
      ofVisit(place, hosts.get(place.host_id), told) ?? ofWaiting(place, spent) ?? ofRemarks(empty) ?? ofPromise(place);
    return shortfall ? [{ place, shortfall }] : [];
  });
}

/** A link spoke of annual reports, and its page was none and led to none. What names a body is told with that body. */
function ofPromise({ words, verdict, fruitful }: PlaceRow): Shortfall | null {
  const isBarren = (verdict === 'way' || verdict === 'decoy') && !fruitful;
  return isBarren && words !== 'body' && OF_REPORTS.has(words) ? { reason: 'NO_WAY_FOUND', detail: null } : null;
}

/** Remarks about what lies beside a report or behind it. */
const BESIDE: ReadonlySet<string> = new Set(['CR-CAPTCHA-FILE', 'CR-PAGE-CUT', 'CR-OUT-OF-SCOPE']);

/** A body that a menu names. */
export interface MenuBody {
  readonly body: string;
  readonly place: PlaceRow;
  /** Why nothing was found behind its link. */
  readonly shortfall: Shortfall;
}

/** Bodies that links to pages of unknown role name; of those in poor places only the ones that were looked at. */
export function menuBodies({ places }: PortalFacts, lacking: readonly LackingPage[]): MenuBody[] {
  const reasons = new Map(lacking.map(({ place, shortfall }) => [place.id, shortfall]));
  return places.flatMap((place) => {
    const { kind, words, agency, score, visited_at } = place;
    if (kind !== 'column' || words !== 'body' || agency === null) return [];
    if (visited_at === null && score !== null && score < LINE) return [];
    return [{ body: agency, place, shortfall: reasons.get(place.id) ?? { reason: 'NO_WAY_FOUND', detail: null } }];
  });
}
