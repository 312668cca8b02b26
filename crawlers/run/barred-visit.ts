import type { FrontierEntry } from '../../src/model/crawl/entry.ts';
import type { EntryOutcome } from '../../src/model/crawl/frontier.ts';
import { excludeEntry } from './conclude-entry.ts';

const MOST_HOPS = 5;

/** What is not asked for, whatever its host says: behind too many redirects, or outside of every declaration. */
export function barredVisit(entry: FrontierEntry, inScope: (url: string) => boolean, now: number): EntryOutcome | null {
  if (entry.hops > MOST_HOPS) {
    return excludeEntry(
      entry,
      'TOO_MANY_REDIRECTS',
      { zh: `经过 ${MOST_HOPS} 次以上的跳转才到这里`, en: `more than ${MOST_HOPS} redirects lead here` },
      now,
    );
  }
  if (inScope(entry.url)) return null;
  const message = {
    zh: `${entry.url} 所在的主机不在任何声明之内`,
    en: `${entry.url} lies on a host that no declaration allows`,
  };
  return excludeEntry(entry, 'OUT_OF_SCOPE', message, now);
}

/** What the host's robots.txt forbids. */
export function disallowedVisit(entry: FrontierEntry, origin: string, now: number): EntryOutcome {
  const message = {
    zh: `${origin} 的 robots.txt 禁止访问 ${entry.url}`,
    en: `robots.txt of ${origin} forbids ${entry.url}`,
  };
  return excludeEntry(entry, 'ROBOTS', message, now);
}
