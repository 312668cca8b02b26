import { type DiscoveredLink, getRequest } from '../../src/model/crawl/entry.ts';
import { normaliseUrl } from '../normalise-url.ts';
import type { FoundPage } from './discovery.ts';
import { makeDiscoveredLink } from './make-link.ts';
import type { PageFacts } from './page-facts.ts';
import { isFile, isHome, originOf, viewedFile } from './url-shape.ts';

const MOST_FRAMES = 3;

/** Frames of the same site, which may hold what the page itself lacks: its list, or the report. */
export function frameLinks(facts: PageFacts, kind: 'column' | 'report', found: FoundPage): DiscoveredLink[] {
  const urls = facts.frames.map((source) => normaliseUrl(source, facts.base));
  return [...new Set(urls)]
    .filter((url) => url !== null)
    .filter(
      (url) => url !== facts.url && !isHome(url) && originOf(url) === originOf(facts.url) && viewedFile(url) === null,
    )
    .slice(0, MOST_FRAMES)
    .map((url) => {
      const { agency, year, words } = found;
      const title = facts.headings[0] ?? (facts.title || null);
      return makeDiscoveredLink(getRequest(url), isFile(url) ? 'report' : kind, { agency, year, words, title });
    });
}
