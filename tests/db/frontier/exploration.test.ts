import { expect, test } from 'vitest';
import { startRun } from '../../../db/frontier/crawl-run.ts';
import { EXPLORING, exploringBudget } from '../../../db/frontier/exploration.ts';
import { openFrontier } from '../../../db/frontier/open-frontier.ts';
import { savePortals } from '../../../db/frontier/save-portals.ts';
import type { DiscoveredLink } from '../../../src/model/crawl/entry.ts';
import { testCorpus } from '../corpora.ts';
import { aLead, anOutcome, aPortal, DAY, keyOf, leaser, namesOf, only, originOf, START } from './crawl-steps.ts';

const HOME = 'http://www.lanzhu.gov.cn/';
const BUDGET = { pages: 3, renderings: 1, perSite: { pages: 2, renderings: 1 }, enough: 2, perPoor: 2, line: 20 };

const candidate = (name: string, score: number, words: DiscoveredLink['words'] = 'body'): DiscoveredLink =>
  aLead('column', `${HOME}${name}/`, { score, words });

async function explored() {
  const db = await testCorpus();
  const clock = { now: START };
  const keys = { keyOf, originOf, now: () => clock.now };
  await savePortals(db, [aPortal({ columns: [], home: HOME })], keys);
  const runId = await startRun(db, 'lanting/0.4.0', new Date(START).toISOString());
  const frontier = await openFrontier(db, { ...keys, runId, exploring: BUDGET });
  const { lease } = leaser(frontier, clock);
  const home = await only(lease());
  const scores = async () =>
    Object.fromEntries(
      (await db.sqlite.all('SELECT url, score FROM visit ORDER BY id')).map(({ url, score }) => [
        String(url).replace(HOME, ''),
        score,
      ]),
    );
  return { db, clock, frontier, lease, home, scores };
}

test('candidates come the best first, behind what is known', async () => {
  const { frontier, lease, home } = await explored();
  const links = [candidate('poor', 10), candidate('good', 85), candidate('fair', 45), aLead('report', `${HOME}r.html`)];
  await frontier.commit([anOutcome(home, { links, verdict: 'way' })]);
  expect(namesOf(await lease())).toEqual(['r.html', 'good/', 'fair/', 'poor/']);
});

test('a candidate is what the best of its links says, and is looked at again under words that promise reports', async () => {
  const { frontier, lease, home, db } = await explored();
  const links = [
    candidate('czj', 22),
    candidate('mzj', 22),
    candidate('nb', 85, 'annual'),
    candidate('sfj', 21),
    candidate('nb_2', 42, 'other'),
  ];
  await frontier.commit([anOutcome(home, { links, verdict: 'way' })]);
  const [nb, czj] = await lease(2);
  if (!nb || !czj) throw new Error('two candidates were to be leased');
  await frontier.commit([anOutcome(czj, { verdict: 'decoy', dueAt: START + 30 * DAY })]);
  const better = [
    candidate('czj', 76),
    aLead('report', `${HOME}mzj/`, { words: 'body', year: 2023 }),
    aLead('list', `${HOME}nb_2/`),
    candidate('sfj', 8),
    candidate('nb', 90),
  ];
  await frontier.commit([anOutcome(nb, { links: better, verdict: 'hub' })]);
  const rows = await db.sqlite.all(
    'SELECT url, kind, score, year, verdict, via = 1 AS "first" FROM visit WHERE id > 1',
  );
  expect(rows.map(({ url, ...row }) => [String(url).replace(HOME, ''), ...Object.values(row)])).toEqual([
    ['czj/', 'column', 76, null, null, 0],
    ['mzj/', 'report', null, 2023, null, 0],
    ['nb/', 'column', null, null, 'hub', 1],
    ['sfj/', 'column', 21, null, null, 1],
    ['nb_2/', 'list', null, null, null, 0],
  ]);
  expect(namesOf(await lease())).toEqual(['nb_2/', 'mzj/', 'czj/', 'sfj/']);
});

test('a portal whose pages lead to nothing is explored within its budget, and goes on the next night', async () => {
  const { frontier, lease, home, clock } = await explored();
  const links = ['a', 'b', 'c', 'd', 'e'].map((name) => candidate(name, 50));
  await frontier.commit([anOutcome(home, { links, verdict: 'way' })]);
  const entries = await lease(3);
  await frontier.commit(entries.map((entry) => anOutcome(entry, { verdict: 'decoy' })));
  expect(await lease()).toEqual([]);
  clock.now += 86_400_000;
  expect(namesOf(await lease())).toContain('d/');
});

test('what stood beside a page that led to reports is brought forward, and its pages cost nothing', async () => {
  const { frontier, lease, home, scores, db } = await explored();
  const links = [candidate('czj', 22), candidate('mzj', 22), candidate('link', 22, 'way')];
  await frontier.commit([anOutcome(home, { links, verdict: 'way' })]);
  const czj = await only(lease(1));
  await frontier.commit([anOutcome(czj, { links: [candidate('czj/nb', 85, 'annual')], verdict: 'way' })]);
  const [nb] = (await lease(1)) as [Awaited<ReturnType<typeof lease>>[number]];
  expect(nb.url).toBe(`${HOME}czj/nb/`);
  await frontier.commit([anOutcome(nb, { links: [aLead('report', `${HOME}r.html`)], verdict: 'list' })]);
  expect(await scores()).toMatchObject({ 'czj/': null, 'czj/nb/': null, 'mzj/': 70, 'link/': 22 });
  expect(await db.sqlite.all('SELECT pages, reports FROM exploration')).toEqual([{ pages: 0, reports: 1 }]);
});

test('poor candidates of a site have a page for so many reports; renderings that show nothing have a budget of their own', async () => {
  const { db, frontier, lease, home } = await explored();
  const reports = ['a', 'b'].map((name) => aLead('report', `${HOME}${name}.html`));
  await frontier.commit([
    anOutcome(home, {
      links: [...reports, ...['p', 'q', 'r'].map((name) => candidate(name, 10)), candidate('fair', 30)],
      verdict: 'list',
    }),
  ]);
  const entries = await lease(4);
  expect(namesOf(entries)).toEqual(['a.html', 'b.html', 'fair/', 'p/']);
  const asked = entries[2] as (typeof entries)[number];
  const taken = [asked.id, 901, 902].map((id) => frontier.takeRendering({ ...asked, id }));
  expect((await Promise.all(taken)).map(({ isGiven }) => isGiven)).toEqual([true, true, false]);
  expect(await frontier.takeRendering({ ...asked, id: 903 })).toEqual({ isGiven: false, used: 2, of: 2 });
  // Spent is only what showed nothing: what leads on has not, nor has a run that is killed while it draws.
  const renderings = async () => (await db.sqlite.all('SELECT sum(renderings) AS n FROM exploration'))[0]?.n;
  expect(await renderings()).toBe(0);
  await frontier.commit([anOutcome(asked, { verdict: 'hub' })]);
  expect(await renderings()).toBe(0);
  const poor = entries[3] as (typeof entries)[number];
  expect((await frontier.takeRendering(poor)).isGiven).toBe(true);
  await frontier.commit([anOutcome(poor, { verdict: 'decoy' })]);
  expect(await renderings()).toBe(1);
  expect(await lease()).toEqual([]);
});

test('hosts on which nothing was found are drawn once, entry pages first; others are not', async () => {
  const { frontier, lease, home, db } = await explored();
  await frontier.commit([anOutcome(home, { links: [candidate('gk', 60, 'way')], verdict: 'way' })]);
  const gk = await only(lease());
  await frontier.commit([anOutcome(gk, { verdict: 'decoy' })]);
  await db.sqlite.exec('UPDATE visit SET last_status = 200');
  expect(await frontier.redrawHungry(START)).toBe(2);
  expect((await lease()).map(({ rendered }) => rendered)).toEqual([true, true]);
  expect(await frontier.redrawHungry(START)).toBe(0);
});

test('a budget that is asked for keeps the shares of its sites', () => {
  expect(exploringBudget(EXPLORING)).toEqual(EXPLORING);
  expect(exploringBudget({ pages: 30, renderings: 0 })).toMatchObject({
    ...{ pages: 30, renderings: 0 },
    perSite: { pages: 10, renderings: 0 },
  });
});
