import { startManyHosts } from './many-hosts.ts';

/**
 * Serves many simple hosts from a process of its own: `node dist/samples/government/serve-many.js HOSTS REPORTS [BYTES]`. Prints
 * one line of JSON, `{ "declarations": ..., "urls": [...] }`, then serves until it is ended or its input closes.
 */

const USAGE = 'usage: serve-many.js HOSTS REPORTS [BYTES], whole numbers from 1: serve-many.js 200 50 15000';

const numbers = process.argv.slice(2).map(Number);
const [hosts, reports, bytes] = numbers;
if (hosts === undefined || reports === undefined || numbers.some((number) => !Number.isInteger(number) || number < 1)) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const { declarations, urls, close } = await startManyHosts(hosts, reports, bytes === undefined ? {} : { bytes });
  console.log(JSON.stringify({ declarations, urls }));
  process.stdin.resume();
  process.stdin.once('end', close);
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
}
