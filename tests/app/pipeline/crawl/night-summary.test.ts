import { expect, test } from 'vitest';
import { nextTime } from '../../../../src/app/cli/commands/schedule.ts';
import { yearDue } from '../../../../src/app/pipeline/crawl/night-summary.ts';

test.each([
  ['2026-01-15', 2024],
  ['2026-03-31', 2024],
  ['2026-04-01', 2025],
  ['2026-12-31', 2025],
])('on %s the reports for %i are out', (day, year) => {
  expect(yearDue(new Date(`${day}T12:00:00Z`))).toBe(year);
});

test.each([
  [new Date(2026, 0, 5, 1, 0), new Date(2026, 0, 5, 1, 30)],
  [new Date(2026, 0, 5, 1, 30), new Date(2026, 0, 6, 1, 30)],
  [new Date(2026, 11, 31, 23, 59), new Date(2027, 0, 1, 1, 30)],
])('after %s the next run is at %s', (now, next) => {
  expect(nextTime({ hour: 1, minute: 30 }, now)).toEqual(next);
});
