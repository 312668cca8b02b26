import { expect, test } from 'vitest';
import type { Discovery } from '../../../crawlers/explore/discovery.ts';
import type { Answer } from '../../../crawlers/run/answer.ts';
import { checkParts, type PartFetcher } from '../../../crawlers/run/fetch-parts.ts';
import { type FrontierEntry, getRequest } from '../../../src/model/crawl/entry.ts';
import type { FetchRecord, KnownPart } from '../../../src/model/crawl/frontier.ts';

const at = (page: number): string => `http://www.lanzhu.gov.cn/a_${page}.html`;
const known: readonly KnownPart[] = [2, 3].map((page) => ({
  ...{ url: at(page), sha256: `old ${page}`, etag: `"${page}"`, lastModified: null },
}));
const entry = { id: 1, url: 'http://www.lanzhu.gov.cn/a.html' } as FrontierEntry;

/** What came for each page: a digest, `304` or nothing. */
const fetcher = (came: Readonly<Record<number, string | null>>): PartFetcher => ({
  ask: async ({ url }, part) => {
    const body = came[Number(/_(\d)/.exec(url)?.[1])];
    const kind = body === '304' ? 'unchanged' : body === null ? 'gone' : 'ok';
    const sha256 = body === '304' ? (part?.sha256 ?? null) : body;
    const answer = { fetch: { url, sha256, etag: null, part: null } as FetchRecord, judgement: { kind } } as Answer;
    return { answer, exchange: null };
  },
  look: async (_, page) => ({ nextPart: page < 4 ? getRequest(at(page + 1)) : null }) as Discovery,
});

test.each<[what: string, came: Readonly<Record<number, string | null>>, changed: boolean, parts: readonly unknown[]]>([
  ['nothing changed', { 2: '304', 3: 'old 3' }, false, [null, null]],
  ['a page in the middle changed', { 2: 'new', 3: '304' }, true, [2, 3]],
  ['the last changed and has another behind it', { 2: '304', 3: 'new', 4: 'more' }, true, [2, 3, 4]],
  ['a page is gone', { 2: 'new', 3: null }, false, [null, null]],
])('%s', async (_, came, changed, parts) => {
  const checked = await checkParts(entry, known, fetcher(came));
  expect(checked.changed).toBe(changed);
  expect(checked.fetches.map(({ part }) => part)).toEqual(parts);
  expect(checked.remarks.map(({ code }) => code)).toEqual(came[3] === null ? ['CR-PART-MISSING'] : []);
});

test('a 304 that repeats no validators leaves them to the page', async () => {
  const { fetches } = await checkParts(entry, known, fetcher({ 2: '304', 3: 'new', 4: 'more' }));
  expect(fetches.map(({ etag, sha256 }) => [etag, sha256])).toEqual([
    ['"2"', 'old 2'],
    [null, 'new'],
    [null, 'more'],
  ]);
});
