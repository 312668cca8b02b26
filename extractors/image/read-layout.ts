import type { Recognised } from '../document.ts';
import type { ReadText } from './ctc-decode.ts';
import { mayBeFigure } from './figure-letters.ts';
import type { InkLine } from './ink-lines.ts';
import { hasLeadingMinus } from './leading-minus.ts';
import { cutLine, type Framing, type LineImage } from './line-image.ts';
import { loneStroke } from './lone-stroke.ts';
import type { PageLayout } from './page-layout.ts';
import type { LineReading, Recogniser } from './recogniser.ts';

/** Everything read on a page, in the places of its layout. */
export interface PageTexts {
  /** Table by table, cell by cell. An empty cell is `''` and certain. */
  readonly cells: readonly (readonly ReadText[])[];
  /** Line by line, part by part. */
  readonly lines: readonly (readonly ReadText[])[];
}

/** Stands for ink in which no character was recognised: it is not nothing. */
const ILLEGIBLE = '□';

/** Little paper: a lone 0 with much of it around is read as a mark of punctuation, or not at all. */
const FIRST = { above: 0.1, beside: 0.05 };
/** How an unsure figure is looked at again: much smaller, so that it fails in other ways. */
const AGAIN = { above: 0.35, beside: 0.15 };
/** A figure less sure than this is looked at again; so is a letter or sign that stands alone, for it may be a digit. */
const SURE = 0.98;
const STRAY = /^[^\p{Script=Han}]{1,2}$/u;
/** How sure a placeholder told by its shape is. */
const STROKE = 0.98;
/** A digit at least as sure as this speaks against a placeholder. */
const LIKELY_DIGIT = 0.5;
/** Two looks that disagree leave no more confidence than this. */
const DISAGREED = 0.5;

/** How a line is framed on a page with characters of a height. */
export const framing = (textHeight: number, paper = FIRST): Framing => ({ ...paper, leastHeight: textHeight * 0.75 });

const EMPTY: ReadText = { text: '', confidence: 1, alternatives: [] };

/** The two looks at one figure as one reading: the surer, or the second where the first was none of a figure. */
function reconcile(first: ReadText, second: ReadText, wanted: 'surer' | 'second' = 'surer'): ReadText {
  if (second.text === '') return first;
  const takeSecond = wanted === 'second' || second.confidence > first.confidence;
  const [better, other] = takeSecond ? [second, first] : [first, second];
  if (better.text === other.text) return better;
  const others = better.alternatives.filter(({ text }) => text !== other.text);
  return {
    text: better.text,
    confidence: Math.min(better.confidence, DISAGREED),
    alternatives: [{ text: other.text, confidence: other.confidence }, ...others],
  };
}

/** A placeholder told by its shape; a digit recognised in it all the same is a doubt. */
function asStroke(stroke: string, { text, confidence }: ReadText): ReadText {
  const digits = /\d/.test(text) && confidence >= LIKELY_DIGIT;
  return {
    text: stroke,
    confidence: digits ? DISAGREED : STROKE,
    alternatives: digits ? [{ text, confidence }] : [],
  };
}

/** A figure with the minus that stands before it, where recognition did not see it. */
const withMinus = (reading: ReadText): ReadText => ({
  text: `-${reading.text}`,
  confidence: Math.min(reading.confidence, DISAGREED),
  alternatives: [
    { text: reading.text, confidence: reading.confidence },
    ...reading.alternatives.filter(({ text }) => text !== `-${reading.text}`),
  ],
});

/** Ink was seen, so nothing recognised is no empty cell. */
const legible = (reading: ReadText): ReadText =>
  reading.text.trim() === ''
    ? { text: ILLEGIBLE, confidence: 0, alternatives: reading.alternatives.filter(({ text }) => text.trim() !== '') }
    : reading;

/** The lines of a cell as one text; the least certain of them is as certain as the cell is. */
export function joinLines(lines: readonly ReadText[], by: string): ReadText {
  if (lines.length === 0) return EMPTY;
  const texts = lines.map(({ text }) => text);
  const alternatives: Recognised['alternatives'] = lines.flatMap((line, index) =>
    line.alternatives.map(({ text, confidence }) => ({ text: texts.with(index, text).join(by), confidence })),
  );
  return {
    text: texts.join(by),
    confidence: Math.min(...lines.map(({ confidence }) => confidence)),
    alternatives: alternatives.toSorted((a, b) => b.confidence - a.confidence).slice(0, 4),
  };
}

/** Reads all lines of a layout. What holds a figure is read as one, and twice where the first look is unsure. */
export async function readLayout(layout: PageLayout, recogniser: Recogniser): Promise<PageTexts> {
  const { page, threshold, textHeight } = layout;
  const cut = (ink: InkLine, paper = FIRST): LineImage => cutLine(page, ink, framing(textHeight, paper));
  const all = [...layout.tables.flatMap(({ ink }) => ink.flat()), ...layout.lines.flat()];
  const readings = await recogniser.read(all.map((ink) => cut(ink)));
  const isFigure = ({ plain }: LineReading): boolean => mayBeFigure(plain.text);
  const isUnsure = (reading: LineReading): boolean =>
    isFigure(reading)
      ? reading.figures.confidence < SURE
      : STRAY.test(reading.plain.text) && reading.plain.confidence < SURE;
  const unsure = all.flatMap((ink, index) => (isUnsure(readings[index] as LineReading) ? [{ ink, index }] : []));
  const again = await recogniser.read(unsure.map(({ ink }) => cut(ink, AGAIN)));
  const second = new Map(unsure.map(({ index }, place) => [index, again[place]]));
  const texts = readings.map((reading, index): ReadText => {
    const stroke = loneStroke(page, all[index] as InkLine, threshold, textHeight);
    if (stroke) return asStroke(stroke, reading.figures);
    const other = second.get(index);
    if (isFigure(reading)) {
      const figure = other ? reconcile(reading.figures, other.figures) : reading.figures;
      const unsigned = /^\d/.test(figure.text) && hasLeadingMinus(page, all[index] as InkLine, threshold, textHeight);
      return legible(unsigned ? withMinus(figure) : figure);
    }
    return legible(other && isFigure(other) ? reconcile(reading.plain, other.figures, 'second') : reading.plain);
  });
  let next = 0;
  const take = (count: number): ReadText[] => {
    next += count;
    return texts.slice(next - count, next);
  };
  return {
    cells: layout.tables.map(({ ink }) => ink.map((lines) => joinLines(take(lines.length), '\n'))),
    lines: layout.lines.map((parts) => take(parts.length)),
  };
}
