import type { Identity } from '../../model/forms/identities.ts';
import type { Change, Repair } from '../../model/report.ts';
import type { Facts } from '../rule.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';
import type { RankedSolution } from './rank-solutions.ts';
import { isTotalOnly } from './total-only.ts';

/** Repairs listed beside the likeliest. */
const MOST_ALTERNATIVES = 50;

const RULES: Readonly<Record<Identity['kind'], string>> = {
  'row-sum': 'T3-ROW-SUM',
  'result-sum': 'T3-RESULT-SUM',
  balance: 'T3-BALANCE',
  'dispute-sum': 'T4-SUM',
};

/** The changes of a solution, in printed order. An empty cell changes from null. */
export function changesOf({ solution }: RankedSolution, { sums }: Diagnosis): Change[] {
  return [...solution.to].flatMap(([place, to]) => {
    const edge = sums.network.edges[place];
    return edge ? [{ cell: edge.key, from: sums.empty[place] ? null : (sums.values[place] ?? 0), to }] : [];
  });
}

/** Whether a diagnosis has an answer worth showing. A table of totals only has none but that its details are not there. */
export function isAnswered(diagnosis: Diagnosis, facts: Facts): boolean {
  if (diagnosis.ranked.length === 0) return false;
  return diagnosis.only !== null || diagnosis.role !== 'requests' || !isTotalOnly(facts);
}

/**
 * The repair of a whole report: the likeliest of the smallest ones, the others that are as good, and the rules whose flags
 * it explains. Null where all sums hold, and where no part that is out of balance can be repaired.
 */
export function repairReport(facts: Facts): Repair | null {
  const answered = diagnose(facts).filter((diagnosis) => isAnswered(diagnosis, facts));
  if (answered.length === 0) return null;
  let all: Change[][] = [[]];
  for (const diagnosis of answered) {
    const options = diagnosis.only ? [diagnosis.only] : diagnosis.ranked;
    all = options
      .flatMap((option) => all.map((changes) => [...changes, ...changesOf(option, diagnosis)]))
      .slice(0, 1 + MOST_ALTERNATIVES);
  }
  const [changes = [], ...alternatives] = all;
  const explains = new Set(answered.flatMap(({ failing }) => failing.map(({ kind }) => RULES[kind])));
  return { changes, unique: answered.every(({ only }) => only !== null), alternatives, explains: [...explains] };
}
