/**
 * The search for the smallest sets of edits that make sums hold: cells changed, slips undone, other readings taken, digits
 * split. Exact by branching (Fellegi and Holt 1976): where a sum is broken, at least one of the edits that touch it is made.
 */
interface EditProblem<State> {
  /** How many edits there are; an edit is a number below this. */
  readonly edits: number;
  readonly start: State;
  /**
   * Edits of which every solution from here has at least one, but for those that are excluded; null where the state is a
   * solution. None where it can't become one with `left` edits.
   */
  branch(state: State, left: number, excluded: Uint8Array): readonly number[] | null;
  apply(edit: number, state: State): State;
  /** Takes back what `apply` changed beside the state. */
  revert(edit: number): void;
  /** Keeps a solution and returns how many different ones there are so far. */
  keep(state: State): number;
}

interface SearchBounds {
  /** Numbers of edits to try, one after the other until one gives solutions. */
  readonly least: number;
  readonly most: number;
  /** States to look at. */
  readonly steps: number;
  /** So many solutions are no answer. */
  readonly solutions: number;
}

export interface SearchOutcome {
  /** Edits of each solution, or of the largest sets that were tried. */
  readonly edits: number;
  /** States that were looked at. */
  readonly steps: number;
  /** False where the search was cut short, so that there may be solutions it did not see. */
  readonly complete: boolean;
}

/** Hands every solution of the fewest edits to `keep`, each set of edits once. */
export function findSmallestEdits<State>(problem: EditProblem<State>, bounds: SearchBounds): SearchOutcome {
  /** Edits whose sets were all seen in an earlier branch. */
  const excluded = new Uint8Array(problem.edits);
  let steps = 0;
  let solutions = 0;
  const isOver = () => steps >= bounds.steps || solutions >= bounds.solutions;

  function visit(state: State, left: number): void {
    if (isOver()) return;
    steps += 1;
    const edits = problem.branch(state, left, excluded);
    if (edits === null) solutions = problem.keep(state);
    if (edits === null || left === 0) return;
    for (const edit of edits) {
      visit(problem.apply(edit, state), left - 1);
      problem.revert(edit);
      excluded[edit] = 1;
    }
    for (const edit of edits) excluded[edit] = 0;
  }

  for (let edits = bounds.least; edits <= bounds.most; edits += 1) {
    visit(problem.start, edits);
    const complete = !isOver();
    if (solutions > 0 || !complete) return { edits, steps, complete };
  }
  return { edits: bounds.most, steps, complete: true };
}
