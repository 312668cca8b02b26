import type { Arrival } from './arrival.ts';
import { declarationsOf } from './declarations.ts';
import { CHANGES, type Change, government } from './government.ts';
import type { Host, Trap } from './host.ts';
import { serve } from './server.ts';
import { type TrueReport, trapsOf, truthOf } from './truth.ts';

export type { Arrival } from './arrival.ts';
export type { Change } from './government.ts';
export type { Trap } from './host.ts';
export { SamplePortalError } from './server.ts';
export type { TrueAttachment, TrueReport } from './truth.ts';

/** The sample government, being served. */
export interface SamplePortal {
  /** Text of a declarations file: `connect` and `portals`. */
  readonly declarations: string;
  /** Host name to `address:port`. */
  readonly connect: Readonly<Record<string, string>>;
  /** The hosts with what they say about themselves: robots, validators, twins. */
  readonly hosts: readonly Host[];
  /** Every report that must be found, as the site stands now. */
  readonly truth: readonly TrueReport[];
  /** What must not be taken for a report, or not even be asked for. */
  readonly mustNotFind: readonly Trap[];
  /** Every request in the order of arrival. */
  readonly log: readonly Arrival[];
  /** Lets something happen to the site, as between two nights. */
  change(what: Change): void;
  close(): Promise<void>;
}

/**
 * Serves the sample government on 127.0.0.1, 127.0.0.2 and on, ports chosen by the system; with `nightTwo` as it stands
 * after all changes. Throws a SamplePortalError where the system has no such addresses.
 */
export async function startSamplePortal({ nightTwo = false }: { nightTwo?: boolean } = {}): Promise<SamplePortal> {
  const changes = new Set<Change>(nightTwo ? CHANGES : []);
  const stand = () => {
    const hosts = government(changes);
    return { hosts, truth: truthOf(hosts), mustNotFind: trapsOf(hosts) };
  };
  let now = stand();
  const { connect, log, close } = await serve(() => now.hosts);
  return {
    declarations: declarationsOf(now.hosts, connect),
    connect,
    log,
    get hosts() {
      return now.hosts;
    },
    get truth() {
      return now.truth;
    },
    get mustNotFind() {
      return now.mustNotFind;
    },
    change(what) {
      changes.add(what);
      now = stand();
    },
    close,
  };
}
