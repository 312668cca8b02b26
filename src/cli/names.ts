import type { ReviewState } from '../../db/schema.ts';
import type { Message, Severity } from '../report.ts';

/** How codes are shown to a person; JSON and CSV keep the codes. */

/** From the gravest down. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export const SEVERITY_NAMES: Readonly<Record<Severity, Message>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

export const REVIEW_NAMES: Readonly<Record<ReviewState, Message>> = {
  open: { zh: '待定', en: 'open' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  dismissed: { zh: '已驳回', en: 'dismissed' },
  switched_off: { zh: '规则已停用', en: 'switched_off' },
};
