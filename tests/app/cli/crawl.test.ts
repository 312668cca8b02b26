import { expect, onTestFinished, test } from 'vitest';
import { type ManyHosts, startManyHosts } from '../../../samples/government/many-hosts.ts';
import { startSamplePortal } from '../../../samples/government/site.ts';
import { aPlace, summaryOf } from './crawl-place.ts';

const [REPORTS, PAGES] = [3, 1 + 3];

async function manyHosts(count: number): Promise<ManyHosts> {
  const site = await startManyHosts(count, REPORTS, { bytes: 1_000 });
  onTestFinished(() => site.close());
  return site;
}

const askedOf = ({ requests }: ManyHosts): Record<string, number> => Object.fromEntries(requests.byHost);

test.each(['crawl', 'nightly'])(
  '%s --portal on a new corpus asks that portal, all of it, and no other',
  async (command) => {
    const site = await manyHosts(2);
    const { code, out, err } = await aPlace().run(
      command,
      site.declarations,
      '--portal',
      'county2',
      '--format',
      'json',
    );
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(askedOf(site)).toEqual({ 'www.county2.gov.cn': 1 + PAGES });
    expect(summaryOf({ out }).counts).toMatchObject({ hosts: 1, requests: 1 + PAGES, documents: REPORTS });
  },
);

test('one portal of the sample government is read whole on a new corpus', async () => {
  const site = await startSamplePortal();
  onTestFinished(() => site.close());
  const [truth] = site.truth;
  const host = new URL(truth?.urls[0] ?? '').hostname;
  const portal = site.hosts.find(({ names }) => names.includes(host))?.publisher?.id;
  const ran = await aPlace().run('crawl', site.declarations, '--portal', String(portal), '--format', 'json');
  const { new: found } = summaryOf(ran);
  expect(found.map(({ agency, year }) => `${agency} ${year}`)).toContain(`${truth?.agency} ${truth?.year}`);
});

test('a portal added to a file is asked by the next run that names it', async () => {
  const [both, place] = [await manyHosts(2), aPlace()];
  const first = both.declarations.slice(0, both.declarations.indexOf('  - id: county2'));
  await place.run('crawl', first, '--portal', 'county1');
  const { code } = await place.run('crawl', both.declarations, '--portal', 'county2');
  expect(code).toBe(0);
  expect(askedOf(both)).toEqual({ 'www.county1.gov.cn': 1 + PAGES, 'www.county2.gov.cn': 1 + PAGES });
});

test('what is no longer declared, or not named, is not asked again and keeps its turn', async () => {
  const [both, place] = [await manyHosts(2), aPlace()];
  const first = both.declarations.slice(0, both.declarations.indexOf('  - id: county2'));
  await place.run('crawl', both.declarations);
  both.requests.byHost.clear();
  const again = summaryOf(await place.run('crawl', first, '--again', '--format', 'json'));
  expect(askedOf(both)).toEqual({ 'www.county1.gov.cn': PAGES });
  expect(again.counts).toMatchObject({ hosts: 1, excluded: 0 });
  await place.run('crawl', both.declarations, '--again', '--portal', 'county2');
  expect(askedOf(both)).toEqual({ 'www.county1.gov.cn': PAGES, 'www.county2.gov.cn': PAGES });
});

test('where no portal is declared nothing could be asked, which is wrong usage', async () => {
  const { code, err } = await aPlace().run('crawl', 'portals: []');
  expect(err).toMatch(/no portal is declared, so there is nothing to ask: --only-declared needs a --portals file/);
  expect(code).toBe(2);
});
