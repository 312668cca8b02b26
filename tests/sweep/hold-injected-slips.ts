import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/audit/repair/diagnose.ts';
import { MOST_EDITS } from '../../src/audit/repair/find-repairs.ts';
import { repairReport } from '../../src/audit/repair/repair-report.ts';
import { RULES } from '../../src/audit/rules/index.ts';
import { REPAIR_RULES } from '../../src/audit/rules/repair-rules.ts';
import { runRule } from '../../src/audit/run-rules.ts';
import type { Change, Flag } from '../../src/model/report.ts';
import { SLIPS, type SlipInjector } from '../audit/repair/inject-slips.ts';
import { type SlippedTable, slippedTables } from '../audit/repair/slip-table.ts';

const SUMS = RULES.filter(({ code }) => ['T3-ROW-SUM', 'T3-RESULT-SUM', 'T3-BALANCE', 'T3-TOTAL-BLANK'].includes(code));

const slip = (kind: string): SlipInjector => {
  const found = SLIPS.find((one) => one.kind === kind);
  if (!found) throw new Error(`no slip of the kind ${kind}`);
  return found;
};

interface Tally {
  tables: number;
  /** The truth is the only answer. */
  told: number;
  /** Another is. */
  misled: number;
  /** Several answers, the truth among them. */
  among: number;
  /** Several answers without the truth, or none. */
  lost: number;
  steps: number[];
}

const named = (changes: readonly Change[]): string => changes.map(({ cell, to }) => `${cell}=${to}`).join();

function tally(tables: readonly SlippedTable[]): Tally {
  const sum: Tally = { tables: tables.length, told: 0, misled: 0, among: 0, lost: 0, steps: [] };
  for (const { facts, wrong } of tables) {
    const repair = repairReport(facts);
    const [diagnosis] = diagnose(facts);
    // Two slips may undo each other as far as any sum can see.
    if (!diagnosis) {
      sum.tables -= 1;
      continue;
    }
    sum.steps.push(diagnosis.search.steps);
    const answers = repair ? [repair.changes, ...repair.alternatives].map(named) : [];
    const right = answers.includes(wrong.join());
    if (repair?.unique) sum[right ? 'told' : 'misled'] += 1;
    else sum[right ? 'among' : 'lost'] += 1;
  }
  return sum;
}

const flagsOf = ({ facts }: SlippedTable): Flag[] => {
  const flags: Flag[] = [];
  for (const rule of [...SUMS, ...REPAIR_RULES]) runRule(rule, facts, flags);
  return flags;
};

/** Where sums may tell nothing apart: two exchanges that differ by the same amount in the same two columns or rows. */
const MAY_TIE = ['digits split over two cells', 'one column off', 'one row off', 'neighbours exchanged'];

/** How slips whose truth is known are found and undone: so many of each kind, half of them in each edition. */
export function holdInjectedSlips(ofEach: number): void {
  describe('one slip in a table', () => {
    const byKind = SLIPS.map((kind) => [kind.kind, slippedTables(ofEach, () => [kind])] as const);

    it.each(byKind)('%s: is always found, and the wrong cell named', (_, tables) => {
      expect(tables).toHaveLength(ofEach);
      for (const table of tables) {
        const flagged = new Set(flagsOf(table).flatMap(({ cells }) => cells));
        for (const wrong of table.wrong) expect(flagged).toContain(wrong.split('=')[0]);
      }
    });

    it.each(byKind)(
      '%s: is undone, or its undoing is among the answers; never another in its place',
      (kind, tables) => {
        const { told, misled, among, lost } = tally(tables);
        expect({ misled, lost }).toEqual({ misled: 0, lost: 0 });
        if (MAY_TIE.includes(kind)) expect(told).toBeGreaterThan(0.62 * ofEach);
        else expect({ told, among }).toEqual({ told: ofEach, among: 0 });
      },
    );

    it('is undone as the only answer in more than 96 of 100', () => {
      const { told, tables } = tally(byKind.flatMap(([, some]) => some));
      expect(told / tables).toBeGreaterThan(0.96);
    });

    it('takes few steps', () => {
      const { steps } = tally(byKind.flatMap(([, some]) => some));
      expect(Math.max(...steps)).toBeLessThanOrEqual(30);
    });
  });

  describe('two slips in a table', () => {
    const digit = slip('digit wrong, any cell');
    const digits = slippedTables(3 * ofEach, () => [digit, digit]);
    const any = slippedTables(3 * ofEach, (rng) => [rng.pick(SLIPS), rng.pick(SLIPS)]);

    it('of a digit at random: both undone as the only answer in at least 99 of 100', () => {
      const { told, misled, lost, tables } = tally(digits);
      expect(told / tables).toBeGreaterThanOrEqual(0.99);
      expect({ misled, lost }).toEqual({ misled: 0, lost: 0 });
    });

    it('of any two kinds: undone, or among the answers, but for a few in a thousand that look like fewer slips', () => {
      const { told, misled, among, lost, tables } = tally(any);
      expect((told + among) / tables).toBeGreaterThan(0.99);
      expect(told / tables).toBeGreaterThan(0.9);
      expect((misled + lost) / tables).toBeLessThan(0.008);
    });

    it('are always found', () => {
      for (const table of [...digits, ...any]) {
        if (diagnose(table.facts).length === 0) continue;
        expect(flagsOf(table).some(({ severity }) => severity !== 'info')).toBe(true);
      }
    });
  });

  describe('any slips', () => {
    const tables = slippedTables(2 * ofEach, (rng) => Array.from({ length: rng.int(1, 4) }, () => rng.pick(SLIPS)));

    it('are never answered with more edits than were made, nor with changes that leave a sum failing', () => {
      for (const { facts, network, printed, truth } of tables) {
        const [diagnosis] = diagnose(facts);
        for (const { solution } of diagnosis?.ranked ?? []) {
          const values = new Map(network.edges.map(({ key }, at) => [key, solution.to.get(at) ?? printed[at] ?? 0]));
          const sum = (keys: readonly string[]) => keys.reduce((all, key) => all + (values.get(key) ?? Number.NaN), 0);
          // An empty total is whatever its parts add up to.
          if (printed.includes(null)) continue;
          for (const { left, right } of network.identities) expect(sum(left)).toBe(sum(right));
          for (const [, to] of solution.to) expect(Number.isInteger(to) && to >= 0).toBe(true);
        }
        const wrong = truth.filter((value, place) => value !== (printed[place] ?? 0)).length;
        if (diagnosis?.search.complete)
          expect(diagnosis.search.edits).toBeLessThanOrEqual(Math.max(1, Math.min(wrong, MOST_EDITS)));
      }
    });
  });
}
