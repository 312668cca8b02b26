import { fileURLToPath } from 'node:url';
import { extractAll } from '../../../dist/src/app/pipeline/worker-pool.js';

/** A process of its own that reads a scan within as many milliseconds as its argument says, and prints how that ended. */
const file = fileURLToPath(new URL('../../../samples/scanned-jpeg/source.jpg', import.meta.url));
const options = { workers: 1, timeLimitMs: Number(process.argv[2]) };
for await (const { error } of extractAll([{ kind: 'file', path: 'scan', file }], options)) {
  console.log(error?.code ?? 'read');
}
