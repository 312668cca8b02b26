import { sql } from 'kysely';
import { docBody } from '../../src/model/doubts/doc-body.ts';
import type { Flag } from '../../src/model/report.ts';
import { run } from '../frontier/statement.ts';
import { portalSites } from '../queries/portal-sites.ts';
import { flagFingerprints } from '../save/fingerprint.ts';
import type { AgencyRow, CorpusDb } from '../schema.ts';
import { planBodies, type RegroupedBody, type StoredVersion } from './plan-bodies.ts';

const VERSIONS = `SELECT version.id, version.report_id AS reportId, version.document_id AS documentId, report.year,
    report.agency_id AS agencyId, version.figures_digest AS figuresDigest, version.figures_reported AS reported,
    document.site_code AS siteCode, document.site_name AS siteName, report.current_version_id = version.id AS isCurrent,
    coalesce((SELECT place FROM sighting WHERE sighting.document_id = version.document_id ORDER BY id LIMIT 1), '') AS place
  FROM report_version AS version JOIN report ON report.id = version.report_id
  JOIN document ON document.id = version.document_id
  WHERE report.agency_id IS NOT NULL ORDER BY version.id`;

type StoredFlag = Omit<Flag, 'message' | 'severity' | 'cells'> & {
  readonly id: number;
  readonly cells: string;
  readonly fingerprint: string;
};

/** The flags of a version that has another body now are known by that; decisions that were made on them go with them. */
async function renameFlags(db: CorpusDb, versionId: number, agency: string, year: number): Promise<void> {
  for (const scope of ['report', 'corpus']) {
    const flags = await run<StoredFlag>(
      db,
      'SELECT id, rule, cells, observed, expected, fingerprint FROM flag WHERE version_id = ? AND scope = ? ORDER BY id',
      versionId,
      scope,
    );
    const found = flags.map((flag) => ({ ...flag, cells: JSON.parse(flag.cells) as string[] }) as unknown as Flag);
    const names = flagFingerprints(found, { agency, year });
    for (const [at, { id, fingerprint }] of flags.entries()) {
      const name = names[at];
      if (name === undefined || name === fingerprint) continue;
      await run(db, 'UPDATE flag SET fingerprint = ? WHERE id = ?', name, id);
      await run(
        db,
        `INSERT INTO review (fingerprint, decision, note, reviewer, decided_at, rule, agency, year, cells, observed, expected)
         SELECT ?1, decision, note, reviewer, decided_at, rule, agency, year, cells, observed, expected FROM review
         WHERE fingerprint = ?2 AND NOT EXISTS (SELECT 1 FROM review WHERE fingerprint = ?1) ORDER BY id`,
        name,
        fingerprint,
      );
    }
  }
}

const COLUMNS = ['name', 'region_code', 'level', 'kind', 'parent_id'] as const;
const PLACE = ['rest', 'place', 'above', 'place_code', 'origin', 'identity'] as const;

async function writeAgency(db: CorpusDb, { keeps, row }: RegroupedBody): Promise<number> {
  const columns = [...COLUMNS, ...PLACE];
  const values = columns.map((column) => row[column]);
  if (keeps !== null) {
    await run(
      db,
      `UPDATE agency SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
      ...values,
      keeps,
    );
    return keeps;
  }
  const [made] = await run<{ id: number }>(
    db,
    `INSERT INTO agency (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) RETURNING id`,
    ...values,
  );
  if (!made) throw new Error('an insert returned no row');
  return made.id;
}

/** What is current among versions of one report: what was current before, the fullest of them, the latest of those. */
function currentOf(versions: readonly StoredVersion[]): number {
  const shown = versions.filter(({ isCurrent }) => isCurrent);
  const among = shown.length > 0 ? shown : versions;
  const [best] = among.toSorted((a, b) => (b.reported ?? 0) - (a.reported ?? 0) || b.id - a.id);
  return best?.id ?? 0;
}

async function writeReports(db: CorpusDb, agencyId: number, body: RegroupedBody, used: Set<number>): Promise<void> {
  const groups = new Map<string, StoredVersion[]>();
  for (const version of body.versions) {
    const key = version.year === null ? `report ${version.reportId}` : String(version.year);
    groups.set(key, [...(groups.get(key) ?? []), version]);
  }
  for (const versions of groups.values()) {
    const year = versions[0]?.year ?? null;
    let reportId = versions.find((version) => !used.has(version.reportId))?.reportId;
    if (reportId === undefined) {
      const [made] = await run<{ id: number }>(db, 'INSERT INTO report (year) VALUES (?) RETURNING id', year);
      reportId = made?.id ?? 0;
    }
    used.add(reportId);
    for (const { id, reportId: old } of versions) {
      if (old === reportId) continue;
      await run(db, 'UPDATE report_version SET report_id = ? WHERE id = ?', reportId, id);
      await run(db, 'DELETE FROM cross_audit WHERE version_id = ?', id);
    }
    await run(
      db,
      'UPDATE report SET agency_id = ?, year = ?, current_version_id = ? WHERE id = ?',
      ...[agencyId, year, currentOf(versions), reportId],
    );
  }
}

const DOUBT = `INSERT INTO doubt (document_id, version_id, rule, severity, cells, message_zh, message_en)
  VALUES (?, ?, ?, ?, '[]', ?, ?)`;

async function writeBody(db: CorpusDb, body: RegroupedBody, old: ReadonlyMap<number, AgencyRow>, used: Set<number>) {
  const agencyId = await writeAgency(db, body);
  await writeReports(db, agencyId, body, used);
  for (const { id, documentId } of body.versions.filter(({ id }) => body.apart.has(id))) {
    const { rule, severity, message } = docBody.keptApart(body.row.name);
    await run(db, DOUBT, documentId, id, rule, severity, message.zh, message.en);
  }
  for (const { id, year, agencyId: before } of body.versions) {
    const moved = old.get(before)?.identity !== body.row.identity;
    if (moved && year !== null) await renameFlags(db, id, body.row.identity, year);
  }
  // A rule that is switched off for a body stays so for all that were joined in it.
  for (const before of new Set(body.versions.map((version) => version.agencyId))) {
    if (before === agencyId) continue;
    await run(
      db,
      `INSERT INTO rule_switch (rule, agency_id, is_off, note, reviewer, decided_at)
       SELECT rule, ?, is_off, note, reviewer, decided_at FROM rule_switch WHERE agency_id = ? ORDER BY id`,
      agencyId,
      before,
    );
  }
}

/**
 * Tells apart the bodies of a corpus that an older program wrote, which knew them by their names alone, and joins those that it
 * knew under two: by what names, portals and addresses say. Reports whose versions are of several bodies are split; versions,
 * figures, decisions and switched-off rules go with their bodies, and none is lost. Does nothing to a corpus that had it.
 */
export async function regroupBodies(db: CorpusDb): Promise<void> {
  const unkeyed = await run(db, 'SELECT 1 FROM agency WHERE rest IS NULL LIMIT 1');
  if (unkeyed.length === 0) return;
  await db.transaction().execute(async (trx) => {
    const { rows: agencies } = await sql<AgencyRow>`SELECT * FROM agency ORDER BY id`.execute(trx);
    const plan = planBodies(agencies, await run<StoredVersion>(trx, VERSIONS), await portalSites(trx));
    const old = new Map(agencies.map((agency) => [agency.id, agency]));
    const used = new Set<number>();
    await run(trx, 'UPDATE report SET agency_id = NULL');
    for (const body of plan) await writeBody(trx, body, old, used);
    await run(trx, 'DELETE FROM report WHERE NOT EXISTS (SELECT 1 FROM report_version WHERE report_id = report.id)');
    await run(trx, 'UPDATE agency SET parent_id = NULL WHERE parent_id IN (SELECT id FROM agency WHERE rest IS NULL)');
    await run(trx, 'DELETE FROM agency WHERE rest IS NULL');
  });
}
