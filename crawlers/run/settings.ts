/** How a crawl behaves. The defaults are polite without any configuration. Times in ms. */
export interface CrawlSettings {
  /** Addresses that are talked to at once, and so the most requests that a kill can make be asked again. */
  readonly addresses: number;
  /** How long a place is held for its visit; a place held longer is free again. */
  readonly leaseFor: number;
  /** Places of one host that are taken at once; more than one only where there is no delay between requests. */
  readonly leaseCount: number;
  /** Waits before a place that failed, or a robots.txt that is out of reach, is asked again; after the last it counts as failed. */
  readonly retries: readonly number[];
  /** A crawl with nothing left to do waits this long for what is due soon, then ends. */
  readonly patience: number;
  /** No new visit begins after this long; null for no limit. */
  readonly timeBudget: number | null;
  /** No new visit begins once the archive has grown by so many bytes; null for no limit. */
  readonly diskBudget: number | null;
  /** A host without an answer for so long is reported. */
  readonly watchdog: number;
  /** How long a host with a challenge page is left alone. */
  readonly blockedFor: number;
  /** How long a page that was explored and held nothing is left alone. */
  readonly fruitlessFor: number;
  /** How long a place is left alone whose server gave no answer: until the next night. */
  readonly downFor: number;
  /** How long a failed place is left alone. */
  readonly failedFor: number;
}

const [SECOND, MINUTE, DAY] = [1_000, 60_000, 86_400_000];

export const CRAWL_SETTINGS: CrawlSettings = {
  addresses: 64,
  leaseFor: 10 * MINUTE,
  leaseCount: 1,
  retries: [30 * SECOND, 5 * MINUTE],
  patience: 10 * MINUTE,
  timeBudget: null,
  diskBudget: null,
  watchdog: 15 * MINUTE,
  blockedFor: 7 * DAY,
  fruitlessFor: 30 * DAY,
  downFor: 20 * 60 * MINUTE,
  failedFor: 3 * DAY,
};

export { DAY, MINUTE };
