import type { CrossRule } from '../cross-rule.ts';
import { dupForeignName } from './dup-foreign-name.ts';
import { dupOtherBody } from './dup-other-body.ts';
import { dupOwnYear } from './dup-own-year.ts';
import { dupTable } from './dup-table.ts';
import { hOwnOfficeOnly } from './h-own-office-only.ts';
import { hParentLow } from './h-parent-low.ts';
import { hSiblingOutlier } from './h-sibling-outlier.ts';
import { hSum } from './h-sum.ts';
import { hUnitCount } from './h-unit-count.ts';
import { pubChanged } from './pub-changed.ts';
import { pubGone } from './pub-gone.ts';
import { pubMissing } from './pub-missing.ts';
import { pubTwoVersions } from './pub-two-versions.ts';
import { txtGrowth } from './txt-growth.ts';
import { xyCarry } from './xy-carry.ts';
import { xyInForce } from './xy-in-force.ts';
import { xyItems } from './xy-items.ts';
import { xyJump } from './xy-jump.ts';
import { xyPowerOfTen } from './xy-power-of-ten.ts';
import { xySameTable } from './xy-same-table.ts';

/** The rules that judge a report beside others: by year, by body, by publication, by likeness. */
export const CROSS_RULES: readonly CrossRule[] = [
  ...[xyCarry, xyInForce, xyItems, xySameTable, xyPowerOfTen, xyJump, txtGrowth],
  ...[hSum, hParentLow, hOwnOfficeOnly, hUnitCount, hSiblingOutlier],
  ...[pubMissing, pubGone, pubChanged, pubTwoVersions],
  ...[dupOwnYear, dupOtherBody, dupForeignName, dupTable],
] as readonly CrossRule[];
