import { variableFinder } from '../../../db/codebook.ts';
import { CorpusError, isFatal } from '../../../db/errors.ts';
import { portalSites } from '../../../db/queries/portal-sites.ts';
import { type SaveContext, type SaveOutcome, saveResults } from '../../../db/save-report.ts';
import type { CorpusDb } from '../../../db/schema.ts';
import type { SiteMarks } from '../../model/bodies/body-place.ts';
import { BilingualError, textOf } from '../../model/messages/bilingual-error.ts';
import { type ExtractionResult, isFailure, type Message } from '../../model/report.ts';

interface IngestOptions {
  /** This program's version; a newer one replaces the readings of an older one. */
  readonly program: string;
  /** The place of the bodies that these documents are of, where a person knows it (GB/T 2260 style). */
  readonly regionCode?: string;
  /** What pages say of the sites they stand on, by SHA-256; taken out as the documents are saved. */
  readonly sites?: Map<string, SiteMarks>;
  /** Replace the readings of known documents whatever program made them. */
  readonly reread?: boolean;
  /** Documents a transaction. */
  readonly batchSize?: number;
  readonly now?: () => Date;
  /** Called after every transaction with the counts so far. */
  readonly onProgress?: (summary: IngestSummary) => void;
}

/** A document that is not in the corpus as a report because something failed. */
export interface FailedDocument {
  readonly path: string;
  readonly code: string;
  readonly message: Message;
}

/** Every document counts once. */
export interface IngestSummary {
  /** Reports not known before. */
  readonly new: number;
  /** Another state of a known report. */
  readonly changed: number;
  readonly unchanged: number;
  /** Known bytes whose reading was replaced. */
  readonly reread: number;
  readonly notReports: number;
  readonly failed: readonly FailedDocument[];
}

type Counts = Record<Exclude<keyof IngestSummary, 'failed'>, number>;

const COUNTED: Readonly<Record<Exclude<SaveOutcome, 'failed'>, keyof Counts>> = {
  new: 'new',
  changed: 'changed',
  unchanged: 'unchanged',
  reread: 'reread',
  'not-report': 'notReports',
};

type Saved = Exclude<SaveOutcome, 'failed'> | FailedDocument;

function failedDocument({ source: { path } }: ExtractionResult, error: unknown): FailedDocument {
  const code = error instanceof CorpusError ? error.code : 'SAVE_FAILED';
  return { path, code, message: textOf(error) };
}

/**
 * Saves a batch in one transaction. Where a document of it can't be saved, all are saved one by one, so that this one undoes
 * only itself and is named. What makes going on pointless is thrown.
 */
async function saveBatch(db: CorpusDb, batch: readonly ExtractionResult[], context: SaveContext): Promise<Saved[]> {
  try {
    const outcomes = await saveResults(db, batch, context);
    return batch.map((result, index): Saved => {
      const outcome = outcomes[index];
      if (isFailure(result)) return { path: result.source.path, ...result.error };
      return outcome === undefined || outcome === 'failed'
        ? failedDocument(result, new BilingualError({ zh: '未能存入语料库', en: 'saving it came to nothing' }))
        : outcome;
    });
  } catch (error) {
    if (isFatal(error)) throw error;
    const [only] = batch;
    if (batch.length === 1 && only) return [failedDocument(only, error)];
  }
  const saved: Saved[] = [];
  for (const result of batch) saved.push(...(await saveBatch(db, [result], context)));
  return saved;
}

/** Where the source breaks off, the batch begun is handed over before its error passes. */
async function* inBatches(
  results: AsyncIterable<ExtractionResult> | Iterable<ExtractionResult>,
  size: number,
): AsyncGenerator<readonly ExtractionResult[]> {
  let batch: ExtractionResult[] = [];
  let broken: { readonly error: unknown } | undefined;
  try {
    for await (const result of results) {
      batch.push(result);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    broken = { error };
  }
  if (batch.length > 0) yield batch;
  if (broken) throw broken.error;
}

/**
 * Stores results in the corpus, in their order, as they come: memory holds one batch. A document that can't be read or saved
 * is counted and named, undoes only itself and never stops the run; a corpus out of reach (full disk, lock) does, with what
 * was saved before in place.
 */
export async function ingestResults(
  db: CorpusDb,
  results: AsyncIterable<ExtractionResult> | Iterable<ExtractionResult>,
  options: IngestOptions,
): Promise<IngestSummary> {
  const { program, regionCode = null, sites, reread = false, batchSize = 50, now = () => new Date() } = options;
  const [find, known] = [await variableFinder(db), await portalSites(db)];
  const siteOf: SaveContext['siteOf'] = ({ source }) => sites?.get(source.sha256) ?? null;
  const counts: Counts = { new: 0, changed: 0, unchanged: 0, reread: 0, notReports: 0 };
  const failed: FailedDocument[] = [];
  for await (const batch of inBatches(results, batchSize)) {
    const context = { program, regionCode, sites: known, siteOf, reread, find, now: now().toISOString() };
    for (const saved of await saveBatch(db, batch, context)) {
      if (typeof saved === 'string') counts[COUNTED[saved]] += 1;
      else failed.push(saved);
    }
    for (const { source } of batch) if (source.sha256 !== undefined) sites?.delete(source.sha256);
    options.onProgress?.({ ...counts, failed });
  }
  return { ...counts, failed };
}
