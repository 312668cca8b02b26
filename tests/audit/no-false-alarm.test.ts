import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/audit/rule.ts';
import { FORM_RULES } from '../../src/audit/rules/form-rules.ts';
import { RULES } from '../../src/audit/rules/index.ts';
import { runRule } from '../../src/audit/run-rules.ts';
import type { Flag } from '../../src/report.ts';
import { consistentReport } from './consistent-reports.ts';

/** Half of each edition. */
const REPORTS = 2_000;
const rules = [...new Set([...RULES, ...FORM_RULES])];

describe('consistent reports', () => {
  const alarms: string[] = [];
  const judged = new Set<string>();
  for (let seed = 1; seed <= REPORTS; seed += 1) {
    const reading = consistentReport(seed);
    for (const rule of rules) {
      const flags: Flag[] = [];
      const { passed } = runRule(rule, reading as Facts, flags);
      if (passed > 0) judged.add(rule.code);
      const alarming = flags.filter(({ severity }) => severity !== 'info');
      alarms.push(...alarming.map(({ message }) => `seed ${seed}, ${rule.code}: ${message.zh}`));
    }
  }

  it(`raise no error and no warning in ${REPORTS}`, () => {
    expect(alarms).toEqual([]);
  });

  it('are judged by every rule but those of sentences that they lack and of cells that are missing', () => {
    const idle = rules.map(({ code }) => code).filter((code) => !judged.has(code));
    expect(idle.filter((code) => !code.startsWith('TXT-') && code !== 'T3-BOUND')).toEqual([]);
  });
});
