import { expect, it } from 'vitest';
import { explainMissed, hostBefore } from './explain-missed.ts';

const declared = { region: null, https: false };
const HOSTS = [
  { host: 'www.a.gov.cn', declared, sites: [{ host: 'czj.a.gov.cn', name: '' }], olderSite: 'old.a.gov.cn' },
  { host: 'www.b.gov.cn', declared, sites: [], olderSite: null },
  { host: 'czj.a.gov.cn', declared: null, sites: [], olderSite: 'old-czj.a.gov.cn' },
  { host: 'old-czj.a.gov.cn', declared: null, sites: [], olderSite: null },
];

it.each([
  ['www.b.gov.cn', 'www.b.gov.cn'],
  ['old.a.gov.cn', 'www.a.gov.cn'],
  ['old-czj.a.gov.cn', 'www.a.gov.cn'],
  ['elsewhere.gov.cn', null],
])('%s lies behind %s', (host, before) => {
  expect(hostBefore(HOSTS, host)).toBe(before);
});

const year = { year: 2024, standing: 'late', reason: 'NOT_NAMED', url: null, title: null, detail: null } as const;
const ofA = (more: object) => ({ portal: 'www.a.gov.cn', reason: null, byBody: [], ...more });
const ofB = { portal: 'www.b.gov.cn', reason: 'CHALLENGED', byBody: [] } as const;

it.each([
  ['another portal has a reason', ofA({}), null, null],
  ['the portal has one', ofA({ reason: 'BUDGET_SPENT' }), 'BUDGET_SPENT', 'portal'],
  [
    'the body has one',
    ofA({ byBody: [{ body: '财政局', years: [], reason: 'NO_WAY_FOUND' }] }),
    'NO_WAY_FOUND',
    'body',
  ],
  ['the year has one', ofA({ byBody: [{ body: '甲市财政局', years: [year], reason: null }] }), 'NOT_NAMED', 'year'],
  ['another body has one', ofA({ byBody: [{ body: '教育局', years: [year], reason: null }] }), null, null],
  [
    'another year has one',
    ofA({ byBody: [{ body: '财政局', years: [{ ...year, year: 2023 }], reason: null }] }),
    null,
    null,
  ],
])('a missed report is explained: %s', (_, ofPortal, reason, saidOf) => {
  const body = {
    id: '',
    place: '甲市',
    region: '',
    kind: 'department',
    name: '甲市财政局',
    short: '财政局',
    slug: '',
  } as const;
  const missed = { body, year: 2024, urls: ['http://old-czj.a.gov.cn/1.html'] };
  expect(explainMissed(missed, HOSTS, [ofPortal, ofB], (host) => host)).toMatchObject({ reason, saidOf });
});
