/** One request as the server saw it. Times are ms since 1970, with fractions. */
export interface Arrival {
  readonly at: number;
  /** The name asked for; empty for what was no HTTP. */
  readonly host: string;
  /** `127.0.0.1`: hosts of one address share a server. */
  readonly address: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly userAgent: string | null;
  readonly referer: string | null;
  readonly ifNoneMatch: string | null;
  readonly ifModifiedSince: string | null;
  readonly cookie: string | null;
  /** Null while it is being answered. */
  readonly status: number | null;
  /** Bytes of the body that were sent. */
  readonly bytes: number;
  /**
   * Just before the last byte was handed over; null until then. Nobody has had the whole answer before, however busy the
   * machine is, so that who waits after an answer waits at least as long by this clock. Where the connection broke off, just
   * before the first byte was handed over, or when the request came.
   */
  readonly endedAt: number | null;
  /** Other requests on the same address that were not yet answered when it came. */
  readonly inFlightAtArrival: number;
  /** Seconds that the answer asked to wait. */
  readonly retryAfter: number | null;
  /** It was answered by a challenge or captcha page. */
  readonly challenge: boolean;
  /** What a page loads by itself in a browser. */
  readonly part: boolean;
}

/** The same while it is being written. */
export type OpenArrival = { -readonly [field in keyof Arrival]: Arrival[field] };

export const now = (): number => performance.timeOrigin + performance.now();
