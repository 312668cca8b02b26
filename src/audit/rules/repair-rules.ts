import type { Rule } from '../rule.ts';
import { t3Bound } from './t3-bound.ts';
import { t3CarryInTwice } from './t3-carry-in-twice.ts';
import { t3CarryShare } from './t3-carry-share.ts';
import { t3OneCell } from './t3-one-cell.ts';
import { t3Repair } from './t3-repair.ts';
import { t3RepairTied } from './t3-repair-tied.ts';
import { t3Shift } from './t3-shift.ts';
import { t3SplitCell } from './t3-split-cell.ts';
import { t3Swap } from './t3-swap.ts';
import { t3TotalOnly } from './t3-total-only.ts';
import { t3Typo } from './t3-typo.ts';
import { t4Shift } from './t4-shift.ts';

/** The rules that say which cell is wrong and how, and those that bound what no sum can judge. In the order of the catalogue. */
export const REPAIR_RULES: readonly Rule[] = [
  t3Bound,
  t3OneCell,
  t3Repair,
  t3RepairTied,
  t3Typo,
  t3Swap,
  t3Shift,
  t3TotalOnly,
  t3CarryInTwice,
  t3SplitCell,
  t3CarryShare,
  t4Shift,
];
