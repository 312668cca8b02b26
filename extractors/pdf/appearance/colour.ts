/** Red, green and blue from 0 to 1; null where a pattern, a shading or a picture gives the colour. */
export type Colour = readonly [number, number, number] | null;

export const BLACK: Colour = [0, 0, 0];
export const WHITE: Colour = [1, 1, 1];

/** Two colours that differ by less than this in every component are one to the eye: six steps of 255. */
export const SAME = 0.025;
/** Text that differs from what is behind it by less than this is faint, as watermarks are. */
export const FAINT = 0.2;

const HEX = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i;
const known = new Map<string, Colour>();

/** A colour as pdf.js lists it (`#rrggbb`); null for anything else. */
export function parseColour(text: unknown): Colour {
  if (typeof text !== 'string') return null;
  const found = known.get(text);
  if (found !== undefined) return found;
  const parts = HEX.exec(text);
  const colour: Colour = parts
    ? [
        parseInt(parts[1] as string, 16) / 255,
        parseInt(parts[2] as string, 16) / 255,
        parseInt(parts[3] as string, 16) / 255,
      ]
    : null;
  if (known.size > 10_000) known.clear();
  known.set(text, colour);
  return colour;
}

/** The greatest difference between two colours in any component; null where either is unknown. */
export function contrast(a: Colour, b: Colour): number | null {
  if (a === null || b === null) return null;
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));
}

export const isDark = (colour: Colour): boolean => colour !== null && (colour[0] + colour[1] + colour[2]) / 3 < 0.5;

/** What something is painted with: ISO 32000-1, 8.6 (colour), 11.3.5 (blend mode), 11.6.4 (constant opacity). */
export interface Paint {
  readonly colour: Colour;
  readonly alpha: number;
  /** The blend mode as pdf.js names it; `source-over` is the normal one. */
  readonly blend: string;
}

const BLENDS: Readonly<Record<string, (under: number, over: number) => number>> = {
  'source-over': (_, over) => over,
  multiply: (under, over) => under * over,
  darken: Math.min,
  lighten: Math.max,
  screen: (under, over) => under + over - under * over,
  difference: (under, over) => Math.abs(under - over),
  exclusion: (under, over) => under + over - 2 * under * over,
};

/** The colour that a place has after something was painted over it; null where that can't be told. */
export function paintOver(under: Colour, { colour, alpha, blend }: Paint): Colour {
  if (alpha <= 0) return under;
  if (colour !== null && alpha >= 1 && blend === 'source-over') return colour;
  const mix = BLENDS[blend];
  if (under === null || colour === null || !mix) return null;
  const part = (at: 0 | 1 | 2): number => under[at] * (1 - alpha) + mix(under[at], colour[at]) * alpha;
  return [part(0), part(1), part(2)];
}
