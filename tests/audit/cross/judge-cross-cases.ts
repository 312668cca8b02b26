import { describe, expect, it } from 'vitest';
import { type Body, type Companions, NO_COMPANIONS, type StoredReport } from '../../../src/audit/cross/companions.ts';
import { besideCompanions, type CrossRule } from '../../../src/audit/cross/cross-rule.ts';
import type { Facts } from '../../../src/audit/rule.ts';
import { runRule } from '../../../src/audit/run-rules.ts';
import type { Flag, Severity } from '../../../src/model/report.ts';
import { bodyKind } from '../../../src/model/text/body-kind.ts';
import { buildReading, type ReadingParts } from '../build-reading.ts';

/** A report of the corpus in a test: the parts of its reading, and whose it is. */
export interface StoredReportParts extends ReadingParts {
  readonly agency?: string;
  readonly regionCode?: string | null;
  readonly year?: number;
  readonly flags?: StoredReport['flags'];
  readonly repair?: StoredReport['repair'];
  readonly place?: string | null;
}

export const buildBody = (name: string, regionCode: string | null = null): Body => ({
  ...bodyKind(name),
  name,
  regionCode,
});

/** A report with nothing wrong in it, but for what the parts say. */
export function buildStoredReport(parts: StoredReportParts = {}): StoredReport {
  const { agency = '绍兴市财政局', regionCode = null, flags = [], repair = null, place = null } = parts;
  const year = parts.year ?? (parts.edition === '2019' ? 2020 : 2022);
  const reading = buildReading({ ...parts, report: { agency, year, ...parts.report } });
  return { ...(reading as Facts), body: buildBody(agency, regionCode), year, flags, repair, place };
}

/** One report laid before one cross rule, beside its companions. */
export interface CrossCase extends StoredReportParts {
  readonly name: string;
  readonly outcome: 'passed' | 'flagged' | 'notApplicable' | 'couldNotRun';
  /** Last year's report, of the same body and edition unless it says otherwise. */
  readonly lastYear?: StoredReportParts;
  readonly beside?: Partial<Companions>;
  /** The cells of the first flag. */
  readonly flagged?: readonly string[];
  readonly severity?: Severity;
  readonly says?: readonly string[];
  readonly observed?: Flag['observed'];
  readonly expected?: Flag['expected'];
}

function companionsOf({ lastYear, beside, agency, edition }: CrossCase, { year }: StoredReport): Companions {
  const inherited = { ...(agency && { agency }), ...(edition && { edition }), year: year - 1 };
  const earlier = lastYear ? [buildStoredReport({ ...inherited, ...lastYear })] : [];
  return { ...NO_COMPANIONS, earlier, ...beside };
}

/** Runs the cases of a cross rule; together they must show it passing, flagging and standing aside. */
export function judgeCrossCases(rule: CrossRule, cases: readonly CrossCase[]): void {
  describe(rule.code, () => {
    it.each(cases)('$outcome: $name', (parts) => {
      const report = buildStoredReport(parts);
      const flags: Flag[] = [];
      const outcome = runRule(besideCompanions(rule, report, companionsOf(parts, report)), report, flags);
      expect(outcome[parts.outcome], JSON.stringify(outcome)).toBeGreaterThan(0);
      expect(flags.length > 0).toBe(parts.outcome === 'flagged');
      if (parts.outcome !== 'couldNotRun') expect(outcome.reasons).toEqual([]);
      const [first] = flags;
      if (parts.flagged) expect(first?.cells).toEqual(parts.flagged);
      if (parts.severity) expect(first?.severity).toBe(parts.severity);
      if (parts.observed !== undefined) expect(first?.observed).toBe(parts.observed);
      if (parts.expected !== undefined) expect(first?.expected).toBe(parts.expected);
      const message = first?.message ?? outcome.reasons[0];
      for (const words of parts.says ?? []) expect(message?.zh).toContain(words);
      expect(message?.en).not.toBe('');
    });

    it('has cases that pass, that are flagged and that stand aside', () => {
      const outcomes = new Set(cases.map(({ outcome }) => outcome));
      expect(outcomes).toContain('passed');
      expect(outcomes).toContain('flagged');
      expect(outcomes.has('notApplicable') || outcomes.has('couldNotRun')).toBe(true);
    });
  });
}
