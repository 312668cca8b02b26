import type { ExtractionResult } from '../src/model/report.ts';
import { isFailure } from '../src/model/report.ts';
import { type SaveOutcome, saveExtraction, saveFailure } from './save/save-document.ts';
import { loadUnitOfWork, type SaveContext } from './save/unit-of-work.ts';
import { writeUnitOfWork } from './save/write-unit-of-work.ts';
import type { CorpusDb } from './schema.ts';

export type { SaveContext, SaveOutcome };

/**
 * Stores a batch of results in one transaction, all or none, and says what became of each, in order.
 *
 * Everything the batch touches is read at once, worked out in memory and written at once: a few statements a batch in place
 * of a dozen a document. Throws `UnsavableReadingError` or `SqlError` (a document can't be stored; the batch was rolled back,
 * save its documents one by one to find it) or a fatal error (see `isFatal`).
 */
export function saveResults(
  db: CorpusDb,
  results: readonly ExtractionResult[],
  context: SaveContext,
): Promise<SaveOutcome[]> {
  return db.transaction().execute(async (trx) => {
    const work = await loadUnitOfWork(trx, results, context);
    const outcomes = results.map((result) =>
      isFailure(result) ? saveFailure(work, result, context) : saveExtraction(work, result, context),
    );
    await writeUnitOfWork(trx, work, context);
    return outcomes;
  });
}
