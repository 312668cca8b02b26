import { describe, expect, test } from 'vitest';
import type { Half } from '../../samples/portals/half.ts';
import { type CrawledGovernment, type CrawlOptions, crawlGovernment } from './crawl-government.ts';

const sum = (all: readonly CrawledGovernment[], figureOf: (one: CrawledGovernment) => number): number =>
  all.reduce((total, one) => total + figureOf(one), 0);

const recallOf = ({ reachable, missed }: CrawledGovernment): number =>
  reachable === 0 ? 1 : (reachable - missed.length) / reachable;

/** Holds single governments: every report within reach is found, once, and nothing else, politely. */
export function holdGovernments(seeds: readonly number[], options: CrawlOptions): void {
  // Most of a crawl is waiting.
  test.concurrent.each(seeds)('the government of seed %i is found whole', async (seed) => {
    const { missed, decoys, breaches, bodies, bodiesTold, reachable } = await crawlGovernment(seed, options);
    expect({ missed, decoys, breaches, bodies }).toEqual({ missed: [], decoys: [], breaches: [], bodies: bodiesTold });
    expect(reachable).toBeGreaterThan(0);
  });
}

/** The bounds that are wanted over many governments (issue: every report of a portal that nobody here has seen). */
export function holdCrawl(seeds: readonly number[], half: Half): void {
  describe(`governments drawn with the half “${half.name}”`, () => {
    const all: CrawledGovernment[] = [];

    test.each(seeds)('crawling seed %i', async (seed) => {
      const one = await crawlGovernment(seed, { half, browser: true });
      all.push(one);
      console.log(
        `seed ${seed}: ${one.reachable - one.missed.length} of ${one.reachable} reports, ${one.requests} requests, ` +
          `${one.bodiesTold} of ${one.bodies} bodies`,
      );
      const unexplained = one.missed.filter(({ reason }) => reason === null);
      expect({ decoys: one.decoys, breaches: one.breaches, unexplained }).toEqual({
        ...{ decoys: [], breaches: [], unexplained: [] },
      });
    });

    test('at least 99 of 100 reports are found, and 95 of 100 in the worst tenth', () => {
      const found = sum(all, ({ reachable, missed }) => reachable - missed.length);
      const worst = all.toSorted((a, b) => recallOf(a) - recallOf(b)).slice(0, Math.ceil(all.length / 10));
      expect(found / sum(all, ({ reachable }) => reachable)).toBeGreaterThanOrEqual(0.99);
      expect(sum(worst, recallOf) / worst.length).toBeGreaterThanOrEqual(0.95);
    });

    test('at most 2.5 requests a report found, and 99 of 100 bodies told apart and joined rightly', () => {
      const found = sum(all, ({ reachable, missed }) => reachable - missed.length);
      expect(sum(all, ({ requests }) => requests) / found).toBeLessThanOrEqual(2.5);
      const bodies = sum(all, ({ bodies }) => bodies);
      expect(sum(all, ({ bodiesTold }) => bodiesTold) / bodies).toBeGreaterThanOrEqual(0.99);
    });
  });
}
