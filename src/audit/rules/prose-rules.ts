import type { Rule } from '../rule.ts';
import { txtAllDone } from './txt-all-done.ts';
import { txtApplicant } from './txt-applicant.ts';
import { txtCarried } from './txt-carried.ts';
import { txtDisputes } from './txt-disputes.ts';
import { txtFee } from './txt-fee.ts';
import { txtHandled } from './txt-handled.ts';
import { txtNoLoss } from './txt-no-loss.ts';
import { txtNone } from './txt-none.ts';
import { txtNormative } from './txt-normative.ts';
import { txtPercent } from './txt-percent.ts';
import { txtReceived } from './txt-received.ts';
import { txtResult } from './txt-result.ts';
import { txtSameFigure } from './txt-same-figure.ts';
import { txtSplit } from './txt-split.ts';
import { txtYear } from './txt-year.ts';

/** Prose against tables, in the order of the catalogue. TXT-GROWTH needs two reports and is not among them. */
export const PROSE_RULES: readonly Rule[] = [
  txtReceived,
  txtCarried,
  txtHandled,
  txtResult,
  txtApplicant,
  txtPercent,
  txtSplit,
  txtNone,
  txtAllDone,
  txtDisputes,
  txtNoLoss,
  txtNormative,
  txtFee,
  txtSameFigure,
  txtYear,
];
