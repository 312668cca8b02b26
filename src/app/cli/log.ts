import type { Message } from '../../model/report.ts';
import { printableLine } from '../export/printable.ts';
import type { Io } from './io.ts';

/** ISO 8601 to the second in local time with its offset: `2026-11-30T01:30:00+08:00`. `offset` is in minutes east of UTC. */
export function localTime(at: number, offset = -new Date(at).getTimezoneOffset()): string {
  const shown = new Date(at + offset * 60_000).toISOString().slice(0, 19);
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
  return `${shown}${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}

/** A line on standard error with its time, in the user's language, for runs that nobody watches. */
export function log(
  { stderr, language, now = Date.now }: Pick<Io, 'stderr' | 'language' | 'now'>,
  message: Message,
): void {
  stderr.write(`${localTime(now())} ${printableLine(message[language])}\n`);
}
