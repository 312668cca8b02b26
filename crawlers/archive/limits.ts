/** Bounds on what is read from archives, which may come from anyone. */
export const ARCHIVE_LIMITS = {
  /** Bytes of a record's own head, and of the HTTP head below it. */
  head: 64 * 1024,
  /** Bytes of a record's block: an answer with its head, as received. */
  block: 64 * 1024 * 1024,
  /** Bytes of a body with its Content-Encoding undone, and how many times its packed size that may be. */
  body: { unpacked: 64 * 1024 * 1024, ratio: 1_000 },
  /** How many times its packed size a gzip member may unpack to, from `ratioFrom` bytes on. */
  ratio: 200,
  ratioFrom: 64 * 1024 * 1024,
  /** Records of one file, and places in it where reading breaks off. */
  records: 20_000_000,
  breaks: 1_000,
} as const;
