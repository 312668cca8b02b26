import type {
  CommitResult,
  FetchRecord,
  Frontier,
  HostChange,
  HostState,
  VisitOutcome,
} from '../../src/crawl/frontier.ts';
import type { Ask, Visit } from '../../src/crawl/visit.ts';
import type { Corpus } from '../connect.ts';
import type { HostRow } from '../schema.ts';
import type { FoundLead } from './add-places.ts';
import { dueAgain, findVisit, nextDue } from './find-visits.ts';
import { changeHosts, hostIds, knownSites, toHostState } from './hosts.ts';
import { freeLeases, hostsDue, leaseVisits, releaseVisits } from './lease.ts';
import { mainFetch } from './main-fetch.ts';
import { queueLeads } from './queue-leads.ts';
import { renamePlaces, splitRenamed } from './rename-places.ts';
import { settleVisits, writeRemarks } from './settle-visits.ts';
import { run } from './statement.ts';
import { writeFetches } from './write-fetches.ts';

/** What the frontier can't know by itself. */
export interface FrontierOptions {
  /** What makes two requests the same place (`visitKey`). */
  readonly keyOf: (ask: Ask) => string;
  /** Scheme, name and port of an address. */
  readonly originOf: (url: string) => string;
  /** The run that requests are written down under (`startRun`). */
  readonly runId: number;
  /** Only places of these portals are leased, by their ids; all where absent. */
  readonly portals?: readonly string[];
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** The queue of a crawl in its corpus; see `Frontier` for what the methods promise. */
export class SqliteFrontier implements Frontier {
  readonly #db: Corpus;
  readonly #options: Required<Omit<FrontierOptions, 'portals'>>;
  readonly #portals: string | null;
  /** Portals by the host that is theirs alone; read once, after the declarations were saved. */
  #owners: ReadonlyMap<number, number> | null = null;
  /** Ids of origins that are in the corpus for certain. */
  readonly #hosts = new Map<string, number>();

  constructor(db: Corpus, { now = Date.now, portals, ...options }: FrontierOptions, portalIds: string | null) {
    this.#db = db;
    this.#options = { ...options, now };
    this.#portals = portalIds;
  }

  async hostsDue(now: number): Promise<readonly HostState[]> {
    return (await hostsDue(this.#db, now, this.#portals)).map(toHostState);
  }

  async hostsById(ids: readonly number[]): Promise<readonly HostState[]> {
    const text = 'SELECT * FROM host WHERE id IN (SELECT value FROM json_each(?))';
    return (await run<HostRow>(this.#db, text, JSON.stringify(ids))).map(toHostState);
  }

  lease(hostId: number, count: number, now: number, until: number): Promise<readonly Visit[]> {
    return leaseVisits(this.#db, this.#portals, { hostId, count, now, until });
  }

  release(visits: readonly Visit[]): Promise<void> {
    return releaseVisits(
      this.#db,
      visits.map(({ id }) => id),
    );
  }

  find(key: string): Promise<Visit | null> {
    return findVisit(this.#db, key);
  }

  nextDue(): Promise<number | null> {
    return nextDue(this.#db, this.#options.now(), this.#portals);
  }

  dueAgain(now: number): Promise<void> {
    return dueAgain(this.#db, now, this.#portals);
  }

  setHost(host: HostChange): Promise<void> {
    return changeHosts(this.#db, [host]);
  }

  /** Frees what a killed run held. Only for the holder of the run lock. */
  freeLeases(): Promise<void> {
    return freeLeases(this.#db);
  }

  async commit(outcomes: readonly VisitOutcome[]): Promise<readonly CommitResult[]> {
    if (outcomes.length === 0) return [];
    const now = this.#options.now();
    const nowText = new Date(now).toISOString();
    const fetches = outcomes.flatMap((outcome) => {
      const { visit, toRead } = outcome;
      const main = mainFetch(outcome);
      return outcome.fetches.map((fetch) => ({
        fetch,
        portalId: visit.portalId,
        visitId: visit.id,
        toRead: toRead && fetch === main,
      }));
    });
    const { keyOf, originOf } = this.#options;
    const leads = outcomes.flatMap((from) => {
      const { leads, movedTo } = from;
      const found = leads.map((lead) => ({ lead, from, key: keyOf(lead), moved: false }));
      return movedTo ? [...found, { lead: movedTo, from, key: keyOf(movedTo), moved: true }] : found;
    });
    const origins = leads.map(({ lead }) => originOf(lead.url));
    const { results, learnt } = await this.#db.transaction().execute(async (trx) => {
      await writeFetches(trx, this.#options.runId, fetches);
      await settleVisits(trx, outcomes, nowText);
      const learnt = await hostIds(trx, origins, this.#hosts);
      this.#owners ??= await knownSites(trx);
      const owners = this.#owners;
      const found = leads.map((one, index): FoundLead => {
        const origin = origins[index] ?? '';
        const hostId = this.#hosts.get(origin) ?? learnt.get(origin);
        if (hostId === undefined) throw new Error(`the host of ${one.lead.url} was added and is not there`);
        return { ...one, hostId, portalId: owners.get(hostId) ?? one.from.visit.portalId };
      });
      const [renamed, elsewhere] = splitRenamed(found, keyOf);
      await renamePlaces(trx, renamed);
      const results = await queueLeads(trx, outcomes, elsewhere, now);
      await writeRemarks(trx, outcomes, nowText);
      await changeHosts(
        trx,
        outcomes.flatMap(({ host }) => host ?? []),
      );
      return { results, learnt };
    });
    // Only now: ids of a transaction that failed would be nobody's.
    for (const [origin, id] of learnt) this.#hosts.set(origin, id);
    return results;
  }

  async commitRobots(fetch: FetchRecord, host: HostChange): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      await writeFetches(trx, this.#options.runId, [{ fetch, portalId: null, visitId: null, toRead: false }]);
      await changeHosts(trx, [host]);
    });
  }
}

/** Opens the queue of a corpus for one run. */
export async function openFrontier(db: Corpus, options: FrontierOptions): Promise<SqliteFrontier> {
  if (!options.portals) return new SqliteFrontier(db, options, null);
  const text = 'SELECT id FROM portal WHERE slug IN (SELECT value FROM json_each(?))';
  const rows = await run<{ id: number }>(db, text, JSON.stringify(options.portals));
  return new SqliteFrontier(db, options, JSON.stringify(rows.map(({ id }) => id)));
}
