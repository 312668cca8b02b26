import type { Ask } from '../../../samples/portals/graph.ts';
import type { Heard } from '../../../samples/portals/walk.ts';
import { ask as put } from '../government/ask.ts';

/** Puts questions as a patient person does: keeps cookies, follows redirects, comes back when a server asks for time. */
export function listener(
  connect: Readonly<Record<string, string>>,
  wait: (ms: number) => void,
): (ask: Ask) => Promise<Heard> {
  const cookies = new Map<string, string>();
  return async ({ host, path, body, headers }) => {
    for (let time = 0; time < 12; time += 1) {
      const cookie = cookies.get(host);
      const answered = await put(connect, `http://${host}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...headers, ...(cookie ? { Cookie: cookie } : {}) },
        ...(body === undefined ? {} : { body }),
      });
      const given = answered.headers['set-cookie']?.[0]?.split(';')[0];
      if (given) cookies.set(host, given);
      if (answered.status === 200) return { status: 200, text: answered.text };
      if (answered.status === 503 || answered.status === 429) wait(60_000);
      else if (answered.status !== 302) return { status: answered.status, text: answered.text };
    }
    return { status: 0, text: '' };
  };
}
