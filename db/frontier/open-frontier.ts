import { type CrawlRequest, type FrontierEntry, getRequest } from '../../src/model/crawl/entry.ts';
import type {
  Allowance,
  CommitResult,
  DrawnFrom,
  EntryOutcome,
  FetchRecord,
  Frontier,
  HostChange,
  HostState,
  KnownPart,
} from '../../src/model/crawl/frontier.ts';
import type { Corpus } from '../connect.ts';
import type { HostRow } from '../schema.ts';
import type { FoundLink } from './add-places.ts';
import { commitOutcomes, writeRemarks } from './commit-outcomes.ts';
import { drawnRoute } from './drawn-route.ts';
import { EXPLORING, type ExploringBudget, explore, Renderings } from './exploration.ts';
import { dueAgain, findEntry, ledTo, nextDue } from './find-entries.ts';
import { changeHosts, hostIds, hostOwners, toHostState } from './hosts.ts';
import { knownParts } from './known-parts.ts';
import { freeLeases, hostsDue, leaseEntries, releaseEntries } from './lease.ts';
import { mainFetch } from './main-fetch.ts';
import { queueLinks } from './queue-links.ts';
import { redrawHungry } from './redraw-hungry.ts';
import { redrawPages } from './redraw-pages.ts';
import { renamePlaces, splitRenamed } from './rename-places.ts';
import { run } from './statement.ts';
import { type OwnedFetch, writeFetches } from './write-fetches.ts';

/** What the frontier can't know by itself. */
interface FrontierOptions {
  /** What makes two requests the same place (`visitKey`). */
  readonly keyOf: (request: CrawlRequest) => string;
  /** Scheme, name and port of an address. */
  readonly originOf: (url: string) => string;
  /** The run that requests are written down under (`startRun`). */
  readonly runId: number;
  /** Only places of these portals are leased, by their ids; all where absent. */
  readonly portals?: readonly string[];
  readonly exploring?: ExploringBudget;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** The requests of a visit; of a document it is the main one that is read. */
function fetchesOf(outcome: EntryOutcome): OwnedFetch[] {
  const { entry, toRead } = outcome;
  const main = mainFetch(outcome);
  return outcome.fetches.map((fetch) => ({
    fetch,
    portalId: entry.portalId,
    visitId: entry.id,
    toRead: toRead && fetch === main,
  }));
}

/** The queue of a crawl in its corpus; see `Frontier` for what the methods promise. */
export class SqliteFrontier implements Frontier {
  readonly #db: Corpus;
  readonly #options: Required<Omit<FrontierOptions, 'portals'>>;
  readonly #portals: string | null;
  readonly #renderings: Renderings;
  /** Portals by the host that is theirs alone; read once, after the declarations were saved. */
  #owners: ReadonlyMap<number, number> | null = null;
  /** Ids of origins that are in the corpus for certain. */
  readonly #hosts = new Map<string, number>();

  constructor(
    db: Corpus,
    { now = Date.now, exploring = EXPLORING, portals, ...options }: FrontierOptions,
    portalIds: string | null,
  ) {
    this.#db = db;
    this.#options = { ...options, exploring, now };
    this.#renderings = new Renderings(exploring);
    this.#portals = portalIds;
  }

  async hostsDue(now: number): Promise<readonly HostState[]> {
    return (await hostsDue(this.#db, now, this.#portals)).map(toHostState);
  }

  async hostsById(ids: readonly number[]): Promise<readonly HostState[]> {
    const text = 'SELECT * FROM host WHERE id IN (SELECT value FROM json_each(?))';
    return (await run<HostRow>(this.#db, text, JSON.stringify(ids))).map(toHostState);
  }

  async findHost(origin: string): Promise<HostState | null> {
    const [row] = await run<HostRow>(this.#db, 'SELECT * FROM host WHERE origin = ?', origin);
    return row ? toHostState(row) : null;
  }

  lease(hostId: number, count: number, now: number, until: number): Promise<readonly FrontierEntry[]> {
    return leaseEntries(this.#db, this.#portals, { hostId, count, now, until });
  }

  takeRendering(entry: FrontierEntry): Promise<Allowance> {
    return this.#renderings.take(this.#db, entry);
  }

  redrawHungry(since: number): Promise<number> {
    return redrawHungry(this.#db, this.#options.now(), this.#portals, new Date(since).toISOString());
  }

  drawnRoute(page: string): Promise<DrawnFrom | null> {
    return drawnRoute(this.#db, this.#options.keyOf(getRequest(page)));
  }

  partsOf(visitId: number): Promise<readonly KnownPart[]> {
    return knownParts(this.#db, visitId);
  }

  ledTo(visitId: number): Promise<ReadonlySet<string>> {
    return ledTo(this.#db, visitId);
  }

  release(entries: readonly FrontierEntry[]): Promise<void> {
    return releaseEntries(
      this.#db,
      entries.map(({ id }) => id),
    );
  }

  find(key: string): Promise<FrontierEntry | null> {
    return findEntry(this.#db, key);
  }

  async nextDue() {
    const rows = await nextDue(this.#db, this.#options.now(), this.#portals);
    return rows.map(({ due, ...row }) => ({ host: toHostState(row), due }));
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

  async commit(outcomes: readonly EntryOutcome[]): Promise<readonly CommitResult[]> {
    if (outcomes.length === 0) return [];
    const now = this.#options.now();
    const nowText = new Date(now).toISOString();
    const { keyOf, originOf } = this.#options;
    const found = outcomes.flatMap((from) => {
      const { links, movedTo } = from;
      const plain = links.map((link) => ({ link, from, key: keyOf(link), moved: false }));
      return movedTo ? [...plain, { link: movedTo, from, key: keyOf(movedTo), moved: true }] : plain;
    });
    const origins = found.map(({ link }) => originOf(link.url));
    const { results, learnt } = await this.#db.transaction().execute(async (trx) => {
      await writeFetches(trx, this.#options.runId, outcomes.flatMap(fetchesOf));
      await commitOutcomes(trx, outcomes, nowText);
      const learnt = await hostIds(trx, origins, this.#hosts);
      this.#owners ??= await hostOwners(trx);
      const owners = this.#owners;
      const placed = found.map((one, index): FoundLink => {
        const origin = origins[index] ?? '';
        const hostId = this.#hosts.get(origin) ?? learnt.get(origin);
        if (hostId === undefined) throw new Error(`the host of ${one.link.url} was added and is not there`);
        return { ...one, hostId, portalId: owners.get(hostId) ?? one.from.entry.portalId };
      });
      const [renamed, elsewhere] = splitRenamed(placed, keyOf);
      await renamePlaces(trx, renamed);
      const { results, newReports } = await queueLinks(trx, outcomes, elsewhere, now);
      const redrawn = await redrawPages(trx, outcomes, now);
      await this.#renderings.count(trx, outcomes);
      await explore(trx, outcomes, newReports, this.#options.exploring, now);
      await writeRemarks(trx, outcomes, nowText);
      await changeHosts(
        trx,
        outcomes.flatMap(({ host }) => host ?? []),
      );
      const told = results.map((result, nth) =>
        nth > 0 ? result : { ...result, hosts: [...result.hosts, ...redrawn] },
      );
      return { results: told, learnt };
    });
    this.#renderings.forget(outcomes);
    // Only now: ids of a transaction that failed would be nobody's.
    for (const [origin, id] of learnt) this.#hosts.set(origin, id);
    return results;
  }

  commitLate(outcome: EntryOutcome): Promise<void> {
    return writeFetches(this.#db, this.#options.runId, fetchesOf(outcome));
  }

  async commitRobots(fetch: FetchRecord, host: HostChange): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      await writeFetches(trx, this.#options.runId, [{ fetch, portalId: null, visitId: null, toRead: false }]);
      await changeHosts(trx, [host]);
    });
  }
}

/** Opens the queue of a corpus for one run; the portals that it is bound to are in the corpus already (`savePortals`). */
export async function openFrontier(db: Corpus, options: FrontierOptions): Promise<SqliteFrontier> {
  const { portals } = options;
  if (!portals) return new SqliteFrontier(db, options, null);
  const wanted = new Set(portals);
  const known = await run<{ id: number; slug: string }>(db, 'SELECT id, slug FROM portal');
  const bound = known.filter(({ slug }) => wanted.has(slug));
  if (bound.length < wanted.size) throw new Error('the queue was opened before its portals were saved');
  // Looking for what nobody owns takes longer than looking for anything.
  const isAll = bound.length === known.length;
  return new SqliteFrontier(db, options, isAll ? null : JSON.stringify(bound.map(({ id }) => id)));
}
