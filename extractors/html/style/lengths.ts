/** Pixels of the units of CSS Values 4 §6; what depends on the page is taken as on a usual screen. */
const UNITS: Readonly<Record<string, number>> = {
  ...{ px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 37.8, mm: 3.78, q: 0.945 },
  ...{ rem: 16, vw: 13, vh: 7, vmin: 7, vmax: 13 },
};
/** In sizes of the font. */
const OF_FONT: Readonly<Record<string, number>> = { em: 1, ex: 0.5, ch: 0.5, ic: 1, lh: 1.2 };

const LENGTH = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*|%)$/;

/**
 * A length in pixels; null for what is none or depends on more than the font (`auto`, `calc()`).
 *
 * @param size of the font, in pixels
 * @param whole what 100 % are, in pixels
 */
export function pixels(value: string, size: number, whole: number | null = null): number | null {
  const match = LENGTH.exec(value);
  if (!match) return null;
  const [, digits, unit = ''] = match;
  const number = Number(digits);
  if (number === 0) return 0;
  if (unit === '%') return whole === null ? null : (number * whole) / 100;
  // A number without a unit is a length where a page is in quirks mode.
  if (unit === '') return number;
  const factor = UNITS[unit] ?? (unit in OF_FONT ? (OF_FONT[unit] as number) * size : undefined);
  return factor === undefined ? null : number * factor;
}

/** Four sides as a shorthand gives them: top, right, bottom, left. */
export function sides(value: string): readonly [string, string, string, string] {
  const [top = '0', right = top, bottom = top, left = right] = value.split(/\s+/);
  return [top, right, bottom, left];
}
