import type { CrawlRequest } from '../../../src/model/crawl/entry.ts';
import { wholeNumber, withQuery } from '../../families/request.ts';

/** A number in a request, and the request with another in its place. */
export interface RequestSlot {
  /** As the request names it, without the names around it. */
  readonly name: string;
  readonly value: number;
  readonly with: (value: number) => CrawlRequest;
}

const DEPTH = 4;
const PATH_NUMBER = /\/(page|pageno|pageindex|pagenum)[/_-](\d{1,4})(?=[/._?-]|$)/i;

type Values = Readonly<Record<string, unknown>>;

const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null;

function parsed(text: string): Values | null {
  if (!/^\s*[{[]/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isValues(value) ? value : null;
  } catch {
    return null;
  }
}

interface Place {
  readonly name: string;
  readonly value: number;
  readonly put: (value: number) => unknown;
}

/** The numbers of a JSON value by name; a number that was written as text stays text. */
function placesIn(value: Values, depth = 0): Place[] {
  if (depth > DEPTH) return [];
  return Object.entries(value).flatMap(([name, inner]): Place[] => {
    const whole = Array.isArray(value)
      ? (changed: unknown) => value.map((one, at) => (String(at) === name ? changed : one))
      : (changed: unknown) => ({ ...value, [name]: changed });
    if (isValues(inner)) {
      return placesIn(inner, depth + 1).map((place) => ({ ...place, put: (number) => whole(place.put(number)) }));
    }
    const number = wholeNumber(inner);
    if (number === null) return [];
    return [{ name, value: number, put: (to) => whole(typeof inner === 'string' ? String(to) : to) }];
  });
}

/** Numbers of a parameter: its own, or those of the JSON that it carries. */
function placesOf(name: string, text: string): Place[] {
  const inner = parsed(text);
  if (inner) return placesIn(inner).map((place) => ({ ...place, put: (to) => JSON.stringify(place.put(to)) }));
  const value = wholeNumber(text);
  return value === null ? [] : [{ name, value, put: String }];
}

function ofQuery(request: CrawlRequest): RequestSlot[] {
  return [...new URL(request.url).searchParams].flatMap(([name, text]) =>
    placesOf(name, text).map((place) => ({
      name: place.name,
      value: place.value,
      with: (to: number) => ({ ...request, url: withQuery(request.url, { [name]: String(place.put(to)) }) }),
    })),
  );
}

function ofPath(request: CrawlRequest): RequestSlot[] {
  const found = PATH_NUMBER.exec(new URL(request.url).pathname);
  const [whole = '', name = '', digits = ''] = found ?? [];
  if (!found) return [];
  const put = (to: number): string => request.url.replace(whole, whole.slice(0, -digits.length) + to);
  return [{ name, value: Number(digits), with: (to) => ({ ...request, url: put(to) }) }];
}

function ofBody(request: CrawlRequest): RequestSlot[] {
  const { body } = request;
  if (body === null) return [];
  const json = parsed(body);
  if (json) {
    return placesIn(json).map(({ name, value, put }) => ({
      name,
      value,
      with: (to: number) => ({ ...request, body: JSON.stringify(put(to)) }),
    }));
  }
  const form = new URLSearchParams(body);
  return [...form].flatMap(([name, text]) =>
    placesOf(name, text).map((place) => ({
      name: place.name,
      value: place.value,
      with: (to: number) => {
        const changed = new URLSearchParams(form);
        changed.set(name, String(place.put(to)));
        return { ...request, body: changed.toString() };
      },
    })),
  );
}

/** The whole numbers that a request carries: in its body, its query, JSON within either, and the steps of its path. */
export const slotsOf = (request: CrawlRequest): readonly RequestSlot[] => [
  ...ofBody(request),
  ...ofQuery(request),
  ...ofPath(request),
];
