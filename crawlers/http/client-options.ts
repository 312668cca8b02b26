export interface HttpClientOptions {
  readonly userAgent: string;
  /** Private and loopback addresses may be asked. */
  readonly allowPrivate: boolean;
  /** Host name to `address:port`, in place of what DNS says. */
  readonly connect: Readonly<Record<string, string>>;
  /** Addresses whose servers may be spoken to with old TLS, see `OLD_TLS`; none where absent. */
  readonly legacyTls?: (url: string) => boolean;
  /** Certificates, PEM, that are trusted in place of the usual authorities; for tests. */
  readonly authorities?: string;
  readonly timeouts?: Partial<Timeouts>;
  readonly limits?: Partial<Limits>;
}

/** ms. */
export interface Timeouts {
  readonly connect: number;
  /** To the first byte of the answer, and between two of its body. */
  readonly headers: number;
  /** From request to last byte. */
  readonly whole: number;
}

/** Bytes, but for `ratio`. */
export interface Limits {
  readonly received: number;
  readonly unpacked: number;
  readonly ratio: number;
}

/** What goes with a request besides the place: all of it known from earlier visits. */
export interface AskedWith {
  readonly referer?: string | null;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

export const USUAL_TIMEOUTS: Timeouts = { connect: 15_000, headers: 30_000, whole: 120_000 };
export const USUAL_LIMITS: Limits = { received: 32 * 1024 * 1024, unpacked: 64 * 1024 * 1024, ratio: 250 };
