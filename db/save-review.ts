import { CorpusError } from './errors.ts';
import type { CorpusDb, ReviewDecision } from './schema.ts';

interface Review {
  readonly fingerprint: string;
  /** `open` takes an earlier decision back. */
  readonly decision: ReviewDecision;
  readonly note?: string;
  readonly reviewer?: string;
  /** ISO 8601. */
  readonly decidedAt: string;
}

/**
 * Writes down a person's decision on a flag. Decisions add up and the last one counts; each repeats what the flag said, so
 * that it can be understood when the flag is gone. Throws `CorpusError` `NO_SUCH_FLAG` for an unknown fingerprint.
 */
export async function saveReview(db: CorpusDb, review: Review): Promise<void> {
  const flag = await db
    .selectFrom('flag')
    .innerJoin('report_version', 'report_version.id', 'flag.version_id')
    .innerJoin('report', 'report.id', 'report_version.report_id')
    .leftJoin('agency', 'agency.id', 'report.agency_id')
    .select(['flag.rule', 'flag.cells', 'flag.observed', 'flag.expected', 'agency.name as agency', 'report.year'])
    .where('flag.fingerprint', '=', review.fingerprint)
    .orderBy('flag.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!flag) {
    throw new CorpusError('NO_SUCH_FLAG', {
      zh: `没有编号为 ${review.fingerprint} 的异常。请从视图 anomalies 中选取。`,
      en: `No flag has the fingerprint ${review.fingerprint}. Take one from the view anomalies.`,
    });
  }
  const { fingerprint, decision, note, reviewer, decidedAt } = review;
  await db
    .insertInto('review')
    .values({
      ...{ fingerprint, decision, note: note ?? null, reviewer: reviewer ?? null, decided_at: decidedAt },
      ...flag,
    })
    .execute();
}
