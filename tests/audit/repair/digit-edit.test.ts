import { expect, it } from 'vitest';
import { type DigitEdit, digitEdit } from '../../../src/audit/repair/digit-edit.ts';

it.each<[printed: number, right: number, edit: DigitEdit | null]>([
  [125, 135, 'wrong'],
  [205, 105, 'wrong'],
  [25, 52, 'exchanged'],
  [1243, 1234, 'exchanged'],
  [4231, 1234, null],
  [15, 125, 'missing'],
  [1, 12, 'missing'],
  [1225, 125, 'doubled'],
  [11, 1, 'doubled'],
  [1325, 125, 'added'],
  [120, 12, 'zeros'],
  [12, 1200, 'zeros'],
  [10, 0, null],
  [0, 60, null],
  [19, 9, 'added'],
  [-7, 7, 'sign'],
  [-7, 8, null],
  [3, 8, null],
  [0, 5, null],
  [12, 3456, null],
  [1.5, 15, null],
])('%d for %d: %s', (printed, right, edit) => {
  expect(digitEdit(printed, right)).toBe(edit);
});
