import { startGovernment } from './start.ts';

/** Serves the government of a seed until Ctrl-C, for a person to look at: `node dist/samples/portals/serve.js 7`. */

const seed = Number(process.argv[2] ?? 1);
const { plan, truth, connect, declarations, close } = await startGovernment(seed);

for (const { host, reports, drawn, words, template, addresses } of plan.hosts) {
  console.log(`${host.padEnd(28)} http://${connect[host]}  ${reports.length} reports`);
  const values = { words: words.name, template: template.name, addresses: addresses.name, ...drawn };
  console.log(
    `  ${Object.entries(values)
      .map((pair) => pair.join(': '))
      .join(', ')}`,
  );
}
console.log(`\n${truth.length} reports, ${truth.filter(({ reachable }) => reachable).length} within reach.`);
console.log(
  `Each server answers by the Host header: curl --connect-to ::${connect[plan.hosts[0]?.host ?? '']} http://${plan.hosts[0]?.host}/`,
);
console.log(`\n${declarations}`);

process.once('SIGINT', () => close());
