import type { Message } from '../report.ts';
import type { DiscoveredLink, EntryKind, FrontierEntry, Remark, Verdict } from './entry.ts';

/** A host (origin: scheme, name, port) and what is remembered of its manners from run to run. Times are ms since 1970. */
export interface HostState {
  readonly id: number;
  /** `http://www.example.gov.cn` or with `:port`. */
  readonly origin: string;
  /** The address it last resolved to; hosts of one address are paced as one. */
  readonly address: string | null;
  /** robots.txt as last received; null where there is none (status 4xx) or it was never asked. */
  readonly robots: string | null;
  readonly robotsStatus: number | null;
  readonly robotsAt: number | null;
  /** Extra delay learnt from refusals, ms. */
  readonly delay: number;
  /** Refusals and time-outs in a row. */
  readonly failures: number;
  /** No request before this. */
  readonly notBefore: number;
  /** Why it waits, where that is more than pace: a challenge page, parking, robots out of reach. */
  readonly waitsFor: Message | null;
  /** Digests of the links of its first explored page, which its pages share as navigation; null before there was one. */
  readonly furniture: readonly number[] | null;
}

/** What is changed of a host with a commit; absent fields stay. */
export type HostChange = { readonly id: number } & Partial<Omit<HostState, 'id' | 'origin'>>;

/** One request as it is written down. */
export interface FetchRecord {
  readonly url: string;
  readonly method: string;
  /** ms since 1970. */
  readonly fetchedAt: number;
  /** Null where no answer came. */
  readonly status: number | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** SHA-256 of the decompressed body; of the earlier body for a 304. Null without a body. */
  readonly sha256: string | null;
  /** 2 and more for the further pages of an article, which follow the request for its first; null for everything else. */
  readonly part: number | null;
  /** Bytes received, as on the wire. */
  readonly bytes: number;
  readonly took: number;
  readonly errorCode: string | null;
  readonly errorMessage: Message | null;
  readonly archive: WrittenRecord | null;
}

/** Where a record lies: file name within the archive folder, offset and length of its gzip member in bytes. */
export interface ArchivePosition {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** Bytes of an archive file, by their offsets, in which the corpus knows no record; `to` is null for whatever follows. */
export interface ArchiveGap {
  readonly from: number;
  readonly to: number | null;
}

/** A record as it was written: with its body, or with a reference to an earlier one of the same digest. */
export interface WrittenRecord extends ArchivePosition {
  readonly whole: boolean;
}

/** How a place stands after a visit. `waiting` covers both new and due again. */
export type EntryState = 'waiting' | 'vanished' | 'failed' | 'blocked' | 'excluded';

/** Everything that one visit came to; written in one transaction, all or nothing. */
export interface EntryOutcome {
  readonly entry: FrontierEntry;
  /** Each hop of a redirect chain, in order; robots.txt is not among them. Empty where nothing was asked (excluded). */
  readonly fetches: readonly FetchRecord[];
  readonly state: EntryState;
  /** What the place is from now on: the page's verdict may differ from what its link promised. */
  readonly kind: EntryKind;
  /** Null where no page came. */
  readonly verdict: Verdict | null;
  /** When it is due again, ms since 1970; null: never by itself. */
  readonly dueAt: number | null;
  /** The answer's validators and digest; null leaves what is known. */
  readonly validators: {
    readonly etag: string | null;
    readonly lastModified: string | null;
    readonly sha256: string | null;
  } | null;
  /** The further page of a list is queued only where this page brought a place that its column did not know. */
  readonly links: readonly DiscoveredLink[];
  /**
   * The place answered with a redirect: where to. It is queued like a link of the same kind, column and parent with one hop more;
   * where it has the same key (the other scheme, with or without www, or itself until a cookie is set) the place's own address
   * changes instead and it is due at `dueAt`.
   */
  readonly movedTo: DiscoveredLink | null;
  /** The portal software that the page showed. */
  readonly family: string | null;
  /** The page has to be drawn the next time as well. */
  readonly rendered: boolean;
  readonly remarks: readonly Remark[];
  readonly host: HostChange | null;
  /** The body is a document to be read into the corpus: a report or an attachment with new bytes. */
  readonly toRead: boolean;
}

export interface CommitResult {
  /** Places that were not in the queue before. */
  readonly newPlaces: number;
  /** Hosts that now have something due: their ids. */
  readonly hosts: readonly number[];
}

/** A further page of an article, as it was last had. */
export type KnownPart = Pick<FetchRecord, 'url' | 'sha256' | 'etag' | 'lastModified'>;

/** A page that a browser drew, and the request that what it shows comes from. */
export interface DrawnFrom {
  readonly url: string;
  readonly recipe: DiscoveredLink;
}

/** Whether something was given out of a budget, and how much of it is used then. */
export interface Allowance {
  readonly isGiven: boolean;
  readonly used: number;
  readonly of: number;
}

/** The queue, kept where a killed process can't lose it. The corpus implements it (`db/frontier/`). */
export interface Frontier {
  /** Hosts with something due at `now`, with their state. */
  hostsDue(now: number): Promise<readonly HostState[]>;
  hostsById(ids: readonly number[]): Promise<readonly HostState[]>;
  /** A host by its origin, whether or not anything is due there; null where it is not known. */
  findHost(origin: string): Promise<HostState | null>;
  /** Takes up to `count` due places of a host, most urgent first, and holds them until `until`. */
  lease(hostId: number, count: number, now: number, until: number): Promise<readonly FrontierEntry[]>;
  /**
   * Whether a page of unknown role may be drawn by a browser within its portal's budget of the night, which it then is counted
   * against. Pages known to be worth it are not asked about.
   */
  takeRendering(entry: FrontierEntry): Promise<Allowance>;
  /** A route of this page (an address with another `#…`) whose list is asked for plainly; null where none is. */
  drawnRoute(page: string): Promise<DrawnFrom | null>;
  /** The further pages of an article that is had as it stands, in their order; empty for an article of one page. */
  partsOf(visitId: number): Promise<readonly KnownPart[]>;
  /** The addresses that a page has led to, itself included: what stands on the pages behind it too is no content of theirs. */
  ledTo(visitId: number): Promise<ReadonlySet<string>>;
  /**
   * Has the browser draw the entry pages of hosts on which no way to a report was found since the time given, ms since 1970; the
   * number of pages that are due by it.
   */
  redrawHungry(since: number): Promise<number>;
  /** Gives back what was taken and not visited. */
  release(entries: readonly FrontierEntry[]): Promise<void>;
  /** A place by its key, also while it is leased; null where there is none: for what a killed run left in the archive. */
  find(key: string): Promise<FrontierEntry | null>;
  /** When the next waiting place of each host that is not leased is due, ms since 1970. Flat in the size of the queue. */
  nextDue(): Promise<readonly { readonly host: HostState; readonly due: number }[]>;
  /** Makes every place that was ever answered due now, for a run that is to see everything again. */
  dueAgain(now: number): Promise<void>;
  /** Several visits in one transaction; the results in the same order. */
  commit(outcomes: readonly EntryOutcome[]): Promise<readonly CommitResult[]>;
  /** The requests of a place that was visited again since, and `toRead`; how the place stands remains as it is. */
  commitLate(outcome: EntryOutcome): Promise<void>;
  /** What was learnt of a host beside a visit. */
  setHost(host: HostChange): Promise<void>;
  /** A robots.txt that was fetched, and what it changes of the host. */
  commitRobots(fetch: FetchRecord, host: HostChange): Promise<void>;
}
