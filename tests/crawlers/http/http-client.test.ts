import { type AddressInfo, createServer } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpClientOptions } from '../../../crawlers/http/client-options.ts';
import { HttpClient } from '../../../crawlers/http/http-client.ts';
import type { CrawlRequest } from '../../../src/model/crawl/entry.ts';
import { answer, type Handler, type RawServer, startRawServer } from './raw-server.ts';

const HOST = 'www.lanzhu.gov.cn';
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

async function serve(handler: Handler, options: Partial<HttpClientOptions> = {}) {
  const server: RawServer = await startRawServer(handler);
  const connect = { [HOST]: `127.0.0.1:${server.port}`, 'jyj.lanzhu.gov.cn': `127.0.0.1:${server.port}` };
  const client = new HttpClient({ userAgent: 'Lanting/0.1 (+test)', allowPrivate: true, connect, ...options });
  open.push(client, server);
  return { server, client };
}

const get = (path: string, host = HOST): CrawlRequest => ({
  url: `http://${host}${path}`,
  method: 'GET',
  body: null,
  bodyType: null,
});
const PAGE = '<html>政府信息公开工作年度报告</html>'.repeat(50);

describe('an exchange', () => {
  it('is the answer as it came', async () => {
    const { client, server } = await serve((_, socket) => {
      socket.write(answer('200 Fine', ['Content-TYPE: text/html', 'X-A: 1', 'X-A: 2', 'Server: \xd6\xd0'], PAGE));
    });
    const exchange = await client.fetch(get('/a?b=1'));
    expect(exchange).toMatchObject({
      url: `http://${HOST}/a?b=1`,
      status: 200,
      statusText: 'Fine',
      truncated: false,
      remoteAddress: '127.0.0.1',
    });
    expect(exchange.headers).toEqual([
      ['Content-Length', String(Buffer.byteLength(PAGE))],
      ['Content-TYPE', 'text/html'],
      ['X-A', '1'],
      ['X-A', '2'],
      ['Server', '\xd6\xd0'],
    ]);
    expect(Buffer.from(exchange.body).toString()).toBe(PAGE);
    expect(exchange.body).toBe(exchange.rawBody);
    expect(server.seen[0]?.line).toBe('GET /a?b=1 HTTP/1.1');
  });

  it('asks honestly, with what is known from before', async () => {
    const { client, server } = await serve((_, socket) => socket.write(answer('304 Not Modified', [])));
    const referer = `http://${HOST}/nb/`;
    await client.fetch(get('/'), { referer, etag: '"a1"', lastModified: 'Thu, 15 Jan 2026 00:00:00 GMT' });
    expect(server.seen[0]?.headers).toEqual({
      host: HOST,
      connection: 'keep-alive',
      'user-agent': 'Lanting/0.1 (+test)',
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'accept-language': 'zh-CN,zh;q=0.9',
      'accept-encoding': 'gzip, deflate, br',
      referer,
      'if-none-match': '"a1"',
      'if-modified-since': 'Thu, 15 Jan 2026 00:00:00 GMT',
    });
  });

  it('never sends a header that an older answer has poisoned', async () => {
    const { client, server } = await serve((_, socket) => socket.write(answer('200 OK', [])));
    await client.fetch(get('/'), { etag: '"a"\r\nX-Evil: 1', referer: 'http://a/\n', lastModified: '\u5e74' });
    expect(Object.keys(server.seen[0]?.headers ?? {})).toEqual([
      'host',
      'connection',
      'user-agent',
      'accept',
      'accept-language',
      'accept-encoding',
    ]);
  });

  it('posts', async () => {
    const { client, server } = await serve((_, socket) => socket.write(answer('200 OK', [], '{}')));
    const bodyType = 'application/x-www-form-urlencoded';
    await client.fetch({ url: `http://${HOST}/list`, method: 'POST', body: 'page=2', bodyType });
    expect(server.seen[0]).toMatchObject({ line: 'POST /list HTTP/1.1', body: 'page=2' });
    expect(server.seen[0]?.headers['content-type']).toBe(bodyType);
  });

  it('is one for a redirect, which is not followed', async () => {
    const { client, server } = await serve((_, socket) => socket.write(answer('302 Found', ['Location: /b'])));
    expect(await client.fetch(get('/a'))).toMatchObject({ status: 302, url: `http://${HOST}/a` });
    expect(server.seen).toHaveLength(1);
  });
});

describe('the connection', () => {
  it('is one a host, with one request at a time', async () => {
    let active = 0;
    let most = 0;
    const { client, server } = await serve((_, socket) => {
      active += 1;
      most = Math.max(most, active);
      setTimeout(() => {
        active -= 1;
        socket.write(answer('200 OK', []));
      }, 5);
    });
    await Promise.all(Array.from({ length: 8 }, (_, index) => client.fetch(get(`/${index}`))));
    expect(most).toBe(1);
    expect(new Set(server.seen.map(({ connection }) => connection)).size).toBe(1);
  });

  it('is opened again where the host had closed it meanwhile', async () => {
    const { client, server } = await serve(({ connection, line }, socket) => {
      if (connection === 1 && line.includes('/b')) socket.destroy();
      else socket.write(answer('200 OK', [], line));
    });
    await client.fetch(get('/a'));
    expect(await client.fetch(get('/b'))).toMatchObject({ status: 200 });
    expect(server.seen.map(({ connection }) => connection)).toEqual([1, 1, 2]);
  });

  it('is not opened again for a POST, nor where the first request was cut off', async () => {
    const { client, server } = await serve(({ line }, socket) => {
      if (line.includes('/a')) socket.write(answer('200 OK', []));
      else socket.destroy();
    });
    await client.fetch(get('/a'));
    const post: CrawlRequest = { url: `http://${HOST}/b`, method: 'POST', body: 'x', bodyType: 'text/plain' };
    await expect(client.fetch(post)).rejects.toMatchObject({ code: 'RESET' });
    await expect(client.fetch(get('/c'))).rejects.toMatchObject({ code: 'RESET' });
    expect(server.seen).toHaveLength(3);
  });
});

describe('a packed body', () => {
  const packed: readonly (readonly [string, string, Uint8Array])[] = [
    ['gzip', 'gzip', gzipSync(PAGE)],
    ['gzip in capitals', 'GZIP', gzipSync(PAGE)],
    ['deflate', 'deflate', deflateSync(PAGE)],
    ['raw deflate', 'deflate', deflateRawSync(PAGE)],
    ['brotli', 'br', brotliCompressSync(PAGE)],
    ['one in the other', 'gzip, br', brotliCompressSync(gzipSync(PAGE))],
    ['nothing, whatever it claims', 'gzip', Buffer.from(PAGE)],
    ['nothing, whatever it claims, and deflate', 'deflate', Buffer.from(PAGE)],
    ['nothing, whatever it claims, and brotli', 'br', Buffer.from(PAGE)],
    ['gzip with something behind', 'gzip', Buffer.concat([gzipSync(PAGE), Buffer.from('xyz')])],
    ['gzip with a name and something behind', 'gzip', withName(gzipSync(PAGE))],
  ];

  it.each(packed)('%s is unpacked, and kept as received', async (_, encoding, body) => {
    const { client } = await serve((_, socket) =>
      socket.write(answer('200 OK', [`Content-Encoding: ${encoding}`], body)),
    );
    const exchange = await client.fetch(get('/'));
    expect(Buffer.from(exchange.body).toString()).toBe(PAGE);
    expect(Buffer.from(exchange.rawBody)).toEqual(Buffer.from(body));
    expect(exchange.truncated).toBe(false);
  });

  it.each([
    ['gzip', gzipSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
    ['deflate', deflateSync(PAGE)],
  ])('%s that ends early is truncated', async (encoding, body) => {
    const cut = body.subarray(0, body.length - 6);
    const { client } = await serve((_, socket) =>
      socket.write(answer('200 OK', [`Content-Encoding: ${encoding}`], cut)),
    );
    const exchange = await client.fetch(get('/'));
    expect(exchange.truncated).toBe(true);
    expect(PAGE.startsWith(Buffer.from(exchange.body).toString().slice(0, 100))).toBe(true);
  });

  const wrongSum = Buffer.concat([gzipSync(PAGE).subarray(0, -8), Buffer.alloc(8)]);
  it.each([
    ['in its middle', gzipSync(PAGE).fill(0xff, 20, 40)],
    ['in its checksum', wrongSum],
    ['in its header', gzipSync(PAGE).fill(0xff, 2, 4)],
  ])('that is damaged %s is truncated', async (_, body) => {
    const { client } = await serve((_, socket) => socket.write(answer('200 OK', ['Content-Encoding: gzip'], body)));
    expect(await client.fetch(get('/'))).toMatchObject({ truncated: true });
  });

  it.each([
    ['by its size', { unpacked: 100_000 }, 200_000],
    ['by its ratio', { ratio: 50 }, 8 * 1024 * 1024],
  ])('that is a bomb is left out, %s', async (_, limits, size) => {
    const body = gzipSync(Buffer.alloc(size, ' '));
    const { client } = await serve((_, socket) => socket.write(answer('200 OK', ['Content-Encoding: gzip'], body)), {
      limits,
    });
    await expect(client.fetch(get('/bomb'))).rejects.toMatchObject({
      code: 'BOMB',
      message: expect.stringContaining('/bomb'),
    });
  });

  it.each(['zstd', 'gzip, gzip, gzip, gzip'])('in %s is refused', async (encoding) => {
    const { client } = await serve((_, socket) =>
      socket.write(answer('200 OK', [`Content-Encoding: ${encoding}`], 'x')),
    );
    await expect(client.fetch(get('/'))).rejects.toMatchObject({ code: 'BAD_ANSWER' });
  });
});

/** A gzip member with extra bytes, a file name and a checksum of its header, and with bytes behind it. */
function withName(gzip: Buffer): Buffer {
  const head = Buffer.from(gzip.subarray(0, 10));
  head[3] = 2 | 4 | 8;
  return Buffer.concat([
    head,
    Buffer.from([2, 0, 9, 9]),
    Buffer.from('a.html\0'),
    Buffer.from([9, 9]),
    gzip.subarray(10),
    head,
  ]);
}

describe('an answer that breaks off', () => {
  const head = 'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n';

  it.each([
    ['before its Content-Length', `${head}<html>`, '<html>'],
    ['right after its headers', head, ''],
    ['within a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n<html>', '<html>'],
    ['before its last chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n<html>\r\n', '<html>'],
  ])('%s is given back with what came', async (_, bytes, body) => {
    const { client } = await serve((_, socket) => socket.end(bytes));
    const exchange = await client.fetch(get('/'));
    expect(exchange).toMatchObject({ status: 200, truncated: true });
    expect(Buffer.from(exchange.body).toString()).toBe(body);
  });

  it('is whole where the end of the connection is the end of the body', async () => {
    const { client } = await serve((_, socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n<html></html>'));
    expect(await client.fetch(get('/'))).toMatchObject({ truncated: false });
  });
});

describe('an answer that is no HTTP is named as that', () => {
  const ok = 'HTTP/1.1 200 OK\r\n';
  it.each<[what: string, bytes: string, told: string]>([
    ['another protocol', '220 FTP ready\r\n', 'does not begin with HTTP/, at "220 FTP ready'],
    ['a page without a head', '<html>\x1b[2J</html>', 'does not begin with HTTP/, at "<html>\\u001b[2J</html>"'],
    ['TLS', '\x15\x03\x01\x00\x02\x02F', 'does not begin with HTTP/, at "'],
    ['an unheard-of version', 'HTTP/9.9 200 OK\r\n\r\n', 'its version is none of HTTP'],
    ['a status that is no number', 'HTTP/1.1 2x0 OK\r\n\r\n', 'its status is no number of three digits'],
    ['a header field without a colon', `${ok}Content-Length 0\r\n\r\n`, 'a header field has a character'],
    ['a header name in GBK', `${ok}X-\xb5\xc4: 0\r\n\r\n`, 'a header field has a character that no name may have'],
    ['a NUL in a value', `${ok}A: a\0b\r\n\r\n`, 'a header field has a character that no value may have'],
    ['a length that is no number', `${ok}Content-Length: abc\r\n\r\n`, 'its Content-Length is no number'],
    [
      'two lengths',
      `${ok}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`,
      'another length than its Content-Length',
    ],
    ['lines that end in LF', 'HTTP/1.1 200 OK\nContent-Length: 2\n\nhi', 'does not end in CR LF'],
    ['headers without end', `${ok}A: ${'x'.repeat(100_000)}\r\n\r\n`, 'its head is longer than 16 KB'],
    ['100 Continue unasked', `HTTP/1.1 100 Continue\r\n\r\n${ok}\r\n`, '100 Continue to a request that has no body'],
    [
      'another protocol unasked',
      `HTTP/1.1 101 A\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n`,
      'switched to another protocol',
    ],
  ])('%s', async (_, bytes, told) => {
    const { client } = await serve((_seen, socket) => socket.end(Buffer.from(bytes, 'latin1')));
    const error = await client.fetch(get('/a')).catch((failure: unknown) => failure);
    expect(error).toMatchObject({
      ...{ code: 'MALFORMED', message: expect.stringContaining(told) },
      text: {
        zh: expect.stringMatching(
          /^http:\/\/www\.lanzhu\.gov\.cn\/a 的答复不是 HTTP：[^；]*\p{Script=Han}.*；请用浏览器查看/u,
        ),
      },
    });
    expect(String(error)).toMatch(
      /^FetchError: http:\/\/www\.lanzhu\.gov\.cn\/a gave an answer that is no HTTP: [\x20-\x7e]*$/,
    );
  });
});

describe('what is given up', () => {
  it.each<[string, Handler, Partial<HttpClientOptions>, string]>([
    ['silence', () => {}, { timeouts: { headers: 300 } }, 'TIMEOUT'],
    [
      'a body that stops',
      (_, socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx'),
      { timeouts: { headers: 300 } },
      'TIMEOUT',
    ],
    ['a slow drip', drip, { timeouts: { whole: 300 } }, 'TIMEOUT'],
    ['a connection that is closed', (_, socket) => socket.end(), {}, 'RESET'],
    [
      'a body that announces too much',
      (_, socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\nx'),
      { limits: { received: 1000 } },
      'TOO_LARGE',
    ],
    [
      'a body that is too much',
      (_, socket) => socket.end(`HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(1001)}`),
      { limits: { received: 1000 } },
      'TOO_LARGE',
    ],
  ])('%s', async (_, handler, options, code) => {
    const { client } = await serve(handler, options);
    const failed = await client.fetch(get('/nb/1.html')).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code, message: expect.stringContaining(`http://${HOST}/nb/1.html`) });
  });

  function drip(_: unknown, socket: Parameters<Handler>[1]): void {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n');
    const timer = setInterval(() => socket.write('x'), 10);
    socket.on('close', () => clearInterval(timer));
  }

  it('a host that is there again is asked again', async () => {
    const { client } = await serve(
      ({ connection }, socket) => {
        if (connection === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n');
        else socket.write(answer('200 OK', [], 'x'));
      },
      { limits: { received: 1000 } },
    );
    await expect(client.fetch(get('/a'))).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect(await client.fetch(get('/b'))).toMatchObject({ status: 200 });
  });

  it('TLS that is none', async () => {
    const plain = createServer((socket) => socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const { port } = plain.address() as AddressInfo;
    const connect = { [HOST]: `127.0.0.1:${port}` };
    const client = new HttpClient({ userAgent: 'Lanting/0.1', allowPrivate: true, connect });
    open.push(client, { close: () => new Promise((resolve) => plain.close(() => resolve())) });
    await expect(client.fetch({ ...get('/'), url: `https://${HOST}/` })).rejects.toMatchObject({ code: 'TLS' });
  });

  it('a port where nobody listens', async () => {
    const { client, server } = await serve(() => {});
    await server.close();
    await expect(client.fetch(get('/'))).rejects.toMatchObject({ code: 'CONNECT' });
  });

  it('everything, once it is closed', async () => {
    const { client } = await serve(() => {});
    const waiting = client.fetch(get('/'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const ended = expect(waiting).rejects.toMatchObject({ code: 'CLOSED' });
    await client.close();
    await ended;
    await expect(client.fetch(get('/'))).rejects.toMatchObject({ code: 'CLOSED' });
  });
});

describe('where it goes', () => {
  const client = (allowPrivate: boolean, connect = {}) => {
    const made = new HttpClient({ userAgent: 'Lanting/0.1', allowPrivate, connect });
    open.push(made);
    return made;
  };

  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/',
    'http://0.0.0.0/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://100.64.0.1/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fc00::1]/',
    'http://[ff02::1]/',
    'http://localhost/',
  ])('not to %s', async (url) => {
    await expect(client(false).fetch({ ...get('/'), url })).rejects.toMatchObject({ code: 'PRIVATE_ADDRESS' });
    await expect(client(false).resolve(url)).rejects.toMatchObject({ code: 'PRIVATE_ADDRESS' });
  });

  it.each([
    ['http://127.0.0.1/', '127.0.0.1'],
    ['http://[::1]/', '::1'],
    ['http://10.1.2.3/', '10.1.2.3'],
  ])('to %s where private addresses are allowed', async (url, address) => {
    expect(await client(true).resolve(url)).toBe(address);
  });

  it.each(['http://169.254.169.254/', 'http://0.0.0.0/', 'http://224.0.0.1/', 'http://[fe80::1]/'])(
    'never to %s',
    async (url) => {
      await expect(client(true).resolve(url)).rejects.toMatchObject({ code: 'PRIVATE_ADDRESS' });
    },
  );

  it('not to a private address that a table of connections names, unless allowed', async () => {
    const connect = { [HOST]: '127.0.0.2:80' };
    await expect(client(false, connect).resolve(`http://${HOST}/`)).rejects.toMatchObject({ code: 'PRIVATE_ADDRESS' });
    expect(await client(true, connect).resolve(`http://${HOST}/`)).toBe('127.0.0.2');
    expect(await client(false, { [HOST]: '8.8.8.8:80' }).resolve(`http://${HOST}/`)).toBe('8.8.8.8');
  });

  it('not to a name that has no address', async () => {
    const failed = await client(false)
      .resolve('http://nowhere.invalid/')
      .catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'DNS', isSilence: true, message: expect.stringContaining('nowhere.invalid') });
  });

  it.each(['ftp://www.lanzhu.gov.cn/', 'www.lanzhu.gov.cn', 'http://user@www.lanzhu.gov.cn/', ''])(
    'not to %j',
    async (url) => {
      await expect(client(true).fetch({ ...get('/'), url })).rejects.toMatchObject({ code: 'BAD_URL' });
    },
  );

  it.each(['127.0.0.2', 'localhost:80', '127.0.0.2:0', '127.0.0.2:99999', '::1:80', ''])(
    'not by %j, which is no address with a port',
    (target) => {
      expect(() => client(true, { [HOST]: target })).toThrow(HOST);
    },
  );
});

describe('cookies', () => {
  it('go back to the host that set them, and to no other', async () => {
    const { client, server } = await serve((_, socket) => {
      socket.write(
        answer('200 OK', ['Set-Cookie: CT6T=1; path=/', 'Set-Cookie: all=2; domain=gov.cn', 'Set-Cookie: =;;']),
      );
    });
    await client.fetch(get('/'));
    await client.fetch(get('/again'));
    await client.fetch(get('/', 'jyj.lanzhu.gov.cn'));
    expect(server.seen.map(({ headers }) => headers.cookie)).toEqual([undefined, 'CT6T=1; all=2', undefined]);
  });

  it('keep to their path and to a number', async () => {
    const { client, server } = await serve((_, socket) => {
      const many = Array.from({ length: 80 }, (_, index) => `Set-Cookie: c${index}=1; path=/a`);
      socket.write(answer('200 OK', [...many, `Set-Cookie: long=${'x'.repeat(5000)}`]));
    });
    await client.fetch(get('/a/1'));
    await client.fetch(get('/b'));
    await client.fetch(get('/a/2'));
    expect(server.seen[1]?.headers.cookie).toBeUndefined();
    expect(server.seen[2]?.headers.cookie?.split('; ')).toHaveLength(50);
  });
});
