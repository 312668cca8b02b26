/** Runs of characters of a masked text, as digests of 32 bits. */

/** Characters in a run. */
export const RUN = 8;

const BASE = 0x01000193;
/** BASE to the power of RUN, modulo 2³²: what the oldest character of a run weighs. */
const OLDEST = Array.from({ length: RUN }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** Spreads the bits of a digest (the finalizer of MurmurHash3). */
function mix(digest: number): number {
  let bits = digest;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** The digests of all runs of a text, sorted, each once. A text shorter than a run has none. */
export function shinglesOf(text: string): Uint32Array {
  const count = text.length - RUN + 1;
  if (count <= 0) return new Uint32Array();
  const digests = new Uint32Array(count);
  let rolling = 0;
  for (let index = 0; index < text.length; index += 1) {
    rolling = (Math.imul(rolling, BASE) + text.charCodeAt(index)) | 0;
    if (index >= RUN) rolling = (rolling - Math.imul(OLDEST, text.charCodeAt(index - RUN))) | 0;
    if (index >= RUN - 1) digests[index - RUN + 1] = mix(rolling);
  }
  return distinct(digests.sort());
}

function distinct(sorted: Uint32Array): Uint32Array {
  let kept = 0;
  for (let index = 0; index < sorted.length; index += 1) {
    const digest = sorted[index] as number;
    if (index > 0 && digest === sorted[kept - 1]) continue;
    sorted[kept] = digest;
    kept += 1;
  }
  return sorted.slice(0, kept);
}

/** The runs that are no boilerplate, still sorted. */
export const without = (shingles: Uint32Array, boilerplate: ReadonlySet<number>): Uint32Array =>
  boilerplate.size === 0 ? shingles : shingles.filter((digest) => !boilerplate.has(digest));

/** The share of the shorter text's runs that stand in the longer, 0 to 1; both sorted and not empty. */
export function sharedPart(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return shared / Math.min(a.length, b.length);
}
