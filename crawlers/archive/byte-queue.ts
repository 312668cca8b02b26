import { bufferOf } from '../../src/model/bytes/buffer-of.ts';

const WINDOW = 64 * 1024;

/** Bytes that come in chunks, taken in pieces of any size. Holds one chunk and what was asked for, never the whole. */
export class ByteQueue {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #ended = false;
  /** Bytes taken so far. */
  position: number;

  constructor(source: AsyncIterable<Uint8Array>, position = 0) {
    this.#source = source[Symbol.asyncIterator]();
    this.position = position;
  }

  /** The next bytes without taking them: `count` of them, fewer only at the end. */
  async peek(count: number): Promise<Buffer> {
    if (this.#held.length < count && !this.#ended) {
      const parts = [this.#held];
      for (let length = this.#held.length; length < count; ) {
        const chunk = await this.#next();
        if (chunk === null) break;
        parts.push(chunk);
        length += chunk.length;
      }
      this.#held = parts.length === 1 ? this.#held : Buffer.concat(parts);
    }
    return this.#held.subarray(0, count);
  }

  async take(count: number): Promise<Buffer> {
    const bytes = await this.peek(count);
    this.#drop(bytes.length);
    return bytes;
  }

  /** Passes over bytes; returns how many there were. */
  async skip(count: number): Promise<number> {
    let left = count;
    while (left > 0) {
      const chunk = await this.chunk();
      if (chunk === null) break;
      if (chunk.length > left) this.unread(chunk.subarray(left));
      left -= Math.min(left, chunk.length);
    }
    return count - left;
  }

  /** Whatever comes next; null at the end. */
  async chunk(): Promise<Buffer | null> {
    const [first] = await this.peek(1);
    if (first === undefined) return null;
    const chunk = this.#held;
    this.#drop(chunk.length);
    return chunk;
  }

  /** Gives back the end of what was taken last. */
  unread(bytes: Buffer): void {
    this.#held = this.#held.length === 0 ? bytes : Buffer.concat([bytes, this.#held]);
    this.position -= bytes.length;
  }

  /** Passes over everything before the next `marker`; false where none comes. */
  async seek(marker: string): Promise<boolean> {
    for (;;) {
      const bytes = await this.peek(WINDOW);
      const at = bytes.indexOf(marker, 0, 'latin1');
      this.#drop(at >= 0 ? at : bytes.length);
      if (at >= 0) return true;
      if (bytes.length < WINDOW) return false;
      // The marker may lie across the border.
      this.unread(bytes.subarray(1 - marker.length));
    }
  }

  /** Lets go of the source. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#source.return?.();
  }

  async #next(): Promise<Buffer | null> {
    const { done, value } = await this.#source.next();
    if (done) {
      this.#ended = true;
      return null;
    }
    return bufferOf(value);
  }

  #drop(count: number): void {
    this.#held = this.#held.subarray(count);
    this.position += count;
  }
}
