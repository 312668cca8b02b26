import { sql } from 'kysely';
import type { Flag } from '../../src/model/report.ts';
import { flagFingerprints, type ReportIdentity } from '../save/fingerprint.ts';
import type { CorpusDb } from '../schema.ts';
import { jsonRows } from '../sqlite/json-rows.ts';
import { among } from './among.ts';

/** What the cross audit of a version found, and on what. */
export interface CrossFindings {
  readonly versionId: number;
  readonly identity: ReportIdentity;
  readonly flags: readonly Flag[];
  /** Digest of all that was compared. */
  readonly state: string;
}

/** Replaces the flags of scope `corpus` of these versions, in one transaction; those of the reports' own rules stay. */
export async function saveCrossFlags(
  db: CorpusDb,
  found: readonly CrossFindings[],
  { program, now }: { readonly program: string; readonly now: string },
): Promise<void> {
  const ids = found.map(({ versionId }) => versionId);
  const flags = found.flatMap(({ versionId, identity, flags }) => {
    const fingerprints = flagFingerprints(flags, identity);
    return flags.map(({ rule, severity, cells, message, observed, expected }, index) => [
      ...[versionId, rule, severity, JSON.stringify(cells), message.zh, message.en, observed, expected],
      fingerprints[index],
    ]);
  });
  const states = found.map(({ versionId, state }) => [versionId, state]);
  await db.transaction().execute(async (trx) => {
    await sql`DELETE FROM flag WHERE scope = 'corpus' AND version_id IN ${among(ids)}`.execute(trx);
    // A version may have gone since it was read; its flags would have nothing to stand on.
    await sql`
      INSERT INTO flag (version_id, rule, severity, cells, message_zh, message_en, observed, expected, fingerprint, scope)
      SELECT row.value ->> 0, row.value ->> 1, row.value ->> 2, row.value ->> 3, row.value ->> 4, row.value ->> 5,
        row.value ->> 6, row.value ->> 7, row.value ->> 8, 'corpus'
      FROM jsonb_each(${jsonRows(flags)}) AS row
      WHERE EXISTS (SELECT 1 FROM report_version WHERE id = row.value ->> 0)`.execute(trx);
    await sql`
      INSERT OR REPLACE INTO cross_audit (version_id, state, program, audited_at)
      SELECT row.value ->> 0, row.value ->> 1, ${program}, ${now} FROM jsonb_each(${jsonRows(states)}) AS row
      WHERE EXISTS (SELECT 1 FROM report_version WHERE id = row.value ->> 0)`.execute(trx);
  });
}
