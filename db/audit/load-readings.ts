import { sql } from 'kysely';
import type { Edition, TableRole } from '../../src/model/forms/form.ts';
import type {
  Doubt,
  Figure,
  FigureStatus,
  Figures,
  Flag,
  Reading,
  Repair,
  ReportHead,
  Section,
} from '../../src/model/report.ts';
import type { BodyKind } from '../../src/model/text/body-kind.ts';
import type { CorpusDb } from '../schema.ts';
import { among } from './among.ts';

/** A report as the corpus holds it: what a version says, without where in the document it says it. */
export interface StoredReading extends Reading {
  readonly versionId: number;
  readonly body: BodyKind & { readonly name: string; readonly regionCode: string | null };
  readonly year: number;
  readonly report: ReportHead;
  /** Those that the report's own rules raised. */
  readonly flags: readonly Flag[];
  readonly repair: Repair | null;
  /** Where it was seen last. */
  readonly place: string | null;
}

interface HeadRow {
  readonly versionId: number;
  readonly name: string;
  readonly regionCode: string | null;
  readonly kind: BodyKind['kind'];
  readonly level: BodyKind['level'];
  readonly year: number;
  readonly title: string | null;
  readonly edition: Edition | null;
  readonly proactive: Edition | null;
  readonly requests: Edition | null;
  readonly disputes: Edition | null;
  readonly publishedOn: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly repair: string | null;
  readonly place: string | null;
  /** JSON lists. */
  readonly figures: string;
  readonly sections: string;
  readonly doubts: string;
  readonly flags: string;
}

const HEADS = sql`
  SELECT version.id AS versionId, agency.name, agency.region_code AS regionCode, agency.kind, agency.level, report.year,
    version.title, version.edition, version.edition_proactive AS proactive, version.edition_requests AS requests,
    version.edition_disputes AS disputes, version.published_on AS publishedOn, version.period_start AS periodStart,
    version.period_end AS periodEnd, version.repair,
    (SELECT place FROM sighting WHERE sighting.document_id = version.document_id ORDER BY id DESC LIMIT 1) AS place,
    (SELECT json_group_array(json_array(variable_id, value, status)) FROM figure WHERE version_id = version.id) AS figures,
    (SELECT json_group_array(json_array(ordinal, number, heading, role, text) ORDER BY ordinal)
     FROM section WHERE version_id = version.id) AS sections,
    (SELECT json_group_array(json_array(rule, severity, json(cells), message_zh, message_en))
     FROM doubt WHERE version_id = version.id) AS doubts,
    (SELECT json_group_array(json_array(rule, severity, json(cells), message_zh, message_en, observed, expected))
     FROM flag WHERE version_id = version.id AND scope = 'report') AS flags
  FROM report_version AS version
  JOIN report ON report.id = version.report_id
  JOIN agency ON agency.id = report.agency_id`;

/** Figures are compared by value and status; where they stand and how they were printed is left in the corpus. */
const FIGURES = new Map<string, Figure>();

function figureOf(value: number | null, status: FigureStatus): Figure {
  const name = `${status} ${value}`;
  const known = FIGURES.get(name);
  if (known) return known;
  const figure: Figure = { value, raw: value === null ? '' : String(value), status, at: null };
  // Most figures of a nation are a few small numbers; the others are not worth keeping.
  if (value === null || value < 1_000) FIGURES.set(name, figure);
  return figure;
}

function figuresOf(text: string, keys: ReadonlyMap<number, string>): Figures {
  const figures: Record<string, Figure> = {};
  for (const [id, value, status] of JSON.parse(text) as [number, number | null, FigureStatus][]) {
    const key = keys.get(id);
    if (key !== undefined) figures[key] = figureOf(value, status);
  }
  return figures;
}

type SectionParts = [number, string | null, string, Section['role'], string];
type FindingParts = [string, Flag['severity'], string[], string, string, Flag['observed'], Flag['expected']];

const sectionsOf = (text: string): Section[] =>
  (JSON.parse(text) as SectionParts[]).map(([ordinal, number, heading, role, prose]) => ({
    ...{ ordinal, number, heading, role, text: prose },
  }));

const findingsOf = (text: string): Flag[] =>
  (JSON.parse(text) as FindingParts[]).map(([rule, severity, cells, zh, en, observed = null, expected = null]) => ({
    ...{ rule, severity, cells, message: { zh, en }, observed, expected },
  }));

function readingOf(row: HeadRow, keys: ReadonlyMap<number, string>): StoredReading {
  const { name, regionCode, kind, level, proactive, requests, disputes } = row;
  const editions: Record<TableRole, Edition | null> = { proactive, requests, disputes };
  const { title, year, edition, publishedOn, periodStart, periodEnd } = row;
  const doubts: readonly Doubt[] = findingsOf(row.doubts);
  return {
    versionId: row.versionId,
    body: { name, regionCode, kind, level },
    year,
    report: { title, agency: name, year, edition, editions, publishedOn, periodStart, periodEnd },
    sections: sectionsOf(row.sections),
    figures: figuresOf(row.figures, keys),
    doubts,
    flags: findingsOf(row.flags),
    repair: row.repair === null ? null : (JSON.parse(row.repair) as Repair),
    place: row.place,
  };
}

/** The keys of the codebook by the ids of its rows. */
export async function variableKeys(db: CorpusDb): Promise<ReadonlyMap<number, string>> {
  const rows = await db.selectFrom('variable').select(['id', 'key']).execute();
  return new Map(rows.map(({ id, key }) => [id, key]));
}

/** What versions of placed reports say, by their ids; a version that is gone, or has no body or year, is left out. */
export async function loadReadings(
  db: CorpusDb,
  versionIds: readonly number[],
  keys: ReadonlyMap<number, string>,
): Promise<ReadonlyMap<number, StoredReading>> {
  if (versionIds.length === 0) return new Map();
  const { rows } = await sql<HeadRow>`${HEADS}
    WHERE version.id IN ${among(versionIds)} AND report.year IS NOT NULL`.execute(db);
  return new Map(rows.map((row) => [row.versionId, readingOf(row, keys)]));
}
