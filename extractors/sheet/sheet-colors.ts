import { BLACK, mixed, parseHex, type Rgb, type ThemeColors, tinted, WHITE } from '../ooxml/colors.ts';
import { childOf, elementsOf, type XmlElement } from '../ooxml/parse-xml.ts';

/** The palette that `indexed` names (ISO/IEC 29500-1, 18.8.27); the first eight come twice, 64 and 65 are those of the window. */
const PALETTE =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333 000000 FFFFFF'.split(
    ' ',
  );

/** The order in which a workbook counts the colours of its theme. */
const THEME = 'lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(' ');

/** How much of a pattern is its foreground, of 1 (ST_PatternType, 18.18.55). */
const PATTERNS: Readonly<Record<string, number>> = {
  solid: 1,
  darkGray: 0.75,
  mediumGray: 0.5,
  lightGray: 0.25,
  gray125: 0.125,
  gray0625: 0.0625,
};
const HATCHED = 0.5;

/** What the colours of a workbook are taken from. */
export interface Palette {
  readonly theme: ThemeColors;
  readonly indexed: readonly string[];
}

/** @param styles `x:styleSheet`, which may have a palette of its own */
export function readPalette(styles: XmlElement | undefined, theme: ThemeColors): Palette {
  const own = elementsOf(childOf(styles, 'x:colors', 'x:indexedColors'), 'x:rgbColor');
  return { theme, indexed: PALETTE.map((color, at) => own[at]?.attributes.rgb ?? color) };
}

/** A colour element; null where it is automatic or says nothing known. */
export function colorOf(element: XmlElement | undefined, { theme, indexed }: Palette): Rgb | null {
  const { rgb, theme: place, indexed: index, tint } = element?.attributes ?? {};
  const named = place === undefined ? undefined : theme.get(THEME[Number(place)] ?? '');
  const plain = parseHex(rgb) ?? named ?? (index === undefined ? null : parseHex(indexed[Number(index)]));
  return plain && tint !== undefined && Number.isFinite(Number(tint)) ? tinted(plain, Number(tint)) : plain;
}

/** What fills a cell; null for nothing, `unknown` where it differs within the cell or its colour can't be found. */
export type Fill = Rgb | null | 'unknown';

/** @param differential in a differential format a solid fill has its colour behind */
export function fillOf(fill: XmlElement | undefined, palette: Palette, differential = false): Fill {
  if (childOf(fill, 'x:gradientFill')) return 'unknown';
  const pattern = childOf(fill, 'x:patternFill');
  if (!pattern) return null;
  const { patternType = differential ? 'solid' : 'none' } = pattern.attributes;
  if (patternType === 'none') return null;
  const front = colorOf(childOf(pattern, 'x:fgColor'), palette);
  const back = colorOf(childOf(pattern, 'x:bgColor'), palette);
  if (differential && patternType === 'solid') return back ?? front;
  if (patternType === 'solid' && !front) return 'unknown';
  return mixed(front ?? BLACK, back ?? WHITE, PATTERNS[patternType] ?? HATCHED);
}
