import { stringify } from 'yaml';
import type { GovernmentPlan } from './government.ts';

/** `www.qinglan.gov.cn` is declared as `qinglan`. */
export const portalIdOf = (host: string): string =>
  host
    .replace(/^www\./, '')
    .replace(/\.gov\.cn$/, '')
    .replaceAll('.', '-');

/** The government as a user's own file of declarations would have it: home pages, and what is known of each. */
export function declarationsOf({ hosts, listed }: GovernmentPlan, connect: Readonly<Record<string, string>>): string {
  const portals = hosts.flatMap(({ host, declared, owner, place, reports }) => {
    if (!declared) return [];
    return [
      {
        id: portalIdOf(host),
        name: owner,
        region: declared.region,
        level: place.level,
        home: `${declared.https ? 'https' : 'http'}://${host}/`,
        columns: [],
        hosts: [...(listed.get(host) ?? [])],
        agencies: new Set(reports.map(({ body }) => body.id)).size,
        corrections: [],
      },
    ];
  });
  return stringify({ connect, portals });
}
