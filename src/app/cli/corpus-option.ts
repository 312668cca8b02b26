import { resolve } from 'node:path';
import { CliOption } from './command.ts';
import type { Io } from './io.ts';

export const corpusOption = (): CliOption =>
  new CliOption('--db <file>', {
    zh: '语料库文件；默认为环境变量 LANTING_DB 所指，或当前文件夹中的 lanting.db',
    en: 'the corpus; by default $LANTING_DB, or lanting.db in the working folder',
  });

/** The absolute path of the corpus that is meant. */
export const corpusPath = (asked: unknown, { env, cwd }: Io): string =>
  resolve(cwd, typeof asked === 'string' ? asked : env.LANTING_DB || 'lanting.db');
