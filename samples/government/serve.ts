import { startSamplePortal } from './site.ts';

/** Serves the sample government until Ctrl-C, for a person to look at: `node dist/samples/government/serve.js [--night-two]`. */

const portal = await startSamplePortal({ nightTwo: process.argv.includes('--night-two') });

const rows = portal.hosts.flatMap(({ names, family, places }) =>
  names.map((name, index) => {
    const count = index === 0 ? `${places.filter(({ report }) => report).length}` : 'twin';
    return `${name.padEnd(24)} http://${portal.connect[name]?.padEnd(18)} ${family.padEnd(10)} ${count}`;
  }),
);
console.log(`host                     served at                 family     reports\n${rows.join('\n')}`);
console.log(`\n${portal.truth.length} reports in all. Each server answers by the Host header:`);
console.log(`  curl --connect-to ::${portal.connect['www.lanzhu.gov.cn']} http://www.lanzhu.gov.cn/zfxxgk/zfxxgknb/`);
console.log(`\n${portal.declarations}`);

process.once('SIGINT', () => portal.close());
