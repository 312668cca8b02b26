/** What robots.txt may call this crawler; the first word of its User-Agent, so that the two can't differ. */
export const PRODUCT_TOKEN = 'Lanting';

/**
 * The User-Agent, the same for static and rendered pages. `contact` is an address or URL at which whoever runs the crawl
 * can be reached; anything but printable ASCII and brackets is left out of it.
 */
export function userAgent(version: string, contact: string): string {
  const plain = (text: string) => text.replace(/[^\x20-\x7e]|[()]/g, '').trim();
  return `${PRODUCT_TOKEN}/${plain(version)} (+${plain(contact)})`;
}
