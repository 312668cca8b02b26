import { type RawBuilder, sql } from 'kysely';
import type { SectionRole } from '../../src/model/report.ts';
import type { CorpusDb } from '../schema.ts';

interface NarrativeHit {
  readonly report_id: number;
  readonly version_id: number;
  readonly section_id: number;
  readonly agency: string | null;
  readonly region_code: string | null;
  readonly year: number | null;
  readonly heading: string;
  readonly role: SectionRole;
  /** The passage round the first word found, about eighty characters. */
  readonly excerpt: string;
}

/** The index knows sequences of three characters; a shorter word is looked for in the text itself. */
const SHORTEST_INDEXED = 3;

const isIndexed = (word: string): boolean => [...word].length >= SHORTEST_INDEXED;

/** A phrase of the index's query language in which nothing typed has a meaning of its own. */
const phrase = (word: string): string => `"${word.replaceAll('"', '""')}"`;

const and = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(conditions, sql` AND `);

/**
 * Sections of current versions in whose heading or text every word stands; words are parted by spaces and may be of any
 * length (words of one or two characters alone read the whole narrative, which is slower). Best matches first.
 */
export async function searchNarrative(db: CorpusDb, text: string, limit = 50): Promise<NarrativeHit[]> {
  const words = text.replaceAll('\0', ' ').split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return [];
  const indexed = words.filter(isIndexed);
  const conditions = words
    .filter((word) => !isIndexed(word))
    .map((word) => sql`instr(lower(section.heading || char(10) || section.text), lower(${word})) > 0`);
  if (indexed.length > 0) conditions.unshift(sql`section_fts MATCH ${indexed.map(phrase).join(' AND ')}`);
  const { rows } = await sql<NarrativeHit>`
    SELECT report.id AS report_id, section.version_id, section.id AS section_id, agency.name AS agency,
      agency.region_code, report.year, section.heading, section.role,
      substr(section.text, max(1, instr(lower(section.text), lower(${first})) - 30), 80) AS excerpt
    FROM ${indexed.length > 0 ? sql`section_fts JOIN section ON section.id = section_fts.rowid` : sql`section`}
    JOIN report ON report.current_version_id = section.version_id
    LEFT JOIN agency ON agency.id = report.agency_id
    WHERE ${and(conditions)}
    ORDER BY ${indexed.length > 0 ? sql`section_fts.rank` : sql`report.year DESC, section.id`}
    LIMIT ${limit}`.execute(db);
  return rows;
}
