import { parentPort, threadId } from 'node:worker_threads';

/** Stands where a reader stands and does, for the name of each document, the worst that a reader could do. */
const DEEDS = {
  hang() {
    for (;;);
  },
  hoard() {
    const kept = [];
    for (;;) kept.push(new Array(10_000).fill(kept.length));
  },
  crash() {
    throw new Error('the reader stumbled');
  },
  leave() {
    process.exit(7);
  },
};

parentPort.on('message', ({ path }) => {
  parentPort.postMessage('started');
  DEEDS[path.split('-')[0]]?.();
  parentPort.postMessage({ schema: 'lanting.report/1', source: { path }, report: null, threadId });
});
