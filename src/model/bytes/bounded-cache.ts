/** A map with a bound on its entries: the one written or refreshed longest ago goes first. */
export class BoundedCache<K, V> {
  readonly #entries = new Map<K, V>();
  readonly #most: number;
  readonly #onDrop: (value: V) => void;

  /** @param onDrop called with each value that leaves, so that what it holds can be released */
  constructor(most: number, onDrop: (value: V) => void = () => undefined) {
    this.#most = most;
    this.#onDrop = onDrop;
  }

  get(key: K): V | undefined {
    return this.#entries.get(key);
  }

  /** The value of a key, which now stays as long as a new one. */
  refresh(key: K): V | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, value);
    }
    return value;
  }

  set(key: K, value: V): void {
    const old = this.#entries.get(key);
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (old !== undefined && old !== value) this.#onDrop(old);
    if (this.#entries.size > this.#most) {
      const [oldest] = this.#entries.keys();
      this.#drop(oldest as K);
    }
  }

  clear(): void {
    for (const key of [...this.#entries.keys()]) this.#drop(key);
  }

  values(): IterableIterator<V> {
    return this.#entries.values();
  }

  #drop(key: K): void {
    const value = this.#entries.get(key) as V;
    this.#entries.delete(key);
    this.#onDrop(value);
  }
}
