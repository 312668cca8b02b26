import { escapeUTF8 } from 'entities';
import { type Numbering, type NumberRef, spaced } from '../docx/numbering.ts';
import type { DocStyles } from './doc-styles.ts';
import type { Piece } from './pieces.ts';
import { type PropertyRun, runAt } from './property-runs.ts';
import { DELETED, HIDDEN, type Marks, RAISED, STRUCK } from './story-marks.ts';
import { type RowDefinition, readRowDefinition } from './table-definition.ts';

export interface DocParagraph {
  readonly html: string;
  /** How many tables the paragraph stands in. */
  readonly depth: number;
  /** What ends with the paragraph, besides itself. */
  readonly ends: 'nothing' | 'cell' | 'row' | 'deleted row';
  /** Of the row that ends here. */
  readonly definition: RowDefinition | null;
  /** Heading level 1 to 6 by the style. */
  readonly heading: number | undefined;
}

/** What a story is read by. */
interface Story {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly runs: readonly PropertyRun[];
  readonly marks: Marks;
  readonly styles: DocStyles;
  readonly numbering: Numbering;
}

const P_IN_TABLE = 0x2416;
const P_ROW_END = 0x2417;
const P_DEPTH = 0x6649;
const P_INNER_CELL = 0x244b;
const P_INNER_ROW = 0x244c;
const P_LIST = 0x460b;
const P_LEVEL = 0x260a;
/** The highest number of a list; others mean none, or something older than lists. */
const LAST_LIST = 0x7fe;

interface Place {
  readonly depth: number;
  readonly definition: RowDefinition | null;
  readonly innerCell: boolean;
  readonly rowEnd: boolean;
  readonly heading: number | undefined;
  readonly list: NumberRef | undefined;
}
const BODY: Place = {
  depth: 0,
  definition: null,
  innerCell: false,
  rowEnd: false,
  heading: undefined,
  list: undefined,
};

function placeOf(run: PropertyRun, styles: DocStyles): Place {
  const sprms = [...styles.sprms(run.style), ...run.sprms];
  const last = (code: number): Buffer | undefined => sprms.findLast((sprm) => sprm.code === code)?.operand;
  const isOn = (code: number): boolean => last(code)?.[0] === 1;
  const list = last(P_LIST)?.readUInt16LE(0) ?? 0;
  const isListed = list >= 1 && list <= LAST_LIST;
  const place = {
    ...BODY,
    heading: styles.heading(run.style),
    list: isListed ? { numId: String(list), level: last(P_LEVEL)?.[0] ?? 0 } : undefined,
  };
  if (!isOn(P_IN_TABLE)) return place;
  const rowEnd = isOn(P_ROW_END) || isOn(P_INNER_ROW);
  return {
    ...place,
    depth: Math.min(Math.max(1, last(P_DEPTH)?.readUInt32LE(0) ?? 1), 50),
    definition: rowEnd ? readRowDefinition(sprms) : null,
    innerCell: isOn(P_INNER_CELL),
    rowEnd,
  };
}

/** Characters that show nothing: marks of notes, comments, drawn objects and fields, optional hyphens. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what Word's marks are
const SILENT = /[\x00\x02-\x06\x08\x0c-\x0f\x12-\x1d\x1f]/g;

function runHtml(text: string, flags: number): string {
  if (flags & (DELETED | HIDDEN)) return '';
  const html = escapeUTF8(text.replaceAll('\x1e', '-').replace(SILENT, '')).replaceAll('\x0b', '<br>');
  if (html === '') return '';
  if (flags & STRUCK) return `<s>${html}</s>`;
  return flags & RAISED ? `<sup>${html}</sup>` : html;
}

function textHtml(text: string, from: number, to: number, { flags, pictures, symbols }: Marks): string {
  let html = '';
  for (let start = from; start < to; ) {
    const flag = flags[start] as number;
    const picture = pictures.get(start);
    const symbol = symbols.get(start);
    let end = start + 1;
    if (picture === undefined && symbol === undefined) {
      while (end < to && flags[end] === flag && !pictures.has(end) && !symbols.has(end)) end += 1;
      html += runHtml(text.slice(start, end).replaceAll('\x01', ''), flag);
    } else if (picture !== undefined) {
      html += flag & (DELETED | HIDDEN) ? '' : `<img src="Data/${picture}">`;
    } else {
      html += runHtml(symbol ?? '', flag);
    }
    start = end;
  }
  return html;
}

/** Finds the byte of the main stream that a character stands in. */
function byteOf(pieces: readonly Piece[]): (place: number) => number {
  let index = 0;
  return (place) => {
    while (index > 0 && place < (pieces[index] as Piece).from) index -= 1;
    while (index + 1 < pieces.length && place >= (pieces[index + 1] as Piece).from) index += 1;
    const { from, offset, width } = pieces[index] as Piece;
    return offset + (place - from) * width;
  };
}

/** The paragraphs of a story, `from` to `to` in the text, with their numbers and the tables they stand in. */
export function readParagraphs(story: Story, [from, to]: readonly [number, number]): DocParagraph[] {
  const { text, pieces, runs, marks, styles, numbering } = story;
  const byte = byteOf(pieces);
  const places = new Map<PropertyRun, Place>();
  const paragraphs: DocParagraph[] = [];
  let start = from;
  for (let at = from; at < to; at += 1) {
    const char = text[at];
    if (char !== '\r' && char !== '\x07' && char !== '\x0c') continue;
    const flags = marks.flags[at] as number;
    const isDeleted = (flags & DELETED) !== 0;
    const run = runAt(runs, byte(at));
    const place = run ? (places.get(run) ?? placeOf(run, styles)) : BODY;
    if (run) places.set(run, place);
    // A paragraph whose end is deleted runs on into the next.
    if (char === '\r' && isDeleted && !place.innerCell && !place.rowEnd) continue;
    const isCell = place.depth > 0 && (place.innerCell || (char === '\x07' && !place.rowEnd));
    const ends = place.rowEnd ? (isDeleted ? 'deleted row' : 'row') : isCell ? 'cell' : 'nothing';
    const isCounted = place.list && !place.rowEnd && (flags & HIDDEN) === 0;
    const number = isCounted && place.list ? spaced(numbering.next(place.list, undefined).text) : '';
    const { depth, definition, heading } = place;
    paragraphs.push({
      html: escapeUTF8(number) + textHtml(text, start, at, marks),
      depth,
      ends,
      definition,
      heading,
    });
    start = at + 1;
  }
  if (start < to) paragraphs.push({ html: textHtml(text, start, to, marks), ...BODY, ends: 'nothing' });
  return paragraphs;
}
