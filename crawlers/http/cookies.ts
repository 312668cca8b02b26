import { Cookie, CookieJar } from 'tough-cookie';

const MOST_COOKIES = 50;
const LONGEST = 4_096;

/**
 * Cookies of one run, kept apart by host: what one host set goes back to that host alone, whatever domain it names. Some
 * portals redirect for ever to who does not bring their cookie back.
 */
export class Cookies {
  readonly #jars = new Map<string, CookieJar>();

  /** The Cookie header for a request; null where the host set none. */
  header(url: URL): string | null {
    return this.#jars.get(url.hostname)?.getCookieStringSync(url.href) || null;
  }

  /** Takes the Set-Cookie headers of an answer; those that can't be read are ignored, as browsers do. */
  take(url: URL, values: readonly string[]): void {
    for (const value of values) {
      const cookie = value.length <= LONGEST ? Cookie.parse(value) : undefined;
      if (!cookie) continue;
      cookie.domain = null;
      const jar = this.#jars.get(url.hostname) ?? new CookieJar(undefined, { rejectPublicSuffixes: false });
      this.#jars.set(url.hostname, jar);
      const held = jar.serializeSync()?.cookies ?? [];
      if (held.length < MOST_COOKIES || held.some(({ key }) => key === cookie.key)) {
        jar.setCookieSync(cookie, url.href, { ignoreError: true });
      }
    }
  }
}
