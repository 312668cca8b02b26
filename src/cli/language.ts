import { Option } from 'commander';
import type { Message } from '../report.ts';
import type { Io } from './io.ts';

export type Language = keyof Message;

export const languageOption = (): Option =>
  new Option('--lang <language>', 'language of the messages; by default that of your system').choices(['zh', 'en']);

/** The language asked for, or that of the system's locale: Chinese for zh_*, else English. */
export function languageOf(asked: unknown, { env }: Io): Language {
  if (asked === 'zh' || asked === 'en') return asked;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.startsWith('zh') ? 'zh' : 'en';
}
