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

export interface RunEnd {
  readonly outcome: string;
  readonly counts: object;
  /** Null for a run that told nothing. */
  readonly summary: object | null;
  /** ISO 8601. */
  readonly now: string;
}

/** How the run ended (`done`, `stopped`, `fault`…), what it counted and what it told. */
export async function finishRun(db: CorpusDb, id: number, { outcome, counts, summary, now }: RunEnd): Promise<void> {
  const text = 'UPDATE crawl_run SET finished_at = ?, outcome = ?, counts = ?, summary = ? WHERE id = ?';
  await run(db, text, now, outcome, JSON.stringify(counts), summary === null ? null : JSON.stringify(summary), id);
}
