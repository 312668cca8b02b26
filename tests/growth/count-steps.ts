import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';

/**
 * Counts the steps of a run without a clock: how often each block of the project's and its libraries' code was run, as V8
 * counts it for coverage, and for the built-in functions that copy or search, how many items or characters they went over.
 * Blocks are counted in what is compiled from here on: import what is to be counted after this module, by `import()`.
 */

// Code that was thrown away and compiled again would be counted afresh, and as a whole.
setFlagsFromString('--no-flush-bytecode');
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** Steps of built-in functions since the run began. */
let builtIn = 0;

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Weigh = (self: { readonly length: number }, result: unknown, args: readonly unknown[]) => number;

const lengthOf = (value: unknown): number => (value as { readonly length: number } | null)?.length ?? 0;
const whole: Weigh = (self) => self.length;
const made: Weigh = (_, result) => lengthOf(result);
/** A search goes from its start to what it finds, or to the end. */
const sought: Weigh = (self, found, [, from = 0]) =>
  typeof found === 'number' && found >= 0 ? found - Number(from) + 1 : self.length - Number(from);

const ARRAY: Readonly<Record<string, Weigh>> = {
  slice: made,
  concat: made,
  join: whole,
  reverse: whole,
  fill: whole,
  flat: made,
  unshift: whole,
  indexOf: sought,
  includes: whole,
  // Steps of a splice: what it moves.
  splice: (self, _, [at = 0]) => Math.max(0, self.length - Number(at)),
};

const STRING: Readonly<Record<string, Weigh>> = {
  indexOf: sought,
  includes: whole,
  split: whole,
  normalize: whole,
  toLowerCase: whole,
  toUpperCase: whole,
  repeat: made,
  trim: whole,
};

/** Whether an expression can match at the beginning only. */
const isAnchored = ({ source, multiline, sticky }: RegExp): boolean =>
  sticky || (!multiline && source.startsWith('^') && !source.includes('|'));

/** An expression goes from where it begins to the end of what it finds; or over all of it. What it tries again is not seen. */
function expressionSteps(self: RegExp, text: string, from: number, match: RegExpExecArray | null): number {
  if (match) return match.index + match[0].length - from + 1;
  return isAnchored(self) ? 1 : text.length - from + 1;
}

/** Puts counting methods in place of the built-in ones, and gives back what undoes it. */
function watchBuiltIns(): () => void {
  const undo: (() => void)[] = [];
  const replace = (target: object, name: string | symbol, make: (original: Method) => Method) => {
    const original = (target as Record<string | symbol, Method>)[name] as Method;
    Object.defineProperty(target, name, { value: make(original), writable: true, configurable: true });
    undo.push(() => Object.defineProperty(target, name, { value: original, writable: true, configurable: true }));
  };
  for (const [target, methods] of [[Array.prototype, ARRAY] as const, [String.prototype, STRING] as const]) {
    for (const [name, weigh] of Object.entries(methods)) {
      replace(
        target,
        name,
        (original) =>
          function (this: unknown, ...args) {
            const result = original.apply(this, args);
            builtIn += weigh(this as { length: number }, result, args);
            return result;
          },
      );
    }
  }
  replace(
    RegExp.prototype,
    'exec',
    (original) =>
      function (this: unknown, ...args) {
        const self = this as RegExp;
        const from = self.global || self.sticky ? self.lastIndex : 0;
        const match = original.apply(this, args) as RegExpExecArray | null;
        builtIn += expressionSteps(self, String(args[0]), from, match);
        return match;
      },
  );
  // Spreading and destructuring ask the iterator of an array, item by item.
  replace(
    Array.prototype,
    Symbol.iterator,
    (original) =>
      function (this: unknown) {
        const items = original.apply(this, []) as Iterator<unknown>;
        return {
          next: () => {
            builtIn += 1;
            return items.next();
          },
          [Symbol.iterator]() {
            return this;
          },
        };
      },
  );
  return () => {
    for (const each of undo) each();
  };
}

/** The project's files, and the parsers it uses; not the test's own. */
const COUNTED = /\/(?:extractors|src|node_modules\/(?!\.|vite|@vitest|tinyrainbow|chai))/;
const TESTS = /\/tests\//;

/** Characters of code that make a step: about a line. */
const STEP = 40;

/**
 * The code of a function that was run, in characters. V8 lists ranges inside one another, each with its count, and leaves out
 * those that were run as often as the one around them.
 */
function charactersRun(ranges: readonly Profiler.CoverageRange[]): number {
  let characters = 0;
  const around: Profiler.CoverageRange[] = [];
  for (const range of ranges) {
    while (around.length > 0 && (around.at(-1) as Profiler.CoverageRange).endOffset <= range.startOffset) around.pop();
    const instead = around.at(-1)?.count ?? 0;
    characters += (range.endOffset - range.startOffset) * (range.count - instead);
    around.push(range);
  }
  return characters;
}

/** Steps that were run since coverage was last taken. */
async function takeCounts(session: Session): Promise<number> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  let characters = 0;
  for (const { url, functions } of result) {
    if (!COUNTED.test(url) || TESTS.test(url)) continue;
    for (const { ranges } of functions) characters += charactersRun(ranges);
  }
  return characters / STEP;
}

/** Runs something and says how many steps it took. Steps of two runs at a time would be added up. */
export async function countSteps(run: () => unknown): Promise<number> {
  await takeCounts(session);
  const restore = watchBuiltIns();
  builtIn = 0;
  let native = 0;
  try {
    await run();
  } finally {
    native = builtIn;
    restore();
  }
  return (await takeCounts(session)) + native;
}
