import type { Flag } from '../../model/report.ts';
import { besideDoubts } from '../doubted.ts';
import { type AuditResult, runRule } from '../run-rules.ts';
import type { Companions, StoredReport } from './companions.ts';
import { besideCompanions } from './cross-rule.ts';
import { CROSS_RULES } from './rules/index.ts';

/** Audits one report beside its companions with every cross rule. Pure: the same reports always give the same result. */
export function auditBeside(report: StoredReport, companions: Companions): AuditResult {
  const flags: Flag[] = [];
  const outcomes = CROSS_RULES.map((rule) => runRule(besideCompanions(rule, report, companions), report, flags));
  return { flags: besideDoubts(flags, report.doubts), outcomes };
}
