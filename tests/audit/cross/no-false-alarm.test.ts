import { expect, it } from 'vitest';
import { type Rng, seededRng } from '../../../samples/generator/rng.ts';
import { auditBeside } from '../../../src/audit/cross/audit-beside.ts';
import { NO_COMPANIONS, type StoredReport } from '../../../src/audit/cross/companions.ts';
import { CHANGING, peerStatistics, RATES, rateOf } from '../../../src/audit/cross/peer-statistics.ts';
import { APPLICANTS } from '../../../src/model/forms/table-requests.ts';
import { variablesOfTable } from '../../../src/model/forms/variables.ts';
import { agencyOf, narrative } from '../../bench/narratives.ts';
import { section } from '../build-reading.ts';
import { buildStoredReport } from './judge-cross-cases.ts';

type Details = Readonly<Record<string, number>>;

const RESULTS = variablesOfTable('2021', 'requests').filter(
  ({ row, column }) => column !== 'total' && !['received', 'carried_in', 'carried_out', 'total'].includes(row),
);
const COUNTS = variablesOfTable('2021', 'proactive').filter(({ column }) => column !== 'in_force');

/** A body's ordinary year: what it handled, issued and decided, most of it nothing. */
function firstYear(rng: Rng): Details {
  const some = (chance: number, most: number) => (rng.chance(chance) ? rng.int(1, most) : 0);
  return Object.fromEntries([
    ...RESULTS.map(({ key, column }) => [key, some(column === 'natural' ? 0.5 : 0.1, 40)]),
    ...APPLICANTS.map(({ key }) => [`requests.carried_out.${key}`, key === 'natural' ? some(0.5, 6) : 0]),
    ...COUNTS.map(({ key, column }) => [key, some(0.6, column === 'decisions' ? 300 : 20)]),
    ...['regulations', 'normative'].map((row) => [`proactive.${row}.in_force`, rng.int(300, 400)]),
    ['disputes.review.upheld', some(0.4, 9)],
  ]);
}

/** The year after: every count moves by up to two fifths, and what must follow from the year before does. */
function yearAfter(before: Details, rng: Rng): Details {
  const moved = Object.entries(before).map(
    ([key, value]) => [key, Math.round(value * (0.7 + rng.next() * 0.7))] as const,
  );
  const details: Record<string, number> = Object.fromEntries(moved);
  for (const { key } of APPLICANTS) details[`requests.carried_in.${key}`] = before[`requests.carried_out.${key}`] ?? 0;
  // As many are received as make up for what was carried in.
  details['requests.granted.natural'] =
    (details['requests.granted.natural'] ?? 0) + (details['requests.carried_in.natural'] ?? 0);
  for (const row of ['regulations', 'normative']) {
    const of = (column: string, from: Details) => from[`proactive.${row}.${column}`] ?? 0;
    details[`proactive.${row}.in_force`] = of('in_force', before) + of('issued', details) - of('repealed', details);
  }
  return details;
}

function reportOf(nth: number, year: number, details: Details): StoredReport {
  const { text, agency } = narrative(nth * 10 + (year % 10), 0);
  const name = agencyOf(nth);
  const sections = [section('一', '总体情况', 'overview', text.replaceAll(agency, name))];
  return buildStoredReport({ agency: name, year, details, sections });
}

/** The sum of what bodies report, table by table, and a little more that is the office's own. */
function regionOf(children: readonly StoredReport[]): StoredReport {
  const sums: Record<string, number> = { 'requests.granted.natural': 3 };
  for (const { figures } of children) {
    for (const [key, { value }] of Object.entries(figures)) sums[key] = (sums[key] ?? 0) + (value ?? 0);
  }
  return buildStoredReport({ agency: '云泽市人民政府', year: 2022, details: sums });
}

it('two hundred bodies whose years follow from each other, and their governments, raise no error and no warning', () => {
  const bodies = Array.from({ length: 200 }, (_, nth) => {
    const rng = seededRng(nth);
    const before = firstYear(rng);
    return { lastYear: reportOf(nth, 2021, before), report: reportOf(nth, 2022, yearAfter(before, rng)) };
  });
  const value = (held: StoredReport, key: string) => held.figures[key]?.value ?? 0;
  const peers = peerStatistics(
    bodies.flatMap(({ report, lastYear }) =>
      CHANGING.map((key) => ({ key, now: value(report, key), before: value(lastYear, key) })),
    ),
    bodies.flatMap(({ report }) =>
      RATES.flatMap((rate) => ({ key: rate.key, ...(rateOf(rate, report.figures) ?? { parts: 0, of: 0 }) })),
    ),
  );
  const ofBodies = bodies.flatMap(({ report, lastYear }, nth) => {
    const other = bodies[(nth + 1) % bodies.length]?.report;
    const lookalikes = other ? [other] : [];
    return auditBeside(report, { ...NO_COMPANIONS, earlier: [lastYear], peers, lookalikes }).flags;
  });
  const ofGovernments = [0, 40, 80, 120, 160].flatMap((start) => {
    const children = bodies.slice(start, start + 40).map(({ report }) => report);
    return auditBeside(regionOf(children), { ...NO_COMPANIONS, children, expected: 41 }).flags;
  });
  const flags = [...ofBodies, ...ofGovernments];
  expect(
    flags.filter(({ severity }) => severity !== 'info').map(({ rule, message }) => `${rule} ${message.zh}`),
  ).toEqual([]);
});
