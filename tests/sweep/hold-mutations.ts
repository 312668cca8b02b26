import { beforeAll, describe, expect, it } from 'vitest';
import { describeEdit, type MutationOutcome, mutationTable, readMutations, sampleDocuments } from './read-mutations.ts';

/** Failure messages stay readable. */
const SHOWN = 25;

/**
 * One cell of a table of a sample is lost, stands twice, is moved or merged: each figure is what it was, or doubted, or missing.
 * Exchanged figures that leave the table in its shape are another matter: no reader can see them, the sums may.
 *
 * @param step makes every so many-th edit, beginning with the one at `from`
 */
export function holdMutations(step: number, from: number): void {
  describe(`single edits of the tables of all samples, one of ${step} from ${from}`, () => {
    let outcome: MutationOutcome = { edits: {}, silent: [] };

    beforeAll(async () => {
      outcome = readMutations(await sampleDocuments('samples'), step, from);
      console.info(mutationTable(outcome));
    });

    it('are made', () => {
      expect(Math.min(...Object.values(outcome.edits))).toBeGreaterThan(0);
    });

    it.each([
      ['wrong', false],
      ['blank', true],
    ])('leave no figure %s in silence', (_, isBlank) => {
      const found = outcome.silent.filter((one) => one.isBlank === isBlank);
      expect(found.length, found.slice(0, SHOWN).map(describeEdit).join('\n')).toBe(0);
    });
  });
}
