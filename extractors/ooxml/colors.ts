import { childOf, elementsOf, type XmlElement } from './parse-xml.ts';

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

export const BLACK: Rgb = [0, 0, 0];
export const WHITE: Rgb = [255, 255, 255];

/** `FFFFFF`, or with the opacity in front `FFFFFFFF`. */
export function parseHex(text: string | undefined): Rgb | null {
  const digits = /^#?(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(text ?? '')?.[1];
  if (digits === undefined) return null;
  const value = Number.parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** So much of one colour over another, 0 to 1. */
export const mixed = (over: Rgb, under: Rgb, share: number): Rgb =>
  over.map((value, at) => Math.round(value * share + (under[at] as number) * (1 - share))) as unknown as Rgb;

/** Lightens towards white by a positive share, darkens towards black by a negative one (ISO/IEC 29500-1, 18.8.3). */
export const tinted = (color: Rgb, tint: number): Rgb =>
  tint >= 0 ? mixed(WHITE, color, Math.min(tint, 1)) : mixed(BLACK, color, Math.min(-tint, 1));

/** Text so near the colour behind it (of 442 from black to white) is not seen, or hardly; chosen here: F2F2F2 on white is 23, D9D9D9 is 66. */
const [UNSEEN, FAINT] = [24, 90];

/** Whether text in one colour is seen on another. */
export function sightOn(text: Rgb, behind: Rgb): 'seen' | 'faint' | 'hidden' {
  const distance = Math.hypot(...text.map((value, at) => value - (behind[at] as number)));
  return distance < UNSEEN ? 'hidden' : distance < FAINT ? 'faint' : 'seen';
}

/** The colours of a theme by their names in DrawingML: `dk1`, `lt1`, `accent1`. */
export type ThemeColors = ReadonlyMap<string, Rgb>;

/** @param root `a:theme`, if the document has one; without it light is white and dark is black */
export function readThemeColors(root: XmlElement | undefined): ThemeColors {
  const colors = new Map<string, Rgb>([
    ['dk1', BLACK],
    ['lt1', WHITE],
  ]);
  for (const { name, children } of elementsOf(childOf(root, 'a:themeElements', 'a:clrScheme'))) {
    const [given] = children.filter((child) => typeof child !== 'string');
    const color = parseHex(given?.attributes.lastClr ?? given?.attributes.val);
    if (color) colors.set(name.slice(name.indexOf(':') + 1), color);
  }
  return colors;
}
