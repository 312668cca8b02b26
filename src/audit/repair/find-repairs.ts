import { findSmallestEdits, type SearchOutcome } from '../../model/forms/smallest-edits.ts';
import {
  gainOfJoining,
  gainOfUndoing,
  MOST_BY_CELL,
  type SlipGain,
  touchesUnbalanced,
  unbalancedParts,
} from './edit-gain.ts';
import { possibleSlips } from './possible-slips.ts';
import { isCount, joinParts, type PrintedSums, residualsByPart } from './printed-sums.ts';
import type { Slip } from './slip.ts';
import { solveAmounts } from './solve-amounts.ts';

/** One way to make the sums hold. */
export interface Solution {
  /** What the changed cells would hold, by the place of the edge. */
  readonly to: ReadonlyMap<number, number>;
  /** Cells changed one by one. */
  readonly single: readonly number[];
  /** Slips undone, each several cells at once. */
  readonly slips: readonly Slip[];
}

export interface RepairSearch extends SearchOutcome {
  /** Every solution of the fewest edits; none where more than `MOST_EDITS` are needed, or the search was cut short. */
  readonly solutions: readonly Solution[];
}

/** Above this number of edits a repair is a guess. */
export const MOST_EDITS = 6;
/** So many solutions are no answer; the search ends. */
const MOST_SOLUTIONS = 200;
/** Bounds the time that a table takes, in sets of edits that are looked at: some tens of milliseconds. */
export const MOST_STEPS = 1_500;

interface State {
  readonly parts: Int16Array;
  /** By node, with the slips undone so far. */
  readonly residuals: Float64Array;
  readonly single: readonly number[];
  readonly slips: readonly Slip[];
}

/**
 * Finds all the smallest sets of edits (cells changed, slips undone) that make the sums of a network hold with whole numbers
 * of at least 0. Of the parts of the network that are out of balance, at least one edit must touch each; the search branches on
 * the one with the fewest possible edits. An edit below the number of cells changes that cell, one above it undoes a slip.
 */
export function findRepairs(sums: PrintedSums, mostSteps = MOST_STEPS): RepairSearch {
  const { edges, ground } = sums.network;
  const cells = edges.length;
  const slips = possibleSlips(sums);
  /** Cells that stand for nothing, or that an edit on the way here changes. */
  const taken = sums.free.slice();
  const found = new Map<string, Solution>();

  /** The edits that can help the part that is hardest to help, and after which the rest can still be balanced. */
  function branch({ parts, residuals }: State, left: number, excluded: Uint8Array): readonly number[] | null {
    const byPart = residualsByPart(residuals, parts);
    const unbalanced = unbalancedParts(byPart);
    if (unbalanced.length === 0) return null;
    if (left === 0) return [];
    const lists = new Map<number, number[]>(unbalanced.map((part) => [part, []]));
    const helping: { readonly edit: number; readonly by: SlipGain }[] = [];
    let most = MOST_BY_CELL;
    for (const [id, slip] of slips.entries()) {
      if (excluded[cells + id] || !touchesUnbalanced(slip, parts, byPart) || !isFree(slip)) continue;
      const by = gainOfUndoing(slip, parts, byPart);
      helping.push({ edit: cells + id, by });
      most = Math.max(most, by.touched.length);
    }
    const tooFew = (gain: number) => unbalanced.length - gain > most * (left - 1);
    for (const { edit, by } of helping) {
      // What breaks more than it balances is not taken for a slip.
      if (by.gain < 0 || tooFew(by.gain)) continue;
      for (const part of by.touched) lists.get(part)?.push(edit);
    }
    const grounded = parts[ground] ?? ground;
    for (const [place, { plus, minus }] of edges.entries()) {
      const [one = 0, other = 0] = [parts[plus] ?? 0, parts[minus] ?? 0];
      if (taken[place] || excluded[place] || one === other) continue;
      if (tooFew(gainOfJoining(byPart, one, other, grounded))) continue;
      lists.get(one)?.push(place);
      lists.get(other)?.push(place);
    }
    return [...lists.values()].reduce((fewest, list) => (list.length < fewest.length ? list : fewest));
  }

  function changeCell(place: number, state: State): State {
    const edge = edges[place];
    const parts = state.parts.slice();
    if (edge) joinParts(parts, edge.plus, edge.minus);
    taken[place] = true;
    return { ...state, parts, single: [...state.single, place] };
  }

  function undoSlip(slip: Slip, state: State): State {
    const residuals = state.residuals.slice();
    for (const { node, change } of slip.effect) residuals[node] = (residuals[node] ?? 0) + change;
    for (const place of slip.to.keys()) taken[place] = true;
    return { ...state, residuals, slips: [...state.slips, slip] };
  }

  function revert(edit: number): void {
    for (const place of slips[edit - cells]?.to.keys() ?? [edit]) taken[place] = false;
  }

  function isFree(slip: Slip): boolean {
    for (const place of slip.to.keys()) if (taken[place]) return false;
    return true;
  }

  function keep({ residuals, single, slips: undone }: State): number {
    const changes = solveAmounts(single, residuals, sums);
    if (changes === null) return found.size;
    const to = new Map([...undone.flatMap((slip) => [...slip.to]), ...changes].sort(([one], [other]) => one - other));
    const name = [...to].map(([place, value]) => `${place}=${value}`).join();
    const known = found.get(name);
    if (!known || known.slips.length < undone.length) found.set(name, { to, single, slips: undone });
    return found.size;
  }

  // A cell that holds what can't be a count is in every repair.
  const impossible = edges.flatMap((_, place) => (isCount(sums.values[place] ?? 0) ? [] : [place]));
  const { parts, residuals } = sums;
  const start = impossible.reduce<State>((state, place) => changeCell(place, state), {
    ...{ parts, residuals, single: [], slips: [] },
  });
  const outcome = findSmallestEdits<State>(
    {
      edits: cells + slips.length,
      start,
      branch,
      apply: (edit, state) => {
        const slip = slips[edit - cells];
        return slip ? undoSlip(slip, state) : changeCell(edit, state);
      },
      revert,
      keep,
    },
    {
      least: impossible.length > 0 ? 0 : 1,
      most: MOST_EDITS - impossible.length,
      steps: mostSteps,
      solutions: MOST_SOLUTIONS,
    },
  );
  return { ...outcome, edits: outcome.edits + impossible.length, solutions: [...found.values()] };
}
