import { tidyLines, tidyText } from '../../src/model/text/fold.ts';
import type { Paragraph } from '../document.ts';
import { hull } from './box.ts';
import type { Locate } from './locate.ts';
import { isHanging } from './one-number.ts';
import type { TextLine } from './text-lines.ts';

/** A line with the page it stands on. */
export interface PageLine {
  readonly page: number;
  readonly line: TextLine;
}

/** Lines further apart than this (in ems, base to base) belong to different paragraphs, whatever their pitch. */
const FAR = 2.6;
/** So do lines that are this much (in ems) further apart than lines usually are. */
const WIDER = 0.5;
/** Lines nearer than this stand beside each other: parts of one line with a wide gap between them. */
const BESIDE = 0.5;
/** A line set in by this much (in ems) begins a paragraph. */
const INDENT = 0.7;
/** Sizes that differ by more than this part are a heading and its text. */
const SIZES = 0.08;
/** A line is full if what follows would fit by no more than so many ems: programs break lines a little early. */
const SLACK = 1;

const SENTENCE_END = /[。；！？：:;!?]$/;
const NUMBERED = /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/;
const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uff60‘-”—…]/;

/** How wide the beginning of a line is that can't be broken: one Chinese character, or a word. */
function leadWidth({ pieces }: TextLine): number {
  const first = pieces[0];
  if (!first) return 0;
  let last = first;
  for (const piece of pieces.slice(1)) {
    const tied = isHanging(piece.text) || !(CHINESE.test(last.text) || CHINESE.test(piece.text));
    if (!tied || piece.box[0] - last.box[2] > 0.2 * piece.size) break;
    last = piece;
  }
  return last.box[2] - first.box[0];
}

interface Measure {
  readonly left: number;
  readonly right: number;
  /** The usual distance of lines, in ems. */
  readonly pitch: number;
}

/** Where a line ends, without punctuation that hangs over the margin. */
function endOf({ pieces, box }: TextLine): number {
  const last = pieces.at(-1);
  return last && isHanging(last.text) ? last.box[0] : box[2];
}

/** The margins between which lines of about one size run, and how far apart they are. Slanted letters measure a little more. */
export function measures(lines: readonly PageLine[]): (line: TextLine) => Measure {
  const bySize = new Map<number, { left: number; right: number; pitches: number[] }>();
  lines.forEach(({ page, line }, i) => {
    const size = Math.round(line.size);
    const known = bySize.get(size) ?? { left: Infinity, right: -Infinity, pitches: [] };
    known.left = Math.min(known.left, line.box[0]);
    known.right = Math.max(known.right, endOf(line));
    const before = lines[i - 1];
    const pitch = before?.page === page ? (line.base - before.line.base) / line.size : 0;
    if (pitch > BESIDE && pitch <= FAR) known.pitches.push(pitch);
    bySize.set(size, known);
  });
  const found = new Map<number, Measure>();
  return ({ size }) => {
    const own = Math.round(size);
    const known = found.get(own);
    if (known) return known;
    const alike = [...bySize].filter(([other]) => Math.abs(other - own) <= Math.max(1, SIZES * own));
    const pitches = alike.flatMap(([, one]) => one.pitches).sort((a, b) => a - b);
    const measure = {
      left: Math.min(...alike.map(([, { left }]) => left)),
      right: Math.max(...alike.map(([, { right }]) => right)),
      pitch: pitches[Math.floor(pitches.length / 2)] ?? FAR,
    };
    found.set(own, measure);
    return measure;
  };
}

/** Whether a line goes on in the next: it is full, and the next is no new beginning. */
function goesOn(a: PageLine, b: PageLine, measure: Measure): boolean {
  const size = Math.max(a.line.size, b.line.size);
  if (Math.abs(a.line.size - b.line.size) > SIZES * size) return false;
  const pitch = (b.line.base - a.line.base) / size;
  if (a.page === b.page && (pitch < BESIDE || pitch > Math.min(FAR, measure.pitch + WIDER))) return false;
  if (b.line.box[0] > measure.left + INDENT * size && b.line.box[0] > a.line.box[0] + INDENT * size) return false;
  // The second line of an indented paragraph begins at the margin; one that is indented again is another paragraph.
  if (b.line.box[0] > measure.left + INDENT * size && a.line.box[0] > measure.left + INDENT * size) {
    if (SENTENCE_END.test(a.line.text)) return false;
  }
  if (NUMBERED.test(b.line.text) && SENTENCE_END.test(a.line.text)) return false;
  return a.line.box[2] + leadWidth(b.line) > measure.right - SLACK * size;
}

/** Whether a space stands between two lines, by the last character of the one and the first of the other. */
const spaced = (a: string, b: string): boolean => /[\w.,;:)]/.test(a) && /[\w(]/.test(b);

function toParagraph(lines: readonly PageLine[], locate: Locate): Paragraph | null {
  const parts: string[] = [];
  let last = '';
  for (const { line } of lines) {
    if (last !== '' && spaced(last, line.text.charAt(0))) parts.push(' ');
    parts.push(line.text);
    last = line.text.at(-1) ?? last;
  }
  const text = parts.join('');
  const tidy = tidyLines(tidyText(text));
  const { page } = lines[0] as PageLine;
  if (tidy === '') return null;
  const box = hull(lines.filter((line) => line.page === page).map(({ line }) => line.box));
  return { kind: 'paragraph', text: tidy, at: locate(page, box) };
}

/**
 * Joins lines, top to bottom, into paragraphs. A line break that is mere wrapping is taken out, with a space only between
 * Latin words; headings stay paragraphs of their own.
 *
 * @param measure the margins of all lines of the document
 */
export function linesToParagraphs(
  lines: readonly PageLine[],
  measure: (line: TextLine) => Measure,
  locate: Locate,
): Paragraph[] {
  const groups: PageLine[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before && goesOn(before, line, measure(before.line))) groups.at(-1)?.push(line);
    else groups.push([line]);
  });
  return groups.flatMap((group) => toParagraph(group, locate) ?? []);
}
