import { type Arrival, now as present } from '../government/arrival.ts';
import type { Host } from '../government/host.ts';
import { serve } from '../government/server.ts';
import { declarationsOf } from './declarations.ts';
import type { DrawOptions } from './government.ts';
import { type Clock, hostOf } from './host-faults.ts';
import { type Government, portals } from './portals.ts';

/** A drawn government, being served on the loopback interface. */
export interface ServedGovernment extends Government {
  /** Text of a declarations file: `connect` and `portals`. */
  readonly declarations: string;
  /** Host name to `address:port`. */
  readonly connect: Readonly<Record<string, string>>;
  readonly hosts: readonly Host[];
  /** Every request in the order of arrival. */
  readonly log: readonly Arrival[];
  close(): Promise<void>;
}

/** `now` and `minute`: the servers' clock, for runs in simulated or shortened time. */
type StartOptions = Partial<DrawOptions> & Partial<Clock>;

/**
 * Serves the government of a seed, one server an address, ports chosen by the system. Throws a SamplePortalError where the
 * system has no such addresses.
 */
export async function startGovernment(
  seed: number,
  { now = present, minute = 60_000, ...options }: StartOptions = {},
): Promise<ServedGovernment> {
  const government = portals(seed, options);
  const hosts = government.sites.map((site) => hostOf(site, { now, minute }));
  const { connect, log, close } = await serve(() => hosts, now);
  return { ...government, declarations: declarationsOf(government.plan, connect), connect, hosts, log, close };
}
