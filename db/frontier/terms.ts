/**
 * What the frontier takes and gives. The crawl has the same shapes in `crawlers/visit.ts` and `crawlers/frontier.ts`, where
 * their fields are explained; neither room may import the other, and a test holds the two together.
 */

export type VisitKind = 'column' | 'list' | 'report' | 'attachment';
export type VisitState = 'waiting' | 'vanished' | 'failed' | 'blocked' | 'excluded';

export interface Ask {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body: string | null;
  readonly bodyType: string | null;
}

interface ColumnScope {
  readonly pathPrefix: string | null;
  readonly contains: string | null;
}

export interface Lead extends Ask {
  readonly kind: VisitKind;
  readonly title: string | null;
  readonly date: string | null;
  readonly scope: ColumnScope | null;
}

export interface Visit extends Ask {
  readonly id: number;
  readonly hostId: number;
  readonly portalId: number | null;
  readonly kind: VisitKind;
  readonly title: string | null;
  readonly referer: string | null;
  readonly columnId: number | null;
  readonly parentId: number | null;
  readonly scope: ColumnScope | null;
  readonly family: string | null;
  readonly rendered: boolean;
  readonly page: number;
  readonly hops: number;
  readonly attempts: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly sha256: string | null;
  readonly changedAt: number | null;
}

export interface HostState {
  readonly id: number;
  readonly origin: string;
  readonly address: string | null;
  readonly robots: string | null;
  readonly robotsStatus: number | null;
  readonly robotsAt: number | null;
  readonly delay: number;
  readonly strikes: number;
  readonly notBefore: number;
  readonly waitsFor: string | null;
}

export type HostChange = { readonly id: number } & Partial<Omit<HostState, 'id' | 'origin'>>;

export interface ArchivePosition {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

export interface FetchRecord {
  readonly url: string;
  readonly method: string;
  readonly fetchedAt: number;
  readonly status: number | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly sha256: string | null;
  readonly bytes: number;
  readonly took: number;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly archive: ArchivePosition | null;
}

export interface VisitOutcome {
  readonly visit: Visit;
  readonly fetches: readonly FetchRecord[];
  readonly state: VisitState;
  readonly dueAt: number | null;
  readonly validators: {
    readonly etag: string | null;
    readonly lastModified: string | null;
    readonly sha256: string | null;
  } | null;
  readonly leads: readonly Lead[];
  readonly movedTo: Lead | null;
  readonly family: string | null;
  readonly rendered: boolean;
  readonly remarks: readonly { readonly code: string; readonly message: string }[];
  readonly host: HostChange | null;
  readonly toRead: boolean;
}

export interface CommitResult {
  readonly newPlaces: number;
  readonly hosts: readonly number[];
}

/** What the frontier can't know by itself. */
export interface FrontierOptions {
  /** What makes two requests the same place (`visitKey`). */
  readonly keyOf: (ask: Ask) => string;
  /** Scheme, name and port of an address. */
  readonly originOf: (url: string) => string;
  /** The run that requests are written down under (`startRun`). */
  readonly runId: number;
  /** Only places of these portals are leased, by their ids; all where absent. */
  readonly portals?: readonly string[];
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}
