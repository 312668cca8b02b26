import { expect, test } from 'vitest';
import { nextTime } from '../../../../src/app/cli/commands/schedule.ts';

test.each([
  [new Date(2026, 0, 5, 1, 0), new Date(2026, 0, 5, 1, 30)],
  [new Date(2026, 0, 5, 1, 30), new Date(2026, 0, 6, 1, 30)],
  [new Date(2026, 11, 31, 23, 59), new Date(2027, 0, 1, 1, 30)],
])('after %s the next run is at %s', (now, next) => {
  expect(nextTime({ hour: 1, minute: 30 }, now)).toEqual(next);
});
