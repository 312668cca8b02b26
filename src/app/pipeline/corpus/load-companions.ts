import { loadChanges, loadRates } from '../../../../db/audit/load-peers.ts';
import { loadReadings, type StoredReading } from '../../../../db/audit/load-readings.ts';
import type { AgencyRow, CorpusDb } from '../../../../db/schema.ts';
import type { Body, Companions } from '../../../audit/cross/companions.ts';
import {
  CHANGING,
  FEWEST_REQUESTS,
  type PeerStatistics,
  peerStatistics,
  RATES,
  type Rate,
} from '../../../audit/cross/peer-statistics.ts';
import type { Plan } from './plan-audit.ts';

/** Readings kept between batches, some 30 kB each. */
const KEPT = 2_000;

/** What versions say, the latest used kept. */
export class Readings {
  readonly #kept = new Map<number, StoredReading>();
  readonly #db: CorpusDb;
  readonly #keys: ReadonlyMap<number, string>;

  constructor(db: CorpusDb, keys: ReadonlyMap<number, string>) {
    this.#db = db;
    this.#keys = keys;
  }

  async load(ids: Iterable<number>): Promise<ReadonlyMap<number, StoredReading>> {
    const wanted = [...new Set(ids)];
    const loaded = await loadReadings(
      this.#db,
      wanted.filter((id) => !this.#kept.has(id)),
      this.#keys,
    );
    const found = new Map<number, StoredReading>();
    for (const id of wanted) {
      const reading = loaded.get(id) ?? this.#kept.get(id);
      if (!reading) continue;
      found.set(id, reading);
      this.#kept.delete(id);
      this.#kept.set(id, reading);
    }
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(id);
    }
    return found;
  }
}

/** Statistics of the bodies of each kind and level, worked out once a year. */
export class Peers {
  readonly #db: CorpusDb;
  readonly #byYear = new Map<number, Promise<ReadonlyMap<string, PeerStatistics>>>();

  constructor(db: CorpusDb) {
    this.#db = db;
  }

  async of({ kind, level }: Body, year: number): Promise<PeerStatistics | null> {
    const known = this.#byYear.get(year) ?? this.#load(year);
    this.#byYear.set(year, known);
    return (await known).get(`${kind} ${level}`) ?? null;
  }

  async #load(year: number): Promise<ReadonlyMap<string, PeerStatistics>> {
    const changes = await loadChanges(this.#db, year, CHANGING);
    const rates = await loadRates(this.#db, year, RATES, FEWEST_REQUESTS);
    const groups = new Set([...changes, ...rates].map(({ kind, level }) => `${kind} ${level}`));
    return new Map(
      [...groups].map((group) => {
        const own = <T extends { kind: string; level: string | null }>(list: readonly T[]) =>
          list.filter(({ kind, level }) => `${kind} ${level}` === group);
        return [
          group,
          peerStatistics(
            own(changes).flatMap(({ name, pairs }) => pairs.map(([now, before]) => ({ key: name, now, before }))),
            own(rates).flatMap(({ name, pairs }) =>
              pairs.map(([parts, of]) => ({ key: name as Rate['key'], parts, of })),
            ),
          ),
        ];
      }),
    );
  }
}

/** Every version that the companions of a plan are made of, itself among them. */
export const versionsOf = ({ report, earlier, children, lookalikes, sights, twins }: Plan): number[] => [
  ...[report.versionId, ...earlier, ...children, ...lookalikes, ...twins],
  ...sights.flatMap(({ versionId, before }) => [versionId, ...before.slice(0, 1).map((one) => one.versionId)]),
];

export interface CorpusContext {
  readonly agencies: ReadonlyMap<number, AgencyRow>;
  readonly boilerplate: ReadonlySet<number>;
  readonly bearers: Companions['bearers'];
  /** How many bodies each has below it. */
  readonly offspring: (agencyId: number) => number;
}

export const bodyOf = ({ name, region_code, kind, level }: AgencyRow): Body => ({
  name,
  regionCode: region_code,
  kind,
  level,
});

/** The companions of a report, from what was loaded for its plan; what is gone in the meantime is left out. */
export function companionsOf(
  plan: Plan,
  readings: ReadonlyMap<number, StoredReading>,
  peers: PeerStatistics | null,
  { agencies, boilerplate, bearers, offspring }: CorpusContext,
): Companions {
  const held = (ids: readonly number[]) => ids.flatMap((id) => readings.get(id) ?? []);
  const parent = plan.parentAgency === null ? undefined : agencies.get(plan.parentAgency);
  const isOnlyChild = (other: Body): boolean =>
    (parent?.name === other.name && offspring(parent.id) === 1) ||
    (offspring(plan.report.agencyId) === 1 && held(plan.children).some(({ body }) => body.name === other.name));
  return {
    earlier: held(plan.earlier),
    parent: parent ? bodyOf(parent) : null,
    children: held(plan.children),
    absent: plan.absent.flatMap((id) => agencies.get(id)?.name ?? []),
    expected: plan.expected,
    peers,
    sights: plan.sights.flatMap(({ versionId, before, ...sight }) => {
      const shows = readings.get(versionId);
      const shown = before.slice(0, 1).flatMap(({ seenAt, versionId: id }) => {
        const reading = readings.get(id);
        return reading ? [{ seenAt, shown: reading }] : [];
      });
      return shows ? [{ ...sight, shows, before: shown }] : [];
    }),
    next: plan.next,
    lookalikes: held(plan.lookalikes),
    twins: held(plan.twins).map(({ body, place }) => ({ body, place, isOnlyChild: isOnlyChild(body) })),
    boilerplate,
    bearers,
  };
}
