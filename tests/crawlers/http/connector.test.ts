import { Client } from 'undici';
import { afterEach, expect, it } from 'vitest';
import type { Endpoint } from '../../../crawlers/http/address-book.ts';
import { type Connection, connectorTo } from '../../../crawlers/http/connector.ts';
import { answer, startRawServer } from './raw-server.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** A client whose host has these addresses. */
function clientOf(endpoints: readonly Endpoint[]) {
  const connection: Connection = { address: null, opened: 0 };
  const preferred: string[] = [];
  const book = {
    endpoints: async () => endpoints,
    prefer: (_: string, { address }: Endpoint) => void preferred.push(address),
  };
  const client = new Client('http://www.lanzhu.gov.cn', { connect: connectorTo(book, connection, 1_000) });
  open.push({ close: () => client.destroy() });
  return { client, connection, preferred };
}

it('goes to the next address where nobody answers at the first, and says which to prefer', async () => {
  const server = await startRawServer((_, socket) => socket.write(answer('204 No Content', [])));
  open.push(server);
  const { client, connection, preferred } = clientOf([
    { address: '127.0.0.9', port: 1 },
    { address: '127.0.0.1', port: server.port },
  ]);
  const { statusCode } = await client.request({ path: '/', method: 'GET' });
  expect(statusCode).toBe(204);
  expect(connection).toEqual({ address: '127.0.0.1', opened: 1 });
  expect(preferred).toEqual(['127.0.0.1']);
  expect(server.seen[0]?.headers.host).toBe('www.lanzhu.gov.cn');
});

it('fails with the last address where nobody answers at any', async () => {
  const { client, connection } = clientOf([
    { address: '127.0.0.9', port: 1 },
    { address: '127.0.0.8', port: 1 },
  ]);
  await expect(client.request({ path: '/', method: 'GET' })).rejects.toMatchObject({
    code: 'ECONNREFUSED',
    address: '127.0.0.8',
  });
  expect(connection).toEqual({ address: null, opened: 0 });
});
