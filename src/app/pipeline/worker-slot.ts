import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { mayEnd, nativeLock } from '../../../extractors/native-call.ts';
import type { OcrMode } from '../../../extractors/read-document.ts';
import type { SiteMarks } from '../../model/bodies/body-place.ts';
import type { ExtractionResult, Message } from '../../model/report.ts';
import { type InputErrorCode, inputFailure, type ReachedInput } from './input.ts';
import { timeLimitMs, type Work } from './time-limits.ts';
import type { Task, WorkerMessage } from './worker-messages.ts';

interface SlotOptions {
  /** The compiled module the worker runs. */
  readonly script: URL;
  readonly ocr: OcrMode;
  /** Milliseconds for any document or picture, in place of the limits of `time-limits.ts`. */
  readonly timeLimitMs?: number | undefined;
  readonly memoryLimitMb: number;
  /** Called with what a page says of the site it stands on, where it says something, before its result is given. */
  readonly onSite?: OnSite | undefined;
}

/** The page is named by the SHA-256 of its bytes. */
export type OnSite = (sha256: string, site: SiteMarks) => void;

/** A place for one worker thread at a time. A worker that hangs or dies takes its document with it and is replaced. */
export interface Slot {
  /**
   * One result for each document of the file. Never rejects: a hang, a crash or memory run out is the failure of the
   * document under way, and the file's other documents are read by the next worker.
   */
  run(input: ReachedInput): Promise<readonly ExtractionResult[]>;
  close(): Promise<void>;
}

/** Workers that one file may cost. An archive full of documents that break the reader would else go on for days. */
const MOST_LOSSES = 3;

/** `threadId` of a worker that has ended. */
const GONE = -1;
/** A native call, a batch of lines to recognise, takes a fraction of a second. ms. */
const NATIVE_LOOK = 10;

type End =
  | { readonly kind: 'done' }
  | { readonly kind: 'late'; readonly limitMs: number }
  | { readonly kind: 'lost'; readonly cause: Error };

type Loss = Exclude<End, { kind: 'done' }>;

export function openSlot(options: SlotOptions): Slot {
  let worker: Worker | null = null;
  let lock = nativeLock();

  function start(): Worker {
    lock = nativeLock();
    const started = new Worker(options.script, {
      workerData: lock,
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
      const results: ExtractionResult[] = [];
      for (let losses = 1; ; losses += 1) {
        const current = worker ?? start();
        worker = current;
        const conversation = new Conversation(input, results, options);
        const end = await conversation.hold(current);
        if (end.kind === 'done') return results;
        worker = null;
        await stop(current, lock);
        const { path } = conversation;
        if (results.at(-1)?.source.path === input.path) return results;
        results.push(inputFailure(path, ...explain(end, options)));
        if (path === input.path) return results;
        if (losses === MOST_LOSSES) return [...results, givenUp(input.path)];
      }
    },
    async close() {
      if (worker) await stop(worker, lock);
    },
  };
}

/** Ends a worker, but not within a native call, which would end the process too. */
async function stop(worker: Worker, lock: Int32Array): Promise<void> {
  while (worker.threadId !== GONE && !mayEnd(lock)) await wait(NATIVE_LOOK);
  await worker.terminate();
}

const givenUp = (path: string): ExtractionResult =>
  inputFailure(path, 'INTERNAL', {
    zh: `其中 ${MOST_LOSSES} 个成员使读取程序崩溃，其后的成员未读；请解压后给出文件夹`,
    en: `${MOST_LOSSES} of its members broke the reader; those after them were not read: unpack it and name the folder`,
  });

/** One task given to one worker: its results are taken in as they come. */
class Conversation {
  /** The document under way; between two members of an archive that is the archive. */
  path: string;
  readonly #task: Task;
  readonly #results: ExtractionResult[];
  readonly #onSite: OnSite | undefined;
  readonly #limitMs: (work: Work) => number;

  constructor(input: ReachedInput, results: ExtractionResult[], { ocr, timeLimitMs: asked, onSite }: SlotOptions) {
    this.path = input.path;
    this.#task = { input, ocr, skip: results.length };
    this.#results = results;
    this.#onSite = onSite;
    this.#limitMs = (work) => asked ?? timeLimitMs(work);
  }

  hold(worker: Worker): Promise<End> {
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const finish = (end: End) => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        resolve(end);
      };
      const onMessage = (message: WorkerMessage) => {
        if (message.kind === 'done') return finish(message);
        if (message.kind === 'result') {
          this.path = this.#task.input.path;
          this.#results.push(message.result);
          const { sha256 } = message.result.source;
          if (message.site && sha256 !== undefined) this.#onSite?.(sha256, message.site);
          return;
        }
        if (message.kind === 'began') this.path = message.path;
        const limitMs = this.#limitMs(message.kind === 'began' ? 'document' : 'picture');
        clearTimeout(timer);
        timer = setTimeout(finish, limitMs, { kind: 'late', limitMs });
      };
      // An error may overtake what the worker said before it; only at its exit has all of that arrived.
      let cause: Error | undefined;
      const onError = (error: Error) => {
        cause = error;
      };
      const onExit = (code: number) =>
        finish({ kind: 'lost', cause: cause ?? new Error(`the worker ended with code ${code}`) });
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(this.#task);
    });
  }
}

function explain(loss: Loss, options: SlotOptions): [InputErrorCode, Message] {
  if (loss.kind === 'late') {
    return [
      'TIMEOUT',
      {
        zh: `${loss.limitMs / 1000} 秒内未能读完，已放弃；请人工查看`,
        en: `it was not read within ${loss.limitMs / 1000} s and was given up; look at it by hand`,
      },
    ];
  }
  const { cause } = loss;
  if ('code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return [
      'OUT_OF_MEMORY',
      {
        zh: `读取所需内存超过 ${options.memoryLimitMb} MiB，已放弃；请人工查看`,
        en: `reading it took more than ${options.memoryLimitMb} MiB and was given up; look at it by hand`,
      },
    ];
  }
  return [
    'INTERNAL',
    {
      zh: `读取程序在此文件上崩溃（${cause.message}）；这是程序的错误，请报告`,
      en: `the reader broke down on it (${cause.message}); this is a fault of the program, please report it`,
    },
  ];
}
