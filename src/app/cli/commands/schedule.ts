import { ArchiveError } from '../../../../crawlers/archive/archive-error.ts';
import { CorpusError } from '../../../../db/errors.ts';
import { SYSTEM_CLOCK } from '../../pipeline/crawl/system-clock.ts';
import { type CliCommand, CliOption, EXIT, InvalidValue, wholeNumber } from '../command.ts';
import { localTime, log } from '../log.ts';
import { nightLine } from '../night-text.ts';
import { checkUnattended, nightlyOptions, runUnattended } from './nightly.ts';

interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

function timeOfDay(value: string): TimeOfDay {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(value) ?? [];
  if (hour === undefined || minute === undefined)
    throw new InvalidValue({ zh: '应为一天中的时刻，如 01:30。', en: 'It must be a time of day: 01:30.' });
  return { hour: Number(hour), minute: Number(minute) };
}

/** The next such time after `now`, in the machine's own time zone, also over a change of the clocks. */
export function nextTime({ hour, minute }: TimeOfDay, now: Date): Date {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate(), hour, minute);
  return today > now ? today : new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, hour, minute);
}

export const schedule: CliCommand = {
  details: {
    zh: '常驻运行，每天在所给时间执行 `lanting nightly`，选项相同。某一夜失败会告知，次夜照常进行。有 systemd 或 cron 时，用定时器调用 `lanting nightly` 作用相同（见 README）。',
    en:
      'Stays and runs `lanting nightly` every day at the given time, with the same options. A night that fails is told and the ' +
      'next one comes all the same. Where systemd or cron is at hand, a timer that calls `lanting nightly` does as well (see ' +
      'the README).',
  },
  examples: ['lanting schedule --at 01:30 --db reports.db --summary last-night.json'],
  options: [
    new CliOption('--at <time>', { zh: '每天的时刻，按本机时区', en: 'time of day, in the time zone of the machine' })
      .argParser(timeOfDay)
      .default({ hour: 1, minute: 30 }, '01:30'),
    wholeNumber('--nights <count>', { zh: '运行若干夜后结束', en: 'end after so many nights' }, 1),
    ...nightlyOptions(),
  ],
  async run(_, { at, nights, ...options }, io) {
    await checkUnattended(options, io);
    const { now = Date.now } = io;
    const stop = new AbortController();
    const onSignal = () => stop.abort();
    for (let night = 1; ; night += 1) {
      const next = nextTime(at as TimeOfDay, new Date(now())).getTime();
      log(io, { zh: `下次运行：${localTime(next)}`, en: `next run: ${localTime(next)}` });
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, onSignal);
      while (!stop.signal.aborted && now() < next) {
        await SYSTEM_CLOCK.sleep(next - now(), stop.signal);
      }
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, onSignal);
      if (stop.signal.aborted) return EXIT.done;
      try {
        const { summary } = await runUnattended(options, io);
        log(io, nightLine(summary));
        if (summary.endedBy === 'stopped') return EXIT.done;
      } catch (error) {
        if (!(error instanceof CorpusError || error instanceof ArchiveError)) throw error;
        const { zh, en } = error.text;
        log(io, { zh: `本次运行未能进行：${zh}`, en: `this night came to nothing: ${en}` });
      }
      if (typeof nights === 'number' && night >= nights) return EXIT.done;
    }
  },
};
