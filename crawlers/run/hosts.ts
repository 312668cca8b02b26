import type { FrontierEntry } from '../../src/model/crawl/entry.ts';
import type { HostChange, HostState } from '../../src/model/crawl/frontier.ts';
import { NO_CONTACT } from './contact.ts';
import { Slots } from './slots.ts';

/** A host during a run: its state as it will be written down, and what of it is under way. */
export class Host {
  state: HostState;
  readonly group: HostGroup;
  /** Leased and not begun. */
  leased: FrontierEntry[] = [];
  /** It may have something due. */
  hasWork = false;
  /** Counts the times it was told of work, so that news which comes while the queue is asked is not missed. */
  news = 0;
  /** How often its robots.txt was asked for in vain in this run. */
  robotsFailures = 0;
  /** Why no answer came when it was asked for last; null where one did. */
  robotsError: Error | null = null;
  contact = NO_CONTACT;
  /** When its last visit began, ms since 1970; null while it is idle. */
  busySince: number | null = null;

  #furniture: ReadonlySet<number> | null = null;

  constructor(state: HostState, group: HostGroup) {
    this.state = state;
    this.group = group;
  }

  get id(): number {
    return this.state.id;
  }

  wake(): void {
    this.news += 1;
    this.hasWork = true;
  }

  /** What is known of its navigation; null before its first page was explored. */
  get furniture(): ReadonlySet<number> | null {
    if (this.state.furniture === null) return null;
    this.#furniture ??= new Set(this.state.furniture);
    return this.#furniture;
  }

  /** Takes over what was learnt, and gives it back to be written with the visit. */
  change(change: Partial<Omit<HostState, 'id' | 'origin'>>): HostChange {
    this.state = { ...this.state, ...change };
    return { id: this.id, ...change };
  }

  /** When it may be asked next, ms since 1970. */
  get readyAt(): number {
    return Math.max(this.state.notBefore, this.group.notBefore);
  }
}

/** Hosts that share one address: one request at a time between them, and one pause after it. */
export class HostGroup {
  readonly address: string;
  readonly hosts: Host[] = [];
  readonly turn = new Slots(1);
  notBefore: number;
  running = false;

  constructor(address: string, notBefore: number) {
    this.address = address;
    this.notBefore = notBefore;
  }

  /** The host with work that may be asked soonest; of equals the one that waited longest. */
  next(): Host | null {
    let best: Host | null = null;
    for (const host of this.hosts) {
      if (host.hasWork && (!best || host.readyAt < best.readyAt)) best = host;
    }
    if (best) {
      this.hosts.splice(this.hosts.indexOf(best), 1);
      this.hosts.push(best);
    }
    return best;
  }
}
