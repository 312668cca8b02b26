import { normaliseUrl } from '../normalise-url.ts';
import { shownText } from './shown-text.ts';

const REFRESH = /<meta\b[^<>]*http-equiv\s?=\s?["']?refresh["']?[^<>]*>/i;
const TARGET = /content\s?=\s?["']?\s{0,9}(\d{1,4})(?:\.\d{1,9})?\s{0,9}[;,]\s{0,9}url\s?=\s?['"]?([^'"<>]{1,2000})/i;
const SCRIPT =
  /(?:^|[^\w.])(?:(?:window|self|top|document)\.)?location(?:\.href\s?=|\s?=|\.(?:replace|assign)\s?\()\s?(["'])([^"'\\<>]{1,2000})\1\s?\)?\s?(?:;|<|\}|$)/m;
/** A choice, most often of a page for telephones: where it leads is not for us to say. */
const CHOICE = /\bif\s?\(|userAgent/;
/** Seconds after which a page is meant to be read first. */
const AT_ONCE = 5;
/** Characters that a page shows that only leads on. */
const NOTICE = 100;
const LONGEST = 5_000;

/** Where a page leads that only redirects, by `<meta http-equiv=refresh>` or one line of script; null for other pages. */
export function clientRedirect(html: string, base: string): string | null {
  if (html.length > LONGEST || shownText(html, NOTICE) === null) return null;
  const live = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const [, seconds, refreshed] = TARGET.exec(REFRESH.exec(live)?.[0] ?? '') ?? [];
  const scripted = CHOICE.test(live) ? undefined : SCRIPT.exec(live)?.[2];
  const href = refreshed !== undefined && Number(seconds) <= AT_ONCE ? refreshed : scripted;
  const target = href === undefined ? null : normaliseUrl(href.replaceAll('&amp;', '&'), base);
  return target === base ? null : target;
}
