import { startRun } from '../../../db/frontier/crawl-run.ts';
import { openFrontier, type SqliteFrontier } from '../../../db/frontier/open-frontier.ts';
import { type DeclaredPortal, savePortals } from '../../../db/frontier/save-portals.ts';
import type { DiscoveredLink, FrontierEntry } from '../../../src/model/crawl/entry.ts';
import type { EntryOutcome, FetchRecord } from '../../../src/model/crawl/frontier.ts';
import { testCorpus } from '../corpora.ts';

export const DAY = 86_400_000;
export const START = Date.UTC(2026, 10, 23);
export const COLUMN = 'http://www.lanzhu.gov.cn/nb/';

/** Scheme and `www.` are left out, as the crawl does it. */
export const keyOf = ({ method, url }: { method: string; url: string }): string =>
  `${method} ${url.replace(/^https?:\/\/(?:www\.)?/, '')}`;
export const originOf = (url: string): string => new URL(url).origin;

export const aPortal = (given: Partial<DeclaredPortal> = {}): DeclaredPortal => ({
  id: 'lanzhu',
  name: '兰渚市人民政府',
  region: '3306',
  level: 'prefecture',
  home: 'http://www.lanzhu.gov.cn/',
  columns: [COLUMN],
  family: null,
  agencies: null,
  ...given,
});

export const aLead = (
  kind: DiscoveredLink['kind'],
  url: string,
  given: Partial<DiscoveredLink> = {},
): DiscoveredLink => ({
  ...{ kind, url, method: 'GET', body: null, bodyType: null, title: null, date: null, scope: null },
  ...{ score: null, words: null, agency: null, year: null },
  ...given,
});

/** A report, a further page of the list, an attachment, by a short name. */
export const report = (name: string): DiscoveredLink =>
  aLead('report', `http://www.lanzhu.gov.cn/${name}.html`, { title: name });
export const listPage = (nth: number): DiscoveredLink => aLead('list', `${COLUMN}index_${nth}.html`);
/** A further page that is to be asked for although this one brought nothing. */
export const idlePage = (nth: number): DiscoveredLink => {
  const progress = { dialect: 'printed', page: nth, seen: [], count: 0, total: null, idle: 1 };
  return { ...listPage(nth), scope: { pathPrefix: null, contains: null, progress } };
};
export const attachment = (name: string): DiscoveredLink => aLead('attachment', `http://www.lanzhu.gov.cn/${name}.pdf`);

export const aFetch = (given: Partial<FetchRecord> = {}): FetchRecord => ({
  url: COLUMN,
  method: 'GET',
  fetchedAt: START,
  status: 200,
  etag: null,
  lastModified: null,
  sha256: null,
  bytes: 1_000,
  took: 12.5,
  errorCode: null,
  errorMessage: null,
  archive: null,
  part: null,
  ...given,
});

/** A visit that went well and is due again in a day. */
export const anOutcome = (entry: FrontierEntry, given: Partial<EntryOutcome> = {}): EntryOutcome => ({
  entry,
  fetches: [aFetch({ url: entry.url })],
  state: 'waiting',
  kind: entry.kind,
  verdict: null,
  dueAt: START + DAY,
  validators: null,
  links: [],
  movedTo: null,
  family: null,
  rendered: false,
  remarks: [],
  host: null,
  toRead: false,
  ...given,
});

/** A corpus with one portal, its queue, and a clock that a test sets. */
export async function testFrontier(portals: readonly DeclaredPortal[] = [aPortal()], path?: string) {
  const db = await testCorpus(path);
  const clock = { now: START };
  const keys = { keyOf, originOf, now: () => clock.now };
  await savePortals(db, portals, keys);
  const runId = await startRun(db, 'lanting/0.4.0', new Date(START).toISOString());
  const frontier = await openFrontier(db, { ...keys, runId });
  const { lease } = leaser(frontier, clock);
  return { db, frontier, clock, runId, keys, lease };
}

/** Leases whatever is due, of all hosts, for a minute. */
export const leaser = (frontier: SqliteFrontier, clock: { readonly now: number }) => ({
  async lease(count = 10): Promise<FrontierEntry[]> {
    const entries: FrontierEntry[] = [];
    for (const { id } of await frontier.hostsDue(clock.now)) {
      entries.push(...(await frontier.lease(id, count, clock.now, clock.now + 60_000)));
    }
    return entries;
  },
});

/** The last step of each address. */
export const namesOf = (visits: readonly { readonly url: string }[]): string[] =>
  visits.map(({ url }) => url.replace(/^.*\/(?=[^/]+\/?$)/, ''));

export async function only<T>(list: Promise<readonly T[]>): Promise<T> {
  const [first, ...more] = await list;
  if (first === undefined || more.length > 0) throw new Error(`one was expected, there are ${more.length + 1}`);
  return first;
}
