import { numberIn } from '../../model/report.ts';
import { blockedBy } from '../numbers.ts';
import type { Facts, Judgement } from '../rule.ts';

/** Judges cells that count for 0 where they are empty; could not run when one is missing or unreadable. */
export function judgeNumbersOrZero(
  keys: readonly string[],
  facts: Facts,
  judge: (numbers: readonly number[]) => Judgement,
): Judgement {
  const numbers = keys.map((key) => numberIn(facts.figures[key]) ?? 0);
  return numbers.some((number) => Number.isNaN(number)) ? blockedBy(keys, facts) : judge(numbers);
}
