import { stringify } from 'yaml';
import type { Host } from './host.ts';

/** The sample government as a user's own file of declarations would have it. */
export function declarationsOf(hosts: readonly Host[], connect: Readonly<Record<string, string>>): string {
  const portals = hosts.flatMap(({ names: [host], family, publisher }) => {
    if (!publisher) return [];
    const { id, name, region, level, agencies, columns, tellsFamily, corrections } = publisher;
    const origin = `http://${host}`;
    return [
      {
        id,
        name,
        region,
        level,
        home: `${origin}/`,
        columns: columns.map((path) => origin + path),
        ...(tellsFamily ? { family } : {}),
        hosts: [],
        agencies,
        corrections: (corrections ?? []).map(({ path, ...rest }) => ({ url: origin + path, ...rest })),
      },
    ];
  });
  return stringify({ connect, portals });
}
