import type { Flag, Repair } from '../../model/report.ts';
import type { BodyKind } from '../../model/text/body-kind.ts';
import type { Facts } from '../rule.ts';
import type { PeerStatistics } from './peer-statistics.ts';

/** Whoever publishes a report, as the corpus knows it. */
export interface Body extends BodyKind {
  readonly name: string;
  /** GB/T 2260 style, or null where the place is not known. */
  readonly regionCode: string | null;
}

/** A report that the corpus holds: what it says, who published it, where it was seen and what is wrong with it by itself. */
export interface StoredReport extends Facts {
  readonly body: Body;
  readonly year: number;
  /** What the rules of a single report flagged. */
  readonly flags: readonly Pick<Flag, 'rule' | 'severity' | 'cells'>[];
  readonly repair: Repair | null;
  /** A path or an address; null where none is known. */
  readonly place: string | null;
}

/** A place that shows the report, or did. Times are ISO 8601. */
export interface Sight {
  readonly place: string;
  readonly seenAt: string;
  /** Since when the crawl finds nothing there any more; null where it does, or never asks. */
  readonly goneSince: string | null;
  /** Whether its bytes are kept in the archive. */
  readonly archived: boolean;
  /** What it showed when it was last seen. */
  readonly shows: StoredReport;
  /** Other states of this same report that it showed before, the latest first. */
  readonly before: readonly { readonly seenAt: string; readonly shown: StoredReport }[];
}

/** How the report of the year after stands: what PUB-MISSING asks. */
export interface NextYear {
  readonly year: number;
  readonly held: boolean;
  /** Today, ISO date. */
  readonly today: string;
  /** The portal that the body belongs to, and when its columns last answered; null where no crawl looks for it. */
  readonly portal: { readonly name: string; readonly answeredAt: string | null } | null;
  /** A link that names this body and year and led to the report of another. */
  readonly misled: { readonly title: string; readonly url: string; readonly found: string } | null;
}

/**
 * What a report is compared with. Everything is there for every rule; a rule names in `compares` what it looks at.
 * Lists are empty and other things null where the corpus holds nothing to compare with.
 */
export interface Companions {
  /** The same body's reports of the years before without a gap, last year's first; three at most. */
  readonly earlier: readonly StoredReport[];
  readonly parent: Body | null;
  /** Reports for the same year of the bodies below this one. */
  readonly children: readonly StoredReport[];
  /** Names of bodies below this one that have reported before or since, but not for this year. */
  readonly absent: readonly string[];
  /** How many bodies the region's portal says report each year, itself among them; null where it says nothing. */
  readonly expected: number | null;
  /** Bodies of the same kind and level in the same year. */
  readonly peers: PeerStatistics | null;
  readonly sights: readonly Sight[];
  readonly next: NextYear | null;
  /** Other bodies' reports whose narrative is likely to be nearly the same. */
  readonly lookalikes: readonly StoredReport[];
  /** Other bodies whose table 3 of the same year is the same in every cell. */
  readonly twins: readonly { readonly body: Body; readonly place: string | null; readonly isOnlyChild: boolean }[];
  /** What more than a fifth of all bodies write: digests of runs of characters, see `narrative/`. */
  readonly boilerplate: ReadonlySet<number>;
  /** The bodies of the corpus that a name or the name of a place stands for. */
  readonly bearers: (name: string) => readonly Body[];
}

export const NO_COMPANIONS: Companions = {
  earlier: [],
  parent: null,
  children: [],
  absent: [],
  expected: null,
  peers: null,
  sights: [],
  next: null,
  lookalikes: [],
  twins: [],
  boilerplate: new Set(),
  bearers: () => [],
};
