/** Calls that ask for something at an address: the address whole in one literal, nothing joined to it. */
const REQUEST =
  /(?:\.open\s*\(\s*["'](?:GET|get)["']\s*,|\bfetch\s*\(|\$\.(?:get|getJSON|getScript)\s*\(|\.load\s*\(|axios\.get\s*\(|\burl\s*:|\.src\s*=)\s*(["'])([^"'\s<>{}]{2,500})\1\s*(?=[,);}\]]|$|\n)/g;
/** A form that is sent, counters and the like. */
const POSTED = /type\s*:\s*["']post|method\s*:\s*["']post/i;
export const NO_DATA =
  /\.(?:css|png|jpe?g|gif|svg|woff2?|ico)(?:\?|$)|count|hits|stat|log|weather|login|captcha|verify|search/i;
/** A page's list has one request, its menus a few. */
const MOST = 4;

/** Addresses that a page's own scripts ask for with GET and that stand in them as they are; what is posted or put together is left out. */
export function scriptRequests(scripts: string): readonly string[] {
  const found = new Set<string>();
  for (const match of scripts.matchAll(REQUEST)) {
    const [, , address = ''] = match;
    const around = scripts.slice(Math.max(0, match.index - 120), match.index + 200);
    if (!NO_DATA.test(address) && /[/?.]/.test(address) && !POSTED.test(around)) found.add(address);
    if (found.size >= MOST) break;
  }
  return [...found];
}
