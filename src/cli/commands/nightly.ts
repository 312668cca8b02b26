import { rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { toJsonLine } from '../../export/json.ts';
import { tell } from '../../messages/tell.ts';
import type { NightOptions } from '../../pipeline/crawl/night.ts';
import type { NightSummary } from '../../pipeline/crawl/night-summary.ts';
import { type CliCommand, CliOption, formatOption } from '../command.ts';
import { crawlOptions, nightOptions } from '../crawl-options.ts';
import { type Io, write } from '../io.ts';
import { nightText } from '../night-text.ts';
import { progressOption } from '../progress.ts';
import { nightExit, runNightHere } from '../run-night.ts';

/** A night ends by itself before the working day. */
const USUAL_TIME = 8 * 3_600_000;
const PATIENCE = 30 * 60_000;

export const nightlyOptions = (): CliOption[] => [
  ...crawlOptions(),
  new CliOption('--summary <file>', { zh: '小结另以 JSON 写入此文件', en: 'also write the summary there as JSON' }),
  formatOption({ zh: '小结，供阅读或供程序', en: 'the summary, for reading or for programs' }, ['table', 'json']),
  progressOption(),
];

/** What a night runs with: patient, and over after eight hours unless told otherwise. */
export async function unattended(options: Readonly<Record<string, unknown>>, io: Io): Promise<NightOptions> {
  const night = await nightOptions(options, io);
  const timeBudget = night.settings?.timeBudget ?? USUAL_TIME;
  return { ...night, settings: { ...night.settings, timeBudget, patience: PATIENCE } };
}

/** Prints the summary and writes it where it was asked for; a reader of the file never sees half of it. */
export async function tellNight(
  summary: NightSummary,
  options: Readonly<Record<string, unknown>>,
  io: Io,
): Promise<void> {
  const json = `${toJsonLine(tell(summary, io.language))}\n`;
  if (typeof options.summary === 'string') {
    const file = resolve(io.cwd, options.summary);
    await writeFile(`${file}.part`, json);
    await rename(`${file}.part`, file);
  }
  await write(io, options.format === 'json' ? json : nightText(summary, io.language));
}

export const nightly: CliCommand = {
  usage: 'nightly',
  summary: { zh: '无人值守地运行一整夜，并给出小结', en: 'one whole unattended run, with a summary' },
  details: {
    zh: '与 `lanting crawl` 作用相同，供定时器使用：同一语料库上已有抓取在运行时不再运行；对要求稍候的主机最多等待半小时；八小时后或到 --time 所定的时间即结束；并列出新增、改动、消失、被拦截、失败和迟发的报告。退出码 3：有失败之处，已逐一列名。',
    en:
      'Does what `lanting crawl` does, made for a timer: refuses to run beside another on the same corpus, waits up to half an ' +
      'hour for hosts that ask for patience, ends after eight hours or what --time says, and tells what is new, changed, ' +
      'vanished, blocked, failed and late. Exit code 3: something failed and is named.',
  },
  examples: [
    'lanting nightly --db reports.db --summary last-night.json',
    'lanting nightly --time 6h --disk 20GB --lang zh',
  ],
  options: nightlyOptions(),
  async run(_, options, io) {
    const summary = await runNightHere(await unattended(options, io), options.progress, io);
    await tellNight(summary, options, io);
    return nightExit(summary);
  },
};
