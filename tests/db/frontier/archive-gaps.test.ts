import { expect, test } from 'vitest';
import { archiveGaps } from '../../../db/frontier/archive-gaps.ts';
import { aFetch, testFrontier } from './crawl-steps.ts';

const FILE = 'lanting-20261123000000-00001.warc.gz';
const FAR = 1_000_000;

/** A file begins with a record of 400 bytes that is no fetch; `+` is a length, in the order of commits, which is not that of the file. */
test.each<[what: string, known: string, lookBack: number, gaps: string | null]>([
  ['no record', '', FAR, null],
  ['the first', '400+100', FAR, '0-400 500-'],
  ['the second: the first is in the gap that the file begins with', '500+100', FAR, '0-500 600-'],
  ['all, one after the other', '400+100 500+50 550+10', FAR, '0-400 560-'],
  ['the second before the first', '500+50 400+100', FAR, '0-400 550-'],
  ['all but one between', '400+100 600+50', FAR, '0-400 500-600 650-'],
  ['all but two stretches', '900+5 400+100 600+50', FAR, '0-400 500-600 650-900 905-'],
  ['one twice', '400+100 400+100 500+50', FAR, '0-400 550-'],
  ['one within another', '400+100 420+10 500+50', FAR, '0-400 550-'],
  ['a gap further back than is looked', '400+100 600+50 650+100', 50, '750-'],
  ['a gap just as far back as is looked', '400+100 600+50 650+100', 51, '500-600 750-'],
  ['a gap behind the last record that is too far back', '400+100 600+50', 100, '500-600 650-'],
])('where a file has records that the corpus does not know: it knows %s', async (_, known, lookBack, gaps) => {
  const { db, frontier } = await testFrontier();
  const write = (file: string, offset: number, length: number) =>
    frontier.commitRobots(aFetch({ archive: { file, offset, length, whole: true } }), { id: 1 });
  for (const [, offset, length] of known.matchAll(/(\d+)\+(\d+)/g)) await write(FILE, Number(offset), Number(length));
  // Another file, and requests without an answer, are beside the point.
  await write('other', 520, 30);
  await frontier.commitRobots(aFetch(), { id: 1 });
  const found = await archiveGaps(db, FILE, lookBack);
  expect(found?.map(({ from, to }) => `${from}-${to ?? ''}`).join(' ') ?? null).toBe(gaps);
});
