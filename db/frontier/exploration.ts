import type { VisitOutcome } from '../../src/model/crawl/frontier.ts';
import type { Visit } from '../../src/model/crawl/visit.ts';
import type { CorpusDb } from '../schema.ts';
import { jsonRows } from '../sqlite/json-rows.ts';
import { run } from './statement.ts';

/** How far a portal is explored in one night. */
export interface ExploringBudget {
  /** Pages that turn out to hold nothing and to lead to nothing; hubs, lists, reports and files are not counted. */
  readonly pages: number;
  /** Pages of unknown role that are drawn by a browser and turn out to hold nothing, and to lead to nothing. */
  readonly renderings: number;
  /** What each site of the portal that gives reports adds to the two. */
  readonly perSite: { readonly pages: number; readonly renderings: number };
  /** Once a site has given so many reports, its candidates below `line` have a page for every `perPoor` of them. */
  readonly enough: number;
  readonly perPoor: number;
  /** A score (0 to 100) below which links lead to reports only by chance. */
  readonly line: number;
}

/** About an hour of a portal at a polite pace of some pages a minute (issue 12); the line lies above words that nobody foresaw. */
export const EXPLORING: ExploringBudget = {
  pages: 60,
  renderings: 6,
  perSite: { pages: 20, renderings: 4 },
  enough: 5,
  perPoor: 5,
  line: 20,
};

const DAY = 86_400_000;
/** A candidate below the line, or one that held nothing, is not looked at again before. */
export const POOR_WAITS = 30 * DAY;
const DEEPEST = 8;

/** The places behind which reports were found, themselves counted, as far as that was not known. */
const FRUITFUL = `WITH RECURSIVE behind (id, via, depth) AS (
    SELECT id, via, 0 FROM visit WHERE id IN (SELECT value FROM json_each(?1)) AND NOT fruitful
    UNION SELECT visit.id, visit.via, depth + 1 FROM behind JOIN visit ON visit.id = behind.via
      WHERE depth < ${DEEPEST} AND NOT visit.fruitful)
  SELECT visit.id, visit.via, visit.words, visit.portal_id AS portalId, visit.host_id AS hostId,
    visit.score IS NOT NULL AND (visit.verdict = 'way' OR visit.verdict = 'decoy') AS counted
  FROM visit WHERE id IN (SELECT id FROM behind)`;

const MARK = `UPDATE visit SET fruitful = 1, score = NULL, priority = iif(score IS NULL, priority, 0)
  WHERE id IN (SELECT value FROM json_each(?))`;

/** What stood beside a page that led to reports, under words of the same sort, probably leads to some too. */
const SIBLINGS = `UPDATE visit SET score = ?3, priority = ?4, due_at = min(due_at, ?5)
  WHERE via = ?1 AND words = ?2 AND score < ?3 AND verdict IS NULL AND due_at IS NOT NULL`;
const SIBLING_SCORE = 70;
const SIBLING_PRIORITY = 5;

const COUNT = `INSERT INTO exploration (portal_id, host_id, pages, reports, renderings)
  SELECT row.value ->> 0, row.value ->> 1, row.value ->> 2, row.value ->> 3, row.value ->> 4 FROM json_each(?) AS row WHERE true
  ON CONFLICT (portal_id, host_id) DO UPDATE SET pages = max(pages + excluded.pages, 0), reports = reports + excluded.reports,
    renderings = max(renderings + excluded.renderings, 0)`;

/** What portals have used of their budgets, and how many of their sites give reports. */
const USED = `SELECT portal_id AS portalId, sum(pages) AS pages, sum(renderings) AS renderings, sum(reports > 0) AS sites
  FROM exploration WHERE portal_id IN (SELECT value FROM json_each(?)) GROUP BY portal_id`;

/** Candidates of a portal wait: all of them, or those below a line on hosts that have given enough for the pages they took. */
const WAIT = `UPDATE visit SET due_at = ?2 WHERE portal_id = ?1 AND score IS NOT NULL AND verdict IS NULL AND due_at <= ?3`;
const POOR_WAIT = `${WAIT} AND score < ?4
  AND host_id IN (SELECT host_id FROM exploration WHERE portal_id = ?1 AND reports >= ?5 AND pages * ?6 >= reports)`;

/** Words under which one page led to reports, so that their neighbours are followed too. */
const ALIKE: ReadonlySet<string | null> = new Set(['body', 'group', 'year', 'archive', 'annual', 'report', 'other']);

interface Found {
  readonly portalId: number;
  readonly hostId: number;
  pages: number;
  reports: number;
  renderings: number;
}

interface FruitfulRow {
  readonly id: number;
  readonly via: number | null;
  readonly words: string | null;
  readonly portalId: number | null;
  readonly hostId: number;
  readonly counted: number;
}

/** What a batch of visits found, by portal and host. */
class Tally {
  readonly #found = new Map<string, Found>();

  add(portalId: number | null, hostId: number, { pages = 0, reports = 0, renderings = 0 }): void {
    if (portalId === null) return;
    const key = `${portalId} ${hostId}`;
    const found = this.#found.get(key) ?? { portalId, hostId, pages: 0, reports: 0, renderings: 0 };
    found.pages += pages;
    found.reports += reports;
    found.renderings += renderings;
    this.#found.set(key, found);
  }

  get found(): readonly Found[] {
    return [...this.#found.values()];
  }
}

/** Reports that a page led to and that were not known. */
export interface NewReports {
  readonly from: VisitOutcome;
  readonly count: number;
}

/**
 * Counts what a batch of visits explored against the budgets of their portals, brings forward what stands beside pages that led
 * to reports, and puts off the candidates of portals whose budget is spent.
 */
export async function explore(
  db: CorpusDb,
  outcomes: readonly VisitOutcome[],
  newReports: readonly NewReports[],
  budget: ExploringBudget,
  now: number,
): Promise<void> {
  const tally = new Tally();
  for (const { from, count } of newReports) tally.add(from.visit.portalId, from.visit.hostId, { reports: count });
  for (const { visit, verdict, drawn } of outcomes) {
    if (visit.score === null || verdict === null) continue;
    const isFruitless = verdict === 'way' || verdict === 'decoy';
    // A rendering was taken before it was known what it would show.
    tally.add(visit.portalId, visit.hostId, isFruitless ? { pages: 1 } : { renderings: drawn ? -1 : 0 });
  }
  await bringForward(db, outcomes, tally, now);
  const { found } = tally;
  if (found.length === 0) return;
  await run(
    db,
    COUNT,
    jsonRows(
      found.map(({ portalId, hostId, pages, reports, renderings }) => [portalId, hostId, pages, reports, renderings]),
    ),
  );
  const isPoor = outcomes.some(({ visit: { score } }) => score !== null && score < budget.line);
  await putOff(db, [...new Set(found.map(({ portalId }) => portalId))], isPoor, budget, now);
}

async function bringForward(db: CorpusDb, outcomes: readonly VisitOutcome[], tally: Tally, now: number): Promise<void> {
  const fruits = outcomes.filter(
    ({ visit, verdict }) => verdict === 'list' || (verdict === 'article' && visit.score !== null),
  );
  if (fruits.length === 0) return;
  const rows = await run<FruitfulRow>(db, FRUITFUL, JSON.stringify(fruits.map(({ visit }) => visit.id)));
  if (rows.length > 0) await run(db, MARK, JSON.stringify(rows.map(({ id }) => id)));
  for (const { via, words, portalId, hostId, counted } of rows) {
    if (counted) tally.add(portalId, hostId, { pages: -1 });
    if (via !== null && ALIKE.has(words)) await run(db, SIBLINGS, via, words, SIBLING_SCORE, SIBLING_PRIORITY, now);
  }
}

interface Used {
  readonly portalId: number;
  readonly pages: number;
  readonly renderings: number;
  readonly sites: number;
}

/** `isPoor`: a candidate below the line was among what was explored; they come last, when what else there is was read. */
async function putOff(
  db: CorpusDb,
  portals: readonly number[],
  isPoor: boolean,
  budget: ExploringBudget,
  now: number,
): Promise<void> {
  for (const { portalId, pages, sites } of await run<Used>(db, USED, JSON.stringify(portals))) {
    const isSpent = pages >= budget.pages + sites * budget.perSite.pages;
    if (isSpent) await run(db, WAIT, portalId, now + DAY, now);
    else if (isPoor && sites > 0)
      await run(db, POOR_WAIT, portalId, now + POOR_WAITS, now, budget.line, budget.enough, budget.perPoor);
  }
}

const TAKE = `INSERT INTO exploration (portal_id, host_id, renderings) VALUES (?1, ?2, 1)
  ON CONFLICT (portal_id, host_id) DO UPDATE SET renderings = renderings + 1`;

/** Takes one rendering from the budget of the page's portal; false where it is spent. */
export async function takeRendering(
  db: CorpusDb,
  { portalId, hostId }: Visit,
  budget: ExploringBudget,
): Promise<boolean> {
  if (portalId === null) return true;
  const [used] = await run<Used>(db, USED, JSON.stringify([portalId]));
  const { renderings, sites } = used ?? { renderings: 0, sites: 0 };
  if (renderings >= budget.renderings + sites * budget.perSite.renderings) return false;
  await run(db, TAKE, portalId, hostId);
  return true;
}
