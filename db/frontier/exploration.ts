import type { FrontierEntry } from '../../src/model/crawl/entry.ts';
import type { Allowance, EntryOutcome } from '../../src/model/crawl/frontier.ts';
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

/** The same with other numbers: a site that gives reports adds to each the share that it adds by default. */
export function exploringBudget({ pages, renderings }: Pick<ExploringBudget, 'pages' | 'renderings'>): ExploringBudget {
  const share = (of: 'pages' | 'renderings', all: number): number =>
    Math.round((all * EXPLORING.perSite[of]) / EXPLORING[of]);
  const perSite = { pages: share('pages', pages), renderings: share('renderings', renderings) };
  return { ...EXPLORING, pages, renderings, perSite };
}

/** What a portal may use in a night that has so many sites which give reports. */
export const allowedTo = (sites: number, { pages, renderings, perSite }: ExploringBudget) => ({
  pages: pages + sites * perSite.pages,
  renderings: renderings + sites * perSite.renderings,
});

const DAY = 86_400_000;
/** A candidate below the line, or one that held nothing, is not looked at again before. */
const POOR_WAITS = 30 * DAY;
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

const COUNT = `INSERT INTO exploration (portal_id, host_id, pages, reports)
  SELECT row.value ->> 0, row.value ->> 1, row.value ->> 2, row.value ->> 3 FROM json_each(?) AS row WHERE true
  ON CONFLICT (portal_id, host_id) DO UPDATE SET pages = max(pages + excluded.pages, 0), reports = reports + excluded.reports`;

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
}

interface FruitfulRow {
  readonly id: number;
  readonly via: number | null;
  readonly words: string | null;
  readonly portalId: number | null;
  readonly hostId: number;
  readonly counted: number;
}

const isFruitless = (verdict: EntryOutcome['verdict']): boolean => verdict === 'way' || verdict === 'decoy';

/** What a batch of visits found, by portal and host. */
class Tally {
  readonly #found = new Map<string, Found>();

  add(portalId: number | null, hostId: number, { pages = 0, reports = 0 }): void {
    if (portalId === null) return;
    const key = `${portalId} ${hostId}`;
    const found = this.#found.get(key) ?? { portalId, hostId, pages: 0, reports: 0 };
    found.pages += pages;
    found.reports += reports;
    this.#found.set(key, found);
  }

  get found(): readonly Found[] {
    return [...this.#found.values()];
  }
}

/** Reports that a page led to and that were not known. */
export interface NewReports {
  readonly from: EntryOutcome;
  readonly count: number;
}

/**
 * Counts what a batch of visits explored against the budgets of their portals, brings forward what stands beside pages that led
 * to reports, and puts off the candidates of portals whose budget is spent.
 */
export async function explore(
  db: CorpusDb,
  outcomes: readonly EntryOutcome[],
  newReports: readonly NewReports[],
  budget: ExploringBudget,
  now: number,
): Promise<void> {
  const tally = new Tally();
  for (const { from, count } of newReports) tally.add(from.entry.portalId, from.entry.hostId, { reports: count });
  for (const { entry, verdict } of outcomes) {
    if (entry.score === null || verdict === null) continue;
    tally.add(entry.portalId, entry.hostId, { pages: isFruitless(verdict) ? 1 : 0 });
  }
  await bringForward(db, outcomes, tally, now);
  const { found } = tally;
  if (found.length === 0) return;
  await run(
    db,
    COUNT,
    jsonRows(found.map(({ portalId, hostId, pages, reports }) => [portalId, hostId, pages, reports])),
  );
  const isPoor = outcomes.some(({ entry: { score } }) => score !== null && score < budget.line);
  await putOff(db, [...new Set(found.map(({ portalId }) => portalId))], isPoor, budget, now);
}

async function bringForward(db: CorpusDb, outcomes: readonly EntryOutcome[], tally: Tally, now: number): Promise<void> {
  const fruits = outcomes.filter(
    ({ entry, verdict }) => verdict === 'list' || (verdict === 'article' && entry.score !== null),
  );
  if (fruits.length === 0) return;
  const rows = await run<FruitfulRow>(db, FRUITFUL, JSON.stringify(fruits.map(({ entry }) => entry.id)));
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
    const isSpent = pages >= allowedTo(sites, budget).pages;
    if (isSpent) await run(db, WAIT, portalId, now + DAY, now);
    else if (isPoor && sites > 0)
      await run(db, POOR_WAIT, portalId, now + POOR_WAITS, now, budget.line, budget.enough, budget.perPoor);
  }
}

const DRAWN = `INSERT INTO exploration (portal_id, host_id, renderings) VALUES (?1, ?2, 1)
  ON CONFLICT (portal_id, host_id) DO UPDATE SET renderings = renderings + 1`;

/**
 * Pages that are being drawn within the budgets of their portals. They are counted once it is known what they show: one that leads
 * on costs nothing, and a run that was killed while it drew a page has not spent anything.
 */
export class Renderings {
  readonly #budget: ExploringBudget;
  /** Portals by the visits that are under way. */
  readonly #underWay = new Map<number, number>();

  constructor(budget: ExploringBudget) {
    this.#budget = budget;
  }

  /** Takes one rendering from the budget of the page's portal, if there is one left. */
  async take(db: CorpusDb, { id, portalId }: FrontierEntry): Promise<Allowance> {
    if (portalId === null) return { isGiven: true, used: 0, of: this.#budget.renderings };
    const before = [...this.#underWay.values()].filter((portal) => portal === portalId).length;
    this.#underWay.set(id, portalId);
    const [known] = await run<Used>(db, USED, JSON.stringify([portalId]));
    const { renderings, sites } = known ?? { renderings: 0, sites: 0 };
    const { renderings: of } = allowedTo(sites, this.#budget);
    const used = renderings + before;
    if (used < of) return { isGiven: true, used: used + 1, of };
    this.#underWay.delete(id);
    return { isGiven: false, used, of };
  }

  /** Counts those of these visits that were drawn and led to nothing; within their transaction. */
  async count(db: CorpusDb, outcomes: readonly EntryOutcome[]): Promise<void> {
    for (const { entry, verdict } of outcomes) {
      if (this.#underWay.has(entry.id) && (verdict === null || isFruitless(verdict)))
        await run(db, DRAWN, entry.portalId, entry.hostId);
    }
  }

  /** These visits are written down. */
  forget(outcomes: readonly EntryOutcome[]): void {
    for (const { entry } of outcomes) this.#underWay.delete(entry.id);
  }
}
