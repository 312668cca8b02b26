/** Bounds on hostile input. The largest real page seen is under 2 MB; the bounds leave room and still end quickly. */
export const LIMITS = {
  /** Bytes of one document. */
  bytes: 32 * 1024 * 1024,
  /** Nested elements. A browser stops at 512. */
  depth: 2_000,
  /** Cells of one grid, after spans. */
  gridSlots: 200_000,
  /** Columns of one grid. */
  gridColumns: 1_000,
  /** Blocks of one document. */
  blocks: 200_000,
} as const;
