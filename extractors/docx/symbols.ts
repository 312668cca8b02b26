/** Fonts whose characters are pictures; their codes say nothing in Unicode. */
const SYMBOL: Readonly<Record<number, string>> = {
  45: '−', 165: '∞', 176: '°', 177: '±', 179: '≥', 180: '×', 183: '•', 184: '÷', 185: '≠', 190: '—',
}; // biome-ignore format: code and character
const WINGDINGS: Readonly<Record<number, string>> = {
  108: '●', 109: '○', 110: '■', 111: '□', 113: '□', 118: '◆', 119: '◆', 159: '•', 161: '○', 167: '▪',
  168: '□', 232: '→', 240: '→', 251: '×', 252: '√', 253: '☒', 254: '☑',
}; // biome-ignore format: code and character
const WINGDINGS_2: Readonly<Record<number, string>> = { 79: '×', 80: '√', 81: '☒', 82: '☑', 83: '☒', 163: '□' };

/** Circled digits stand in Wingdings from 0x80 (white) and 0x8b (black). */
function circled(code: number): string | undefined {
  if (code >= 0x81 && code <= 0x8a) return String.fromCodePoint(0x2460 + code - 0x81);
  if (code >= 0x8c && code <= 0x95) return String.fromCodePoint(0x2776 + code - 0x8c);
  return undefined;
}

/** What stands in place of a symbol this program does not know: a figure must not look blank because of it. */
const UNKNOWN = '\ufffd';

/**
 * The character that `w:sym` shows.
 * @param font name of the font, `Wingdings 2`
 * @param char its code in hexadecimal, as a rule in the private range F000 to F0FF
 */
export function symbolText(font: string, char: string): string {
  if (!/^[0-9a-f]{1,5}$/i.test(char)) return UNKNOWN;
  const value = Number.parseInt(char, 16);
  const isPrivate = value >= 0xf000 && value <= 0xf0ff;
  const code = isPrivate ? value - 0xf000 : value;
  if (/^wingdings$/i.test(font)) return WINGDINGS[code] ?? circled(code) ?? UNKNOWN;
  if (/^wingdings 2$/i.test(font)) return WINGDINGS_2[code] ?? UNKNOWN;
  if (/^(?:wingdings 3|webdings)$/i.test(font)) return UNKNOWN;
  if (/^symbol$/i.test(font)) {
    // The digits and most signs of Symbol stand where ASCII has them; its letters are Greek.
    return SYMBOL[code] ?? (code >= 0x20 && code <= 0x3f ? String.fromCodePoint(code) : UNKNOWN);
  }
  return isPrivate ? UNKNOWN : String.fromCodePoint(value);
}
