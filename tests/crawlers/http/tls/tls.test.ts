import type { AddressInfo } from 'node:net';
import { createServer, DEFAULT_CIPHERS, type SecureVersion } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { HttpClient } from '../../../../crawlers/http/http-client.ts';
import { hostsOf } from '../../../../crawlers/portal.ts';
import { onHosts } from '../../../../crawlers/scope.ts';
import { getRequest } from '../../../../src/model/crawl/entry.ts';
import { CERTIFICATE, KEY, startOldServer } from './old-server.ts';

const OLD = 'www.lanzhu.gov.cn';
const OTHER = 'jyj.lanzhu.gov.cn';
const open: { close(): Promise<unknown> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** A server that speaks this version of TLS alone, with what was good enough then. */
async function serverOf(version: SecureVersion): Promise<number> {
  const server = createServer(
    {
      ...{ minVersion: version, maxVersion: version, key: KEY, cert: CERTIFICATE },
      ciphers: `${DEFAULT_CIPHERS}:@SECLEVEL=0`,
    },
    (socket) => {
      socket.on('error', () => socket.destroy());
      socket.on('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nyes!'));
    },
  );
  server.on('tlsClientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => new Promise((resolve) => server.close(resolve)) });
  return (server.address() as AddressInfo).port;
}

async function unsafeServer(): Promise<number> {
  const server = await startOldServer('yes!');
  open.push(server);
  return server.port;
}

/** One whose portal is opened to old TLS at `OLD` alone. */
function clientTo(port: number, authorities: string | null = CERTIFICATE): HttpClient {
  const portal = { home: `https://${OLD}/`, columns: [], hosts: [] };
  const client = new HttpClient({
    ...{ userAgent: 'Lanting/0.1 (+test)', allowPrivate: true },
    connect: { [OLD]: `127.0.0.1:${port}`, [OTHER]: `127.0.0.1:${port}` },
    legacyTls: onHosts(hostsOf(portal)),
    ...(authorities ? { authorities } : {}),
  });
  open.push(client);
  return client;
}

const textOf = async (client: HttpClient, host: string): Promise<string> =>
  Buffer.from((await client.fetch(getRequest(`https://${host}/`))).body).toString();

describe.each<[what: string, start: () => Promise<number>]>([
  ['TLS 1.0', () => serverOf('TLSv1')],
  ['TLS 1.1', () => serverOf('TLSv1.1')],
  ['no secure renegotiation', unsafeServer],
])('a server with %s', (_, start) => {
  it('is read where its portal is opened to it', async () => {
    expect(await textOf(clientTo(await start()), OLD)).toBe('yes!');
  });

  it('is not spoken to elsewhere, and the line that would mend it is told', async () => {
    await expect(textOf(clientTo(await start()), OTHER)).rejects.toMatchObject({
      code: 'TLS',
      text: {
        en: expect.stringMatching(/http address.*legacyTls: \{because: /),
        zh: expect.stringMatching(/legacyTls/),
      },
    });
  });

  it('still has to show a certificate that is trusted', async () => {
    const failure = await textOf(clientTo(await start(), null), OLD).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'TLS', text: { en: expect.not.stringContaining('legacyTls') } });
  });
});

it.each<SecureVersion>(['TLSv1.2', 'TLSv1.3'])('%s is spoken with and without the switch', async (version) => {
  const client = clientTo(await serverOf(version));
  expect([await textOf(client, OLD), await textOf(client, OTHER)]).toEqual(['yes!', 'yes!']);
});
