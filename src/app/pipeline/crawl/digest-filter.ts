/**
 * Which digests may be in the archive already: a Bloom filter, so that the corpus is asked only for bodies that were probably
 * kept before, of which a first crawl has next to none. It never says no of a digest that was added; of others it says maybe in
 * about one of a hundred.
 */
export class DigestFilter {
  readonly #bits: Uint8Array;

  /** `expected` is how many digests it will hold, at 10 bits each; more make it say maybe more often. */
  constructor(expected: number) {
    const bits = 2 ** Math.ceil(Math.log2(Math.max(expected * 10, 1_000_000)));
    this.#bits = new Uint8Array(bits / 8);
  }

  /** A SHA-256 in hex: its own digits are as good as any hash of it. */
  add(sha256: string): void {
    for (const bit of this.#places(sha256)) this.#bits[bit >>> 3] = (this.#bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }

  mayHave(sha256: string): boolean {
    return this.#places(sha256).every((bit) => ((this.#bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0);
  }

  #places(sha256: string): number[] {
    const mask = this.#bits.length * 8 - 1;
    return [0, 8, 16, 24, 32, 40, 48].map((at) => Number.parseInt(sha256.slice(at, at + 8), 16) & mask);
  }
}
