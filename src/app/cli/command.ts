import { InvalidArgumentError, Option } from 'commander';
import { BilingualError } from '../../model/messages/bilingual-error.ts';
import type { Message } from '../../model/report.ts';
import type { Io } from './io.ts';

/** One command of the program, as data: its help and its usage errors follow from this and from its line in the list of commands. */
export interface CliCommand {
  /** What it does, in plain words. */
  readonly details: Message;
  readonly examples: readonly string[];
  /** Its own; `--lang` is every command's. */
  readonly options: readonly CliOption[];
  /** Returns the exit code. */
  run(args: readonly unknown[], options: Readonly<Record<string, unknown>>, io: Io): Promise<number>;
}

/** The exit codes of the program; they are part of its contract. */
export const EXIT = { done: 0, internal: 1, usage: 2, someFailed: 3, found: 4, locked: 5, stopped: 6 } as const;

/** The user asked for something that can't be done as asked. */
export class UsageError extends BilingualError {}

/** An option described in both languages. */
export class CliOption extends Option {
  readonly text: Message;

  constructor(flags: string, text: Message) {
    super(flags, text.en);
    this.text = text;
  }
}

/** A value that an option can't take; thrown by its parser. The message stands behind the option and the value. */
export class InvalidValue extends InvalidArgumentError {
  readonly text: Message;

  constructor(text: Message) {
    super(text.en);
    this.text = text;
  }
}

/** An option of a fixed set of values. */
export const choice = (flags: string, text: Message, values: readonly string[]): CliOption =>
  new CliOption(flags, text).choices(values);

/** The choice of an output format, of which the first is the default. */
export const formatOption = (text: Message, values: readonly string[]): CliOption =>
  choice('--format <format>', text, values).default(values[0]);

/** An option that takes a whole number of at least `least`. */
export const wholeNumber = (flags: string, text: Message, least: number): CliOption =>
  new CliOption(flags, text).argParser((value: string) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= least)) {
      throw new InvalidValue({
        zh: `应为不小于 ${least} 的整数。`,
        en: `It must be a whole number from ${least} up.`,
      });
    }
    return number;
  });
