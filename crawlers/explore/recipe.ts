import type { CrawlRequest, DiscoveredLink } from '../../src/model/crawl/entry.ts';
import { requestKey } from '../normalise-url.ts';
import { ANYWHERE } from './column-scope.ts';
import type { Discovery, FoundPage } from './discovery.ts';
import { makeDiscoveredLink } from './make-link.ts';
import { BEGINNING, RECIPE } from './paging/next-page.ts';
import { OF_REPORTS } from './score-link.ts';

/** A request that the scripts of a page made on its own site, with its answer. */
export interface SeenAnswer {
  readonly request: CrawlRequest;
  readonly text: string;
  readonly mediaType: string | null;
}

interface DrawnPage {
  /** The page as the browser showed it. */
  readonly found: FoundPage;
  readonly discovery: Discovery;
  /** What the server had sent for it. */
  readonly source: string;
  readonly seen: readonly SeenAnswer[];
}

/** Of what a drawn page shows, so much must stand in the answer that it was drawn from. */
const LEAST_SHARE = 0.5;

/** A number that only keeps answers from being remembered, and the name that a library makes up for its call-back. */
const BUSTER = /^(?:_|t|ts|v|r|rnd|rand|random|time|timestamp|date|nocache)$/i;
const MADE_NUMBER = /^(?:1\d{12}|0\.\d{5,})$/;
const MADE_NAME = /^jQuery\d+_\d+$/i;
/** Longer ones are made of time or chance. */
const PLAIN_NUMBER = /^\d{0,10}$/;

/** The request without what changes each time; null where what changes is more than that. */
function lasting(request: CrawlRequest): CrawlRequest | null {
  const url = new URL(request.url);
  for (const [name, value] of [...url.searchParams]) {
    if (MADE_NAME.test(value)) url.searchParams.set(name, 'callback');
    else if (!MADE_NUMBER.test(value)) continue;
    else if (!BUSTER.test(name)) return null;
    else url.searchParams.delete(name);
  }
  return { ...request, url: url.search === new URL(request.url).search ? request.url : url.href };
}

function valuesIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(valuesIn);
  return typeof value === 'string' ? [value] : [];
}

/** What the request says beside names and plain numbers. */
function saidBy({ url, body }: CrawlRequest): string[] {
  const { pathname, searchParams } = new URL(url);
  // A script puts the name of a file together from its parts.
  const said = [...pathname.split(/[/.]/).map(decoded), ...searchParams.values()];
  if (body === null) return said.flatMap(within);
  return [...said, ...(/^\s*[{[]/.test(body) ? [body] : [...new URLSearchParams(body).values()])].flatMap(within);
}

function within(text: string): string[] {
  if (!/^\s*[{[]/.test(text)) return [text];
  try {
    return valuesIn(JSON.parse(text));
  } catch {
    return [text];
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Everything that is said stands in the page or its scripts: nothing was made by a script, as tokens are. */
function isPrinted(request: CrawlRequest, sources: readonly string[]): boolean {
  const stands = (text: string): boolean =>
    PLAIN_NUMBER.test(text) ||
    text === 'callback' ||
    sources.some((source) => source.includes(text) || source.includes(encodeURIComponent(text)));
  return saidBy(request).every(stands);
}

/** The places that a page is there for. */
const shownBy = (links: readonly DiscoveredLink[]): Set<string> => {
  const reports = links.filter(({ kind }) => kind === 'report');
  const shown =
    reports.length > 0 ? reports : links.filter(({ kind, score }) => kind === 'column' && (score ?? 0) >= OF_REPORTS);
  return new Set(shown.map(requestKey));
};

/**
 * The request that the list of a drawn page comes from, as a column of its own: from then on it is asked for plainly. Null
 * where no single answer shows what the page shows, or where the request needs what only a script makes.
 */
export function findRecipe(
  { found, discovery, source, seen }: DrawnPage,
  discover: (page: FoundPage) => Discovery,
): DiscoveredLink | null {
  const shown = shownBy(discovery.links);
  if (shown.size === 0) return null;
  const sources = [
    source,
    found.url,
    ...seen.map(({ request, text }) => (request.method === 'GET' && /\.js(?:\?|$)/i.test(request.url) ? text : '')),
  ];
  const scope = { ...ANYWHERE, base: found.url };
  let best: { readonly request: CrawlRequest; readonly share: number } | null = null;
  for (const { request: asked, text, mediaType } of seen) {
    const request = lasting(asked);
    if (!request || !isPrinted(request, sources)) continue;
    const answered = discover({
      ...found,
      url: request.url,
      text,
      mediaType,
      posted: request.body,
      kind: 'column',
      page: 1,
      scope,
      family: null,
      rendered: true,
    });
    const links = answered.links.filter((link) => shown.has(requestKey(link)));
    const share = new Set(links.map(requestKey)).size / shown.size;
    if (share >= LEAST_SHARE && share > (best?.share ?? 0)) best = { request, share };
  }
  const { agency, year, words } = found;
  return (
    best &&
    makeDiscoveredLink(best.request, 'column', {
      agency,
      year,
      words,
      scope: { ...scope, progress: { ...BEGINNING, dialect: RECIPE } },
    })
  );
}
