import { expect, test } from 'vitest';
import { Committer } from '../../../crawlers/run/committer.ts';
import type { CommitResult, EntryOutcome } from '../../../src/model/crawl/frontier.ts';

const outcome = (id: number) => ({ entry: { id } }) as EntryOutcome;

test('visits that end while one is written share the next transaction, and each gets its own result', async () => {
  const batches: number[][] = [];
  const committer = new Committer({
    commit: async (outcomes) => {
      batches.push(outcomes.map(({ entry: frontierEntry }) => frontierEntry.id));
      await new Promise((resolve) => setImmediate(resolve));
      return outcomes.map(({ entry: frontierEntry }): CommitResult => ({ newPlaces: frontierEntry.id, hosts: [] }));
    },
  });
  const first = committer.commit(outcome(1));
  await new Promise((resolve) => queueMicrotask(() => resolve(null)));
  const others = [2, 3, 4].map((id) => committer.commit(outcome(id)));
  expect(await Promise.all([first, ...others])).toMatchObject([1, 2, 3, 4].map((newPlaces) => ({ newPlaces })));
  expect(batches.flat()).toEqual([1, 2, 3, 4]);
  expect(batches.length).toBeLessThan(4);
});

test('a transaction that fails is told to all whose visits were in it, and the next goes on', async () => {
  let broken = true;
  const committer = new Committer({
    commit: async (outcomes) => {
      if (broken) throw new Error('disk full');
      return outcomes.map(() => ({ newPlaces: 0, hosts: [] }));
    },
  });
  const both = await Promise.allSettled([committer.commit(outcome(1)), committer.commit(outcome(2))]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  broken = false;
  await expect(committer.commit(outcome(3))).resolves.toEqual({ newPlaces: 0, hosts: [] });
});
