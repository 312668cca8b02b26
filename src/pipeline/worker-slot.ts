import { Worker } from 'node:worker_threads';
import type { ExtractionResult } from '../report.ts';
import { type DocumentInput, type InputErrorCode, inputFailure } from './input.ts';

/** Posted by a worker when it begins a document: the time limit counts from here, not from the start of the thread. */
export const STARTED = 'started';

export interface SlotOptions {
  /** The compiled module the worker runs. */
  readonly script: URL;
  readonly timeLimitMs: number;
  readonly memoryLimitMb: number;
}

/** A place for one worker thread at a time. A worker that hangs or dies takes its document with it and is replaced. */
export interface Slot {
  /** Never rejects: a hang, a crash or memory run out is the failure of this document. */
  run(input: DocumentInput): Promise<ExtractionResult>;
  close(): Promise<void>;
}

type Outcome =
  | { readonly kind: 'done'; readonly result: ExtractionResult }
  | { readonly kind: 'late' }
  | { readonly kind: 'lost'; readonly cause: Error };

export function openSlot(options: SlotOptions): Slot {
  let worker: Worker | null = null;

  function start(): Worker {
    const started = new Worker(options.script, {
      // A page is alive for a few milliseconds; room for many of them in the young generation spares copying it.
      resourceLimits: { maxOldGenerationSizeMb: options.memoryLimitMb, maxYoungGenerationSizeMb: 96 },
    });
    // One that dies between two documents hurts none: the next document gets a new one.
    const forget = () => {
      if (worker === started) worker = null;
    };
    return started.on('error', forget).on('exit', forget);
  }

  return {
    async run(input) {
      const current = worker ?? start();
      worker = current;
      const outcome = await ask(current, input, options.timeLimitMs);
      if (outcome.kind === 'done') return outcome.result;
      worker = null;
      await current.terminate();
      const [code, message] = explain(outcome, options);
      return inputFailure(input.path, code, message);
    },
    async close() {
      await worker?.terminate();
    },
  };
}

function ask(worker: Worker, input: DocumentInput, timeLimitMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const settle = (outcome: Outcome) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(outcome);
    };
    const onMessage = (message: typeof STARTED | ExtractionResult) => {
      if (message === STARTED) timer = setTimeout(settle, timeLimitMs, { kind: 'late' });
      else settle({ kind: 'done', result: message });
    };
    const onError = (cause: Error) => settle({ kind: 'lost', cause });
    const onExit = (code: number) => settle({ kind: 'lost', cause: new Error(`the worker ended with code ${code}`) });
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(input);
  });
}

function explain(outcome: Exclude<Outcome, { kind: 'done' }>, options: SlotOptions): [InputErrorCode, string] {
  if (outcome.kind === 'late') {
    return ['TIMEOUT', `it was not read within ${options.timeLimitMs / 1000} s and was given up; look at it by hand`];
  }
  const { cause } = outcome;
  if ('code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return [
      'OUT_OF_MEMORY',
      `reading it took more than ${options.memoryLimitMb} MiB and was given up; look at it by hand`,
    ];
  }
  return [
    'INTERNAL',
    `the reader broke down on it (${cause.message}); this is a fault of the program, please report it`,
  ];
}
