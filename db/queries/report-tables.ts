import { sql } from 'kysely';
import type { Edition, TableRole } from '../../src/model/forms/form.ts';
import type { FigureStatus, Repair } from '../../src/model/report.ts';
import type { CorpusDb } from '../schema.ts';

interface PrintedFigure {
  readonly value: number | null;
  /** The characters found. */
  readonly raw: string;
  readonly status: FigureStatus;
}

/** The tables of one version of a report, as its document has them. */
interface ReportTables {
  readonly versionId: number;
  readonly editions: Readonly<Record<TableRole, Edition | null>>;
  readonly figures: ReadonlyMap<string, PrintedFigure>;
  readonly repair: Repair | null;
}

interface VersionRow {
  readonly id: number;
  readonly proactive: Edition | null;
  readonly requests: Edition | null;
  readonly disputes: Edition | null;
  readonly repair: string | null;
}

type FigureRow = PrintedFigure & { readonly version: number; readonly key: string };

/** The tables of the given versions, in their order; versions that are not there are left out. */
export async function reportTables(db: CorpusDb, versionIds: readonly number[]): Promise<ReportTables[]> {
  const ids = sql`(SELECT value FROM json_each(${JSON.stringify(versionIds)}))`;
  const versions = await sql<VersionRow>`
    SELECT id, edition_proactive AS proactive, edition_requests AS requests, edition_disputes AS disputes, repair
    FROM report_version WHERE id IN ${ids}`.execute(db);
  const figures = await sql<FigureRow>`
    SELECT version_id AS version, key, value, raw, status
    FROM figure JOIN variable ON variable.id = variable_id WHERE version_id IN ${ids}`.execute(db);
  const byVersion = grouped(figures.rows);
  const known = new Map(versions.rows.map((row) => [row.id, row]));
  return versionIds.flatMap((id) => {
    const row = known.get(id);
    if (!row) return [];
    const { proactive, requests, disputes, repair } = row;
    return {
      versionId: id,
      editions: { proactive, requests, disputes },
      figures: new Map((byVersion.get(id) ?? []).map(({ key, value, raw, status }) => [key, { value, raw, status }])),
      repair: repair === null ? null : (JSON.parse(repair) as Repair),
    };
  });
}

function grouped(rows: readonly FigureRow[]): Map<number, FigureRow[]> {
  const groups = new Map<number, FigureRow[]>();
  for (const row of rows) {
    const group = groups.get(row.version);
    if (group) group.push(row);
    else groups.set(row.version, [row]);
  }
  return groups;
}
