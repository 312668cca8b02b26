import type { PortalCoverage } from '../../db/queries/portal-coverage/assemble.ts';
import type { Reason } from '../../db/queries/portal-coverage/reasons.ts';
import type { HostPlan } from '../../samples/portals/site.ts';
import type { TrueReport } from '../../samples/portals/truth.ts';

type Plan = Pick<HostPlan, 'host' | 'declared' | 'sites' | 'olderSite'>;
type Covered = Pick<PortalCoverage, 'portal' | 'reason' | 'byBody'>;

/** What the coverage says of a report that was not found. */
export interface MissedReport {
  readonly url: string;
  /** The host whose portal has to account for it. */
  readonly portal: string | null;
  /** The reason of the report's own year, of its body, or of the portal as a whole; null where there is none. */
  readonly reason: Reason | null;
  readonly saidOf: 'year' | 'body' | 'portal' | null;
}

/** The declared host that a report's host is, or that alone leads to it. */
export function hostBefore(hosts: readonly Plan[], host: string): string | null {
  const seen = new Set<string>();
  for (let at: string | undefined = host; at !== undefined && !seen.has(at); ) {
    const here: string = at;
    seen.add(here);
    if (hosts.find((one) => one.host === here)?.declared) return here;
    at = hosts.find(({ olderSite, sites }) => olderSite === here || sites.some((site) => site.host === here))?.host;
  }
  return null;
}

const plain = (name: string): string => name.replace(/人民政府$/, '');

/** 财政局 and 澄阳市财政局, 青岚县 and 青岚县人民政府: on one portal one body each. */
const isCalled = (name: string | null, body: string): boolean =>
  name !== null && (plain(body).endsWith(plain(name)) || plain(name).endsWith(plain(body)));

/** `idOf` gives the id of a portal by its host. */
export function explainMissed(
  { body, year, urls }: Pick<TrueReport, 'body' | 'year' | 'urls'>,
  hosts: readonly Plan[],
  coverage: readonly Covered[],
  idOf: (host: string) => string,
): MissedReport {
  const url = urls[0] ?? '';
  const portal = hostBefore(hosts, new URL(url).host);
  const none = { url, portal, reason: null, saidOf: null };
  const covered = coverage.find((one) => portal !== null && one.portal === idOf(portal));
  if (!covered) return none;
  const own = covered.byBody.filter((one) => isCalled(one.body, body.name));
  const ofYear = own.flatMap(({ years }) => years).find((one) => one.year === year && one.reason !== null)?.reason;
  if (ofYear) return { ...none, reason: ofYear, saidOf: 'year' };
  const ofBody = own.find(({ reason }) => reason !== null)?.reason;
  if (ofBody) return { ...none, reason: ofBody, saidOf: 'body' };
  return covered.reason === null ? none : { ...none, reason: covered.reason, saidOf: 'portal' };
}
