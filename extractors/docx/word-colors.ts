import { BLACK, mixed, parseHex, type Rgb, type ThemeColors, WHITE } from '../ooxml/colors.ts';
import { childOf, type XmlElement } from '../ooxml/parse-xml.ts';

/** Names of colours in a document and in its theme (ST_ThemeColor, 17.18.97), as Word maps them unless the settings say otherwise. */
const THEME: Readonly<Record<string, string>> = {
  background1: 'lt1',
  light1: 'lt1',
  text1: 'dk1',
  dark1: 'dk1',
  background2: 'lt2',
  light2: 'lt2',
  text2: 'dk2',
  dark2: 'dk2',
  hyperlink: 'hlink',
  followedHyperlink: 'folHlink',
  // In w14 elements.
  bg1: 'lt1',
  tx1: 'dk1',
  bg2: 'lt2',
  tx2: 'dk2',
};

/** ST_HighlightColor (17.18.40). */
const HIGHLIGHTS: Readonly<Record<string, string>> = {
  black: '000000',
  blue: '0000FF',
  cyan: '00FFFF',
  green: '00FF00',
  magenta: 'FF00FF',
  red: 'FF0000',
  yellow: 'FFFF00',
  white: 'FFFFFF',
  darkBlue: '000080',
  darkCyan: '008080',
  darkGreen: '008000',
  darkMagenta: '800080',
  darkRed: '800000',
  darkYellow: '808000',
  darkGray: '808080',
  lightGray: 'C0C0C0',
};

const share = (hex: string | undefined): number | null =>
  hex !== undefined && /^[0-9a-f]{1,2}$/i.test(hex) ? Number.parseInt(hex, 16) / 255 : null;

/** A colour with those attributes of a theme that its kind has: `themeColor` of text, `themeFill` of shading. */
function themed(
  attributes: Readonly<Record<string, string>>,
  plain: string,
  theme: ThemeColors,
  kind: 'theme' | 'themeFill',
): Rgb | null {
  const name = attributes[kind === 'theme' ? 'w:themeColor' : 'w:themeFill'];
  const named = name === undefined ? undefined : theme.get(THEME[name] ?? name);
  if (!named) return parseHex(attributes[plain]);
  const [tint, shade] = [share(attributes[`w:${kind}Tint`]), share(attributes[`w:${kind}Shade`])];
  const light = tint === null ? named : mixed(named, WHITE, tint);
  return shade === null ? light : mixed(light, BLACK, shade);
}

/** `w:color`; null where it is automatic, so that it is set off from what is behind. */
export const textColor = (color: XmlElement | undefined, theme: ThemeColors): Rgb | null =>
  color ? themed(color.attributes, 'w:val', theme, 'theme') : null;

const EVEN = 0.5;

/** `w:shd`; null where it fills with nothing. */
export function shading(shd: XmlElement | undefined, theme: ThemeColors): Rgb | null {
  if (!shd) return null;
  const { 'w:val': pattern = 'clear' } = shd.attributes;
  const fill = themed(shd.attributes, 'w:fill', theme, 'themeFill');
  if (pattern === 'clear' || pattern === 'nil') return fill;
  const over = themed(shd.attributes, 'w:color', theme, 'theme') ?? BLACK;
  const percent = /^pct(\d+)$/.exec(pattern)?.[1];
  const part = pattern === 'solid' ? 1 : percent === undefined ? EVEN : Number(percent) / 100;
  return mixed(over, fill ?? WHITE, part);
}

export const highlight = (element: XmlElement | undefined): Rgb | null =>
  parseHex(HIGHLIGHTS[element?.attributes['w:val'] ?? '']);

/** What `w14:textFill` fills the characters with: a colour, nothing at all, or what can't be told. */
export function textFill(fill: XmlElement, theme: ThemeColors): Rgb | 'nothing' | 'unknown' {
  if (childOf(fill, 'w14:noFill')) return 'nothing';
  const solid = childOf(fill, 'w14:solidFill');
  const plain = childOf(solid, 'w14:srgbClr');
  const named = childOf(solid, 'w14:schemeClr');
  const changed = [plain, named].some((color) => color?.children.some((child) => typeof child !== 'string'));
  const name = named?.attributes['w14:val'] ?? '';
  const color = plain ? parseHex(plain.attributes['w14:val']) : theme.get(THEME[name] ?? name);
  return changed || !color ? 'unknown' : color;
}
