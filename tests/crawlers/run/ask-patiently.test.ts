import { expect, test } from 'vitest';
import type { Answer } from '../../../crawlers/run/answer.ts';
import { askPatiently } from '../../../crawlers/run/ask-patiently.ts';
import { fetchParts } from '../../../crawlers/run/fetch-parts.ts';
import { type FrontierEntry, getRequest } from '../../../src/model/crawl/entry.ts';
import type { FetchRecord } from '../../../src/model/crawl/frontier.ts';
import { aFetch } from '../../db/frontier/crawl-steps.ts';

/** Answers one after the other: their kinds of judgement. */
function answering(...kinds: readonly string[]) {
  const left = [...kinds];
  return async () => {
    const kind = left.shift();
    return kind === undefined
      ? null
      : {
          answer: { judgement: { kind }, fetch: aFetch({ took: kinds.length - left.length }) } as Answer,
          exchange: null,
        };
  };
}

test.each([
  ['an answer is taken as it is', ['ok', 'ok'], 'ok', 1],
  ['a busy server is asked again', ['busy', 'busy', 'ok'], 'ok', 3],
  ['and not for ever', ['busy', 'busy', 'busy', 'ok'], 'busy', 3],
  ['what is gone is gone', ['gone', 'ok'], 'gone', 1],
  ['what can not be asked for is left', [], undefined, 0],
])('%s', async (_, kinds, expected, requests) => {
  const fetches: FetchRecord[] = [];
  const came = await askPatiently(answering(...kinds), fetches);
  expect([came?.answer.judgement.kind, fetches.length]).toEqual([expected, requests]);
});

test('a page of an article that came late is no missing one', async () => {
  const entry = { url: 'http://www.lanzhu.gov.cn/a.html' } as FrontierEntry;
  const ask = answering('busy', 'ok');
  const { fetches, tries, remarks } = await fetchParts(entry, getRequest(`${entry.url}?2`), {
    ask,
    look: async () => null,
  });
  expect([fetches.map(({ part }) => part), tries.map(({ part }) => part), remarks]).toEqual([[2], [null], []]);
});
