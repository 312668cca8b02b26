/** One field of a line of text with the columns of the screen it covers. */
export interface Field {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns a character takes on a screen: two for Chinese characters and full-width forms. */
export const charWidth = (char: string): number => (WIDE.test(char) ? 2 : 1);

/** Splits a line at runs of two or more columns of white space. */
export function splitFields(line: string): Field[] {
  const fields: Field[] = [];
  let text = '';
  let start = 0;
  let end = 0;
  let at = 0;
  for (const char of line) {
    const width = charWidth(char);
    if (/\s/.test(char)) {
      at += width;
      continue;
    }
    if (text !== '' && at - end >= 2) {
      fields.push({ text, start, end });
      text = '';
    }
    if (text === '') start = at;
    else if (at > end) text += ' ';
    text += char;
    at += width;
    end = at;
  }
  if (text !== '') fields.push({ text, start, end });
  return fields;
}
