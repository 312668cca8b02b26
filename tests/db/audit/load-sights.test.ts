import { expect, test } from 'vitest';
import { loadSights } from '../../../db/audit/load-sights.ts';
import { buildExtraction, buildFailure, buildNotAReport, type ExtractionCase } from '../build-extraction.ts';
import { save, testCorpus } from '../corpora.ts';

type Step = ExtractionCase | 'not a report' | 'unreadable';

const day = (nth: number): string => `2026-01-0${nth + 1}T00:00:00.000Z`;
const [A, B] = ['https://a.gov.cn/1.html', 'https://b.gov.cn/2.html'];

/** What is seen day after day; then each place of the report with what it shows, what it showed, and since when it is gone. */
async function sightsAfter(steps: readonly Step[], vanished?: string) {
  const db = await testCorpus();
  for (const [nth, step] of steps.entries()) {
    const result =
      step === 'not a report'
        ? buildNotAReport(`n${nth}`, A)
        : step === 'unreadable'
          ? buildFailure(A, `u${nth}`)
          : buildExtraction({ path: A, bytes: `${nth}`, ...step });
    await save(db, [result], { now: day(nth) });
  }
  if (vanished !== undefined) {
    await db.sqlite.exec(`INSERT INTO host (id, origin) VALUES (1, 'https://a.gov.cn');
      INSERT INTO visit (key, host_id, kind, url, priority, found_at, state, vanished_at)
      VALUES ('k', 1, 'report', '${vanished}', 1, '', 'vanished', '${day(8)}')`);
  }
  const sights = await loadSights(db);
  return [...sights].map(([versionId, list]) => [
    versionId,
    list.map(({ place, versionId: shown, goneSince, before }) => ({
      ...{ place, shown, goneSince, before: before.map((one) => one.versionId) },
    })),
  ]);
}

const figures = (received: number) => ({ figures: { 'requests.received.total': received } });

test.each([
  ['one place that never changed', [{}], undefined, []],
  [
    'a place that changed',
    [figures(1), figures(2), figures(3)],
    undefined,
    [[3, [{ place: A, shown: 3, goneSince: null, before: [2, 1] }]]],
  ],
  [
    'a place that changed and changed back',
    [{ ...figures(1), bytes: 'x' }, figures(2), { ...figures(1), bytes: 'x' }],
    undefined,
    [[1, [{ place: A, shown: 1, goneSince: null, before: [2] }]]],
  ],
  [
    'two places with different figures',
    [figures(1), { ...figures(2), path: B }],
    undefined,
    [
      [
        2,
        [
          { place: A, shown: 1, goneSince: null, before: [] },
          { place: B, shown: 2, goneSince: null, before: [] },
        ],
      ],
    ],
  ],
  ['two places with the same figures', [figures(1), { ...figures(1), path: B }], undefined, []],
  ['a place that vanished', [{}], A, [[1, [{ place: A, shown: 1, goneSince: day(8), before: [] }]]]],
  [
    'a place that shows another report now',
    [{ year: 2019 }, { year: 2020 }],
    undefined,
    [[1, [{ place: A, shown: 1, goneSince: day(1), before: [] }]]],
  ],
  [
    'a place that shows no report any more',
    [{}, 'not a report'],
    undefined,
    [[1, [{ place: A, shown: 1, goneSince: day(1), before: [] }]]],
  ],
  ['a place that could not be read once', [{}, 'unreadable'], undefined, []],
] as const satisfies readonly (readonly [string, readonly Step[], string | undefined, unknown])[])(
  'sights of %s',
  async (_, steps, vanished, sights) => {
    expect(await sightsAfter(steps, vanished)).toEqual(sights);
  },
);
