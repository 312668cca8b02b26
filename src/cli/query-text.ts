import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { STANDARD_INPUT } from '../pipeline/find-inputs.ts';
import { decodeBytes } from '../text/charset.ts';
import { UsageError } from './command.ts';
import type { Io } from './io.ts';

/** Bytes of SQL that are read; people's queries have some thousand, and a file by mistake is no query. */
const LONGEST = 1_000_000;

async function textOf(name: string, stream: AsyncIterable<Uint8Array | string>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk));
      bytes += chunk.length;
      if (bytes > LONGEST) throw new UsageError(`${name} is longer than ${LONGEST} bytes; that is no query`);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${name} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { text, replaced } = decodeBytes(Buffer.concat(chunks));
  if (replaced > 0) throw new UsageError(`${name} is no text; SQL is read in UTF-8, UTF-16, GBK and Big5`);
  return text;
}

/**
 * The SQL that a command line gives: in itself, in a file in one of the usual encodings, or on standard input (`-`). Throws
 * `UsageError` where it gives none or two, and for a file that can't be read.
 */
export async function queryText(given: unknown, file: unknown, { cwd, stdin }: Io): Promise<string> {
  if ((given === undefined) === (file === undefined)) {
    throw new UsageError('give the SQL once: on the command line, in a file (--file FILE), or on standard input (-)');
  }
  if (given === STANDARD_INPUT || file === STANDARD_INPUT) return textOf('standard input', stdin);
  return file === undefined ? String(given) : textOf(String(file), createReadStream(resolve(cwd, String(file))));
}
