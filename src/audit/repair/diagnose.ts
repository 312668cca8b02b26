import type { TableRole } from '../../model/forms/form.ts';
import type { Identity } from '../../model/forms/identities.ts';
import type { Facts } from '../rule.ts';
import { judgeSum } from '../sums.ts';
import { findRepairs, type RepairSearch } from './find-repairs.ts';
import { type PrintedSums, readPrintedSums } from './printed-sums.ts';
import { type RankedSolution, rankSolutions } from './rank-solutions.ts';
import { sumNetworksOf } from './sum-network.ts';

/** What is known of a table, or a part of one, whose sums don't hold. */
export interface Diagnosis {
  readonly role: TableRole;
  readonly sums: PrintedSums;
  readonly search: RepairSearch;
  /** The smallest repairs, the likeliest first. */
  readonly ranked: readonly RankedSolution[];
  /** The repair that stands alone: no other is as small, or none nearly as likely. */
  readonly only: RankedSolution | null;
  /** The equalities that fail as printed. */
  readonly failing: readonly Identity[];
}

/**
 * By how much one repair must be likelier than the next to stand alone: two cells whose numbers of three and more digits
 * are each one digit off, against two that are off by no known slip. Set by trial with slips whose truth is known: no
 * repair that stood alone by this was the wrong one, while from 3 downwards some were.
 */
const CLEARLY = 4;

const KNOWN = new WeakMap<Facts, readonly Diagnosis[]>();

/** The diagnoses of a report, table 3 before table 4; none where all sums hold. Worked out once for a report. */
export function diagnose(facts: Facts): readonly Diagnosis[] {
  const known = KNOWN.get(facts) ?? [...diagnoseTable('requests', facts), ...diagnoseTable('disputes', facts)];
  KNOWN.set(facts, known);
  return known;
}

function diagnoseTable(role: TableRole, facts: Facts): Diagnosis[] {
  const edition = facts.report.editions[role];
  if (edition === null) return [];
  return sumNetworksOf(edition, role).flatMap((network) => {
    const sums = readPrintedSums(network, role, facts);
    if (sums === null) return [];
    const search = findRepairs(sums);
    const ranked = rankSolutions(search.solutions, sums);
    const failing = network.identities.filter(
      (identity) => judgeSum(identity, facts, () => ({ zh: '', en: '' })).outcome === 'flagged',
    );
    return [{ role, sums, search, ranked, only: standsAlone(ranked, search), failing }];
  });
}

function standsAlone([first, second]: readonly RankedSolution[], { complete }: RepairSearch): RankedSolution | null {
  if (!first || !complete) return null;
  return !second || second.cost - first.cost >= CLEARLY ? first : null;
}
