import { describe, expect, it } from 'vitest';
import type { Facts, Rule } from '../../src/audit/rule.ts';
import { type RuleOutcome, runRule } from '../../src/audit/run-rules.ts';
import type { Flag, Severity } from '../../src/model/report.ts';
import { buildReading, type ReadingParts } from './build-reading.ts';

type Outcome = 'passed' | 'flagged' | 'notApplicable' | 'couldNotRun';

/** One report laid before one rule. `flagged` cases say what the flags hold; the others must raise none. */
export interface RuleCase extends ReadingParts {
  readonly name: string;
  readonly outcome: Outcome;
  /** The cells of each flag. */
  readonly flags?: readonly (readonly string[])[];
  readonly severity?: Severity;
  /** Parts of the Chinese message of the first flag, or of the first reason. */
  readonly says?: readonly string[];
  readonly observed?: Flag['observed'];
  readonly expected?: Flag['expected'];
}

export function runOn(rule: Rule, parts: ReadingParts): { flags: Flag[]; outcome: RuleOutcome } {
  const reading = buildReading(parts);
  const flags: Flag[] = [];
  const outcome = runRule(rule, reading as Facts, flags);
  return { flags, outcome };
}

/** Runs the cases of a rule; together they must show it passing, flagging and, unless it always can judge, standing aside. */
export function judgeCases(rule: Rule, cases: readonly RuleCase[], { alwaysJudges = false } = {}): void {
  describe(rule.code, () => {
    it.each(cases)('$outcome: $name', (parts) => {
      const { flags, outcome } = runOn(rule, parts);
      expect(outcome[parts.outcome]).toBeGreaterThan(0);
      expect(flags.length > 0).toBe(parts.outcome === 'flagged');
      if (parts.outcome !== 'couldNotRun') expect(outcome.reasons).toEqual([]);
      if (parts.flags) expect(flags.map(({ cells }) => cells)).toEqual(parts.flags);
      if (parts.severity) expect(flags.map(({ severity }) => severity)).toEqual(flags.map(() => parts.severity));
      if (parts.observed !== undefined) expect(flags[0]?.observed).toBe(parts.observed);
      if (parts.expected !== undefined) expect(flags[0]?.expected).toBe(parts.expected);
      const message = flags[0]?.message ?? outcome.reasons[0];
      for (const words of parts.says ?? []) expect(message?.zh).toContain(words);
      expect(message?.en).not.toBe('');
    });

    it('has cases that pass, that are flagged and that stand aside', () => {
      const outcomes = new Set(cases.map(({ outcome }) => outcome));
      expect(outcomes).toContain('passed');
      expect(outcomes).toContain('flagged');
      expect(outcomes.has('notApplicable') || outcomes.has('couldNotRun')).toBe(!alwaysJudges);
    });
  });
}
