import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = constants;

/** Compressed forms: the function that undoes each, and what makes it give what it has where the form ends early. */
const CODINGS = {
  /** RFC 1951, without a header. */
  deflate: [inflateRawSync, Z_SYNC_FLUSH],
  /** RFC 1950. */
  zlib: [inflateSync, Z_SYNC_FLUSH],
  gzip: [gunzipSync, Z_SYNC_FLUSH],
  brotli: [brotliDecompressSync, BROTLI_OPERATION_FLUSH],
} as const;

export type Coding = keyof typeof CODINGS;

export interface InflateOptions {
  /** A form that ends early gives what there is of it, in place of an error. */
  readonly partial?: boolean;
}

/**
 * Undoes a compression within a bound.
 *
 * @param most bytes that may come of it
 * @throws {Error} for which {@link isOverflow} holds where more would come of it; any other where the form is damaged
 */
export function inflate(coding: Coding, bytes: Uint8Array, most: number, { partial }: InflateOptions = {}): Buffer {
  const [undo, flush] = CODINGS[coding];
  return undo(bytes, { maxOutputLength: most, ...(partial ? { finishFlush: flush } : {}) });
}

/** Whether an error says that the bound was reached. */
export const isOverflow = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | null)?.code === 'ERR_BUFFER_TOO_LARGE';
