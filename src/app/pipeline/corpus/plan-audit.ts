import type { Census, CensusPortal, CensusReport } from '../../../../db/audit/load-census.ts';
import type { MisleadingLink } from '../../../../db/audit/load-misleading-links.ts';
import type { StoredSight } from '../../../../db/audit/load-sights.ts';
import type { AgencyRow } from '../../../../db/schema.ts';
import type { NextYear } from '../../../audit/cross/companions.ts';
import { FEWEST_PEERS } from '../../../audit/cross/peer-statistics.ts';
import { bareHost, hostOf } from '../../../model/bodies/known-sites.ts';
import { splitBodyName } from '../../../model/bodies/split-body-name.ts';
import { sha256Of } from '../../../model/bytes/digest.ts';

/** A report and whom it is to be compared with, by the ids of their versions. */
export interface Plan {
  readonly report: CensusReport;
  readonly earlier: readonly number[];
  readonly parentAgency: number | null;
  readonly children: readonly number[];
  /** Agencies below that have reported, but not for this year. */
  readonly absent: readonly number[];
  readonly expected: number | null;
  readonly sights: readonly StoredSight[];
  readonly next: NextYear;
  readonly lookalikes: readonly number[];
  readonly twins: readonly number[];
  /** Digest of all of the above, each version with the reading it has; the same digest, the same flags. */
  readonly state: string;
}

interface PlanContext {
  readonly census: Census;
  readonly parents: ReadonlyMap<number, number | null>;
  /** By current version. */
  readonly sights: ReadonlyMap<number, readonly StoredSight[]>;
  /** By `agency name year` as the link says. */
  readonly misled: ReadonlyMap<string, readonly MisleadingLink[]>;
  readonly boilerplate: number;
  readonly program: string;
  /** ISO date. */
  readonly today: string;
}

const EARLIER = 3;
const MOST_LOOKALIKES = 8;
const DAY_OF_LAST_DEADLINE = '-03-31';

const push = <K, V>(lists: Map<K, V[]>, key: K, value: V): void => {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
};

/** Whether a link that bears a body's name speaks of it: 财政局 alone is the one of its host. */
function isOf(url: string, { name, origin }: AgencyRow): boolean {
  const host = hostOf(url);
  return splitBodyName(name).place !== null || origin === null || host === null || bareHost(host) === origin;
}

/** How many like bodies there are, in steps: 0 below twenty, then one more whenever they double. */
const stepOf = (peers: number): number => (peers < FEWEST_PEERS ? 0 : 1 + Math.floor(Math.log2(peers / FEWEST_PEERS)));

/** Who is compared with whom, for every report of the census. Pure. */
export function planAudit(context: PlanContext): readonly Plan[] {
  const { census, parents, sights, misled, boilerplate, program, today } = context;
  const agencies = new Map(census.agencies.map((agency) => [agency.id, agency]));
  const byPlace = new Map(census.reports.map((report) => [`${report.agencyId} ${report.year}`, report]));
  const byVersion = new Map(census.reports.map((report) => [report.versionId, report]));
  const firstYear = new Map<number, number>();
  const twinsOf = new Map<string, number[]>();
  const peers = new Map<string, number>();
  const groupOf = ({ agencyId, year }: CensusReport) =>
    `${agencies.get(agencyId)?.kind} ${agencies.get(agencyId)?.level} ${year}`;
  for (const report of census.reports) {
    firstYear.set(report.agencyId, Math.min(report.year, firstYear.get(report.agencyId) ?? report.year));
    if (report.tableDigest !== null) push(twinsOf, `${report.year} ${report.tableDigest}`, report.versionId);
    peers.set(groupOf(report), (peers.get(groupOf(report)) ?? 0) + 1);
  }
  const below = new Map<number, number[]>();
  for (const [child, parent] of parents) if (parent !== null && firstYear.has(child)) push(below, parent, child);
  const alike = new Map<number, { id: number; share: number }[]>();
  for (const { versionId, otherId, share } of census.likenesses) {
    push(alike, versionId, { id: otherId, share });
    push(alike, otherId, { id: versionId, share });
  }
  // A body has the region of the portal it was found on; that of a larger region may never have listed it.
  const byRegion = new Map<string | null, CensusPortal>(census.portals.map((portal) => [portal.regionCode, portal]));
  const portals = new Map(
    census.agencies.map(({ id, region_code }) => [id, region_code === null ? undefined : byRegion.get(region_code)]),
  );

  const earlierOf = ({ agencyId, year }: CensusReport): number[] => {
    const ids: number[] = [];
    for (let before = year - 1; before >= year - EARLIER; before -= 1) {
      const held = byPlace.get(`${agencyId} ${before}`);
      if (!held) break;
      ids.push(held.versionId);
    }
    return ids;
  };

  const nextOf = ({ agencyId, year }: CensusReport): NextYear => {
    const portal = portals.get(agencyId) ?? null;
    const agency = agencies.get(agencyId);
    const link = misled.get(`${agency?.name} ${year + 1}`)?.findLast(({ url }) => agency && isOf(url, agency));
    return {
      year: year + 1,
      held: byPlace.has(`${agencyId} ${year + 1}`),
      today,
      portal: portal && { name: portal.name, answeredAt: portal.answeredAt },
      misled: link ? { title: link.title, url: link.url, found: `${link.agency}${link.year}年` } : null,
    };
  };

  /** What of `next` a flag can depend on: not the day itself, but on which side of the deadlines it lies. */
  const stateOfNext = ({ year, held, portal, misled: link }: NextYear): unknown => {
    if (held) return 'held';
    const days = [today, portal?.answeredAt?.slice(0, 10) ?? ''];
    return [
      portal?.name,
      link?.url,
      ...days.map((day) => ['-01-31', DAY_OF_LAST_DEADLINE].map((due) => day > `${year + 1}${due}`)),
    ];
  };

  return census.reports.map((report) => {
    const { agencyId, year, versionId } = report;
    const known = (below.get(agencyId) ?? []).filter(
      (child) => (firstYear.get(child) ?? year) <= year || byPlace.has(`${child} ${year}`),
    );
    const children = known.flatMap((child) => byPlace.get(`${child} ${year}`)?.versionId ?? []);
    const absent = known.filter((child) => !byPlace.has(`${child} ${year}`));
    const isGovernment = agencies.get(agencyId)?.kind === 'government';
    const lookalikes = (alike.get(versionId) ?? []).toSorted((a, b) => b.share - a.share || a.id - b.id);
    const plan = {
      report,
      earlier: earlierOf(report),
      parentAgency: parents.get(agencyId) ?? null,
      children: isGovernment ? children : [],
      absent: isGovernment ? absent : [],
      expected: isGovernment ? (portals.get(agencyId)?.agencies ?? null) : null,
      sights: sights.get(versionId) ?? [],
      next: nextOf(report),
      lookalikes: lookalikes.slice(0, MOST_LOOKALIKES).map(({ id }) => id),
      twins: (twinsOf.get(`${year} ${report.tableDigest}`) ?? [])
        .filter((id) => id !== versionId)
        .slice(0, MOST_LOOKALIKES),
    };
    const reading = (id: number) => [id, byVersion.get(id)?.readAt ?? null];
    const compared = [
      ...[program, boilerplate, reading(versionId), plan.earlier.map(reading), plan.parentAgency],
      ...[plan.children.map(reading), plan.absent, plan.expected, plan.sights, stateOfNext(plan.next)],
      ...[plan.lookalikes.map(reading), plan.twins.map(reading), stepOf(peers.get(groupOf(report)) ?? 0)],
    ];
    const state = sha256Of(JSON.stringify(compared)).slice(0, 32);
    return { ...plan, state };
  });
}
