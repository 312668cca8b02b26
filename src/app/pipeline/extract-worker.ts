import { parentPort, workerData } from 'node:worker_threads';
import { useNativeLock } from '../../../extractors/native-call.ts';
import type { SiteMarks } from '../../model/bodies/body-place.ts';
import { extractFile } from './extract.ts';
import { inputFailure, toInputError } from './input.ts';
import { readInput } from './read-input.ts';
import type { Task, WorkerMessage } from './worker-messages.ts';

/** What runs in each worker thread: tasks come in as messages; each of its documents is announced, then its result sent. */

useNativeLock(workerData as Int32Array);

const post = (message: WorkerMessage): void => parentPort?.postMessage(message);

/** What a page says of its site stays beside its result, which is public as it is. */
async function work({ input, ocr, skip }: Task): Promise<void> {
  post({ kind: 'began', path: input.path });
  let bytes: Uint8Array;
  try {
    bytes = input.kind === 'bytes' ? input.bytes : readInput(input.file);
  } catch (error) {
    const { code, text } = toInputError(error);
    post({ kind: 'result', result: inputFailure(input.path, code, text), site: null });
    return;
  }
  let site: SiteMarks | null = null;
  const options = {
    ocr,
    skip,
    onBegin: (path: string) => post({ kind: 'began', path }),
    onPicture: () => post({ kind: 'picture' }),
    onSite(found: SiteMarks | null) {
      site = found;
    },
  };
  for await (const result of extractFile(bytes, input.path, options)) {
    post({ kind: 'result', result, site });
    site = null;
  }
}

parentPort?.on('message', (task: Task) => {
  // Rejects only by a fault of the program: thrown outside the promise, it ends the worker, which is how the pool learns of it.
  work(task).then(
    () => post({ kind: 'done' }),
    (error: unknown) =>
      setImmediate(() => {
        throw error;
      }),
  );
});
