/** Columns a text takes in a fixed-width font: two for Chinese characters and full-width forms, none for invisible ones. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[\u200b-\u200f\u2060\ufeff\u00ad]/.test(character)) continue;
    width += (character.codePointAt(0) ?? 0) >= 0x2000 ? 2 : 1;
  }
  return width;
}

export const padTo = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)));
