import type { CommitResult, EntryOutcome, Frontier } from '../../src/model/crawl/frontier.ts';

interface Waiting {
  readonly outcome: EntryOutcome;
  readonly resolve: (result: CommitResult) => void;
  readonly reject: (error: unknown) => void;
}

/** Visits that end while a transaction is being written share the next one: its cost is nearly the same for one as for fifty. */
const MOST = 100;
/** So long a transaction waits for company, ms; nothing beside the pause between two requests to a host. */
const LINGER = 20;

export class Committer {
  readonly #frontier: Pick<Frontier, 'commit'>;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;

  constructor(frontier: Pick<Frontier, 'commit'>) {
    this.#frontier = frontier;
  }

  commit(outcome: EntryOutcome): Promise<CommitResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ outcome, resolve, reject });
      this.#writing ??= this.#write();
    });
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      if (this.#waiting.length < MOST) await new Promise((resolve) => setTimeout(resolve, LINGER));
      const batch = this.#waiting.splice(0, MOST);
      try {
        const results = await this.#frontier.commit(batch.map(({ outcome }) => outcome));
        batch.forEach(({ resolve, reject }, index) => {
          const result = results[index];
          if (result) resolve(result);
          else reject(new Error('the frontier gave no result for a visit that it committed'));
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#writing = null;
  }
}
