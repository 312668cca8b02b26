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
  picture() {
    parentPort.postMessage({ kind: 'picture' });
  },
};

/** `zip:a,crash,b` is an archive of three members; any other name a document of its own. */
const documentsOf = (path) =>
  path.startsWith('zip:')
    ? path
        .slice(4)
        .split(',')
        .map((name) => [name, `${path}!/${name}`])
    : [[path, path]];

parentPort.on('message', ({ input, skip }) => {
  parentPort.postMessage({ kind: 'began', path: input.path });
  for (const [name, path] of documentsOf(input.path).slice(skip)) {
    parentPort.postMessage({ kind: 'began', path });
    DEEDS[name.split('-')[0]]?.();
    const result = { schema: 'lanting.report/1', source: { path }, report: null, threadId };
    parentPort.postMessage({ kind: 'result', result });
  }
  parentPort.postMessage({ kind: 'done' });
});
