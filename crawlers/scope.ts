import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { BilingualError } from '../src/model/messages/bilingual-error.ts';

const ALWAYS = '*.gov.cn';

/** Which addresses a crawl may ask: those under `gov.cn` and on the declared hosts. Throws as `onHosts` does. */
export const makeScope = (hosts: readonly string[]): ((url: string) => boolean) => onHosts([ALWAYS, ...hosts]);

/**
 * Which addresses lie on these hosts: `*.` at the start of a pattern stands for any subdomain and for the name itself. An IP
 * address is meant only where it is declared as it stands.
 *
 * @throws {BilingualError} where a pattern is no host name, or would open a whole top-level domain.
 */
export function onHosts(hosts: readonly string[]): (url: string) => boolean {
  const exact = new Set<string>();
  const suffixes: string[] = [];
  for (const pattern of hosts) {
    const wide = pattern.startsWith('*.');
    const name = hostName(wide ? pattern.slice(2) : pattern);
    if (name === null || (wide && (isIP(name) !== 0 || !name.includes('.')))) {
      const shown = JSON.stringify(pattern);
      throw new BilingualError({
        zh: `${shown} 不是主机名的写法；请写 www.example.cn 这样的名称，或以 *.example.cn 表示其子域名`,
        en: `${shown} is no pattern for hosts; write a name such as www.example.cn, or *.example.cn for its subdomains`,
      });
    }
    exact.add(name);
    if (wide) suffixes.push(`.${name}`);
  }
  return (url) => {
    const host = hostOf(url);
    return host !== null && (exact.has(host) || (isIP(host) === 0 && suffixes.some((suffix) => host.endsWith(suffix))));
  };
}

function hostName(text: string): string | null {
  const bare = text.trim().replace(/\.$/, '');
  if (isIP(bare) !== 0) return bare;
  // What stands behind the name of an address would be cut off in silence.
  const name = /[\s/\\?#@:%]/.test(bare) ? '' : domainToASCII(bare);
  return /^(?!-)[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(name) ? name : null;
}

function hostOf(address: string): string | null {
  try {
    const { protocol, hostname, username, password } = new URL(address);
    if ((protocol !== 'http:' && protocol !== 'https:') || username !== '' || password !== '') return null;
    return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  } catch {
    return null;
  }
}
