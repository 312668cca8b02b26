import { toJsonLine } from '../../export/json.ts';
import { type CliCommand, formatOption } from '../command.ts';
import { crawlOptions, nightOptions } from '../crawl-options.ts';
import { write } from '../io.ts';
import { languageOf, languageOption } from '../language.ts';
import { nightText } from '../night-text.ts';
import { progressOption } from '../progress.ts';
import { nightExit, runNightHere } from '../run-night.ts';

/** A crawl by hand waits for hosts that ask for some minutes, not for those that ask for hours. */
const PATIENCE = 5 * 60_000;

export const crawl: CliCommand = {
  usage: 'crawl',
  summary: 'fetch what is new from the portals and read it into the corpus',
  details:
    'Asks every place that is due of the declared portals, politely: robots.txt, one request at a time to an address with ' +
    'seconds between them, Retry-After; challenge pages are recorded and left alone. Every answer is archived as received ' +
    '(WARC), reports and their attachments are read into the corpus. It may be stopped or killed at any time; the next run ' +
    'goes on from there.',
  examples: [
    'lanting crawl --portal hubei --db reports.db',
    'lanting crawl --portals my-county.yaml --only-declared --contact me@example.org',
    'lanting crawl --time 30m --disk 2GB',
  ],
  options: [
    ...crawlOptions(),
    formatOption('the summary, for reading or for programs', ['table', 'json']),
    progressOption(),
    languageOption(),
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
      options.format === 'json' ? `${toJsonLine(summary)}\n` : nightText(summary, languageOf(options.lang, io)),
    );
    return nightExit(summary);
  },
};
