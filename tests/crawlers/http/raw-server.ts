import { createServer, type Server, type Socket } from 'node:net';

/** What the server saw of one request. */
export interface Seen {
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Which connection it came over, from 1. */
  readonly connection: number;
}

/** Writes the very bytes of an answer; what it does not end stays open. */
export type Handler = (seen: Seen, socket: Socket) => void;

export interface RawServer {
  readonly port: number;
  readonly seen: Seen[];
  close(): Promise<void>;
}

/** A server that answers with bytes, right or wrong, on 127.0.0.1. Requests with a body must send Content-Length. */
export async function startRawServer(handler: Handler): Promise<RawServer> {
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server: Server = createServer((socket) => {
    connections += 1;
    const connection = connections;
    let pending = '';
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      for (let end = pending.indexOf('\r\n\r\n'); end !== -1; end = pending.indexOf('\r\n\r\n')) {
        const [line = '', ...lines] = pending.slice(0, end).split('\r\n');
        const headers = Object.fromEntries(
          lines.map((text) => [text.slice(0, text.indexOf(':')).toLowerCase(), text.slice(text.indexOf(':') + 2)]),
        );
        const length = Number(headers['content-length'] ?? 0);
        if (pending.length < end + 4 + length) return;
        const body = pending.slice(end + 4, end + 4 + length);
        pending = pending.slice(end + 4 + length);
        seen.push({ line, headers, body, connection });
        handler({ line, headers, body, connection }, socket);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    seen,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The bytes of a whole answer. */
export function answer(status: string, headers: readonly string[], body: string | Uint8Array = ''): Buffer {
  const bytes = Buffer.from(body);
  const head = [`HTTP/1.1 ${status}`, `Content-Length: ${bytes.length}`, ...headers, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes]);
}
