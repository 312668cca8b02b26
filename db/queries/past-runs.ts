import { sql } from 'kysely';
import type { CorpusDb } from '../schema.ts';

/** A run of the crawl that is over or under way. Times are ISO 8601, UTC. */
export interface PastRun {
  readonly id: number;
  readonly startedAt: string;
  /** Null while it runs, and after it was killed until the next one begins. */
  readonly finishedAt: string | null;
  readonly program: string;
  /** `done`, why it ended early, `fault`, `killed`; null while it runs. */
  readonly outcome: string | null;
  /** As the run printed it, but for its messages, which are in both languages; null where it never did (killed, or of a program before summaries were kept). */
  readonly summary: unknown;
}

/** The latest runs, the newest first. */
export async function pastRuns(db: CorpusDb, limit: number): Promise<PastRun[]> {
  const { rows } = await sql<Omit<PastRun, 'summary'> & { summary: string | null }>`
    SELECT id, started_at AS startedAt, finished_at AS finishedAt, program, outcome, summary
    FROM crawl_run ORDER BY id DESC LIMIT ${limit}`.execute(db);
  return rows.map(({ summary, ...run }) => ({ ...run, summary: summary === null ? null : JSON.parse(summary) }));
}
