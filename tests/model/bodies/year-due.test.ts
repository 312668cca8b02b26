import { expect, test } from 'vitest';
import { yearDueOf, yearsDue } from '../../../src/model/bodies/year-due.ts';

test.each([
  ['2026-01-31', 2024, 2024],
  ['2026-02-01', 2025, 2024],
  ['2026-03-31', 2025, 2024],
  ['2026-04-01', 2025, 2025],
  ['2026-12-31', 2025, 2025],
])('on %s the reports of departments for %i are out, those of governments for %i', (day, departments, others) => {
  const due = yearsDue(new Date(`${day}T12:00:00Z`));
  expect(due).toEqual({ departments, others });
  expect(yearDueOf(due, '兰渚市财政局')).toBe(departments);
  for (const body of ['兰渚市人民政府', '兰亭街道办事处', null]) expect(yearDueOf(due, body)).toBe(others);
});
