import type { Clock } from '../../../../crawlers/run/ports.ts';

/** The longest time that Node's timers take, ms. */
const LONGEST = 2 ** 31 - 1;

export const SYSTEM_CLOCK: Clock = {
  now: Date.now,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, Math.min(ms, LONGEST));
      signal.addEventListener('abort', done, { once: true });
    }),
};
