import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Io } from './io.ts';

export const corpusOption = (): Option =>
  new Option('--db <file>', 'the corpus; by default $LANTING_DB, or lanting.db in the working folder');

/** The absolute path of the corpus that is meant. */
export const corpusPath = (asked: unknown, { env, cwd }: Io): string =>
  resolve(cwd, typeof asked === 'string' ? asked : env.LANTING_DB || 'lanting.db');
