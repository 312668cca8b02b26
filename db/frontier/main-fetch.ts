import type { EntryOutcome, FetchRecord } from '../../src/model/crawl/frontier.ts';

/**
 * The request that a visit is about: the one whose body gave the visit its digest, else the last. A page drawn by a browser
 * has many, and the last of them is as a rule a part of it.
 */
export function mainFetch({ fetches, validators }: EntryOutcome): FetchRecord | undefined {
  const sha256 = validators?.sha256;
  return (
    (sha256 && fetches.findLast((fetch) => fetch.sha256 === sha256)) || fetches.findLast(({ part }) => part === null)
  );
}
