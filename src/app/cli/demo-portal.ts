import { parseDeclarations } from '../../../crawlers/declarations/parse-declarations.ts';
import { SamplePortalError } from '../../../samples/government/server.ts';
import { type SamplePortal, startSamplePortal } from '../../../samples/government/site.ts';
import { BilingualError } from '../../model/messages/bilingual-error.ts';
import type { NightSummary } from '../pipeline/crawl/night-summary.ts';
import type { Io } from './io.ts';
import { packageVersion } from './package.ts';
import { runNightHere } from './run-night.ts';

/** ms between two requests to one address: the site is our own and on this machine. */
const DELAY = 20;
/** A busy machine makes answers slow, and pauses are a multiple of that. */
const PATIENCE = 60_000;

/** Two nights over the sample government, between which one report was changed quietly, one added and one taken away. */
export interface DemoNights {
  readonly hosts: number;
  /** Reports that stand on the site and can be had. */
  readonly reports: number;
  readonly first: NightSummary;
  readonly second: NightSummary;
}

async function night(site: SamplePortal, corpus: string, again: boolean, io: Io): Promise<NightSummary> {
  return runNightHere(
    {
      corpus,
      archive: `${corpus.replace(/\.db$/, '')}-archive`,
      declarations: parseDeclarations(site.declarations, 'the sample portal'),
      ...{ program: packageVersion(), contact: 'demo@localhost', again, allowPrivate: true, ocr: 'off' },
      pace: { leastDelay: DELAY, firstExtra: DELAY },
      settings: { retries: [10 * DELAY, 20 * DELAY], patience: PATIENCE },
    },
    false,
    io,
  );
}

/** Serves the sample government on loopback, crawls it twice into the corpus, and takes it down again. */
export async function demoNights(corpus: string, io: Io): Promise<DemoNights> {
  const site = await startSamplePortal().catch((error: unknown) => {
    throw error instanceof SamplePortalError ? new BilingualError(error.text, { cause: error }) : error;
  });
  try {
    const reports = site.truth.length;
    const first = await night(site, corpus, false, io);
    for (const change of ['quiet-change', 'new-report', 'vanish'] as const) site.change(change);
    const second = await night(site, corpus, true, io);
    return { hosts: site.hosts.length, reports, first, second };
  } finally {
    await site.close();
  }
}
