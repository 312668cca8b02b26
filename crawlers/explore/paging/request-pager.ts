import type { Ask } from '../../../src/model/crawl/visit.ts';
import type { Turn, Way } from './dialect.ts';
import { isPageName, isSizeName, pageRank, plainName, RECORD_NAMES } from './parameters.ts';
import { type RequestSlot, slotsOf } from './request-slots.ts';

/** The request that a page came from. */
export function askOfPage({ found, facts }: Turn): Ask {
  const { posted } = found;
  if (posted === null) return { url: facts.url, method: 'GET', body: null, bodyType: null };
  const bodyType = /^\s*[{[]/.test(posted) ? 'application/json' : 'application/x-www-form-urlencoded';
  return { url: facts.url, method: 'POST', body: posted, bodyType };
}

const named = (slots: readonly RequestSlot[], name: string | null): RequestSlot | undefined =>
  slots.find((slot) => plainName(slot.name) === name);

/** Advances by the records that came: servers give fewer than they are asked for. */
function byRecords(ask: Ask, received: number): Way[] {
  const slots = slotsOf(ask);
  return RECORD_NAMES.flatMap(({ start, end }) => {
    const from = named(slots, start);
    if (!from || received === 0) return [];
    const to = named(slots, end);
    const begun = from.with(from.value + received);
    const ended = to && named(slotsOf(begun), end)?.with(from.value + received + to.value - from.value);
    return [{ dialect: `records:${start}`, ask: ended ?? begun }];
  });
}

/** The next number in each place that may be the page's. */
const byNumber = (ask: Ask): Way[] =>
  slotsOf(ask)
    .filter(({ name }) => isPageName(name))
    .sort((a, b) => pageRank(a.name) - pageRank(b.name))
    .map((slot) => ({ dialect: `number:${slot.name}`, ask: slot.with(slot.value + 1) }));

/** A server that ignores records, and has nothing else in its address, counts pages. */
function numberAdded(ask: Ask, { at }: Turn): Way[] {
  const slots = slotsOf(ask);
  if (slots.some(({ name }) => isPageName(name)) || !named(slots, 'startrecord')) return [];
  const url = new URL(ask.url);
  url.searchParams.set('page', String(at + 1));
  return [{ dialect: 'number added', ask: { ...ask, url: url.href } }];
}

/** Further pages by the numbers of the request that this one came from. */
export function requestWays(turn: Turn): Way[] {
  const ask = askOfPage(turn);
  return [...byRecords(ask, turn.received), ...byNumber(ask), ...numberAdded(ask, turn)];
}

/** Page sizes that every server gave that was seen. */
const SMALLER = [50, 20, 10] as const;

/** How many items this page was asked for; null where the request does not say. */
export function askedSize(turn: Turn): number | null {
  const slots = slotsOf(askOfPage(turn));
  for (const { start, end } of RECORD_NAMES) {
    const [from, to] = [named(slots, start), named(slots, end)];
    if (from && to) return to.value - from.value + 1;
  }
  return slots.find(({ name }) => isSizeName(name))?.value ?? null;
}

/** The same page in smaller pieces, for a server that gives nothing above its own ceiling. */
export function smallerAsk(turn: Turn): Ask | null {
  const ask = askOfPage(turn);
  const asked = askedSize(turn);
  const size = SMALLER.find((one) => asked !== null && one < asked);
  if (size === undefined) return null;
  let smaller = ask;
  for (const { name } of slotsOf(ask).filter((slot) => isSizeName(slot.name))) {
    const slot = slotsOf(smaller).find((one) => one.name === name);
    if (slot) smaller = slot.with(Math.min(slot.value, size));
  }
  for (const { start, end } of RECORD_NAMES) {
    const from = named(slotsOf(smaller), start);
    if (from) smaller = named(slotsOf(smaller), end)?.with(from.value + size - 1) ?? smaller;
  }
  return smaller.url === ask.url && smaller.body === ask.body ? null : smaller;
}
