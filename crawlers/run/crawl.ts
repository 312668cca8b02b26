import { setMaxListeners } from 'node:events';
import type { HostState, WrittenRecord } from '../../src/model/crawl/frontier.ts';
import type { Exchange } from '../http/exchange.ts';
import type { ThrottleSettings } from '../throttle.ts';
import { Committer } from './committer.ts';
import { type UnreachedHost, unreachedHosts } from './contact.ts';
import { Host, HostGroup } from './hosts.ts';
import type { CrawlPorts } from './ports.ts';
import { Requests, Stopped } from './requests.ts';
import type { CrawlSettings } from './settings.ts';
import { Slots } from './slots.ts';
import { addVisit, type CrawlTally, emptyTally } from './tally.ts';
import { Visitor } from './visitor.ts';

/** What a run tells while it goes. */
export interface CrawlWatcher {
  /** After every visit. */
  readonly onVisit?: (tally: CrawlTally) => void;
  /** A host gave no answer and took no visit for longer than the watchdog allows. */
  readonly onStuck?: (origin: string, since: number) => void;
}

/** An answer that stands in the archive and not in the frontier. */
export interface ArchivedEntry {
  /** The key of the place; null for robots.txt. */
  readonly place: string | null;
  readonly exchange: Exchange;
  readonly position: WrittenRecord;
}

/** The least pause after a round without a visit, ms. */
const IDLE = 200;

/** A waiting host is looked at again after so long, ms. */
const LONGEST_SLEEP = 1_000;

/** How often the watchdog looks, ms. */
const WATCH_EVERY = 30_000;
/** Visits of one host that are committed while the next is under way; more only fill the memory. */
const MOST_PENDING = 64;

/**
 * One run over everything that is due: each address in its own loop, one request at a time, until nothing is due within the
 * patience of the settings, a budget is used up or the signal is given. What is under way then is finished and written down.
 */
export class Crawl {
  readonly #ports: CrawlPorts;
  readonly #settings: CrawlSettings;
  readonly #watcher: CrawlWatcher;
  readonly #groups = new Map<string, HostGroup>();
  readonly #hosts = new Map<number, Host>();
  readonly #committer: Committer;
  readonly #visitor: Visitor;
  readonly #stop = new AbortController();
  readonly #running = new Set<Promise<void>>();
  readonly #tally: CrawlTally = emptyTally();
  readonly #leastDelay: number;
  /** Origins that the watchdog has told of. */
  readonly #stuck = new Set<string>();
  #triedBrowser = false;
  #failure: { readonly error: unknown } | null = null;

  constructor(ports: CrawlPorts, settings: CrawlSettings, throttle: ThrottleSettings, watcher: CrawlWatcher = {}) {
    this.#ports = ports;
    this.#settings = settings;
    this.#watcher = watcher;
    this.#leastDelay = throttle.leastDelay;
    this.#committer = new Committer(ports.frontier);
    // Every address that waits for its turn listens.
    setMaxListeners(0, this.#stop.signal);
    const requests = new Requests(ports, throttle, new Slots(settings.addresses), this.#stop.signal, this.#tally);
    this.#visitor = new Visitor(ports, settings, requests, (origin) => this.#hostOf(origin));
  }

  /**
   * Writes down what a killed run had archived and not committed, so that it is not asked again. Before `run`, once its leases
   * are free. Of a place that was visited again since, only the request is written down. A record whose place is not known is
   * left: the archive keeps it, nothing else does.
   */
  async resume(records: Iterable<ArchivedEntry> | AsyncIterable<ArchivedEntry>): Promise<void> {
    const { frontier } = this.#ports;
    for await (const record of records) {
      if (record.place === null) await this.#takeUpRobots(record);
      const entry = record.place === null ? null : await frontier.find(record.place);
      const [state] = entry ? await frontier.hostsById([entry.hostId]) : [];
      if (!entry || !state) continue;
      const host = await this.#know(state);
      if (entry.visitedAt !== null && record.exchange.startedAt < entry.visitedAt) {
        await frontier.commitLate(this.#visitor.takeUpLate(host, entry, record));
        continue;
      }
      const outcome = await this.#visitor.resume(host, entry, record);
      if (!outcome) continue;
      const [result] = await frontier.commit([outcome]);
      addVisit(this.#tally, outcome, result?.newPlaces ?? 0);
    }
  }

  async #takeUpRobots(record: ArchivedEntry): Promise<void> {
    const state = await this.#ports.frontier.findHost(new URL(record.exchange.url).origin);
    if (state) await this.#visitor.takeUpRobots(await this.#know(state), record);
  }

  /** Throws only where the frontier or the archive itself fails. */
  async run(signal?: AbortSignal): Promise<CrawlTally> {
    const { clock } = this.#ports;
    const stop = () => this.end('stopped');
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    const watch = setInterval(() => this.#watch(), WATCH_EVERY);
    const { timeBudget } = this.#settings;
    const budget = timeBudget === null ? null : setTimeout(() => this.end('time'), timeBudget);
    try {
      const startedAt = clock.now();
      while (!this.#stop.signal.aborted) {
        const { visits } = this.#tally;
        await this.#wakeDue();
        while (this.#running.size > 0) await Promise.race(this.#running);
        const next = await this.#nextWork();
        const wait = next === null ? null : next - clock.now();
        if (wait === null || wait > this.#settings.patience) {
          if (!(await this.#tryBrowser(startedAt))) break;
          continue;
        }
        // A round that came to nothing is not repeated at once, whatever the queue says.
        await clock.sleep(Math.max(wait, visits === this.#tally.visits ? IDLE : 1), this.#stop.signal);
      }
      await Promise.all(this.#running);
      await this.#releaseLeased();
    } finally {
      clearInterval(watch);
      if (budget) clearTimeout(budget);
      signal?.removeEventListener('abort', stop);
    }
    if (this.#failure) throw this.#failure.error;
    return this.#tally;
  }

  /** Hosts that had work and gave no answer, asked or held back; for the end of a run. */
  async unreached(): Promise<UnreachedHost[]> {
    const now = this.#ports.clock.now();
    return unreachedHosts(this.#hosts.values(), await this.#ports.frontier.hostsDue(now), now);
  }

  /** What was done so far, also where `run` threw. */
  get tally(): CrawlTally {
    return this.#tally;
  }

  /** Whether any host gave an answer in this run. */
  get isAnswered(): boolean {
    return [...this.#hosts.values()].some(({ contact }) => contact.answers > 0);
  }

  /** Begins nothing more; what is under way is finished and written down. The first reason is the one that is told. */
  end(why: NonNullable<CrawlTally['endedBy']>): void {
    this.#tally.endedBy ??= why;
    this.#stop.abort();
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.#stop.abort();
  }

  async #wakeDue(): Promise<void> {
    for (const state of await this.#ports.frontier.hostsDue(this.#ports.clock.now())) {
      this.#wake(await this.#know(state));
    }
  }

  /** Once a run, when all else is done: hosts that gave nothing are looked at as a browser shows them. */
  async #tryBrowser(since: number): Promise<boolean> {
    if (this.#triedBrowser || !this.#ports.renderer) return false;
    this.#triedBrowser = true;
    return (await this.#ports.frontier.redrawHungry(since)) > 0;
  }

  /** When something is to be done next: the earliest time at which a place is due and its host may be asked. */
  async #nextWork(): Promise<number | null> {
    let next: number | null = null;
    for (const { host, due } of await this.#ports.frontier.nextDue()) {
      const at = Math.max(due, this.#hosts.get(host.id)?.readyAt ?? host.notBefore);
      if (next === null || at < next) next = at;
    }
    return next;
  }

  async #know(state: HostState): Promise<Host> {
    const known = this.#hosts.get(state.id);
    if (known) return known;
    // A name that does not resolve is met again by its first visit, which writes the fault down.
    const address = await this.#ports.client.resolve(state.origin).catch(() => state.origin);
    const other = this.#hosts.get(state.id);
    if (other) return other;
    // A run that was killed may have asked a moment ago and not have written it down.
    const group = this.#groups.get(address) ?? new HostGroup(address, this.#ports.clock.now() + this.#leastDelay);
    this.#groups.set(address, group);
    const host = new Host({ ...state, address }, group);
    group.hosts.push(host);
    this.#hosts.set(state.id, host);
    return host;
  }

  #hostOf(origin: string): Host | null {
    for (const host of this.#hosts.values()) if (host.state.origin === origin) return host;
    return null;
  }

  #wake(host: Host): void {
    host.wake();
    const { group } = host;
    if (group.running || this.#stop.signal.aborted) return;
    group.running = true;
    const loop = this.#runGroup(group)
      .catch((error: unknown) => {
        if (!(error instanceof Stopped)) this.#fail(error);
      })
      .finally(() => {
        group.running = false;
        this.#running.delete(loop);
      });
    this.#running.add(loop);
  }

  async #runGroup(group: HostGroup): Promise<void> {
    const { clock } = this.#ports;
    const pending = new Set<Promise<void>>();
    while (!this.#stop.signal.aborted) {
      const host = group.next();
      if (!host || host.readyAt > clock.now() + this.#settings.patience) break;
      const wait = host.readyAt - clock.now();
      if (wait > 0) {
        // Another host of this address may get work meanwhile.
        await clock.sleep(Math.min(wait, LONGEST_SLEEP), this.#stop.signal);
        continue;
      }
      const entry = host.leased.shift() ?? (await this.#lease(host));
      if (!entry) {
        // Visits that are still being written may bring this host more.
        if (!host.hasWork && pending.size > 0) await Promise.race(pending);
        continue;
      }
      host.busySince = clock.now();
      const outcome = await this.#visitor.visit(host, entry);
      host.busySince = null;
      if (!outcome) {
        // It was put off; whatever is due there waits for another look at the queue.
        host.hasWork = host.readyAt > clock.now();
        continue;
      }
      const written = this.#committer.commit(outcome).then(async ({ hosts, newPlaces }) => {
        addVisit(this.#tally, outcome, newPlaces);
        this.#watcher.onVisit?.(this.#tally);
        if (hosts.length > 0) await this.#wakeAll(hosts);
      });
      const done = written.catch((error: unknown) => this.#fail(error)).finally(() => pending.delete(done));
      pending.add(done);
      // Where there are pauses, what a page leads to decides what is asked next; without them, the next is asked meanwhile.
      if (this.#settings.leaseCount === 1 || pending.size >= MOST_PENDING) await Promise.all(pending);
      const { diskBudget } = this.#settings;
      if (diskBudget !== null && this.#ports.archive.written >= diskBudget) this.end('disk');
    }
    await Promise.all(pending);
    // Told of work after the last look: the loop is over, another must begin.
    if (!this.#stop.signal.aborted && group.hosts.some((host) => this.#isReadySoon(host))) return this.#runGroup(group);
  }

  #isReadySoon(host: Host): boolean {
    return host.hasWork && host.readyAt <= this.#ports.clock.now() + this.#settings.patience;
  }

  async #lease(host: Host) {
    const { frontier, clock } = this.#ports;
    const { news } = host;
    const now = clock.now();
    const [first, ...others] = await frontier.lease(
      host.id,
      this.#settings.leaseCount,
      now,
      now + this.#settings.leaseFor,
    );
    host.leased.push(...others);
    if (!first && news === host.news) host.hasWork = false;
    return first ?? null;
  }

  async #wakeAll(ids: readonly number[]): Promise<void> {
    const unknown = ids.filter((id) => !this.#hosts.has(id));
    if (unknown.length > 0) {
      for (const state of await this.#ports.frontier.hostsById(unknown)) await this.#know(state);
    }
    for (const id of ids) {
      const host = this.#hosts.get(id);
      if (host) this.#wake(host);
    }
  }

  async #releaseLeased(): Promise<void> {
    const leased = [...this.#hosts.values()].flatMap((host) => host.leased.splice(0));
    if (leased.length > 0 && !this.#failure) await this.#ports.frontier.release(leased);
  }

  #watch(): void {
    const now = this.#ports.clock.now();
    for (const { busySince, state } of this.#hosts.values()) {
      const isStuck = busySince !== null && now - busySince > this.#settings.watchdog;
      if (!isStuck || this.#stuck.has(state.origin)) continue;
      this.#stuck.add(state.origin);
      this.#watcher.onStuck?.(state.origin, busySince);
    }
  }
}
