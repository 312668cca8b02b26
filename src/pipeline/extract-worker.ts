import { parentPort, workerData } from 'node:worker_threads';
import { useNativeLock } from '../../extractors/native-call.ts';
import { extractFile } from './extract.ts';
import { inputFailure, toInputError } from './input.ts';
import { readInput } from './read-input.ts';
import type { Task, WorkerMessage } from './worker-messages.ts';

/** What runs in each worker thread: tasks come in as messages; each of its documents is announced, then its result sent. */

useNativeLock(workerData as Int32Array);

const post = (message: WorkerMessage): void => parentPort?.postMessage(message);

async function work({ input, ocr, skip }: Task): Promise<void> {
  post({ kind: 'began', path: input.path });
  let bytes: Uint8Array;
  try {
    bytes = input.kind === 'bytes' ? input.bytes : readInput(input.file);
  } catch (error) {
    const { code, text } = toInputError(error);
    post({ kind: 'result', result: inputFailure(input.path, code, text) });
    return;
  }
  const options = {
    ocr,
    skip,
    onBegin: (path: string) => post({ kind: 'began', path }),
    onPicture: () => post({ kind: 'picture' }),
  };
  for await (const result of extractFile(bytes, input.path, options)) post({ kind: 'result', result });
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
