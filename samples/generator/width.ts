/**
 * Columns a text takes in a fixed-width font: two for Chinese characters and full-width forms, none for invisible ones.
 * Curly quotes, circles and dashes take one column or two, as the font has it: `ambiguous` says which.
 */
export function displayWidth(text: string, ambiguous: 1 | 2): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (/[\u200b-\u200f\u2060\ufeff\u00ad]/.test(character)) continue;
    if (code >= 0x2e80) width += 2;
    else width += code >= 0x2000 || character === '×' ? ambiguous : 1;
  }
  return width;
}

export const padTo = (text: string, width: number, ambiguous: 1 | 2): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text, ambiguous)));
