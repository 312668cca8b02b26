import { CliOption } from './command.ts';
import type { Io } from './io.ts';

/** Tells on standard error how far a long run is. */
interface Progress {
  /** Hands the items through and counts them. */
  over<T>(items: AsyncIterable<T>): AsyncGenerator<T>;
  /** Clears the line, before anything else is written there and at the end. */
  clear(): void;
}

export const progressOption = (): CliOption =>
  new CliOption('--progress', {
    zh: '在标准错误上显示进度，即使它不是终端',
    en: 'tell on standard error how far it is, also where that is no terminal',
  });

const REDRAW_MS = 200;
const REPEAT_MS = 5_000;
const CLEAR = '\r\u001b[K';

/** On a terminal one line that is drawn over; elsewhere, if asked for, a line now and then; else nothing. */
export function openProgress({ stderr, language }: Io, asked: unknown): Progress {
  const terminal = stderr.isTTY === true;
  const pause = terminal ? REDRAW_MS : asked === true ? REPEAT_MS : Number.POSITIVE_INFINITY;
  return {
    async *over(items) {
      const started = Date.now();
      let shown = started;
      let count = 0;
      for await (const item of items) {
        count += 1;
        const now = Date.now();
        if (now - shown >= pause) {
          shown = now;
          const rate = Math.round(count / ((now - started) / 1_000));
          const text = language === 'zh' ? `${count} 份文件，每秒 ${rate} 份` : `${count} documents, ${rate} a second`;
          stderr.write(terminal ? `${CLEAR}${text}` : `${text}\n`);
        }
        yield item;
      }
    },
    clear() {
      if (terminal) stderr.write(CLEAR);
    },
  };
}
