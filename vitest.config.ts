import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Only what hangs is stopped: a busy machine takes many times as long as an idle one. ms. */
const FIVE_MINUTES = 300_000;

/** What has to be in a process of its own: steps are counted in code that is compiled while they are counted. */
const ALONE = ['tests/growth/**/*.test.ts'];
const ALL = ['tests/**/*.test.ts'];

export default defineConfig({
  test: {
    // vitest would leave one core of two unused.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: FIVE_MINUTES,
    hookTimeout: FIVE_MINUTES,
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      // Loading the program takes longer than most files take: those that a process runs share what the first has loaded.
      { extends: true, test: { name: 'together', include: ALL, exclude: ALONE, isolate: false } },
    ],
  },
});
