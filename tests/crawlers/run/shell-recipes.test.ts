import { expect, test } from 'vitest';
import { makeDiscoveredLink } from '../../../crawlers/explore/make-link.ts';
import { ShellRecipes } from '../../../crawlers/run/shell-recipes.ts';
import { getRequest } from '../../../src/model/crawl/entry.ts';

const SHELL = 'http://www.lanzhu.gov.cn/gk/index.html';
const get = (url: string) => makeDiscoveredLink(getRequest(url), 'column');
const post = (body: string) => ({ ...get('http://www.lanzhu.gov.cn/api'), method: 'POST' as const, body });

test.each([
  [
    'a value of the query',
    '#channel=12',
    get('http://www.lanzhu.gov.cn/api?channel=12&page=1'),
    '#channel=15',
    'channel=15&page=1',
  ],
  ['a step of the path', '#/list/12', get('http://www.lanzhu.gov.cn/api/12.json'), '#/list/7', '/api/7.json'],
  ['a field of a form', '#12', post('channel=12&page=1'), '#15', 'channel=15&page=1'],
])('%s is exchanged for that of another route', async (_, route, recipe, other, expected) => {
  const shells = new ShellRecipes(async () => null);
  shells.learn(`${SHELL}${route}`, recipe);
  const found = await shells.recipeFor(`${SHELL}${other}`);
  expect(`${found?.url} ${found?.body ?? ''}`).toContain(expected);
});

test.each([
  ['the value stands in the request twice', '#12', get('http://www.lanzhu.gov.cn/api/12?id=12'), `${SHELL}#15`],
  ['the value stands only within another', '#12', get('http://www.lanzhu.gov.cn/api?id=3126'), `${SHELL}#15`],
  [
    'it is another shell',
    '#12',
    get('http://www.lanzhu.gov.cn/api?id=12'),
    'http://www.lanzhu.gov.cn/zw/index.html#15',
  ],
  ['the page has no route', '#12', get('http://www.lanzhu.gov.cn/api?id=12'), SHELL],
])('nothing is exchanged where %s', async (_, route, recipe, url) => {
  const shells = new ShellRecipes(async () => null);
  shells.learn(`${SHELL}${route}`, recipe);
  expect(await shells.recipeFor(url)).toBeNull();
});

test('what an earlier run has learnt of a shell is looked for, once it is found no more', async () => {
  const asked: string[] = [];
  const shells = new ShellRecipes(async (page) => {
    asked.push(page);
    return { url: `${SHELL}#12`, recipe: get('http://www.lanzhu.gov.cn/api?id=12') };
  });
  for (const id of [15, 16]) expect((await shells.recipeFor(`${SHELL}#${id}`))?.url).toMatch(`id=${id}`);
  expect(asked).toEqual([SHELL]);
});
