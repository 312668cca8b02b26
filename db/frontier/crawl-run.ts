import type { CorpusDb } from '../schema.ts';
import { run } from './statement.ts';

/** Writes down that a run begins. One that never ended was killed; only the holder of the run lock may say so. */
export async function startRun(db: CorpusDb, program: string, now: string): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const killed = await run(
      trx,
      "UPDATE crawl_run SET finished_at = ?, outcome = 'killed' WHERE finished_at IS NULL RETURNING id",
      now,
    );
    // What a killed run explored counts for the run that goes on from it; any other begins with whole budgets.
    if (killed.length === 0) await run(trx, 'DELETE FROM exploration');
    const [row] = await run<{ id: number }>(
      trx,
      'INSERT INTO crawl_run (started_at, program) VALUES (?, ?) RETURNING id',
      ...[now, program],
    );
    if (!row) throw new Error('SQLite added a run and returned no row');
    return row.id;
  });
}

/** How the run ended (`done`, `stopped`, …) and what it counted. */
export async function finishRun(
  db: CorpusDb,
  id: number,
  { outcome, counts, now }: { readonly outcome: string; readonly counts: object; readonly now: string },
): Promise<void> {
  const text = 'UPDATE crawl_run SET finished_at = ?, outcome = ?, counts = ? WHERE id = ?';
  await run(db, text, now, outcome, JSON.stringify(counts), id);
}
