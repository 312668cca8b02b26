import type { Judgement, Rule } from '../rule.ts';
import type { Companions, StoredReport } from './companions.ts';

/**
 * A rule that judges a report beside others. It is declared like any rule and judges as purely; what it may look at beside
 * the report is handed to it. What it flags is always the report itself, never one of its companions.
 */
export interface CrossRule<Subject = unknown> extends Omit<Rule<Subject>, 'subjects' | 'check'> {
  readonly compares: readonly (keyof Companions)[];
  /** The things to judge; none where what the rule compares with is not held. */
  subjects(report: StoredReport, companions: Companions): readonly Subject[];
  check(subject: Subject, report: StoredReport, companions: Companions): Judgement;
}

/** The rule as one of a single report, its companions given. */
export const besideCompanions = (rule: CrossRule, report: StoredReport, companions: Companions): Rule => ({
  ...rule,
  subjects: () => rule.subjects(report, companions),
  check: (subject) => rule.check(subject, report, companions),
});
