const LONGEST = 86_400_000;

/**
 * When a Retry-After header lets the next request go out, ms since 1970: seconds or an HTTP date, at most a day from
 * `now`. Null where there is none or it can't be read.
 */
export function retryAt(value: string | null, now: number): number | null {
  if (value === null) return null;
  const text = value.trim();
  const wait = /^\d{1,12}$/.test(text) ? Number(text) * 1000 : httpDate(text) - now;
  return Number.isNaN(wait) ? null : now + Math.min(Math.max(wait, 0), LONGEST);
}

/** Only text that begins with a day's name is a date: Date.parse takes far too much for one. */
const httpDate = (text: string): number =>
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i.test(text) ? Date.parse(text) : Number.NaN;
