import type { ReviewState } from '../../../db/schema.ts';
import type { FigureStatus, Message, Severity } from '../../model/report.ts';

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

export const STATUS_NAMES: Readonly<Record<FigureStatus, Message>> = {
  reported: { zh: '有数', en: 'with a number' },
  inferred: { zh: '推定', en: 'worked out' },
  blank: { zh: '空白', en: 'blank' },
  dash: { zh: '横线', en: 'a dash' },
  not_applicable: { zh: '不适用', en: 'not applicable' },
  unreadable: { zh: '无法辨认', en: 'unreadable' },
  missing: { zh: '缺失', en: 'missing' },
};
