import { detectSignature } from '../../src/model/bytes/signature.ts';
import { decodeBytes } from '../../src/model/text/charset.ts';
import { type Exchange, headerOf } from '../http/exchange.ts';

const TEXT = /^(?:text\/|application\/(?:json|javascript|x-javascript|ecmascript|xml|[\w.-]+\+(?:json|xml)))/i;

/** Whether an answer is a page to draw, not a file that the browser would show or store. */
export const isPage = (exchange: Exchange): boolean =>
  TEXT.test(headerOf(exchange, 'content-type') ?? 'text/html') && detectSignature(exchange.body) !== 'pdf';

/** Text goes to the browser as UTF-8, decided by its bytes: portals name the wrong charset, and the browser believes them. */
export function fulfilment(exchange: Exchange): { status: number; headers: Record<string, string>; body: Buffer } {
  const type = headerOf(exchange, 'content-type') ?? 'text/html';
  const isText = TEXT.test(type);
  const body = isText ? Buffer.from(decodeBytes(exchange.body).text) : Buffer.from(exchange.body);
  const allowed = headerOf(exchange, 'access-control-allow-origin');
  return {
    status: exchange.status,
    headers: {
      'content-type': isText ? `${type.split(';', 1)[0]}; charset=utf-8` : type,
      ...(allowed === null ? {} : { 'access-control-allow-origin': allowed }),
    },
    body,
  };
}
