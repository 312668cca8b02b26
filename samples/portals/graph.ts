import type { Page } from '../government/page.ts';

/** What can be asked of a site. */
export interface Ask {
  readonly host: string;
  /** With its query. */
  readonly path: string;
  /** What is posted; GET where it is left out. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A way that a person sees: the answer to `from` shows `mark`, and that leads to `to`. */
export interface Edge {
  readonly from: Ask;
  readonly to: Ask;
  readonly mark: string;
}

export const keyOf = ({ host, path, body }: Ask): string =>
  `${body === undefined ? 'GET' : 'POST'} ${host}${path} ${body ?? ''}`;

/** A part of a site: pages by path, and the ways between them. */
export interface Part {
  readonly pages: Readonly<Record<string, Page>>;
  readonly edges: readonly Edge[];
}

export function groupBy<T>(list: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
