import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A disk with less room than is to be kept free. Bytes. */
export interface Shortage {
  readonly folder: string;
  readonly free: number;
  readonly keepFree: number;
}

/** Free bytes of the disk that a path would lie on; infinite where the system does not say. */
export async function freeBytes(path: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  } catch (error) {
    const parent = dirname(path);
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing && parent !== path ? freeBytes(parent) : Number.POSITIVE_INFINITY;
  }
}

/** Watches that the disks of some folders keep so many bytes free, so that a run ends while what is under way still fits. */
export class DiskRoom {
  readonly #folders: readonly string[];
  readonly #keepFree: number;
  readonly #free: typeof freeBytes;
  /** Bytes that may still be written before it is worth looking again. */
  #unseen = 0;
  /** The first disk that was found short; null while there is room. */
  shortage: Shortage | null = null;

  constructor(folders: readonly string[], keepFree: number, free: typeof freeBytes = freeBytes) {
    this.#folders = folders;
    this.#keepFree = keepFree;
    this.#free = free;
  }

  /** Whether there is room, as of now. */
  async look(): Promise<boolean> {
    if (this.shortage) return false;
    let left = Number.POSITIVE_INFINITY;
    for (const folder of this.#folders) {
      const free = await this.#free(folder);
      if (free < this.#keepFree) this.shortage ??= { folder, free, keepFree: this.#keepFree };
      left = Math.min(left, free - this.#keepFree);
    }
    // Other programs and the corpus write too: half of what is left is for them.
    this.#unseen = left / 2;
    return this.shortage === null;
  }

  /** Whether there is room once so many bytes more were written; looks where half of what was left is used up. */
  async spend(bytes: number): Promise<boolean> {
    this.#unseen -= bytes;
    return this.#unseen > 0 ? this.shortage === null : this.look();
  }
}
