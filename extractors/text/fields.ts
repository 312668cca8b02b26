/** One field of a line of text with the columns of the screen it covers. */
export interface Field {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** One or two columns, by the font: quotes, dashes, dots. */
const AMBIGUOUS = /[\u2010-\u2027\u2030-\u203b\u00b7\u00d7\u2460-\u24ff\u25a0-\u25ff]/;

/** Columns a character takes on a screen: two for Chinese characters and full-width forms. */
function charWidth(char: string, ambiguous: 1 | 2): number {
  if (WIDE.test(char)) return 2;
  return AMBIGUOUS.test(char) ? ambiguous : 1;
}

/** Splits a line at runs of two or more columns of white space. `ambiguous` is the width of quotes and dashes. */
export function splitFields(line: string, ambiguous: 1 | 2 = 2): Field[] {
  const fields: Field[] = [];
  let text = '';
  let start = 0;
  let end = 0;
  let at = 0;
  for (const char of line) {
    const width = charWidth(char, ambiguous);
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
  return joinSpacedOut(fields);
}

/** 〇 and 无 stand for figures, not for letters of a label. */
const ONE_CHARACTER = /^(?![〇零无])\p{Script=Han}$/u;

/** A label printed with wide gaps between its characters (总  计) is one field. */
function joinSpacedOut(fields: readonly Field[]): Field[] {
  const joined: Field[] = [];
  let open = false;
  for (const field of fields) {
    const last = joined.at(-1);
    const single = ONE_CHARACTER.test(field.text);
    if (last && open && single && field.start - last.end <= 4) {
      joined[joined.length - 1] = { text: last.text + field.text, start: last.start, end: field.end };
    } else {
      joined.push(field);
      open = single;
    }
  }
  return joined;
}
