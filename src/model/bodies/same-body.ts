import type { PlacedBody } from './body-place.ts';
import { areaOf, placeCode } from './region-code.ts';

/** What a known body is compared by. */
export type KnownPlace = Pick<PlacedBody, 'rest' | 'place' | 'above' | 'code' | 'region' | 'origin'>;

/** `www.qinglan.gov.cn` and `czj.qinglan.gov.cn` are of one domain. */
const domainOf = (origin: string | null): string | null =>
  /[^./]+(?:\.gov)?\.[a-z]{2,}$/.exec(origin ?? '')?.[0] ?? null;

/** Districts of many cities share their names; counties and cities do not. */
const isShared = (place: string): boolean => place.endsWith('区');

export type Likeness = 'same' | 'other' | 'doubtful';

function compareNamed(known: KnownPlace, found: KnownPlace, place: string): Likeness {
  if (known.above !== null && found.above !== null && known.above !== found.above) return 'other';
  if (known.above !== null && known.above === found.above) return 'same';
  const [left, right] = [known, found].map(({ region }) => areaOf(placeCode(region)));
  if (left && right) {
    if (left === right) return 'same';
    const domain = domainOf(known.origin);
    if (domain !== null && domain === domainOf(found.origin)) return 'same';
    return isShared(place) ? 'other' : 'doubtful';
  }
  const hosts = [known, found].map(({ origin }) => domainOf(origin));
  return isShared(place) && hosts[0] && hosts[1] && hosts[0] !== hosts[1] ? 'doubtful' : 'same';
}

/**
 * Whether a body that was found is one that is known. Two unknown places are never the same place; names of places that are
 * unique are the same whatever code stands beside them, and doubtful then.
 */
export function likeness(known: KnownPlace, found: KnownPlace): Likeness {
  if (known.rest !== found.rest) return 'other';
  if (known.place !== null && found.place !== null) {
    return known.place === found.place ? compareNamed(known, found, known.place) : 'other';
  }
  if (known.code !== null && found.code !== null) return known.code === found.code ? 'same' : 'other';
  const bothUnknown = [known, found].every(({ place, code }) => place === null && code === null);
  return bothUnknown && known.origin !== null && known.origin === found.origin ? 'same' : 'other';
}

/** What a known body learns from one that is the same: the parts of its place that it lacked. */
export function learnt(known: KnownPlace, found: KnownPlace): Pick<KnownPlace, 'place' | 'above' | 'code' | 'region'> {
  const knowsCode = known.code !== null || found.code === null;
  return {
    place: known.place ?? found.place,
    above: known.above ?? found.above,
    code: known.code ?? found.code,
    region: knowsCode ? (known.region ?? found.region) : found.region,
  };
}
