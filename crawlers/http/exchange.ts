/** One answer as it came over the wire. */
export interface Exchange {
  /** The address that was asked, after no redirect: each hop is an exchange of its own. */
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  /** Names and values in the order and case received. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** As received: still compressed where Content-Encoding says so. Transfer coding is undone. */
  readonly rawBody: Uint8Array;
  /** Decompressed. The same array as `rawBody` where nothing was compressed. */
  readonly body: Uint8Array;
  /** The body ended before Content-Length, or its compressed form before its end. */
  readonly truncated: boolean;
  /** The address that the connection went to, for the archive. */
  readonly remoteAddress: string | null;
  /** When the request went out, ms since 1970. */
  readonly startedAt: number;
  /** Milliseconds from sending the request to the last byte. */
  readonly took: number;
}

/** The first value of a header, by its lower-case name; null where it is absent. */
export function headerOf({ headers }: Pick<Exchange, 'headers'>, name: string): string | null {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
}
