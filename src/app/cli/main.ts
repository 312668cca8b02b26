import { Command, CommanderError } from 'commander';
import { textOf } from '../../model/messages/bilingual-error.ts';
import type { Message } from '../../model/report.ts';
import { EXIT, UsageError } from './command.ts';
import { COMMANDS, nameOf } from './command-list.ts';
import { helpStyle, optionIn, usageErrorText } from './commander-texts.ts';
import { ClosedPipe, complain, type Io, type Surroundings } from './io.ts';
import { languageOf, languageOption } from './language.ts';
import { packageVersion } from './package.ts';

const EXIT_CODES: Message = {
  zh: `退出码：0 完成；1 程序自身或语料库所在存储出错；2 用法有误；3 已完成，但有文件或网站失败（逐一列名）；
4 audit --fail-on 有所发现；5 语料库正被另一次运行占用；6 因限额而中止。`,
  en: `Exit codes: 0 done; 1 a fault of this program; 2 wrong usage; 3 done, but some documents or portals failed (each is named);
4 audit --fail-on found something; 5 another run holds the corpus; 6 stopped by a limit.`,
};

/** What the help of the program says by itself. */
const TEXTS = {
  program: {
    zh: '读取政府信息公开工作年度报告，核查其中的数字，并存入可查询的语料库。',
    en: 'Reads Chinese annual reports on government information disclosure (政府信息公开工作年度报告).',
  },
  version: { zh: '显示版本号', en: 'output the version number' },
  debug: { zh: '显示错误出在程序何处', en: 'show where in the program an error arose' },
  help: { zh: '显示帮助', en: 'display help for command' },
  helpCommand: { zh: '显示某条命令的帮助', en: 'display help for command' },
  more: { zh: '某条命令的帮助：lanting help extract', en: 'Help on a command: lanting help extract' },
  examples: { zh: '示例：', en: 'Examples:' },
} satisfies Record<string, Message>;

/**
 * The whole program: runs one command line and returns its exit code. Results go to `io.stdout`, everything else to
 * `io.stderr`. It never throws and never ends the process.
 */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const io: Io = { ...surroundings, language: languageOf(args, surroundings.env) };
  // Failed writes are seen by their writer; without a listener the stream would end the process on top of it. It stays: what
  // was written last may fail after the run.
  for (const stream of [io.stdout, io.stderr]) {
    if (!stream.listeners('error').includes(ignore)) stream.on('error', ignore);
  }
  try {
    return await runCommand(args, io);
  } catch (error) {
    if (error instanceof ClosedPipe) return EXIT.done;
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (args.includes('--debug')) io.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    const [code, { zh, en }] = await explain(error);
    const lines = { zh: zh.split('\n'), en: en.split('\n') };
    for (const line of lines[io.language]) complain(io, { zh: line, en: line });
    return code;
  }
}

const ignore = () => undefined;

/** What an error of the corpus ends the program with, by its code; any other is a matter of the command line. */
const CORPUS_EXITS: Readonly<Record<string, number>> = {
  CORPUS_FAULT: EXIT.internal,
  CORPUS_LOCKED: EXIT.locked,
  CORPUS_CHANGED: EXIT.locked,
  CRAWL_LOCKED: EXIT.locked,
  CRAWL_LOCK_LOST: EXIT.locked,
  QUERY_TIMEOUT: EXIT.stopped,
  QUERY_TOO_LARGE: EXIT.stopped,
};

/** The rooms outside are loaded here, and not above, so that a command without need of them runs without them. */
async function explain(error: unknown): Promise<[code: number, message: Message]> {
  const message = textOf(error);
  const [{ ArchiveError }, { DeclarationError }, { CorpusError }] = await Promise.all([
    import('../../../crawlers/archive/archive-error.ts'),
    import('../../../crawlers/declarations/declaration-error.ts'),
    import('../../../db/errors.ts'),
  ]);
  if (error instanceof UsageError || error instanceof DeclarationError) return [EXIT.usage, message];
  if (error instanceof ArchiveError) return [EXIT.internal, message];
  if (error instanceof CorpusError) return [CORPUS_EXITS[error.code] ?? EXIT.usage, message];
  const { zh, en } = message;
  return [
    EXIT.internal,
    { zh: `程序内部错误：${zh}（加 --debug 可显示出错之处）`, en: `internal error: ${en} (--debug shows where)` },
  ];
}

async function runCommand(args: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.done;
  const { language } = io;
  const program = new Command('lanting')
    .description(TEXTS.program[language])
    .version(packageVersion(), '-V, --version', TEXTS.version[language])
    .addOption(optionIn(languageOption(), language))
    .option('--debug', TEXTS.debug[language])
    .helpOption('-h, --help', TEXTS.help[language])
    .helpCommand('help [command]', TEXTS.helpCommand[language])
    .addHelpText('after', `\n${EXIT_CODES[language]}\n${TEXTS.more[language]}`)
    .exitOverride()
    .configureHelp(helpStyle(language))
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text) => {
        const line = usageErrorText(text, language);
        complain(io, { zh: line, en: line });
      },
    });
  for (const listed of COMMANDS) {
    const command = program.command(listed.usage).summary(listed.summary[language]);
    if (!args.includes(nameOf(listed))) continue;
    const { details, options, examples, run } = await listed.load();
    command.description(details[language]);
    for (const option of [...options, languageOption()]) command.addOption(optionIn(option, language));
    const lines = examples.map((line) => `  $ ${line}`).join('\n');
    command.addHelpText('after', `\n${TEXTS.examples[language]}\n${lines}`);
    command.action(async (...given: unknown[]) => {
      code = await run(given.slice(0, -2), command.opts(), io);
    });
  }
  await program.parseAsync(args, { from: 'user' });
  return code;
}
