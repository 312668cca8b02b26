import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/audit/rule.ts';
import { FORM_RULES } from '../../src/audit/rules/form-rules.ts';
import { RULES } from '../../src/audit/rules/index.ts';
import { runRule } from '../../src/audit/run-rules.ts';
import type { Flag } from '../../src/model/report.ts';
import { consistentReport } from '../audit/consistent-reports.ts';

const rules = [...new Set([...RULES, ...FORM_RULES])];
/** So few reports need not be judged by every rule. */
const FEW = 50;

/** Consistent reports, half of each edition, raise no alarm though the rules judge them. */
export function holdNoFalseAlarm(seeds: readonly number[]): void {
  describe('consistent reports', () => {
    const alarms: string[] = [];
    const judged = new Set<string>();
    for (const seed of seeds) {
      const reading = consistentReport(seed);
      for (const rule of rules) {
        const flags: Flag[] = [];
        const { passed } = runRule(rule, reading as Facts, flags);
        if (passed > 0) judged.add(rule.code);
        const alarming = flags.filter(({ severity }) => severity !== 'info');
        alarms.push(...alarming.map(({ message }) => `seed ${seed}, ${rule.code}: ${message.zh}`));
      }
    }

    it(`raise no error and no warning in ${seeds.length}`, () => {
      expect(alarms).toEqual([]);
    });

    if (seeds.length > FEW) {
      it('are judged by every rule but those of sentences that they lack and of cells that are missing', () => {
        const idle = rules.map(({ code }) => code).filter((code) => !judged.has(code));
        expect(idle.filter((code) => !code.startsWith('TXT-') && code !== 'T3-BOUND')).toEqual([]);
      });
    }
  });
}
