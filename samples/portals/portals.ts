import { type BuiltSite, buildSite } from './build-site.ts';
import { type DrawOptions, drawGovernment, type GovernmentPlan } from './government.ts';
import { OPEN } from './open.ts';
import { type Decoy, type TrueReport, truthOf } from './truth.ts';

/** A government that was drawn: its sites, its reports, and what only seems to be one. Nothing is served yet. */
export interface Government {
  readonly plan: GovernmentPlan;
  readonly sites: readonly BuiltSite[];
  readonly truth: readonly TrueReport[];
  readonly mustNotBeFound: readonly Decoy[];
}

/** The government of a seed, drawn with the words and templates of a half. The same seed always gives the same government. */
export function portals(seed: number, { half = OPEN, ...rest }: Partial<DrawOptions> = {}): Government {
  const plan = drawGovernment(seed, { half, ...rest });
  const sites = plan.hosts.map(buildSite);
  return {
    plan,
    sites,
    truth: truthOf(plan, sites),
    mustNotBeFound: sites.flatMap(({ plan: { host }, decoys }) =>
      decoys.map(({ path, title }) => ({ url: `http://${host}${path}`, title })),
    ),
  };
}
