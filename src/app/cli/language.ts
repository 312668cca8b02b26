import type { Language } from '../../model/report.ts';
import { choice } from './command.ts';

const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];

export const languageOption = () =>
  choice(
    '--lang <language>',
    { zh: '消息所用的语言；默认随系统语言', en: 'language of the messages; by default that of your system' },
    LANGUAGES,
  );

/**
 * The language of everything that a command line says, before it is parsed: that of the last `--lang`, wherever it stands, else
 * that of the locale (Chinese for zh_*, else English). A value that is none is left to the parser to refuse.
 */
export function languageOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  const asked = own.flatMap((arg, index) =>
    arg === '--lang' ? [own[index + 1]] : arg.startsWith('--lang=') ? [arg.slice('--lang='.length)] : [],
  );
  const language = LANGUAGES.find((one) => one === asked.at(-1));
  if (language) return language;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.startsWith('zh') ? 'zh' : 'en';
}
