import { createCipheriv, createDecipheriv, createECDH, createHash, createHmac, randomBytes, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';

const pem = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

/** Of `www.lanzhu.gov.cn`, signed by itself, and of no use outside these tests. */
export const KEY = pem('key.pem');
export const CERTIFICATE = pem('certificate.pem');

const [CHANGE_CIPHER, HANDSHAKE, DATA] = [20, 22, 23];
const TLS_1_2 = Buffer.from([3, 3]);
const ECDHE_RSA_AES_128_GCM_SHA256 = Buffer.from([0xc0, 0x2f]);
const P_256 = Buffer.from([3, 0, 23]);
const RSA_SHA256 = Buffer.from([4, 1]);

function counted(bytes: Uint8Array, size: number): Buffer {
  const length = Buffer.alloc(size);
  length.writeUIntBE(bytes.length, 0, size);
  return Buffer.concat([length, bytes]);
}

const message = (type: number, body: Uint8Array): Buffer => Buffer.concat([Buffer.from([type]), counted(body, 3)]);
const record = (type: number, body: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([type]), TLS_1_2, counted(body, 2)]);
const sha256 = (messages: readonly Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(messages)).digest();
const hmac = (secret: Uint8Array, text: Uint8Array): Buffer => createHmac('sha256', secret).update(text).digest();

/** The PRF of RFC 5246, 5. */
function expand(secret: Uint8Array, label: string, seed: Uint8Array, length: number): Buffer {
  const text = Buffer.concat([Buffer.from(label), seed]);
  const blocks: Buffer[] = [];
  for (let a = hmac(secret, text); blocks.length * 32 < length; a = hmac(secret, a)) {
    blocks.push(hmac(secret, Buffer.concat([a, text])));
  }
  return Buffer.concat(blocks).subarray(0, length);
}

/** One direction of AES-128-GCM (RFC 5288). */
class Sealed {
  readonly #key: Uint8Array;
  readonly #salt: Uint8Array;
  #count = 0n;

  constructor(key: Uint8Array, salt: Uint8Array) {
    this.#key = key;
    this.#salt = salt;
  }

  #next(type: number, length: number) {
    const count = Buffer.alloc(8);
    count.writeBigUInt64BE(this.#count);
    this.#count += 1n;
    const head = Buffer.concat([count, Buffer.from([type]), TLS_1_2, Buffer.from([length >> 8, length & 255])]);
    return { count, head };
  }

  seal(type: number, plain: Uint8Array): Buffer {
    const { count, head } = this.#next(type, plain.length);
    const cipher = createCipheriv('aes-128-gcm', this.#key, Buffer.concat([this.#salt, count])).setAAD(head);
    return record(type, Buffer.concat([count, cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
  }

  open(type: number, sealed: Buffer): Buffer {
    const { head } = this.#next(type, sealed.length - 24);
    const nonce = Buffer.concat([this.#salt, sealed.subarray(0, 8)]);
    const cipher = createDecipheriv('aes-128-gcm', this.#key, nonce).setAAD(head).setAuthTag(sealed.subarray(-16));
    return Buffer.concat([cipher.update(sealed.subarray(8, -16)), cipher.final()]);
  }
}

/**
 * Speaks TLS 1.2 as servers did before RFC 5746: no word of renegotiation, which OpenSSL 3 turns away unless told otherwise and
 * can't be brought to do as a server. Answers every request with `body`.
 */
function speak(socket: Socket, body: string): void {
  const random = randomBytes(32);
  const exchange = createECDH('prime256v1');
  const told: Buffer[] = [];
  let clientRandom: Buffer = Buffer.alloc(0);
  let master: Buffer = Buffer.alloc(0);
  let keys: { readonly read: Sealed; readonly write: Sealed } | null = null;
  const tell = (type: number, text: Uint8Array): void => {
    told.push(message(type, text));
    socket.write(record(HANDSHAKE, told.at(-1) ?? text));
  };

  function greet(hello: Buffer): void {
    clientRandom = Buffer.from(hello.subarray(6, 38));
    const noSession = Buffer.from([0]);
    const uncompressed = Buffer.from([0]);
    tell(2, Buffer.concat([TLS_1_2, random, noSession, ECDHE_RSA_AES_128_GCM_SHA256, uncompressed]));
    const der = Buffer.from(CERTIFICATE.replace(/-----[^-]+-----|\s/g, ''), 'base64');
    tell(11, counted(counted(der, 3), 3));
    const share = Buffer.concat([P_256, counted(exchange.generateKeys(), 1)]);
    const signature = sign('sha256', Buffer.concat([clientRandom, random, share]), KEY);
    tell(12, Buffer.concat([share, RSA_SHA256, counted(signature, 2)]));
    tell(14, Buffer.alloc(0));
  }

  function agree(share: Buffer): void {
    const secret = exchange.computeSecret(share.subarray(5));
    master = expand(secret, 'master secret', Buffer.concat([clientRandom, random]), 48);
    const block = expand(master, 'key expansion', Buffer.concat([random, clientRandom]), 40);
    const part = (from: number, to: number): Buffer => block.subarray(from, to);
    keys = { read: new Sealed(part(0, 16), part(32, 36)), write: new Sealed(part(16, 32), part(36, 40)) };
  }

  function take(type: number, bytes: Buffer): void {
    if (type === CHANGE_CIPHER) return;
    const plain = keys ? keys.read.open(type, bytes) : bytes;
    if (type === HANDSHAKE) told.push(plain);
    if (type === HANDSHAKE && plain[0] === 1) greet(plain);
    else if (type === HANDSHAKE && plain[0] === 16) agree(plain);
    else if (type === HANDSHAKE && keys) {
      const finished = message(20, expand(master, 'server finished', sha256(told), 12));
      socket.write(Buffer.concat([record(CHANGE_CIPHER, Buffer.from([1])), keys.write.seal(HANDSHAKE, finished)]));
    } else if (type === DATA && keys) {
      const head = `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
      socket.write(keys.write.seal(DATA, Buffer.from(head + body)));
    }
  }

  let pending: Buffer = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= 5 && pending.length >= 5 + pending.readUInt16BE(3)) {
      const end = 5 + pending.readUInt16BE(3);
      const [type = 0] = pending;
      const bytes = pending.subarray(5, end);
      pending = pending.subarray(end);
      // An alert: the other side has had enough.
      if (type === 21) socket.destroy();
      else take(type, bytes);
    }
  });
}

/** A server without secure renegotiation, on 127.0.0.1. */
export async function startOldServer(body: string): Promise<{ readonly port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    speak(socket, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
