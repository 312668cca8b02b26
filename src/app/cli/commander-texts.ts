import { type Help, InvalidArgumentError, type Option } from 'commander';
import type { Language } from '../../model/report.ts';
import { displayWidth } from '../export/text-table.ts';
import { CliOption, InvalidValue } from './command.ts';
import { wrapText } from './wrap-text.ts';

/** What commander says by itself, in Chinese; in English it says it. */

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const choicesOf = (option: Option): string[] => (option.argChoices ? [`可选：${option.argChoices.join('、')}`] : []);

const defaultOf = ({ required, optional, defaultValue, defaultValueDescription }: Option): string[] =>
  (required || optional) && defaultValue !== undefined
    ? [`默认：${defaultValueDescription ?? String(defaultValue)}`]
    : [];

const variableOf = ({ envVar }: Option): string[] => (envVar === undefined ? [] : [`环境变量：${envVar}`]);

/** How help is put together in a language. */
export const helpStyle = (language: Language): Partial<Help> =>
  language === 'en'
    ? {}
    : {
        styleTitle: (title) => TITLES[title] ?? title,
        styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '[命令]'),
        styleSubcommandTerm: (term) => term.replace('[options]', '[选项]'),
        optionDescription: (option) => {
          const notes = [...choicesOf(option), ...defaultOf(option), ...variableOf(option)];
          return `${option.description}${notes.length > 0 ? `（${notes.join('；')}）` : ''}`;
        },
        displayWidth: displayWidth,
        boxWrap: wrapText,
      };

/** Texts of the errors that commander raises, by pattern; what it takes from the command line stands in the holes. */
const ERRORS: readonly (readonly [RegExp, string])[] = [
  [/^unknown option '(.*)'/s, '没有选项 $1'],
  [/^unknown command '(.*)'/s, '没有命令 $1'],
  [/^missing required argument '(.*)'/s, '缺少参数 $1'],
  [/^option '(.*)' argument missing/s, '选项 $1 缺少值'],
  [/^required option '(.*)' not specified/s, '必须给出选项 $1'],
  [
    /^too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\.?/s,
    '$1 的参数过多：应有 $2 个，给了 $3 个',
  ],
  [/^option '(.*?)' argument '(.*)' is invalid\. ?/s, '选项 $1 的值 $2 无效。'],
  [/^option '(.*?)' value '(.*)' from env '(.*)' is invalid\. ?/s, '环境变量 $3 所给选项 $1 的值 $2 无效。'],
  [/\s*\(Did you mean (?:one of )?(.*)\?\)$/s, '（是否想写 $1？）'],
  [/Allowed choices are (.*)\.$/s, '可选：$1。'],
];

/** An error of commander as it is told to the user. */
export function usageErrorText(text: string, language: Language): string {
  const plain = text.replace(/^error: /, '').trim();
  if (language === 'en') return `${plain} (lanting help shows how)`;
  const told = ERRORS.reduce((text, [pattern, words]) => text.replace(pattern, words), plain);
  return `${told}${told.endsWith('。') ? '' : '；'}用法见 lanting help`;
}

/** An option as commander is to know it in a language. The option itself is shared by all runs and stays as it is. */
export function optionIn(option: CliOption, language: Language): Option {
  const own = Object.assign(new CliOption(option.flags, option.text), option);
  own.description = option.text[language];
  const { parseArg } = option;
  if (parseArg) {
    own.parseArg = (value, previous) => {
      try {
        return parseArg(value, previous);
      } catch (error) {
        throw error instanceof InvalidValue ? new InvalidArgumentError(error.text[language]) : error;
      }
    };
  }
  return own;
}
