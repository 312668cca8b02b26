import { isUtf8 } from 'node:buffer';
import { normaliseUrl } from '../normalise-url.ts';
import { type Exchange, headerOf } from './exchange.ts';

const gb18030 = new TextDecoder('gb18030');

/**
 * Where an answer redirects to, absolute and normalised; null where its Location is absent or can't be followed.
 * Portals put Chinese paths into the header unescaped, as UTF-8 or GBK.
 */
export function locationOf(exchange: Pick<Exchange, 'url' | 'headers'>): string | null {
  const value = headerOf(exchange, 'location');
  if (value === null) return null;
  const bytes = Buffer.from(value, 'latin1');
  return normaliseUrl(isUtf8(bytes) ? bytes.toString('utf8') : gb18030.decode(bytes), exchange.url);
}
