import { expect, test } from 'vitest';
import { aLead, anOutcome, only, testFrontier } from './crawl-steps.ts';

const SHELL = 'http://www.lanzhu.gov.cn/gk/index.html';
const progress = { dialect: 'recipe', page: 1, seen: [], count: 0, total: null, idle: 0 };

test('the request behind one route of a page is found for the page, and for no other', async () => {
  const { frontier, lease } = await testFrontier();
  const routes = ['#12', '#15'].map((route) => aLead('column', `${SHELL}${route}`));
  await frontier.commit([anOutcome(await only(lease()), { links: routes })]);
  const drawn = (await lease()).find(({ url }) => url.endsWith('#12'));
  if (!drawn) throw new Error('two routes are due');
  expect(await frontier.drawnRoute(SHELL)).toBeNull();
  const recipe = aLead('column', 'http://www.lanzhu.gov.cn/api?id=12', {
    ...{ words: 'annual', scope: { pathPrefix: null, contains: null, progress } },
  });
  await frontier.commit([anOutcome(drawn, { links: [recipe], verdict: 'hub' })]);
  expect(await frontier.drawnRoute(SHELL)).toEqual({ url: `${SHELL}#12`, recipe });
  expect(await frontier.drawnRoute('http://www.lanzhu.gov.cn/gk/')).toBeNull();
});
