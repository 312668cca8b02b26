import { pixels } from './lengths.ts';

/** Whether a condition holds on the screen of a reader; `maybe` where that depends on the screen. */
export type Holds = 'yes' | 'no' | 'maybe';

/** The windows, in pixels, in which pages are read at a desk. */
const NARROWEST = 1_024;
const WIDEST = 1_920;
const LOWEST = 600;
const HIGHEST = 1_200;

/** Features of Media Queries 4 and 5 as on a usual screen. */
const FEATURES: ReadonlyMap<string, Holds> = new Map([
  ['color', 'yes'],
  ['orientation:landscape', 'yes'],
  ['orientation:portrait', 'no'],
  ['hover:hover', 'yes'],
  ['hover', 'yes'],
  ['hover:none', 'no'],
  ['pointer:fine', 'yes'],
  ['pointer:coarse', 'no'],
  ['prefers-color-scheme:light', 'yes'],
  ['prefers-color-scheme:dark', 'no'],
  ['prefers-reduced-motion:no-preference', 'yes'],
  ['prefers-reduced-motion:reduce', 'no'],
  ['scripting:enabled', 'yes'],
  ['grid:0', 'yes'],
]);

const SIZE = /^(min|max)-(?:device-)?(width|height):(.+)$/;

function featureHolds(feature: string): Holds {
  const known = FEATURES.get(feature);
  if (known) return known;
  const [, end, side, value = ''] = SIZE.exec(feature) ?? [];
  const bound = pixels(value, 16);
  if (end === undefined || bound === null) return 'maybe';
  const [least, most] = side === 'width' ? [NARROWEST, WIDEST] : [LOWEST, HIGHEST];
  if (end === 'min') return bound <= least ? 'yes' : bound > most ? 'no' : 'maybe';
  return bound >= most ? 'yes' : bound < least ? 'no' : 'maybe';
}

const NOT: Readonly<Record<Holds, Holds>> = { yes: 'no', no: 'yes', maybe: 'maybe' };
const QUERY = /^(?:(only|not)\s+)?([a-z-]+)?\s*((?:(?:and\s*)?\([^()]*\)\s*)*)$/;

function queryHolds(query: string): Holds {
  const match = QUERY.exec(query.trim().toLowerCase());
  if (!match) return query.includes('(') ? 'maybe' : 'no';
  const [, prefix, type = 'all', rest = ''] = match;
  const features = [...rest.matchAll(/\(([^()]*)\)/g)].map(([, one = '']) => featureHolds(one.replace(/\s+/g, '')));
  const all: readonly Holds[] = [type === 'all' || type === 'screen' ? 'yes' : 'no', ...features];
  const holds = all.includes('no') ? 'no' : all.includes('maybe') ? 'maybe' : 'yes';
  return prefix === 'not' ? NOT[holds] : holds;
}

/** Whether a list of media, as a rule or an element names it, holds for a screen. */
export function mediaHold(media: string): Holds {
  if (media.trim() === '') return 'yes';
  const all = media.split(',').map(queryHolds);
  return all.includes('yes') ? 'yes' : all.includes('maybe') ? 'maybe' : 'no';
}
