import type { Message } from '../../src/model/report.ts';
import { BLACK, sightOn, WHITE } from '../ooxml/colors.ts';
import { isTrue } from '../ooxml/on-off.ts';
import { childOf, elementsOf, textOf, type XmlElement } from '../ooxml/parse-xml.ts';
import type { CellStyle } from './cell-styles.ts';
import { type FontLook, fontLook, named } from './font-look.ts';
import { printValue } from './number-format.ts';
import type { Palette } from './sheet-colors.ts';

/** A piece of a cell's text with the font of its own, where it has one. */
interface TextRun {
  readonly text: string;
  readonly font: FontLook | null;
}

/** What a person sees of a cell, and what may make it otherwise. */
export interface ShownText {
  readonly text: string;
  readonly unsure: readonly Message[];
}

/** `_x0041_` stands for the character of that code (ISO/IEC 29500-1, 22.9.2.19). */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

const plainRuns = (text: string): readonly TextRun[] => [{ text, font: null }];

/** The runs of a string; phonetic guides are not part of it. */
export function textRuns(item: XmlElement | undefined, palette: Palette): readonly TextRun[] {
  return elementsOf(item).flatMap((part): TextRun[] => {
    if (part.name === 'x:t') return [{ text: unescaped(textOf(part)), font: null }];
    if (part.name !== 'x:r') return [];
    const properties = childOf(part, 'x:rPr');
    const text = unescaped(textOf(childOf(part, 'x:t') ?? ''));
    return [{ text, font: properties ? fontLook(properties, palette) : null }];
  });
}

/** What a cell holds: a number or text as it stands in the file, and its runs where they have fonts of their own. */
export interface CellValue {
  readonly value: number | string;
  readonly runs?: readonly TextRun[];
  readonly unsure: readonly Message[];
}

export interface ValueSources {
  readonly strings: readonly (readonly TextRun[])[];
  readonly palette: Palette;
  /** Every formula is worked out anew when the workbook is opened. */
  readonly recalculated: boolean;
}

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;
const LOST = '\ufffd';

const joined = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join('');

function formulaUnsure(formula: XmlElement | undefined, { recalculated }: ValueSources): Message[] {
  if (!formula || !(recalculated || isTrue(formula.attributes.ca))) return [];
  return [named('打开时重新计算的公式', 'a formula that is worked out anew when the file is opened')];
}

export function readValue(cell: XmlElement, sources: ValueSources): CellValue {
  const { t: type = 'n' } = cell.attributes;
  const ofRuns = (runs: readonly TextRun[]): CellValue => ({ value: joined(runs), runs, unsure: [] });
  if (type === 'inlineStr') return ofRuns(textRuns(childOf(cell, 'x:is'), sources.palette));
  const formula = childOf(cell, 'x:f');
  const stray = childOf(cell, 'x:is') ? [named('类型不符的文本', 'text in a cell of another type')] : [];
  const unsure = [...formulaUnsure(formula, sources), ...stray];
  const value = childOf(cell, 'x:v');
  // A formula whose value nobody worked out is no blank.
  if (!value || textOf(value) === '') {
    return { value: formula && type !== 'str' ? `=${textOf(formula)}` : '', unsure };
  }
  const text = textOf(value);
  if (type === 's') return ofRuns(sources.strings[NUMBER.test(text) ? Number(text) : -1] ?? plainRuns(LOST));
  if (type === 'b') return { value: isTrue(text) ? 'TRUE' : 'FALSE', unsure };
  if (type === 'n' && NUMBER.test(text)) return { value: Number(text), unsure };
  return { value: unescaped(text), unsure };
}

/** Whether the text of a font is seen on a cell's fill; whatever is doubtful about it goes into `unsure`. */
function isSeen(font: FontLook, color: FontLook['color'], { fill }: CellStyle, unsure: Message[]): boolean {
  unsure.push(...font.unsure);
  if (font.tiny) return false;
  if (fill === 'unknown') {
    unsure.push(named('颜色不明的填充', 'a fill of no single or known colour'));
    return true;
  }
  const sight = sightOn(color ?? BLACK, fill ?? WHITE);
  if (sight === 'faint') unsure.push(named('与底色相近的字色', 'text hardly set off from its background'));
  return sight !== 'hidden';
}

/** A value as it is seen with a style: what is hidden or struck out left out, note marks in brackets. */
export function showValue(
  { value, runs, unsure: doubtful }: CellValue,
  style: CellStyle,
  from1904: boolean,
): ShownText {
  const printed = printValue(value, style.format, from1904);
  const unsure = [...doubtful, ...style.unsure, ...(printed.unsure ? [printed.unsure] : [])];
  // The format of a text may leave it out or put words around it; runs of their own are then gone.
  const pieces = runs && printed.text === value ? runs : plainRuns(printed.text);
  let text = '';
  let struck = false;
  for (const { text: piece, font: own } of pieces) {
    const font = own ?? style.font;
    if (piece.trim() === '') {
      text += piece;
      continue;
    }
    if (!isSeen(font, printed.color ?? font.color, style, unsure)) continue;
    struck ||= font.struck;
    if (font.struck) continue;
    // Raised throughout it is the text itself.
    const isMark =
      font.raised && pieces.some((other) => other.text.trim() !== '' && !(other.font ?? style.font).raised);
    if (isMark && text.trim() === '') unsure.push(named('数字前的上标或下标', 'raised or lowered characters in front'));
    text += isMark ? `[${piece.trim()}]` : piece;
  }
  if (struck && text.trim() === '') unsure.push(named('删除线', 'text that is struck out'));
  return { text, unsure };
}
