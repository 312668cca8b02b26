import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'parse5';
import { openCorpus } from '../../db/connect.ts';
import { toJsonLine } from '../../src/app/export/json.ts';
import { extractPage } from '../../src/app/pipeline/extract.ts';
import { ingestResults } from '../../src/app/pipeline/ingest.ts';
import type { DocumentInput } from '../../src/app/pipeline/input.ts';
import { extractAll } from '../../src/app/pipeline/worker-pool.ts';
import { decodeBytes } from '../../src/model/text/charset.ts';
import { pdfBesidePdfJs, pdfMemory } from './formats.ts';
import { measureRecognition } from './recognition.ts';

/**
 * One measurement, in a process of its own: what ran before in a process changes how fast the engine runs what comes
 * after. Called as `measure.js TASK FOLDER AMOUNT`, prints a `Measurement` as JSON.
 */
export interface Measurement {
  readonly documents: number;
  /** Read; of the memory run, written. */
  readonly bytes: number;
  readonly seconds: number;
  readonly pages?: number;
  /** Of runs beside a bare library: seconds that the library alone took for the same pages. */
  readonly bareSeconds?: number;
  /** Of the memory run: mebibytes of resident memory, sampled evenly. */
  readonly resident?: readonly number[];
}

const [task = '', folder = '', amount = '1'] = process.argv.slice(2);
const paths = readdirSync(folder)
  .sort()
  .map((name) => join(folder, name));
const inputs = paths.map((path): DocumentInput => ({ kind: 'file', path, file: path }));
const pages = () => paths.map((path) => ({ path, bytes: new Uint8Array(readFileSync(path)) }));
const now = () => performance.now() / 1_000;

function* around<T>(items: readonly T[]): Generator<T> {
  for (;;) yield* items;
}

/** Passes over all pages before the clock starts, in every thread: the engine compiles what it sees often. */
const WARM_PASSES = 2;

/** Whole passes over all pages for about `seconds`. */
function passes(seconds: number, work: () => void, bytes: number): Measurement {
  for (let pass = 0; pass < WARM_PASSES; pass += 1) work();
  const started = now();
  let rounds = 0;
  while (now() < started + seconds) {
    work();
    rounds += 1;
  }
  return { documents: rounds * paths.length, bytes: rounds * bytes, seconds: now() - started };
}

const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);

const TASKS: Readonly<Record<string, (amount: number) => Measurement | Promise<Measurement>>> = {
  /** PDFs, file by file beside the bare text pass of pdf.js. */
  pdf: (seconds) => pdfBesidePdfJs(folder, seconds),

  'pdf-memory': (count) => pdfMemory(folder, count),

  /** Scanned pages, one by one beside the bare whole-page call of the recognition library. */
  async recognition() {
    const measured = await measureRecognition(pages().map(({ bytes }) => bytes));
    return { bytes: 0, ...(measured ?? { documents: 0, seconds: 0 }) };
  },

  /** The yardstick: the bare parse of the same pages, decoded beforehand. */
  parse5(seconds) {
    const all = pages();
    const texts = all.map(({ bytes }) => decodeBytes(bytes).text);
    const work = () => {
      for (const text of texts) parse(text);
    };
    return passes(seconds, work, total(all.map(({ bytes }) => bytes.length)));
  },

  /** Extract and audit, from bytes to the finished object, in one thread. */
  extract(seconds) {
    const all = pages();
    const work = () => {
      for (const { path, bytes } of all) extractPage(bytes, path);
    };
    return passes(seconds, work, total(all.map(({ bytes }) => bytes.length)));
  },

  /**
   * Page by page beside the bare parse of the same bytes, both in this process: neither runs in a loop of its own, as
   * neither does at work. The bare parse is told the encoding and decodes with it.
   */
  beside(seconds) {
    const all = pages().map((page) => ({ ...page, decoder: new TextDecoder(decodeBytes(page.bytes).charset) }));
    let bare = 0;
    let full = 0;
    const work = () => {
      for (const { path, bytes, decoder } of all) {
        const start = now();
        parse(decoder.decode(bytes));
        const middle = now();
        extractPage(bytes, path);
        bare += middle - start;
        full += now() - middle;
      }
    };
    for (let pass = 0; pass < WARM_PASSES; pass += 1) work();
    [bare, full] = [0, 0];
    let rounds = 0;
    for (const started = now(); now() < started + seconds; rounds += 1) work();
    const bytes = rounds * total(all.map((page) => page.bytes.length));
    return { documents: rounds * all.length, bytes, seconds: full, bareSeconds: bare };
  },

  /** The same through the worker pool, files read and results handed over. */
  async workers(seconds) {
    const warm = WARM_PASSES * paths.length * availableParallelism();
    let started = now();
    let documents = -warm;
    let bytes = 0;
    for await (const result of extractAll(around(inputs))) {
      documents += 1;
      if (documents > 0) bytes += result.source.bytes ?? 0;
      else started = now();
      if (documents > 0 && now() > started + seconds) break;
    }
    return { documents, bytes, seconds: now() - started };
  },

  /** Resident memory, all threads included, while many documents pass through the pool and are written out. */
  async memory(count) {
    const resident: number[] = [];
    const started = now();
    let documents = 0;
    let bytes = 0;
    for await (const result of extractAll(around(inputs))) {
      documents += 1;
      bytes += Buffer.byteLength(toJsonLine(result));
      if (documents % Math.ceil(count / 40) === 0) resident.push(process.memoryUsage.rss() / 1024 / 1024);
      if (documents >= count) break;
    }
    return { documents, bytes, seconds: now() - started, resident };
  },

  /** Storing alone: what was read beforehand goes into a new corpus. */
  async ingest() {
    const results = pages().map(({ path, bytes }) => extractPage(bytes, path));
    const place = mkdtempSync(join(tmpdir(), 'lanting-bench-'));
    const corpus = await openCorpus(join(place, 'bench.db'));
    const started = now();
    await ingestResults(corpus, results, { program: 'bench' });
    const seconds = now() - started;
    await corpus.destroy();
    rmSync(place, { recursive: true });
    return { documents: results.length, bytes: total(results.map(({ source }) => source.bytes ?? 0)), seconds };
  },
};

const measure = TASKS[task];
if (!measure) throw new Error(`there is no measurement ${task}; there are ${Object.keys(TASKS).join(', ')}`);
process.stdout.write(JSON.stringify(await measure(Number(amount))));
