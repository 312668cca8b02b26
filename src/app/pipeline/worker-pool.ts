import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { OcrMode } from '../../../extractors/read-document.ts';
import { BilingualError } from '../../model/messages/bilingual-error.ts';
import type { ExtractionResult } from '../../model/report.ts';
import { inOrder, type OrderBounds } from './in-order.ts';
import { type DocumentInput, inputFailure, type ReachedInput } from './input.ts';
import { type OnSite, openSlot, type Slot } from './worker-slot.ts';

export interface PoolOptions {
  /** When pictures are read by character recognition; `auto` by default. */
  readonly ocr?: OcrMode;
  /** Worker threads; as many as there are cores by default. Each starts when it is first needed. */
  readonly workers?: number;
  /** Milliseconds any document, and any picture of it, may take before its worker is ended, in place of the usual limits. */
  readonly timeLimitMs?: number;
  /** Mebibytes of heap a worker may fill. */
  readonly memoryLimitMb?: number;
  /** Files that were drawn and whose results were not taken yet; with their size, what bounds the memory of a long run. */
  readonly lookAhead?: number;
  /** Called with what a page says of the site it stands on, where it says something, before its result is given. */
  readonly onSite?: OnSite;
  /** Another module for the workers to run. */
  readonly script?: URL;
}

/** Files under way for each worker: one that is read, the others at hand. */
const AT_HAND = 4;
/** Files whose results may wait for one before them: at ten milliseconds each, what a worker reads while another is late. */
const LOOK_AHEAD = 2_000;
/** Bytes of the documents whose results may wait. A result takes about as much memory as its document. */
const WAITING_BYTES = 64 * 1024 * 1024;

const bytesOf = (results: readonly ExtractionResult[]): number =>
  results.reduce((sum, { source }) => sum + (source.bytes ?? 0), 0);

/** Worker threads that wait for files; each starts when it is first needed. Close it when done. */
export class WorkerPool {
  readonly #slots: readonly Slot[];
  readonly #idle: Slot[];
  readonly #waiting: ((slot: Slot) => void)[] = [];
  readonly #bounds: OrderBounds;

  constructor(options: PoolOptions = {}) {
    const { workers = availableParallelism(), ocr = 'auto', timeLimitMs, memoryLimitMb = 1024, onSite } = options;
    const { lookAhead = LOOK_AHEAD, script = extractScript() } = options;
    this.#slots = Array.from({ length: workers }, () => openSlot({ script, ocr, timeLimitMs, memoryLimitMb, onSite }));
    this.#idle = [...this.#slots];
    this.#bounds = { underWay: workers * AT_HAND, lookAhead, weight: WAITING_BYTES };
  }

  /**
   * One result for each document of the files (one a file, but for archives), in the order of the inputs. Inputs are drawn
   * only as results are taken, and one that takes long does not hold up those behind it. A single file goes through a
   * worker too: only there can a reading that would never end, or would fill the memory, be stopped.
   */
  async *extractAll(inputs: AsyncIterable<DocumentInput> | Iterable<DocumentInput>): AsyncGenerator<ExtractionResult> {
    const run = (input: DocumentInput) => this.#extract(input);
    for await (const results of inOrder(inputs, run, bytesOf, this.#bounds)) yield* results;
  }

  async close(): Promise<void> {
    this.#waiting.length = 0;
    await Promise.all(this.#slots.map((slot) => slot.close()));
  }

  async #extract(input: DocumentInput): Promise<readonly ExtractionResult[]> {
    if (input.kind === 'failed') return [inputFailure(input.path, input.code, input.message)];
    const slot = this.#idle.pop() ?? (await new Promise<Slot>((resolve) => this.#waiting.push(resolve)));
    const results = dated(await slot.run(input), input);
    const next = this.#waiting.shift();
    if (next) next(slot);
    else this.#idle.push(slot);
    return results;
  }
}

/** Whatever a file holds was fetched when the file was. */
function dated(results: readonly ExtractionResult[], input: ReachedInput): readonly ExtractionResult[] {
  const fetchedAt = input.kind === 'bytes' ? input.fetchedAt : undefined;
  if (fetchedAt === undefined) return results;
  return results.map((result) => ({ ...result, source: { ...result.source, fetchedAt } }) as ExtractionResult);
}

/** Extracts files in a pool of their own; see `WorkerPool.extractAll`. */
export async function* extractAll(
  inputs: AsyncIterable<DocumentInput> | Iterable<DocumentInput>,
  options: PoolOptions = {},
): AsyncGenerator<ExtractionResult> {
  const pool = new WorkerPool(options);
  try {
    yield* pool.extractAll(inputs);
  } finally {
    await pool.close();
  }
}

/** Workers run compiled code. From TypeScript sources (in tests) that is the build that set-up made in `dist/`. */
function extractScript(): URL {
  const fromSource = import.meta.url.endsWith('.ts');
  const place = fromSource ? '../../../dist/src/app/pipeline/extract-worker.js' : './extract-worker.js';
  const script = new URL(place, import.meta.url);
  if (!existsSync(script)) {
    const file = fileURLToPath(script);
    throw new BilingualError({
      zh: `没有 ${file}；请先运行 \`npm run build\``,
      en: `${file} is not there; run \`npm run build\` first`,
    });
  }
  return script;
}
