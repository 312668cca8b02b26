import { type Ask, type Edge, keyOf } from './graph.ts';
import type { Government } from './portals.ts';
import { closedHosts, reach, startsOf, type TrueReport } from './truth.ts';

/** What one question came to, redirects and cookies and waiting over. */
export interface Heard {
  readonly status: number;
  readonly text: string;
}

/** What the walk found: reports that it had whole, what was not as the truth has it, and the requests it took. */
interface Walked {
  readonly had: readonly TrueReport[];
  readonly wrong: readonly string[];
  /** Questions on the shortest ways to all reports, robots.txt of each host among them. */
  readonly requests: number;
}

/** The questions on the shortest ways to all reports within reach, each with the way that leads to it. */
export function shortestWays({ plan, sites, truth }: Government): ReadonlyMap<string, Edge | null> {
  const found = reach(
    startsOf(plan),
    sites.flatMap(({ edges }) => edges),
    closedHosts(plan),
  );
  return needed(
    found,
    truth.filter(({ reachable }) => reachable),
  );
}

/** With robots.txt of each host. */
export const requestsOf = (ways: ReadonlyMap<string, unknown>): number =>
  ways.size + new Set([...ways.keys()].map((key) => key.split('/')[0])).size;

/** The questions without which some report is not had: each report's parts and the shortest ways to them. */
function needed(
  found: ReadonlyMap<string, Edge | null>,
  reports: readonly TrueReport[],
): ReadonlyMap<string, Edge | null> {
  const kept = new Map<string, Edge | null>();
  const keep = (key: string): void => {
    if (kept.has(key)) return;
    const edge = found.get(key);
    if (edge === undefined) return;
    if (edge) keep(keyOf(edge.from));
    kept.set(key, edge);
  };
  for (const { parts } of reports) {
    const way = parts.find((asks) => asks.every((ask) => found.has(keyOf(ask)))) ?? [];
    for (const ask of way) keep(keyOf(ask));
  }
  return kept;
}

/**
 * Goes from the home pages to every report as a person would who sees all that a page shows: a way counts only where the
 * answer that it starts from was had and shows its mark.
 */
export async function walk(government: Government, hear: (ask: Ask) => Promise<Heard>): Promise<Walked> {
  const { plan, sites, truth } = government;
  const reachable = truth.filter((report) => report.reachable);
  const ways = shortestWays(government);
  const targets = sites.flatMap(({ edges }) => edges.map(({ to }) => to));
  const asks = new Map<string, Ask>([...startsOf(plan), ...targets].map((ask) => [keyOf(ask), ask]));
  const heard = new Map<string, Heard>();
  const wrong: string[] = [];
  for (const [key, edge] of ways) {
    const ask = asks.get(key);
    if (!ask) continue;
    if (edge) {
      const before = heard.get(keyOf(edge.from));
      if (!before?.text.includes(edge.mark)) {
        wrong.push(`${keyOf(edge.from)} does not show ${edge.mark}, which leads to ${key}`);
        continue;
      }
    }
    const answer = await hear(ask);
    if (answer.status === 200) heard.set(key, answer);
    else wrong.push(`${key} answered ${answer.status}`);
  }
  const isHad = ({ parts, titles }: TrueReport): boolean =>
    parts.some(
      (own) =>
        own.every((ask) => heard.has(keyOf(ask))) &&
        titles.some((title) => own[0] && heard.get(keyOf(own[0]))?.text.includes(title)),
    );
  return { had: reachable.filter(isHad), wrong, requests: requestsOf(ways) };
}
