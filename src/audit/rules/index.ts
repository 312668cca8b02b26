import type { Rule } from '../rule.ts';
import { FORM_RULES } from './form-rules.ts';
import { PROSE_RULES } from './prose-rules.ts';
import { pubEarly } from './pub-early.ts';
import { pubLateDept } from './pub-late-dept.ts';
import { pubLateGov } from './pub-late-gov.ts';
import { pubLateLocal } from './pub-late-local.ts';
import { REPAIR_RULES } from './repair-rules.ts';
import { stCountClaim } from './st-count-claim.ts';
import { stEditionYear } from './st-edition-year.ts';
import { stSectionEmpty } from './st-section-empty.ts';
import { stSectionMissing } from './st-section-missing.ts';
import { stSectionOrder } from './st-section-order.ts';
import { stTableMissing } from './st-table-missing.ts';
import { t2InForceLow } from './t2-in-force-low.ts';
import { t2Items } from './t2-items.ts';
import { t2ProcurementPair } from './t2-procurement-pair.ts';
import { t2PublicLow } from './t2-public-low.ts';
import { t3Balance } from './t3-balance.ts';
import { t3ResultSum } from './t3-result-sum.ts';
import { t3RowSum } from './t3-row-sum.ts';
import { t3TotalBlank } from './t3-total-blank.ts';
import { t4Sum } from './t4-sum.ts';
import { t4TotalBlank } from './t4-total-blank.ts';
import { valBlankZero } from './val-blank-zero.ts';
import { valNotACount } from './val-not-a-count.ts';
import { valUnit } from './val-unit.ts';
import { valUnreadable } from './val-unreadable.ts';

/** All rules, in the order of the catalogue; flags come in this order. A new rule is a new module and a line here or in its list. */
export const RULES: readonly Rule[] = [
  t3RowSum,
  t3ResultSum,
  t3Balance,
  t3TotalBlank,
  ...REPAIR_RULES,
  t4Sum,
  t4TotalBlank,
  t2InForceLow,
  t2PublicLow,
  t2Items,
  t2ProcurementPair,
  ...PROSE_RULES,
  stEditionYear,
  stSectionMissing,
  stSectionOrder,
  stSectionEmpty,
  stCountClaim,
  stTableMissing,
  ...FORM_RULES,
  pubLateDept,
  pubLateGov,
  pubLateLocal,
  pubEarly,
  valNotACount,
  valUnreadable,
  valBlankZero,
  valUnit,
];
