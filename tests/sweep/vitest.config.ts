import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const DAY = 86_400_000;

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['tests/sweep/*.sweep.ts'],
    // Sweeps take as long as the seeds that were asked for.
    testTimeout: DAY,
    hookTimeout: DAY,
  },
});
