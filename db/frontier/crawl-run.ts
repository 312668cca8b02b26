import type { CorpusDb } from '../schema.ts';
import { EXPLORING, type ExploringBudget } from './exploration.ts';
import { run } from './statement.ts';

/** Writes down that a run begins. One that never ended was killed; only the holder of the run lock may say so. */
export async function startRun(
  db: CorpusDb,
  program: string,
  now: string,
  exploring: ExploringBudget = EXPLORING,
): Promise<number> {
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
      'INSERT INTO crawl_run (started_at, program, exploring) VALUES (?, ?, ?) RETURNING id',
      ...[now, program, JSON.stringify(exploring)],
    );
    if (!row) throw new Error('SQLite added a run and returned no row');
    return row.id;
  });
}

/** What the latest run might explore a portal by; runs of older programs had the usual budget. */
export async function latestBudget(db: CorpusDb): Promise<ExploringBudget> {
  const [row] = await run<{ exploring: string | null }>(db, 'SELECT exploring FROM crawl_run ORDER BY id DESC LIMIT 1');
  return row?.exploring ? (JSON.parse(row.exploring) as ExploringBudget) : EXPLORING;
}

interface RunEnd {
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
