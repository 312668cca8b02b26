import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildConnector, Client } from 'undici';
import { parseDeclarations } from '../../crawlers/declarations/parse-declarations.ts';
import type { Declarations } from '../../crawlers/portal.ts';
import { openCorpus } from '../../db/connect.ts';
import { startRun } from '../../db/frontier/crawl-run.ts';
import { openCrawl } from '../../src/app/pipeline/crawl/open-crawl.ts';
import type { FrontierMeasurement } from './frontier.ts';
import { scrapyPerPage } from './scrapy.ts';

/** How fast a crawl goes, with its queue and its archive, beside what bounds it. */
export interface CrawlMeasurement {
  /** Pages a second with delays off, and of a bare loop of undici over the same pages, host by host: of several rounds the middle one. */
  readonly pagesPerSecond: number;
  readonly bareLoopPerSecond: number;
  /** The first over the second. */
  readonly ofBareLoop: number;
  /**
   * Processor time of a page with delays off, all in (queue, archive, looking through), ms: of the rounds the middle one. Unlike
   * rates it says the same on a machine that has other work.
   */
  readonly processorPerPage: number;
  /** The same of Scrapy, which keeps nothing, and where it keeps its queue and the answers; null where it is not installed. */
  readonly scrapyPerPage: { readonly bare: number; readonly keeping: number } | null;
  /** 200 hosts with delays on: pages a second, and hosts / delay. */
  readonly politePerSecond: number;
  readonly ceilingPerSecond: number;
  readonly ofCeiling: number;
}

const SERVER = fileURLToPath(new URL('../../samples/government/serve-many.js', import.meta.url));
/** Long enough that the beginning, when each host is asked for its robots.txt and its first list, counts for little. */
const FAST = { hosts: 20, reports: 400, rounds: 5 } as const;
const POLITE = { hosts: 200, reports: 60, delay: 1_000 } as const;

interface Served {
  readonly declarations: Declarations;
  readonly urls: readonly string[];
  close(): void;
}

/** A server in a process of its own, so that its work is not counted as the crawler's. */
async function serve(hosts: number, reports: number): Promise<Served> {
  const child = spawn(process.execPath, [SERVER, String(hosts), String(reports)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let text = '';
  for await (const chunk of child.stdout) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  const { declarations, urls } = JSON.parse(text);
  return { declarations: parseDeclarations(declarations, 'bench.yaml'), urls, close: () => child.kill('SIGKILL') };
}

async function measureScrapy({ urls, declarations: { connect } }: Served): Promise<CrawlMeasurement['scrapyPerPage']> {
  const folder = mkdtempSync(join(tmpdir(), 'lanting-bench-'));
  try {
    const bare = await scrapyPerPage(urls, connect, null);
    const keeping = await scrapyPerPage(urls, connect, folder);
    return bare === null || keeping === null ? null : { bare, keeping };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bareLoop({ declarations, urls }: Served): Promise<number> {
  const clients = new Map<string, Client>();
  const started = performance.now();
  for (const url of urls) {
    const { host, origin, pathname } = new URL(url);
    const [hostname = '', port = ''] = (declarations.connect[host] ?? '').split(':');
    const client =
      clients.get(origin) ??
      new Client(origin, {
        connect: (options, callback) => buildConnector({})({ ...options, hostname, port }, callback),
      });
    clients.set(origin, client);
    const { body } = await client.request({ path: pathname, method: 'GET' });
    await body.arrayBuffer();
  }
  const seconds = (performance.now() - started) / 1_000;
  await Promise.all([...clients.values()].map((client) => client.close()));
  return urls.length / seconds;
}

/** Pages a second, and the processor time of each, ms. */
interface Rate {
  readonly perSecond: number;
  readonly processor: number;
}

async function crawlAll(served: Served, delay: number): Promise<Rate> {
  const folder = mkdtempSync(join(tmpdir(), 'lanting-bench-'));
  const corpus = await openCorpus(join(folder, 'crawl.db'));
  try {
    const runId = await startRun(corpus, '0', new Date().toISOString());
    const { crawl, close } = await openCrawl(corpus, runId, {
      ...{
        archive: join(folder, 'archive'),
        declarations: served.declarations,
        program: '0',
        contact: 'bench@localhost',
      },
      ...{ allowPrivate: true, browser: false, pace: { leastDelay: delay, firstExtra: delay } },
      settings: { addresses: 256, patience: 3 * delay, leaseCount: delay === 0 ? 20 : 1 },
    });
    const [started, before] = [performance.now(), process.cpuUsage()];
    const { requests } = await crawl.run();
    const seconds = (performance.now() - started) / 1_000;
    const { user, system } = process.cpuUsage(before);
    await close();
    if (requests < served.urls.length) throw new Error(`${requests} requests for ${served.urls.length} pages`);
    return { perSecond: requests / seconds, processor: (user + system) / 1_000 / requests };
  } finally {
    await corpus.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

const ratio = (value: number): string => value.toFixed(2);

const besideScrapy = ({ processorPerPage, scrapyPerPage }: CrawlMeasurement): string =>
  scrapyPerPage === null
    ? '; Scrapy is not installed (apt-get install python3-scrapy)'
    : `; Scrapy over the same pages ${ratio(scrapyPerPage.keeping)} ms where it keeps queue and answers, ` +
      `${ratio(scrapyPerPage.keeping / processorPerPage)} times, and ${ratio(scrapyPerPage.bare)} ms where it keeps nothing`;

/** The measurement in words, beside what the queue costs. */
export const crawlInWords = (crawl: CrawlMeasurement, queue: FrontierMeasurement): string =>
  `Crawl with delays off: ${crawl.pagesPerSecond.toFixed(0)} pages/s, ${ratio(crawl.ofBareLoop)} of a bare loop of undici.\n` +
  `Processor time: ${ratio(crawl.processorPerPage)} ms a page all in${besideScrapy(crawl)}.\n` +
  `Crawl of ${POLITE.hosts} hosts, ${POLITE.delay / 1_000} s apart: ${crawl.politePerSecond.toFixed(0)} pages/s, ${ratio(crawl.ofCeiling)} of the ceiling.\n` +
  `Queue: leasing from the longest costs ${ratio(queue.leaseRatio)} times the shortest (${Object.keys(queue.leaseMicroseconds).join(', ')} places); ` +
  `${queue.visitsPerSecond.toFixed(0)} visits/s committed.\n`;

export async function measureCrawl(): Promise<CrawlMeasurement> {
  const fast = await serve(FAST.hosts, FAST.reports);
  const rates: { readonly bare: number; readonly crawl: Rate }[] = [];
  let scrapy: CrawlMeasurement['scrapyPerPage'] = null;
  try {
    // Both are warm: the first round of each compiles.
    for (let round = 0; round <= FAST.rounds; round += 1) {
      const rate = { bare: await bareLoop(fast), crawl: await crawlAll(fast, 0) };
      if (round > 0) rates.push(rate);
    }
    scrapy = await measureScrapy(fast);
  } finally {
    fast.close();
  }
  const middle = rates.toSorted((a, b) => a.crawl.perSecond / a.bare - b.crawl.perSecond / b.bare)[FAST.rounds >> 1];
  const processors = rates.map(({ crawl }) => crawl.processor).toSorted((a, b) => a - b);
  const polite = await serve(POLITE.hosts, POLITE.reports);
  try {
    const { perSecond: politePerSecond } = await crawlAll(polite, POLITE.delay);
    const ceilingPerSecond = (POLITE.hosts * 1_000) / POLITE.delay;
    const bare = middle?.bare ?? Number.NaN;
    const pagesPerSecond = middle?.crawl.perSecond ?? Number.NaN;
    return {
      ...{ pagesPerSecond, bareLoopPerSecond: bare, ofBareLoop: pagesPerSecond / bare },
      ...{ processorPerPage: processors[FAST.rounds >> 1] ?? Number.NaN, scrapyPerPage: scrapy },
      ...{ politePerSecond, ceilingPerSecond, ofCeiling: politePerSecond / ceilingPerSecond },
    };
  } finally {
    polite.close();
  }
}
