/**
 * A worker thread that is ended while a library's native code runs takes the whole process with it: the library can't hand
 * its result to a thread that is no more, and aborts. So such calls are marked where both threads see it, and wait for each other.
 */

const FREE = 0;
const BUSY = 1;
const ENDED = 2;

/** Shared by a worker and the thread that ends it; one a worker. */
export const nativeLock = (): Int32Array => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

let own = nativeLock();

/** Says which lock the thread that runs this is ended by. */
export function useNativeLock(lock: Int32Array): void {
  own = lock;
}

/** Makes a native call, or never returns where the thread is about to be ended. One call of a thread at a time. */
export async function nativeCall<T>(call: () => Promise<T>): Promise<T> {
  if (Atomics.compareExchange(own, 0, FREE, BUSY) === ENDED) return new Promise(() => undefined);
  try {
    return await call();
  } finally {
    Atomics.store(own, 0, FREE);
  }
}

/** Whether the thread may be ended now; once it may, it makes no further native call. */
export const mayEnd = (lock: Int32Array): boolean => Atomics.compareExchange(lock, 0, FREE, ENDED) !== BUSY;
