import type { VisitOutcome } from '../../src/crawl/frontier.ts';
import type { Visit } from '../../src/crawl/visit.ts';
import type { CorpusDb } from '../schema.ts';
import { jsonRows } from '../sqlite/json-rows.ts';
import { run } from './statement.ts';

/** How far a portal is explored in one night. */
export interface ExploringBudget {
  /** Pages that turn out to hold nothing and to lead to nothing; hubs, lists, reports and files are not counted. */
  readonly pages: number;
  /** Pages of unknown role that are drawn by a browser. */
  readonly renderings: number;
  /** Once a portal has given so many reports, candidates below `line` wait. */
  readonly enough: number;
  /** A score (0 to 100) below which links lead to reports only by chance. */
  readonly line: number;
}

/** About an hour of a portal at a polite pace of some pages a minute (issue 12); the line lies above words that nobody foresaw. */
export const EXPLORING: ExploringBudget = { pages: 60, renderings: 6, enough: 5, line: 20 };

const DAY = 86_400_000;
/** A candidate below the line, or one that held nothing, is not looked at again before. */
export const POOR_WAITS = 30 * DAY;
const DEEPEST = 8;

/** The places behind which reports were found, themselves counted, as far as that was not known. */
const FRUITFUL = `WITH RECURSIVE behind (id, via, depth) AS (
    SELECT id, via, 0 FROM visit WHERE id IN (SELECT value FROM json_each(?1)) AND NOT fruitful
    UNION SELECT visit.id, visit.via, depth + 1 FROM behind JOIN visit ON visit.id = behind.via
      WHERE depth < ${DEEPEST} AND NOT visit.fruitful)
  SELECT visit.id, visit.via, visit.words, visit.portal_id,
    visit.score IS NOT NULL AND (visit.verdict = 'way' OR visit.verdict = 'decoy') AS counted
  FROM visit WHERE id IN (SELECT id FROM behind)`;

const MARK = `UPDATE visit SET fruitful = 1, score = NULL, priority = iif(score IS NULL, priority, 0)
  WHERE id IN (SELECT value FROM json_each(?))`;

/** What stood beside a page that led to reports, under words of the same sort, probably leads to some too. */
const SIBLINGS = `UPDATE visit SET score = ?3, priority = ?4, due_at = min(due_at, ?5)
  WHERE via = ?1 AND words = ?2 AND score < ?3 AND verdict IS NULL AND due_at IS NOT NULL`;
const SIBLING_SCORE = 70;
const SIBLING_PRIORITY = 5;

const COUNT = `INSERT INTO exploration (portal_id, pages, reports)
  SELECT row.value ->> 0, max(row.value ->> 1, 0), row.value ->> 2 FROM json_each(?) AS row WHERE true
  ON CONFLICT (portal_id) DO UPDATE SET pages = max(pages + excluded.pages, 0), reports = reports + excluded.reports`;

const WAIT = `UPDATE visit SET due_at = ?2 WHERE portal_id = ?1 AND score < ?3 AND verdict IS NULL AND due_at <= ?4`;

interface Tally {
  pages: number;
  reports: number;
}

interface FruitfulRow {
  readonly id: number;
  readonly via: number | null;
  readonly words: string | null;
  readonly portal_id: number | null;
  readonly counted: number;
}

/** Words under which one page led to reports, so that their neighbours are followed too. */
const ALIKE: ReadonlySet<string | null> = new Set(['body', 'group', 'year', 'archive', 'annual', 'report', 'other']);

/**
 * Counts what a batch of visits explored against the budgets of their portals, brings forward what stands beside pages that led
 * to reports, and puts off the candidates of portals whose budget is spent. `newReports` are reports queued by portal.
 */
export async function explore(
  db: CorpusDb,
  outcomes: readonly VisitOutcome[],
  newReports: ReadonlyMap<number, number>,
  budget: ExploringBudget,
  now: number,
): Promise<void> {
  const tallies = new Map<number, Tally>();
  const tally = (portal: number | null): Tally => {
    const known = portal === null ? undefined : tallies.get(portal);
    const fresh = known ?? { pages: 0, reports: 0 };
    if (portal !== null) tallies.set(portal, fresh);
    return fresh;
  };
  for (const [portal, count] of newReports) tally(portal).reports += count;
  for (const { visit, verdict } of outcomes) {
    if (visit.score === null || verdict === null) continue;
    tally(visit.portalId).pages += verdict === 'way' || verdict === 'decoy' ? 1 : 0;
  }
  const fruits = outcomes.filter(
    ({ visit, verdict }) => verdict === 'list' || (verdict === 'article' && visit.score !== null),
  );
  if (fruits.length > 0) {
    const ids = JSON.stringify(fruits.map(({ visit }) => visit.id));
    const rows = await run<FruitfulRow>(db, FRUITFUL, ids);
    if (rows.length > 0) await run(db, MARK, JSON.stringify(rows.map(({ id }) => id)));
    for (const { via, words, portal_id, counted } of rows) {
      if (counted) tally(portal_id).pages -= 1;
      if (via !== null && ALIKE.has(words)) await run(db, SIBLINGS, via, words, SIBLING_SCORE, SIBLING_PRIORITY, now);
    }
  }
  if (tallies.size === 0) return;
  await run(db, COUNT, jsonRows([...tallies].map(([portal, { pages, reports }]) => [portal, pages, reports])));
  await putOff(db, [...tallies.keys()], budget, now);
}

async function putOff(db: CorpusDb, portals: readonly number[], budget: ExploringBudget, now: number): Promise<void> {
  type Row = { portal_id: number; pages: number; reports: number };
  const text = 'SELECT portal_id, pages, reports FROM exploration WHERE portal_id IN (SELECT value FROM json_each(?))';
  for (const { portal_id, pages, reports } of await run<Row>(db, text, JSON.stringify(portals))) {
    if (pages >= budget.pages) await run(db, WAIT, portal_id, now + DAY, 101, now);
    else if (reports >= budget.enough) await run(db, WAIT, portal_id, now + POOR_WAITS, budget.line, now);
  }
}

const TAKE = `INSERT INTO exploration (portal_id, renderings) VALUES (?1, 1)
  ON CONFLICT (portal_id) DO UPDATE SET renderings = renderings + 1 WHERE renderings < ?2 RETURNING renderings`;

/** Takes one rendering from the budget of the page's portal; false where it is spent. */
export async function takeRendering(
  db: CorpusDb,
  { portalId }: Visit,
  { renderings }: ExploringBudget,
): Promise<boolean> {
  if (portalId === null) return true;
  return (await run(db, TAKE, portalId, renderings)).length > 0;
}
