import type { CrawlRequest } from '../../../src/model/crawl/entry.ts';
import type { Turn, Way } from './dialect.ts';
import { isPageName, isSizeName, pageRank, plainName, RECORD_NAMES } from './parameters.ts';
import { type RequestSlot, slotsOf } from './request-slots.ts';

/** The request that a page came from. */
export function requestOfPage({ found, facts }: Turn): CrawlRequest {
  const { posted } = found;
  if (posted === null) return { url: facts.url, method: 'GET', body: null, bodyType: null };
  const bodyType = /^\s*[{[]/.test(posted) ? 'application/json' : 'application/x-www-form-urlencoded';
  return { url: facts.url, method: 'POST', body: posted, bodyType };
}

const named = (slots: readonly RequestSlot[], name: string | null): RequestSlot | undefined =>
  slots.find((slot) => plainName(slot.name) === name);

/** Advances by the records that came: servers give fewer than they are asked for. */
function byRecords(request: CrawlRequest, received: number): Way[] {
  const slots = slotsOf(request);
  return RECORD_NAMES.flatMap(({ start, end }) => {
    const from = named(slots, start);
    if (!from || received === 0) return [];
    const to = named(slots, end);
    const begun = from.with(from.value + received);
    const ended = to && named(slotsOf(begun), end)?.with(from.value + received + to.value - from.value);
    return [{ dialect: `records:${start}`, request: ended ?? begun }];
  });
}

/** The next number in each place that may be the page's. */
const byNumber = (request: CrawlRequest): Way[] =>
  slotsOf(request)
    .filter(({ name }) => isPageName(name))
    .sort((a, b) => pageRank(a.name) - pageRank(b.name))
    .map((slot) => ({ dialect: `number:${slot.name}`, request: slot.with(slot.value + 1) }));

/** A server that ignores records, and has nothing else in its address, counts pages. */
function numberAdded(request: CrawlRequest, { at }: Turn): Way[] {
  const slots = slotsOf(request);
  if (slots.some(({ name }) => isPageName(name)) || !named(slots, 'startrecord')) return [];
  const url = new URL(request.url);
  url.searchParams.set('page', String(at + 1));
  return [{ dialect: 'number added', request: { ...request, url: url.href } }];
}

/** Further pages by the numbers of the request that this one came from. */
export function requestWays(turn: Turn): Way[] {
  const request = requestOfPage(turn);
  return [...byRecords(request, turn.received), ...byNumber(request), ...numberAdded(request, turn)];
}

/** Page sizes that every server gave that was seen. */
const SMALLER = [50, 20, 10] as const;

/** How many items this page was asked for; null where the request does not say. */
export function requestedSize(turn: Turn): number | null {
  const slots = slotsOf(requestOfPage(turn));
  for (const { start, end } of RECORD_NAMES) {
    const [from, to] = [named(slots, start), named(slots, end)];
    if (from && to) return to.value - from.value + 1;
  }
  return slots.find(({ name }) => isSizeName(name))?.value ?? null;
}

/** The same page in smaller pieces, for a server that gives nothing above its own ceiling. */
export function smallerRequest(turn: Turn): CrawlRequest | null {
  const request = requestOfPage(turn);
  const asked = requestedSize(turn);
  const size = SMALLER.find((one) => asked !== null && one < asked);
  if (size === undefined) return null;
  let smaller = request;
  for (const { name } of slotsOf(request).filter((slot) => isSizeName(slot.name))) {
    const slot = slotsOf(smaller).find((one) => one.name === name);
    if (slot) smaller = slot.with(Math.min(slot.value, size));
  }
  for (const { start, end } of RECORD_NAMES) {
    const from = named(slotsOf(smaller), start);
    if (from) smaller = named(slotsOf(smaller), end)?.with(from.value + size - 1) ?? smaller;
  }
  return smaller.url === request.url && smaller.body === request.body ? null : smaller;
}
