import { InvalidArgumentError, Option } from 'commander';
import type { Io } from './io.ts';

/** One command of the program, as data: its help and its usage errors follow from this. */
export interface CliCommand {
  /** Name and arguments: `extract <path...>`. */
  readonly usage: string;
  readonly summary: string;
  /** What it does, in plain words. */
  readonly details: string;
  readonly examples: readonly string[];
  readonly options: readonly Option[];
  /** Returns the exit code. */
  run(args: readonly unknown[], options: Readonly<Record<string, unknown>>, io: Io): Promise<number>;
}

/** The exit codes of the program; they are part of its contract. */
export const EXIT = { done: 0, internal: 1, usage: 2, someFailed: 3, found: 4, held: 5, stopped: 6 } as const;

/** The user asked for something that can't be done as asked. */
export class UsageError extends Error {}

/** An option of a fixed set of values. */
export const choice = (flags: string, description: string, values: readonly string[]): Option =>
  new Option(flags, description).choices(values);

/** The choice of an output format, of which the first is the default. */
export const formatOption = (description: string, values: readonly string[]): Option =>
  choice('--format <format>', description, values).default(values[0]);

/** An option that takes a whole number of at least `least`. */
export const wholeNumber = (flags: string, description: string, least: number): Option =>
  new Option(flags, description).argParser((value: string) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= least)) throw new InvalidArgumentError(`It must be a whole number from ${least} up.`);
    return number;
  });
