import type { VisitOutcome } from '../../src/model/crawl/frontier.ts';
import type { Visit } from '../../src/model/crawl/visit.ts';
import { excludeVisit } from './conclude-visit.ts';

const MOST_HOPS = 5;

/** What is not asked for, whatever its host says: behind too many redirects, or outside of every declaration. */
export function barredVisit(visit: Visit, inScope: (url: string) => boolean, now: number): VisitOutcome | null {
  if (visit.hops > MOST_HOPS) {
    return excludeVisit(
      visit,
      'TOO_MANY_REDIRECTS',
      { zh: `经过 ${MOST_HOPS} 次以上的跳转才到这里`, en: `more than ${MOST_HOPS} redirects lead here` },
      now,
    );
  }
  if (inScope(visit.url)) return null;
  const message = {
    zh: `${visit.url} 所在的主机不在任何声明之内`,
    en: `${visit.url} lies on a host that no declaration allows`,
  };
  return excludeVisit(visit, 'OUT_OF_SCOPE', message, now);
}

/** What the host's robots.txt forbids. */
export function disallowedVisit(visit: Visit, origin: string, now: number): VisitOutcome {
  const message = {
    zh: `${origin} 的 robots.txt 禁止访问 ${visit.url}`,
    en: `robots.txt of ${origin} forbids ${visit.url}`,
  };
  return excludeVisit(visit, 'ROBOTS', message, now);
}
