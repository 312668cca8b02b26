import type { Rule } from '../rule.ts';
import { dupForeignTrade } from './dup-foreign-trade.ts';
import { dupTemplate } from './dup-template.ts';
import { pubDateConflict } from './pub-date-conflict.ts';
import { stContent } from './st-content.ts';
import { stFormAltered } from './st-form-altered.ts';
import { stTableTwice } from './st-table-twice.ts';
import { stTitle } from './st-title.ts';
import { t2AllZero } from './t2-all-zero.ts';
import { t2RulePower } from './t2-rule-power.ts';
import { valOutsize } from './val-outsize.ts';
import { valUnitScale } from './val-unit-scale.ts';

/** What one report shows of its form, its figures' size, its dates and its wording. In the order of the catalogue. */
export const FORM_RULES: readonly Rule[] = [
  t2RulePower,
  t2AllZero,
  stContent,
  stTableTwice,
  stFormAltered,
  stTitle,
  pubDateConflict,
  valUnitScale,
  valOutsize,
  dupForeignTrade,
  dupTemplate,
];
