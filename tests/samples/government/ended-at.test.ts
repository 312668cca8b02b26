import { get } from 'node:http';
import { expect, it, vi } from 'vitest';
import { now } from '../../../samples/government/arrival.ts';
import { type Host, OPEN } from '../../../samples/government/host.ts';
import { html } from '../../../samples/government/page.ts';
import { serve } from '../../../samples/government/server.ts';

/** Larger than what a connection takes at once, so that the server has to wait before it can send more. */
const [PART, PARTS] = [1 << 20, 40];

const HOST: Host = {
  ...{ names: ['a.gov.cn'], address: '127.0.0.1', robots: OPEN, validators: 'none', missing: 'not found' },
  ...{ family: 'plain', publisher: null, traps: [], places: [] },
  pages: { '/': html('x'.repeat(PART), { wire: { times: PARTS } }) },
};

/** Keeps this process, the server in it, from doing anything else. */
function beBusy(ms: number): void {
  for (const until = now() + ms; now() < until; );
}

it.each([
  ['had its last byte', PART * PARTS],
  ['broke off at the first bytes', 1],
])('no answer ends, by the log, after who asked %s, however busy the server', async (_, most) => {
  const { connect, log, close } = await serve(() => [HOST]);
  const [host, port] = connect['a.gov.cn']?.split(':') ?? [];
  const ended = await new Promise<number>((resolve, reject) => {
    let length = 0;
    const asked = get(
      { host, port: Number(port), path: '/', agent: false, headers: { Host: 'a.gov.cn' } },
      (answer) => {
        answer.on('data', (part: Buffer) => {
          length += part.length;
          if (length < most) return;
          resolve(now());
          asked.destroy();
          beBusy(100);
        });
      },
    ).on('error', reject);
  });
  await vi.waitUntil(() => typeof log[0]?.endedAt === 'number');
  expect(log[0]?.endedAt).toBeLessThanOrEqual(ended);
  await close();
});
