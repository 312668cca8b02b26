import type { Selectable } from 'kysely';
import type { YearsDue } from '../../../src/model/bodies/year-due.ts';
import type { PortalTable, VisitRow } from '../../schema.ts';

type Portal = Selectable<PortalTable>;

export interface PortalRow extends Pick<Portal, 'id' | 'slug' | 'name' | 'region_code' | 'level' | 'agencies'> {
  /** Pages that exploring took in the present night. */
  readonly explored: number;
  /** Hosts of it whose pages gave reports. */
  readonly sites: number;
}

type OfVisit = 'id' | 'portal_id' | 'host_id' | 'kind' | 'declared' | 'parent_id' | 'url' | 'title' | 'agency' | 'year';
type OfItsStand = 'words' | 'score' | 'verdict' | 'state' | 'visited_at' | 'last_status' | 'rendered' | 'fruitful';

/** A place of the queue. */
export interface PlaceRow extends Pick<VisitRow, OfVisit | OfItsStand | 'error_code' | 'error_message'> {
  /** 1: it has given a body that stands for it; a redirect gives none. */
  readonly has_body: number;
}

/** How a host stands that waits for more than its pace, or whose robots.txt was out of reach. */
export interface HostStand {
  readonly id: number;
  readonly robots_status: number | null;
  readonly waits_for: string | null;
}

/** A document that a place gave. */
export interface DocumentOf {
  readonly visit_id: number;
  readonly outcome: 'report' | 'not_report' | 'unreadable';
  readonly error_message: string | null;
  /** The report that it is a version of; null for one that is none. */
  readonly report_id: number | null;
  readonly agency_id: number | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly figures: number | null;
}

export interface RemarkOf {
  readonly visit_id: number;
  readonly code: string;
  readonly message: string;
}

/** All that is known of one portal. */
export interface PortalFacts {
  readonly portal: PortalRow;
  readonly places: readonly PlaceRow[];
  readonly hosts: ReadonlyMap<number, HostStand>;
  readonly documents: ReadonlyMap<number, readonly DocumentOf[]>;
  readonly remarks: ReadonlyMap<number, readonly RemarkOf[]>;
  /** Years of the reports that the corpus holds of a body, wherever they came from, by the body's id. */
  readonly corpus: ReadonlyMap<number, ReadonlySet<number>>;
  /** Places with a body that waits to be read into the corpus. */
  readonly unread: ReadonlySet<number>;
}

export interface CoverageOptions {
  /** The latest years whose reports are out by now; a body that reported until then and not for it is late. */
  readonly due: YearsDue;
  /** The most pages that exploring the portal may take in a night. */
  readonly budget: number;
}
