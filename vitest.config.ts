import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Only what hangs is stopped: a busy machine takes many times as long as an idle one. ms. */
const FIVE_MINUTES = 300_000;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // vitest would leave one core of two unused.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: FIVE_MINUTES,
    hookTimeout: FIVE_MINUTES,
  },
});
