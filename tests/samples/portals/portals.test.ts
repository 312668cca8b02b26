import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Asked, answerOf } from '../../../samples/government/page.ts';
import { ADDRESSES } from '../../../samples/portals/addresses.ts';
import { DIMENSIONS, GOVERNMENT_DIMENSIONS } from '../../../samples/portals/dimensions.ts';
import { OPEN } from '../../../samples/portals/open.ts';
import { type Government, portals } from '../../../samples/portals/portals.ts';
import { requestsOf, shortestWays } from '../../../samples/portals/walk.ts';

const FIRST = Array.from({ length: 100 }, (_, seed) => portals(seed + 1));

const asked = (host: string, path: string): Asked => ({
  host,
  method: 'GET',
  url: new URL(path, `http://${host}`),
  headers: {},
  body: '',
  before: 0,
});

/** Every page of the government as it is answered. */
const pagesOf = ({ sites }: Government): (readonly [string, string | Uint8Array])[] =>
  sites.flatMap(({ plan: { host }, pages }) =>
    Object.entries(pages).map(([path, page]) => [host + path, answerOf(page, asked(host, path)).body] as const),
  );

function digestOf(government: Government): string {
  const hash = createHash('sha256');
  for (const [where, body] of pagesOf(government)) hash.update(where).update(body);
  return hash.digest('hex');
}

describe('a seed', () => {
  it.each([7, 19])('%i gives the same bytes each time', (seed) => {
    expect(digestOf(portals(seed))).toBe(digestOf(portals(seed)));
  });

  it('gives another government than the next', () => {
    const first = new Set(FIRST.map(({ truth }) => truth.map(({ urls }) => urls[0]).join(' ')));
    expect(first.size).toBe(FIRST.length);
  });
});

describe('within a hundred seeds', () => {
  const hosts = FIRST.flatMap(({ plan }) => plan.hosts);
  const missing = (name: string, values: readonly string[], drawn: readonly string[]): string[] =>
    values.filter((value) => !drawn.includes(value)).map((value) => `${name}: ${value}`);

  it('every value of every dimension is drawn', () => {
    const dimensions = Object.entries(DIMENSIONS) as [keyof typeof DIMENSIONS, readonly string[]][];
    const common = Object.entries(GOVERNMENT_DIMENSIONS) as [keyof typeof GOVERNMENT_DIMENSIONS, readonly string[]][];
    expect([
      ...dimensions.flatMap(([name, values]) =>
        missing(
          name,
          values,
          hosts.map(({ drawn }) => drawn[name]),
        ),
      ),
      ...common.flatMap(([name, values]) =>
        missing(
          name,
          values,
          FIRST.map(({ plan }) => plan.drawn[name]),
        ),
      ),
      ...missing(
        'addresses',
        ADDRESSES.map(({ name }) => name),
        hosts.map(({ addresses }) => addresses.name),
      ),
      ...missing(
        'words',
        OPEN.words.map(({ name }) => name),
        hosts.map(({ words }) => words.name),
      ),
      ...missing(
        'template',
        OPEN.templates.map(({ name }) => name),
        hosts.map(({ template }) => template.name),
      ),
    ]).toEqual([]);
  });

  it('every pager and every fault of paging stands in a list of several pages', () => {
    const long = FIRST.flatMap(({ sites }) => sites).filter(({ plan, longest }) => longest > plan.perPage);
    const drawn = long.map(({ plan }) => plan.drawn);
    expect([
      ...missing(
        'pager',
        DIMENSIONS.pager,
        drawn.map(({ pager }) => pager),
      ),
      ...missing(
        'paging',
        DIMENSIONS.paging,
        drawn.map(({ paging }) => paging),
      ),
      ...missing(
        'transport',
        DIMENSIONS.transport,
        drawn.map(({ transport }) => transport),
      ),
    ]).toEqual([]);
  });

  it('governments are of the size that they should be', () => {
    for (const { plan, truth } of FIRST) {
      expect(plan.hosts.length).toBeLessThanOrEqual(12);
      expect(truth.length).toBeGreaterThanOrEqual(20);
      expect(truth.length).toBeLessThanOrEqual(125);
    }
  });

  it('most reports are within reach, and all others stand behind a reason', () => {
    const reports = FIRST.flatMap(({ truth }) => truth);
    const lost = reports.filter(({ reachable }) => !reachable);
    expect(lost.length / reports.length).toBeLessThan(0.15);
    expect(lost.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
    expect(new Set(lost.flatMap(({ reasons }) => reasons))).toContain('ROBOTS_UNREACHABLE');
  });

  it('the shortest ways leave room for a crawl that looks around', () => {
    const requests = FIRST.reduce((sum, one) => sum + requestsOf(shortestWays(one)), 0);
    const had = FIRST.reduce((sum, { truth }) => sum + truth.filter(({ reachable }) => reachable).length, 0);
    expect(requests / had).toBeLessThan(2);
  });

  it('bodies of one name stand in several places of one government', () => {
    const shared = FIRST.filter(({ truth }) => {
      const bodies = [...new Map(truth.map(({ body }) => [body.id, body])).values()];
      return new Set(bodies.map(({ short }) => short)).size < bodies.length;
    });
    expect(shared.length).toBeGreaterThan(20);
  });

  it('no decoy is a report', () => {
    for (const { truth, mustNotBeFound } of FIRST) {
      const urls = new Set(truth.flatMap((report) => report.urls));
      expect(mustNotBeFound.filter(({ url }) => urls.has(url))).toEqual([]);
    }
  });
});

/** Provinces, regions and municipalities that there are. */
const REAL =
  /北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门/;

describe('names', () => {
  it.each([11, 23])('of government %i are invented', (seed) => {
    const named = pagesOf(portals(seed)).flatMap(([where, body]) => {
      const found = typeof body === 'string' ? REAL.exec(body) : null;
      return found ? [`${where}: ${found[0]}`] : [];
    });
    expect(named).toEqual([]);
  });

  it('of hosts are made of the labels of the half', () => {
    const labels = [...OPEN.names.cities, ...OPEN.names.counties].map(([, label]) => label);
    for (const { host } of FIRST.flatMap(({ plan }) => plan.hosts)) {
      expect(labels).toContain(host.split('.').at(-3));
    }
  });
});
