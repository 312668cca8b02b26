import { get } from 'node:http';
import { expect, it } from 'vitest';
import { now } from '../../samples/portal/arrival.ts';
import { type Host, OPEN } from '../../samples/portal/host.ts';
import { html } from '../../samples/portal/page.ts';
import { serve } from '../../samples/portal/server.ts';

/** Larger than what a connection takes at once, so that the server has to wait before its last bytes go. */
const BYTES = 12 << 20;

const HOST: Host = {
  ...{ names: ['a.gov.cn'], address: '127.0.0.1', robots: OPEN, validators: 'none', missing: 'not found' },
  ...{ family: 'plain', publisher: null, traps: [], places: [] },
  pages: { '/': html('x'.repeat(BYTES)), '/twice': html('x'.repeat(BYTES / 2), { wire: { times: 2 } }) },
};

/** Keeps this process, the server in it, from doing anything else. */
function beBusy(ms: number): void {
  for (const until = now() + ms; now() < until; );
}

it.each(['/', '/twice'])(
  '%s: no answer ends, by the log, after who asked had its last byte, however busy the server',
  async (path) => {
    const { connect, log, close } = await serve(() => [HOST]);
    const [host, port] = connect['a.gov.cn']?.split(':') ?? [];
    const had = await new Promise<number>((resolve, reject) => {
      let length = 0;
      get({ host, port: Number(port), path, agent: false, headers: { Host: 'a.gov.cn' } }, (answer) => {
        answer.on('data', (part: Buffer) => {
          length += part.length;
          if (length < BYTES) return;
          const at = now();
          beBusy(100);
          setTimeout(resolve, 50, at);
        });
      }).on('error', reject);
    });
    await close();
    expect(log).toHaveLength(1);
    expect(log[0]?.endedAt).toEqual(expect.any(Number));
    expect(log[0]?.endedAt).toBeLessThanOrEqual(had);
  },
);
