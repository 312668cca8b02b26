import type { Body } from './bodies.ts';
import type { BuiltSite, Standing } from './build-site.ts';
import type { GovernmentPlan } from './government.ts';
import { type Ask, type Edge, groupBy, keyOf } from './graph.ts';
import { REASONS } from './host-faults.ts';
import { reportFigures } from './report.ts';

/** A report that exists: where, whose, and whether a patient guest can have it. */
export interface TrueReport {
  readonly body: Body;
  readonly year: number;
  /** As its pages are titled; they may differ from site to site. */
  readonly titles: readonly string[];
  /** Where it stands, at every address it has. */
  readonly urls: readonly string[];
  /** For each address, what has to be asked for before the report is had whole. */
  readonly parts: readonly (readonly Ask[])[];
  readonly reachable: boolean;
  /** Codes of which one is right for a report that is out of reach; empty for one within. */
  readonly reasons: readonly string[];
  /** The host whose fault it is. */
  readonly behind: string | null;
  /** Every figure by its key. */
  readonly figures: () => Readonly<Record<string, number>>;
}

/** An address that is no report though it seems to be one. */
export interface Decoy {
  readonly url: string;
  readonly title: string;
}

export const urlOf = ({ host, path }: Ask): string => `http://${host}${path}`;

/** Everything that is reached from `starts`, each with the edge that first leads to it; hosts in `closed` answer nothing. */
export function reach(
  starts: readonly Ask[],
  edges: readonly Edge[],
  closed: ReadonlySet<string>,
): ReadonlyMap<string, Edge | null> {
  const from = groupBy(edges, (edge) => keyOf(edge.from));
  const found = new Map<string, Edge | null>(starts.map((ask) => [keyOf(ask), null]));
  for (const [key] of found) {
    for (const edge of from.get(key) ?? []) {
      if (closed.has(edge.from.host) || found.has(keyOf(edge.to))) continue;
      found.set(keyOf(edge.to), edge);
    }
  }
  return found;
}

export const startsOf = ({ hosts }: GovernmentPlan): readonly Ask[] =>
  hosts.filter(({ declared }) => declared).map(({ host }) => ({ host, path: '/' }));

export const closedHosts = ({ hosts }: GovernmentPlan): ReadonlySet<string> =>
  new Set(hosts.filter(({ drawn }) => REASONS[drawn.fault]).map(({ host }) => host));

export function truthOf(plan: GovernmentPlan, sites: readonly BuiltSite[]): readonly TrueReport[] {
  const closed = closedHosts(plan);
  const found = reach(
    startsOf(plan),
    sites.flatMap(({ edges }) => edges),
    closed,
  );
  const faultOf = (host: string) => plan.hosts.find((one) => one.host === host)?.drawn.fault ?? 'healthy';
  /** The host that keeps `host` away: itself, or the one that alone leads to it. */
  const behind = (host: string): string => {
    if (closed.has(host)) return host;
    const parent = plan.hosts.find(
      ({ sites: linked, olderSite }) => olderSite === host || linked.some((one) => one.host === host),
    );
    return parent ? behind(parent.host) : host;
  };
  const isHad = ({ asks }: Standing): boolean => asks.every((ask) => found.has(keyOf(ask)) && !closed.has(ask.host));
  const standings = groupBy(
    sites.flatMap(({ standings: own }) => own),
    ({ item: { report } }) => `${report.body.id} ${report.year}`,
  );
  return [...standings.values()].flatMap((standing): TrueReport[] => {
    const [first] = standing;
    const host = first?.asks[0]?.host;
    if (!first || host === undefined) return [];
    const { report } = first.item;
    const reachable = standing.some(isHad);
    const fault = behind(host);
    return [
      {
        body: report.body,
        year: report.year,
        titles: [...new Set(standing.map(({ item }) => item.report.title))],
        urls: standing.flatMap(({ asks }) => asks.slice(0, 1).map(urlOf)),
        parts: standing.map(({ asks }) => asks),
        reachable,
        reasons: reachable ? [] : (REASONS[faultOf(fault)] ?? []),
        behind: reachable ? null : fault,
        figures: () => reportFigures(report),
      },
    ];
  });
}
