import { describe, expect, test } from 'vitest';
import { dueAgain } from '../../../crawlers/run/due-again.ts';
import type { EntryKind } from '../../../src/model/crawl/entry.ts';

const DAY = 86_400_000;
const at = (date: string): number => Date.parse(`${date}T02:00:00Z`);

describe('when a place is due again', () => {
  test.each<[what: string, kind: EntryKind, now: string, changed: string, due: string]>([
    ['a column in the season of departments: daily', 'column', '2026-01-10', '2025-06-01', '2026-01-11'],
    ['a column in the season of governments: daily', 'column', '2026-03-20', '2025-06-01', '2026-03-21'],
    ['a column between the seasons', 'column', '2026-02-18', '2025-06-01', '2026-02-22'],
    ['a column just after the season: weekly', 'column', '2026-04-20', '2025-06-01', '2026-04-27'],
    ['a column in summer: monthly', 'column', '2026-07-01', '2025-06-01', '2026-07-31'],
    ['a column that has just changed: sooner', 'column', '2026-07-01', '2026-06-30', '2026-07-09'],
    ['a column never sleeps into the season', 'column', '2025-12-20', '2025-06-01', '2026-01-05'],
    ['nor from one season into the next', 'column', '2026-02-27', '2025-06-01', '2026-03-01'],
    ['a further page of a list: monthly', 'list', '2026-01-10', '2026-01-10', '2026-02-09'],
    ['a new report: weekly', 'report', '2026-01-20', '2026-01-20', '2026-01-27'],
    ['one that stood for some months', 'report', '2026-06-01', '2026-02-01', '2026-07-01'],
    ['an old one', 'report', '2026-06-01', '2024-02-01', '2026-09-29'],
    ['a file like its report', 'attachment', '2026-01-20', '2026-01-20', '2026-01-27'],
  ])('%s', (_, kind, now, changed, due) => {
    const time = dueAgain({ kind, now: at(now), changedAt: at(changed) });
    expect(new Date(time).toISOString().slice(0, 10)).toBe(due);
  });

  test('every place is due after now, and within a year, on every day of the year', () => {
    for (let day = 0; day < 366; day += 1) {
      const now = at('2026-01-01') + day * DAY;
      for (const kind of ['column', 'list', 'report', 'attachment'] as const) {
        for (const age of [0, 3, 40, 4_000]) {
          const due = dueAgain({ kind, now, changedAt: now - age * DAY });
          expect(due).toBeGreaterThanOrEqual(now + DAY);
          expect(due).toBeLessThanOrEqual(now + 366 * DAY);
        }
      }
    }
  });
});
