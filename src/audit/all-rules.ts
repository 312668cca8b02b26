import { CROSS_RULES } from './cross/rules/index.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules/index.ts';

/** What a rule says of itself, whether it judges one report or one beside others. */
export type RuleText = Omit<Rule, 'subjects' | 'check' | 'gather'>;

/** Every rule of the audit: those of one report, then those that judge it beside others. */
export const ALL_RULES: readonly RuleText[] = [...RULES, ...CROSS_RULES];

/** The rule with a code, in any case, or undefined. */
export const anyRuleOf = (code: string): RuleText | undefined =>
  ALL_RULES.find((rule) => rule.code === code.toUpperCase());
