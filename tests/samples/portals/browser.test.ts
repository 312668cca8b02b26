import { type Browser, chromium } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../../samples/generator/formats/chromium.ts';
import type { Drawn } from '../../../samples/portals/dimensions.ts';
import { type Ask, groupBy, keyOf } from '../../../samples/portals/graph.ts';
import { type ServedGovernment, startGovernment } from '../../../samples/portals/start.ts';

/** What the truth says that a script shows, a browser shows. */

const program = findChromium();
const MOST_TURNS = 60;

/** Run in the page: every address that it shows. */
const LINKS = `[...document.querySelectorAll('a[href],option,[onclick]')].map((one) => {
  const called = /location\\.href='([^']*)'/.exec(one.getAttribute('onclick') ?? '')?.[1];
  const to = called ?? one.getAttribute('href') ?? one.getAttribute('value') ?? '';
  return URL.canParse(to, document.baseURI) ? new URL(to, document.baseURI).href.replace(/#.*/, '') : '';
})`;

/** Run in the page: the next page of its list, where it shows a way there. */
const TURN = `(() => {
  const next = document.getElementById('next');
  if (next && next.style.display !== 'none') next.click();
})()`;

/** What a script asks for by itself; all else is a page that a person opens. */
const isOfScript = ({ path, headers }: Ask): boolean =>
  headers?.['X-Requested-With'] !== undefined || path.startsWith('/js/') || path.startsWith('/common/search/');

/** Everything that a page and its scripts lead to. */
function shownBy(government: ServedGovernment, page: Ask): string[] {
  const from = groupBy(
    government.sites.flatMap(({ edges }) => edges),
    (edge) => keyOf(edge.from),
  );
  const seen = new Set<string>();
  const shown: string[] = [];
  const follow = (ask: Ask): void => {
    for (const { to } of from.get(keyOf(ask)) ?? []) {
      if (seen.has(keyOf(to))) continue;
      seen.add(keyOf(to));
      if (isOfScript(to)) follow(to);
      else if (to.body === undefined) shown.push(`http://${to.host}${to.path}`);
    }
  };
  follow(page);
  return shown;
}

/** The pages whose ways lead through scripts. */
function scripted({ sites }: ServedGovernment): Ask[] {
  const pages = sites.flatMap(({ edges }) => edges.filter(({ from, to }) => !isOfScript(from) && isOfScript(to)));
  return [...new Map(pages.map(({ from }) => [keyOf(from), from])).values()];
}

describe.skipIf(program === null)('in a browser', () => {
  let browser: Browser;

  async function check(government: ServedGovernment): Promise<void> {
    const rules = Object.entries(government.connect)
      .map(([host, address]) => `MAP ${host} ${address}`)
      .join(',');
    browser = await chromium.launch({
      executablePath: program ?? '',
      args: ['--no-sandbox', `--host-resolver-rules=${rules}`],
    });
    const tab = await browser.newPage();
    for (const page of scripted(government).slice(0, 6)) {
      const fragments = government.sites.some(({ plan }) => plan.drawn.fragment === 'yes');
      if (fragments && page.path === '/gk/index.html') continue;
      await tab.goto(`http://${page.host}${page.path}`, { waitUntil: 'networkidle' });
      const expected = shownBy(government, page);
      let links = await tab.evaluate<string[]>(LINKS);
      // Whatever is still on its way, or behind a pager, comes after some of these.
      for (let turn = 0; turn < MOST_TURNS && !expected.every((one) => links.includes(one)); turn += 1) {
        await tab.evaluate(TURN);
        await tab.waitForLoadState('networkidle');
        await tab.waitForTimeout(50);
        links = await tab.evaluate<string[]>(LINKS);
      }
      expect(links).toEqual(expect.arrayContaining(expected));
    }
  }
  afterAll(() => browser?.close());

  const cases: readonly (readonly [string, Partial<Drawn>])[] = [
    ['lists that a script writes, menus by script', { transport: 'writeln', hub: 'script', order: 'kind' }],
    ['JSON, trees that load their branches', { transport: 'json', hub: 'branches', order: 'kind' }],
    ...(['html in json', 'jsonp', 'post', 'cdata', 'browser'] as const).map(
      (transport) => [transport, { transport, order: 'one list' }] as const,
    ),
  ];
  it.each(cases)('%s', async (_, fixed) => {
    const given = { fault: 'healthy', fragment: 'no', pager: 'next', door: 'links', ...fixed } as const;
    const government = await startGovernment(3, { fixed: given });
    try {
      expect(scripted(government).length).toBeGreaterThan(0);
      await check(government);
    } finally {
      await browser?.close();
      await government.close();
    }
  });
});
