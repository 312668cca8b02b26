import { isZero } from '../../model/forms/arithmetic.ts';
import type { Slip } from './slip.ts';

/** What an edit does for the parts of a network that are out of balance; `residuals` holds the residual of each part. */

export function unbalancedParts(residuals: Float64Array): number[] {
  const unbalanced: number[] = [];
  for (const [part, residual] of residuals.entries()) if (!isZero(residual)) unbalanced.push(part);
  return unbalanced;
}

/** How many parts a cell joins, and so balances at most. */
export const MOST_BY_CELL = 2;

/** How many fewer parts are out of balance when two of them are joined. */
export function gainOfJoining(residuals: Float64Array, one: number, other: number, ground: number): number {
  const [a, b] = [residuals[one] ?? 0, residuals[other] ?? 0];
  const before = (isZero(a) ? 0 : 1) + (isZero(b) ? 0 : 1);
  return one === ground || other === ground || isZero(a + b) ? before : before - 1;
}

/** What undoing a slip does for the parts that are out of balance. */
export interface SlipGain {
  /** The unbalanced parts that the slip touches. */
  readonly touched: readonly number[];
  /** How many fewer parts are out of balance once it is undone; negative where it breaks more than it balances. */
  readonly gain: number;
}

export function touchesUnbalanced({ effect }: Slip, parts: Int16Array, residuals: Float64Array): boolean {
  for (const { node } of effect) if (!isZero(residuals[parts[node] ?? 0] ?? 0)) return true;
  return false;
}

export function gainOfUndoing({ effect }: Slip, parts: Int16Array, residuals: Float64Array): SlipGain {
  const grounded = parts[parts.length - 1];
  const changes = new Map<number, number>();
  for (const { node, change } of effect) {
    const part = parts[node] ?? 0;
    if (part !== grounded) changes.set(part, (changes.get(part) ?? 0) + change);
  }
  const touched: number[] = [];
  let gain = 0;
  for (const [part, change] of changes) {
    const before = residuals[part] ?? 0;
    if (isZero(change)) continue;
    if (isZero(before)) gain -= 1;
    else {
      touched.push(part);
      if (isZero(before + change)) gain += 1;
    }
  }
  return { touched, gain };
}
