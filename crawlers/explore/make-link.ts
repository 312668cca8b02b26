import type { CrawlRequest, DiscoveredLink } from '../../src/model/crawl/entry.ts';
import { ANYWHERE } from './column-scope.ts';

/** A place that is fetched in any case, whatever words led to it; of a column nothing is known yet. */
export const makeDiscoveredLink = (
  request: CrawlRequest,
  kind: DiscoveredLink['kind'],
  more: Partial<DiscoveredLink> = {},
): DiscoveredLink => ({
  ...request,
  ...{ kind, title: null, date: null, score: null, words: null, agency: null, year: null },
  scope: kind === 'column' ? ANYWHERE : null,
  ...more,
});
