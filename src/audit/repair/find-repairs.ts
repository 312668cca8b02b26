import { groupsAmiss, type Help, healedByJoining, helpOf, MOST_BY_CELL, touchesAmiss } from './healing.ts';
import { possibleSlips } from './possible-slips.ts';
import { amissByGroup, isCount, joinGroups, type PrintedSums } from './printed-sums.ts';
import { settle } from './settle.ts';
import type { Slip } from './slip.ts';

/** One way to make the sums hold. */
export interface Solution {
  /** What the changed cells would hold, by the place of the edge. */
  readonly to: ReadonlyMap<number, number>;
  /** Cells changed one by one. */
  readonly single: readonly number[];
  /** Slips undone, each several cells at once. */
  readonly slips: readonly Slip[];
}

export interface Search {
  /** Every solution of the fewest edits; none where more than `MOST_EDITS` are needed, or the search was cut short. */
  readonly solutions: readonly Solution[];
  /** Edits of each solution, or of the largest sets that were tried. */
  readonly edits: number;
  /** Sets of cells that were looked at. */
  readonly steps: number;
  /** False where the search was cut short, so that there may be solutions it did not see. */
  readonly complete: boolean;
}

/** Above this number of edits a repair is a guess. */
export const MOST_EDITS = 6;
/** So many solutions are no answer; the search ends. */
const MOST_SOLUTIONS = 200;
/** Bounds the time that a table takes. */
export const MOST_STEPS = 1_500;

interface State {
  readonly groups: Int16Array;
  /** By node, with the slips undone so far. */
  readonly amiss: Float64Array;
  readonly single: readonly number[];
  readonly slips: readonly Slip[];
}

/** An edit: the place of a cell, or a slip by its place in the list. */
type Edit = { readonly cell: number } | { readonly slip: number };

/**
 * Finds all the smallest sets of edits (cells changed, slips undone) that make the sums of a network hold with whole
 * numbers of at least 0: Fellegi and Holt's principle, exact by branching. Of the parts of the network that are amiss, at
 * least one edit must touch each; the one with the fewest possible edits is branched on, and the number of edits allowed
 * grows one by one.
 */
export function findRepairs(sums: PrintedSums, mostSteps = MOST_STEPS): Search {
  const { edges, ground } = sums.network;
  const slips = possibleSlips(sums);
  /** Cells that stand for nothing, or that an edit on the way here changes. */
  const taken = sums.free.slice();
  /** Edits whose sets were all found in an earlier branch. */
  const donePlaces = edges.map(() => false);
  const doneSlips = slips.map(() => false);
  const found = new Map<string, Solution>();
  let steps = 0;
  const isOver = () => steps >= mostSteps || found.size >= MOST_SOLUTIONS;

  function visit(state: State, left: number): void {
    if (isOver()) return;
    steps += 1;
    const byGroup = amissByGroup(state.amiss, state.groups);
    const failing = groupsAmiss(byGroup);
    if (failing.length === 0) keep(state);
    if (failing.length === 0 || left === 0) return;
    const edits = editsAt(state.groups, byGroup, failing, left);
    for (const edit of edits) {
      if ('cell' in edit) tryCell(edit.cell, state, left);
      else trySlip(edit.slip, state, left);
    }
    for (const edit of edits) {
      if ('cell' in edit) donePlaces[edit.cell] = false;
      else doneSlips[edit.slip] = false;
    }
  }

  function tryCell(place: number, state: State, left: number): void {
    const edge = edges[place];
    if (!edge) return;
    const groups = state.groups.slice();
    joinGroups(groups, edge.plus, edge.minus);
    taken[place] = true;
    visit({ ...state, groups, single: [...state.single, place] }, left - 1);
    taken[place] = false;
    donePlaces[place] = true;
  }

  function trySlip(id: number, state: State, left: number): void {
    const slip = slips[id];
    if (!slip) return;
    const amiss = state.amiss.slice();
    for (const { node, change } of slip.effect) amiss[node] = (amiss[node] ?? 0) + change;
    for (const place of slip.to.keys()) taken[place] = true;
    visit({ ...state, amiss, slips: [...state.slips, slip] }, left - 1);
    for (const place of slip.to.keys()) taken[place] = false;
    doneSlips[id] = true;
  }

  /** The edits that can help the part that is hardest to help, and after which the rest can still be settled. */
  function editsAt(
    groups: Int16Array,
    byGroup: Float64Array,
    failing: readonly number[],
    left: number,
  ): readonly Edit[] {
    const lists = new Map<number, Edit[]>(failing.map((group) => [group, []]));
    const helping: { readonly id: number; readonly help: Help }[] = [];
    let most = MOST_BY_CELL;
    for (const [id, slip] of slips.entries()) {
      if (doneSlips[id] || !touchesAmiss(slip, groups, byGroup) || !isFree(slip)) continue;
      const help = helpOf(slip, groups, byGroup);
      helping.push({ id, help });
      most = Math.max(most, help.touched.length);
    }
    const tooFew = (healed: number) => failing.length - healed > most * (left - 1);
    for (const { id, help } of helping) {
      // What breaks more than it heals is not taken for a slip.
      if (help.healed < 0 || tooFew(help.healed)) continue;
      for (const group of help.touched) lists.get(group)?.push({ slip: id });
    }
    for (const [place, { plus, minus }] of edges.entries()) {
      const [one = 0, other = 0] = [groups[plus] ?? 0, groups[minus] ?? 0];
      if (taken[place] || donePlaces[place] || one === other) continue;
      const grounded = groups[ground] ?? ground;
      if (tooFew(healedByJoining(byGroup, one, other, grounded))) continue;
      lists.get(one)?.push({ cell: place });
      lists.get(other)?.push({ cell: place });
    }
    return [...lists.values()].reduce((fewest, list) => (list.length < fewest.length ? list : fewest));
  }

  function isFree(slip: Slip): boolean {
    for (const place of slip.to.keys()) if (taken[place]) return false;
    return true;
  }

  function keep({ amiss, single, slips: undone }: State): void {
    const changes = settle(single, amiss, sums);
    if (changes === null) return;
    const to = new Map([...undone.flatMap((slip) => [...slip.to]), ...changes].sort(([one], [other]) => one - other));
    const name = [...to].map(([place, value]) => `${place}=${value}`).join();
    const known = found.get(name);
    if (!known || known.slips.length < undone.length) found.set(name, { to, single, slips: undone });
  }

  // A cell that holds what can't be a count is in every repair.
  const impossible = edges.flatMap((_, place) => (isCount(sums.values[place] ?? 0) ? [] : [place]));
  const groups = sums.groups.slice();
  for (const place of impossible) {
    const edge = edges[place];
    if (edge) joinGroups(groups, edge.plus, edge.minus);
    taken[place] = true;
  }
  for (let edits = Math.max(1, impossible.length); edits <= MOST_EDITS; edits += 1) {
    visit({ groups, amiss: sums.amiss, single: impossible, slips: [] }, edits - impossible.length);
    const complete = !isOver();
    if (found.size > 0 || !complete) return { solutions: [...found.values()], edits, steps, complete };
  }
  return { solutions: [], edits: MOST_EDITS, steps, complete: true };
}
