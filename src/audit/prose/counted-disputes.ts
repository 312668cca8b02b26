import { figureKey } from '../../model/forms/variables.ts';
import { both, type Counted } from './custom.ts';
import type { Sense } from './senses.ts';

const PROCEDURES: readonly Sense[] = ['review', 'direct_suit', 'suit_after_review'];
const OUTCOMES: Partial<Record<Sense, string>> = {
  upheld: 'upheld',
  corrected: 'corrected',
  other_result: 'other',
  pending: 'pending',
};

/** What a phrase on disputes counts. `topic`: the procedures the sentence named before, whose outcomes these are. */
export function countedDisputes(senses: ReadonlySet<Sense>, topic: ReadonlySet<Sense>): Counted | null {
  const outcomes = Object.entries(OUTCOMES)
    .filter(([sense]) => senses.has(sense as Sense))
    .map(([, column]) => column);
  const named = (among: ReadonlySet<Sense>) =>
    PROCEDURES.filter(
      (procedure) =>
        among.has(procedure) ||
        (procedure !== 'review' && among.has('suit') && !among.has('direct_suit') && !among.has('suit_after_review')),
    );
  const own = named(senses);
  const procedures = own.length > 0 ? own : named(topic);
  if (procedures.length === 0) return null;
  const columns = senses.has('closed') ? ['upheld', 'corrected', 'other'] : outcomes.length > 0 ? outcomes : ['total'];
  const plus = procedures.flatMap((procedure) => columns.map((column) => figureKey('disputes', procedure, column)));
  return {
    family: 'disputes',
    id: `disputes:${plus.join('+')}`,
    customs: [{ name: both('第四表所列', 'table 4'), plus, minus: [] }],
  };
}
