import { resolve } from 'node:path';
import { textOf } from '../../../model/messages/bilingual-error.ts';
import { tell } from '../../../model/messages/tell.ts';
import { toJsonLine } from '../../export/json.ts';
import type { NightOptions } from '../../pipeline/crawl/night.ts';
import type { NightSummary } from '../../pipeline/crawl/night-summary.ts';
import { type CliCommand, CliOption, EXIT, formatOption } from '../command.ts';
import { crawlOptions, nightOptions } from '../crawl-options.ts';
import { type Io, write } from '../io.ts';
import { log } from '../log.ts';
import { nightLine, nightText } from '../night-text.ts';
import { type Notice, notify } from '../notify.ts';
import { progressOption } from '../progress.ts';
import { nightExit, runNightHere } from '../run-night.ts';
import { checkSummaryFile, writeSummaryFile } from '../summary-file.ts';

/** A night ends by itself before the working day. */
const USUAL_TIME = 8 * 3_600_000;
const PATIENCE = 30 * 60_000;

export const nightlyOptions = (): CliOption[] => [
  ...crawlOptions(),
  new CliOption('--summary <file>', {
    zh: '小结另以 JSON 写入此文件；历次小结用 `lanting nights` 查看',
    en: 'also write the summary there as JSON; `lanting nights` has those of all nights',
  }),
  new CliOption('--notify <command>', {
    zh: '须人工处理时运行此命令：标准输入为 JSON 小结，LANTING_SUMMARY 为其一行概要',
    en: 'run this when something needs a person: the summary as JSON on its input, a line of it in LANTING_SUMMARY',
  }),
  formatOption({ zh: '小结，供阅读或供程序', en: 'the summary, for reading or for programs' }, ['table', 'json']),
  progressOption(),
];

/** What a night runs with: patient, and over after eight hours unless told otherwise. */
async function unattended(options: Readonly<Record<string, unknown>>, io: Io): Promise<NightOptions> {
  const night = await nightOptions(options, io);
  const timeBudget = night.settings?.timeBudget ?? USUAL_TIME;
  return { ...night, settings: { ...night.settings, timeBudget, patience: PATIENCE } };
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const summaryFile = ({ summary }: Readonly<Record<string, unknown>>, { cwd }: Io): string | null => {
  const file = text(summary);
  return file && resolve(cwd, file);
};

/** What can be known to go wrong before a night is looked at before it. Throws `UsageError`. */
export async function checkUnattended(options: Readonly<Record<string, unknown>>, io: Io): Promise<void> {
  const file = summaryFile(options, io);
  if (file) await checkSummaryFile(file);
}

/** Calls the operator's command, where there is one; that it failed is told and changes nothing. */
async function callOperator(notice: Notice, { notify: command }: Readonly<Record<string, unknown>>, io: Io) {
  const failure = text(command) === null ? null : await notify(String(command), notice);
  if (failure) {
    log(io, { zh: `--notify 的命令失败：${failure.zh}`, en: `the command of --notify failed: ${failure.en}` });
  }
}

/** One whole night: run, told on standard output and in the summary's file, the operator called where it needs them. */
export async function runUnattended(
  options: Readonly<Record<string, unknown>>,
  io: Io,
): Promise<{ readonly summary: NightSummary; readonly code: number }> {
  const { language } = io;
  let summary: NightSummary;
  try {
    summary = await runNightHere(await unattended(options, io), options.progress, io);
  } catch (error) {
    const message = textOf(error)[language];
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'INTERNAL';
    const told = { schema: 'lanting.night/1', error: { code, message }, needs: { [code]: 1 } };
    await callOperator({ json: `${toJsonLine(told)}\n`, line: message }, options, io);
    throw error;
  }
  const json = `${toJsonLine(tell(summary, language))}\n`;
  const file = summaryFile(options, io);
  let isWritten = true;
  if (file) {
    await writeSummaryFile(file, json).catch((error: unknown) => {
      isWritten = false;
      const { zh, en } = textOf(error);
      log(io, { zh: `小结 ${file} 无法写入：${zh}`, en: `the summary ${file} can't be written: ${en}` });
    });
  }
  await write(io, options.format === 'json' ? json : nightText(summary, language));
  if (Object.keys(summary.needs).length > 0 || !isWritten) {
    await callOperator({ json, line: nightLine(summary)[language] }, options, io);
  }
  return { summary, code: isWritten ? nightExit(summary) : EXIT.someFailed };
}

export const nightly: CliCommand = {
  details: {
    zh: '与 `lanting crawl` 作用相同，供定时器使用：同一语料库上已有抓取在运行时不再运行；对要求稍候的主机最多等待半小时；八小时后或到 --time 所定的时间即结束；并列出新增、改动、消失、被拦截、失败、迟发的报告和无法访问的主机。退出码 3：有失败之处，已逐一列名，没有一台主机答复或磁盘已满也在此列；5：已有抓取在运行。',
    en:
      'Does what `lanting crawl` does, made for a timer: refuses to run beside another on the same corpus, waits up to half an ' +
      'hour for hosts that ask for patience, ends after eight hours or what --time says, and tells what is new, changed, ' +
      'vanished, blocked, failed, late and out of reach. Exit code 3: something failed and is named, also where no host ' +
      'answered or the disk is full; 5: another run is under way.',
  },
  examples: [
    'lanting nightly --db reports.db --summary last-night.json',
    'lanting nightly --time 6h --disk 20GB --lang zh',
    `lanting nightly --notify 'mail -s "$LANTING_SUMMARY" me@example.org'`,
  ],
  options: nightlyOptions(),
  async run(_, options, io) {
    await checkUnattended(options, io);
    return (await runUnattended(options, io)).code;
  },
};
