import { relative } from 'node:path';
import type { Writable } from 'node:stream';
import type { Language, Message } from '../../model/report.ts';
import { printableLine } from '../export/printable.ts';

/** What a run of the program can reach of the outside; tests hand in their own. */
export interface Surroundings {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Milliseconds since 1970; the machine's clock where absent. */
  readonly now?: () => number;
}

/** The surroundings, and the language of everything that is said to them. */
export interface Io extends Surroundings {
  readonly language: Language;
}

/** The program that we write to has gone (`lanting … | head`): no fault, but nothing more to do. */
export class ClosedPipe extends Error {}

/** Writes and waits until it is taken, so that a slow reader slows the run down instead of filling the memory. */
export function write({ stdout }: Io, text: string | Uint8Array): Promise<void> {
  return new Promise((done, fail) => {
    stdout.write(text, (error) => {
      if (!error) done();
      else if ('code' in error && CLOSED.has(String(error.code))) fail(new ClosedPipe());
      else fail(error);
    });
  });
}

const CLOSED = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END', 'ECONNRESET']);

/** One clear line on standard error, in the user's language. */
export function complain({ stderr, language }: Io, message: Message): void {
  stderr.write(`lanting: ${printableLine(message[language])}\n`);
}

/** Names a document that failed, and why. */
export function complainOf(io: Io, path: string, error: { readonly code: string; readonly message: Message }): void {
  const { code, message } = error;
  complain(io, { zh: `${path}：${message.zh}（${code}）`, en: `${path}: ${message.en} (${code})` });
}

/** A path as it is written from the working folder, where it lies in it. */
export function fromHere({ cwd }: Io, path: string): string {
  const short = relative(cwd, path);
  return short.startsWith('..') ? path : short;
}
