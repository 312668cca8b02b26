import type { Arrival } from '../government/arrival.ts';
import { type Breach, findBreaches, type Manners, robotsOf } from '../government/breaches.ts';
import type { Host } from '../government/host.ts';

/** Requests made while the last answer for the host's robots.txt was a server error. */
function withoutRobots(log: readonly Arrival[]): readonly Breach[] {
  const failed = new Map<string, boolean>();
  return log
    .toSorted((a, b) => a.at - b.at)
    .flatMap((arrival): Breach[] => {
      const { host, path, method, status } = arrival;
      if (path === '/robots.txt') {
        failed.set(host, (status ?? 200) >= 500);
        return [];
      }
      const message = `${method} ${host}${path}: the last answer for robots.txt was a server error`;
      return failed.get(host) ? [{ kind: 'robots out of reach', arrival, message }] : [];
    });
}

/** Every breach of manners in the log of a government, whose robots.txt may be out of reach for a while. */
export function breachesOf(
  log: readonly Arrival[],
  hosts: readonly Host[],
  manners: Omit<Manners, 'robots'>,
): readonly Breach[] {
  const robots = new Map([...robotsOf(hosts)].map(([name, one]) => [name, { ...one, status: 200 }] as const));
  return [...findBreaches(log, { ...manners, robots }), ...withoutRobots(log)];
}
