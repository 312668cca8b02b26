import { lookup, Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { BoundedCache } from '../../src/model/bytes/bounded-cache.ts';
import { BilingualError, textOf } from '../../src/model/messages/bilingual-error.ts';
import { FetchError } from '../errors.ts';

/** Where a connection goes. `port` is null for the one of the URL. */
export interface Endpoint {
  /** An IP address, without brackets. */
  readonly address: string;
  readonly port: number | null;
}

interface AddressBookOptions {
  /** Private and loopback addresses may be connected to. */
  readonly allowPrivate: boolean;
  /** Host name to `address:port`, in place of what DNS says. */
  readonly connect: Readonly<Record<string, string>>;
}

interface Known {
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly endpoints: Promise<readonly Endpoint[]>;
}

const KEPT_FOR = 300_000;
/** A name that failed is asked again soon, but not by every page that links to it. */
const FAILURE_KEPT_FOR = 30_000;
const MOST_KEPT = 10_000;
const MOST_ADDRESSES = 4;

/**
 * Host names to addresses that may be connected to. Connections are made to the address given here and never look the
 * name up again, so an answer of DNS can't change between the check and the connection.
 */
export class AddressBook {
  readonly #options: AddressBookOptions;
  readonly #fixed: ReadonlyMap<string, Endpoint>;
  readonly #known = new BoundedCache<string, Known>(MOST_KEPT);
  readonly #resolver = new Resolver({ timeout: 5_000, tries: 2 });

  /** @throws {FetchError} DNS where an entry of `connect` is no `address:port`. */
  constructor(options: AddressBookOptions) {
    this.#options = options;
    this.#fixed = new Map(
      Object.entries(options.connect).map(([name, target]) => [name.toLowerCase(), parseTarget(name, target)]),
    );
  }

  /**
   * The addresses of a host name as it stands in a URL, the one to try first at the head.
   *
   * @throws {FetchError} DNS where it has none; PRIVATE_ADDRESS where none of them may be connected to.
   */
  endpoints(hostname: string): Promise<readonly Endpoint[]> {
    const now = Date.now();
    const known = this.#known.get(hostname);
    if (known && known.until > now) return known.endpoints;
    const endpoints = this.#find(hostname);
    this.#known.set(hostname, { until: now + KEPT_FOR, endpoints });
    endpoints.catch(() => this.#known.set(hostname, { until: now + FAILURE_KEPT_FOR, endpoints }));
    return endpoints;
  }

  /** From now on the name is connected to at this address first, as another did not answer. */
  prefer(hostname: string, { address }: Endpoint): void {
    const known = this.#known.get(hostname);
    if (!known) return;
    const endpoints = known.endpoints.then((all) => [
      ...all.filter((each) => each.address === address),
      ...all.filter((each) => each.address !== address),
    ]);
    this.#known.set(hostname, { until: known.until, endpoints });
  }

  async #find(hostname: string): Promise<readonly Endpoint[]> {
    const fixed = this.#fixed.get(hostname.toLowerCase());
    const bare = hostname.replace(/^\[|\]$/g, '');
    const found = fixed ? [fixed] : isIP(bare) !== 0 ? [{ address: bare, port: null }] : await this.#ask(bare);
    const open = found.filter(({ address }) => mayConnect(address, this.#options.allowPrivate));
    if (open.length > 0) return open.slice(0, MOST_ADDRESSES);
    const addresses = found.map(({ address }) => address).join(', ');
    throw new FetchError('PRIVATE_ADDRESS', {
      zh: `${hostname} 的地址为 ${addresses}，不是公网地址，未访问。若该网站确在你自己的网络内，请用 --allow-private`,
      en: `${hostname} is at ${addresses}, which is no public address; it was not asked. Use --allow-private if the portal really is in your own network`,
    });
  }

  /** DNS itself first, as the system's look-up holds a thread of the pool that the corpus needs too. */
  async #ask(hostname: string): Promise<Endpoint[]> {
    const answers = await Promise.allSettled([this.#resolver.resolve4(hostname), this.#resolver.resolve6(hostname)]);
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    const slow = answers.some((answer) => answer.status === 'rejected' && answer.reason?.code === 'ETIMEOUT');
    try {
      if (addresses.length === 0 && slow)
        throw new BilingualError({ zh: '10 秒内没有答复', en: 'no answer within 10 seconds' });
      const all =
        addresses.length > 0 ? addresses : (await lookup(hostname, { all: true })).map(({ address }) => address);
      return all.map((address) => ({ address, port: null }));
    } catch (error) {
      const { zh, en } = textOf(error);
      throw new FetchError(
        'DNS',
        {
          zh: `找不到 ${hostname} 的地址（${zh}）；请核对名称，或检查网络的 DNS`,
          en: `${hostname} has no address (${en}); check the name, or the network's DNS`,
        },
        { cause: error },
      );
    }
  }
}

function parseTarget(name: string, target: string): Endpoint {
  const match = /^(?:\[([0-9a-f:.]+)\]|([0-9.]+)):(\d{1,5})$/i.exec(target);
  const address = match?.[1] ?? match?.[2] ?? '';
  const port = Number(match?.[3]);
  if (isIP(address) === 0 || port < 1 || port > 65_535) {
    throw new FetchError('DNS', {
      zh: `connect：${name} 指向 ${JSON.stringify(target)}，不是带端口的地址；请写成 127.0.0.2:8080 或 [::1]:8080`,
      en: `connect: ${name} leads to ${JSON.stringify(target)}, which is no address with a port; write it as 127.0.0.2:8080 or [::1]:8080`,
    });
  }
  return { address, port };
}

/** What a person may open with `--allow-private`; addresses of a link, of groups and of nobody stay shut. */
const PRIVATE = new Set(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat', 'benchmarking']);

function mayConnect(address: string, allowPrivate: boolean): boolean {
  const range = ipaddr.process(address).range();
  return range === 'unicast' || (allowPrivate && PRIVATE.has(range));
}
