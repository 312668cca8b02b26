import type { ColumnScope, DiscoveredLink } from '../../src/model/crawl/entry.ts';
import type { Family } from '../families/family.ts';
import { directoryOf, originOf } from './url-shape.ts';

/**
 * The scope of a place that is known to be a column of annual reports, before anything is known of its links. Frames and
 * interfaces bear no marks of their own; that they have a scope at all says where they were found.
 */
export const ANYWHERE: ColumnScope = { pathPrefix: null, contains: null };

/** Whether the scope tells anything apart. */
export const isNarrow = (scope: ColumnScope | null): boolean =>
  scope !== null && (scope.pathPrefix !== null || scope.contains !== null);

/**
 * What the articles of a column have in common, from its first page: a piece of address that the software gives to all of them,
 * or the column's own folder. Null where they have nothing, as in collections of other bodies' reports.
 */
export function scopeOf(url: string, links: readonly DiscoveredLink[], family: Family): ColumnScope | null {
  const reports = links.filter((link) => link.kind === 'report');
  const first = reports[0];
  if (!first) return null;
  const shared = family.shares?.exec(first.url)?.[1];
  if (shared && reports.every((link) => link.url.includes(shared))) return { pathPrefix: null, contains: shared };
  const folder = directoryOf(url);
  const pathPrefix = new URL(folder).pathname;
  if (pathPrefix === '/' || !reports.every((link) => link.url.startsWith(folder))) return null;
  return { pathPrefix, contains: null };
}

/** Whether a place belongs to the column. Other hosts' do: a column may well list them. */
export function isInScope(url: string, page: string, scope: ColumnScope | null): boolean {
  if (scope === null || originOf(url) !== originOf(page)) return true;
  if (scope.contains !== null && !url.includes(scope.contains)) return false;
  return scope.pathPrefix === null || new URL(url).pathname.startsWith(scope.pathPrefix);
}
