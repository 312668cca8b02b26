import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ExtractionResult } from '../report.ts';
import { type DocumentInput, inputFailure } from './input.ts';
import { openSlot, type Slot } from './worker-slot.ts';

export interface PoolOptions {
  /** Worker threads; as many as there are cores by default. Each starts when it is first needed. */
  readonly workers?: number;
  /** Milliseconds a document may take before its worker is ended. */
  readonly timeLimitMs?: number;
  /** Mebibytes of heap a worker may fill. */
  readonly memoryLimitMb?: number;
  /** Documents under way or waiting to be taken; what bounds the memory of a long run. */
  readonly lookAhead?: number;
  /** Another module for the workers to run. */
  readonly script?: URL;
}

/**
 * Extracts documents in worker threads and yields one result for each, in the order of the inputs. Inputs are drawn
 * only as results are taken, so a run over any number of documents holds `lookAhead` of them. A single document goes
 * through a worker too: only there can a reading that would never end, or would fill the memory, be stopped.
 */
export async function* extractAll(
  inputs: AsyncIterable<DocumentInput> | Iterable<DocumentInput>,
  options: PoolOptions = {},
): AsyncGenerator<ExtractionResult> {
  const { workers = availableParallelism(), timeLimitMs = 60_000, memoryLimitMb = 1024 } = options;
  const { lookAhead = workers * 4, script = extractScript() } = options;
  const slots = Array.from({ length: workers }, () => openSlot({ script, timeLimitMs, memoryLimitMb }));
  const idle = [...slots];
  const waiting: ((slot: Slot) => void)[] = [];
  const pending: Promise<ExtractionResult>[] = [];
  const takeFirst = () => pending.shift() as Promise<ExtractionResult>;

  async function extract(input: DocumentInput): Promise<ExtractionResult> {
    if (input.kind === 'failed') return inputFailure(input.path, input.code, input.message);
    const slot = idle.pop() ?? (await new Promise<Slot>((resolve) => waiting.push(resolve)));
    const result = await slot.run(input);
    const next = waiting.shift();
    if (next) next(slot);
    else idle.push(slot);
    return result;
  }

  try {
    for await (const input of inputs) {
      pending.push(extract(input));
      if (pending.length >= lookAhead) yield await takeFirst();
    }
    while (pending.length > 0) yield await takeFirst();
  } finally {
    waiting.length = 0;
    await Promise.all(slots.map((slot) => slot.close()));
  }
}

/** Workers run compiled code. From TypeScript sources (in tests) that is the build that set-up made in `dist/`. */
function extractScript(): URL {
  const fromSource = import.meta.url.endsWith('.ts');
  const place = fromSource ? '../../dist/src/pipeline/extract-worker.js' : './extract-worker.js';
  const script = new URL(place, import.meta.url);
  if (!existsSync(script)) throw new Error(`${fileURLToPath(script)} is not there; run \`npm run build\` first`);
  return script;
}
