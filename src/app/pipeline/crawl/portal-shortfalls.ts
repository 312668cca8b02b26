import { lackingOf } from '../../../../db/queries/coverage.ts';
import type { PortalCoverage } from '../../../../db/queries/portal-coverage/assemble.ts';
import type { Reason, ReasonCount } from '../../../../db/queries/portal-coverage/reasons.ts';

/** A portal of which something is lacking, in a few words: `lanting coverage` has the rest. */
export interface PortalShortfall {
  /** Id of the portal. */
  readonly portal: string;
  readonly name: string;
  /** Reports that the corpus holds of it; 0 for a portal that yielded nothing. */
  readonly held: number;
  /** Reports that are late, missing, broken or not reached, and bodies of which nothing is held. */
  readonly lacking: number;
  readonly bodies: PortalCoverage['bodies'];
  readonly reason: Reason | null;
  readonly extent: ReasonCount['extent'];
}

/** The portals of which nothing is held, or something lacks, or some page was kept away; in the order given. */
export function portalShortfalls(portals: readonly PortalCoverage[]): PortalShortfall[] {
  return portals.flatMap((one) => {
    const { portal, name, reports, bodies, reason, reasons } = one;
    const lacking = lackingOf(one);
    if (reports.held > 0 && lacking === 0 && reason === null) return [];
    return [{ portal, name, held: reports.held, lacking, bodies, reason, extent: reasons[0]?.extent ?? null }];
  });
}
