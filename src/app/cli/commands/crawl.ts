import { tell } from '../../../model/messages/tell.ts';
import { toJsonLine } from '../../export/json.ts';
import { type CliCommand, formatOption } from '../command.ts';
import { crawlOptions, nightOptions } from '../crawl-options.ts';
import { write } from '../io.ts';
import { nightText } from '../night-text.ts';
import { progressOption } from '../progress.ts';
import { nightExit, runNightHere } from '../run-night.ts';

/** A crawl by hand waits for hosts that ask for some minutes, not for those that ask for hours. */
const PATIENCE = 5 * 60_000;

export const crawl: CliCommand = {
  details: {
    zh: '访问已声明网站中到期的每个地址，并遵守礼节：遵守 robots.txt，同一地址一次只发一个请求并间隔数秒，遵守 Retry-After；遇到验证页面只作记录，不再访问。每个答复按收到的原样存档（WARC），报告及其附件读入语料库。随时可以停止或强行结束，下次运行从该处继续。',
    en:
      'Asks every place that is due of the declared portals, politely: robots.txt, one request at a time to an address with ' +
      'seconds between them, Retry-After; challenge pages are recorded and left alone. Every answer is archived as received ' +
      '(WARC), reports and their attachments are read into the corpus. It may be stopped or killed at any time; the next run ' +
      'goes on from there.',
  },
  examples: [
    'lanting crawl --portal hubei --db reports.db',
    'lanting crawl --portals my-county.yaml --only-declared --contact me@example.org',
    'lanting crawl --time 30m --disk 2GB',
  ],
  options: [
    ...crawlOptions(),
    formatOption({ zh: '小结，供阅读或供程序', en: 'the summary, for reading or for programs' }, ['table', 'json']),
    progressOption(),
  ],
  async run(_, options, io) {
    const night = await nightOptions(options, io);
    const summary = await runNightHere(
      { ...night, settings: { ...night.settings, patience: PATIENCE } },
      options.progress,
      io,
    );
    await write(
      io,
      options.format === 'json' ? `${toJsonLine(tell(summary, io.language))}\n` : nightText(summary, io.language),
    );
    return nightExit(summary);
  },
};
