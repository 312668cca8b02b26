import type { Box } from '../../layout/box.ts';
import { contains } from '../../layout/box.ts';
import { type Matrix, mapBox } from '../matrix.ts';
import type { Glyph } from '../page-content.ts';
import type { Mark } from './mark.ts';

/** What pdf.js tells of an annotation that is to be shown. */
export interface Annotation {
  readonly annotationFlags?: number;
  readonly subtype?: string;
  readonly rect?: readonly number[];
  readonly hasAppearance?: boolean;
  readonly fieldType?: string | null;
  readonly fieldValue?: unknown;
  readonly defaultAppearanceData?: { readonly fontSize?: number } | null;
  /** 0 left, 1 centred, 2 right. */
  readonly textAlignment?: number | null;
  readonly contentsObj?: { readonly str?: string } | null;
}

/** Annotations that change nothing of the page below, or mark it without making it another: ISO 32000-1, table 169. */
const HARMLESS: ReadonlySet<string> = new Set([
  'Link',
  'Popup',
  'Text',
  'FileAttachment',
  'Highlight',
  'Underline',
  'Squiggly',
  'PrinterMark',
  'TrapNet',
  'Watermark',
]);
/** Flags of annotations that are not shown: hidden, not for the screen (ISO 32000-1, table 165). */
const NOT_SHOWN = 2 | 32;
/** Fields that hold text: of a line, of a list. */
const TEXT_FIELDS: ReadonlySet<string> = new Set(['Tx', 'Ch']);
/** Letters of a field without a size fill this part of its height. */
const FILLS = 0.7;
const LARGEST = 12;
/** The middle of digits stands so many ems above their line. */
const MIDDLE = 0.35;

const digitsOf = (text: string): string => (text.normalize('NFKC').match(/\d/g) ?? []).sort().join('');

const textOf = ({ fieldValue }: Annotation): string =>
  (Array.isArray(fieldValue) ? fieldValue : [fieldValue]).filter((value) => typeof value === 'string').join(' ');

/** The characters of a field as a viewer lays them out that has no drawing of it. */
function fieldGlyphs(text: string, [x0, y0, x1, y1]: Box, field: Annotation): Glyph[] {
  const lines = text.split(/\r\n?|\n/);
  const high = (y1 - y0) / lines.length;
  const size = Math.min(field.defaultAppearanceData?.fontSize || LARGEST, FILLS * high);
  return lines.flatMap((line, row) => {
    const letters = [...line];
    const natural = letters.map((one) => (one.charCodeAt(0) < 256 ? size / 2 : size));
    const sum = natural.reduce((a, b) => a + b, 0);
    const scale = sum > x1 - x0 ? (x1 - x0) / sum : 1;
    const room = x1 - x0 - sum * scale;
    let x = x0 + room * ((field.textAlignment ?? 0) / 2);
    const base = y0 + high * (row + 0.5) + MIDDLE * size;
    return letters.flatMap((one, i): Glyph[] => {
      const width = (natural[i] as number) * scale;
      x += width;
      if (one.trim() === '') return [];
      const box: Box = [x - width, base - 0.88 * size, x, base + 0.12 * size];
      return [{ text: one, box, base, size, turn: 0 }];
    });
  });
}

/**
 * What annotations add to a page beyond the drawings of their own, which are read with the page: the text of form fields
 * that have none, and what is unclear.
 *
 * @param toPage from the coordinates of the file to those of the characters
 */
export function readAnnotations(
  annotations: readonly Annotation[],
  toPage: Matrix,
  drawn: readonly Glyph[],
): { readonly glyphs: readonly Glyph[]; readonly marks: readonly Mark[] } {
  const glyphs: Glyph[] = [];
  const marks: Mark[] = [];
  for (const annotation of annotations) {
    const { subtype = '', rect, hasAppearance, fieldType, annotationFlags = 0 } = annotation;
    if (rect?.length !== 4 || HARMLESS.has(subtype) || (annotationFlags & NOT_SHOWN) !== 0) continue;
    const box = mapBox(toPage, rect as unknown as Box);
    if (subtype === 'Widget') {
      const value = textOf(annotation);
      if (!TEXT_FIELDS.has(fieldType ?? '') || value.trim() === '') continue;
      const own = drawn.filter(({ box: [x0, y0, x1, y1] }) => contains(box, (x0 + x1) / 2, (y0 + y1) / 2));
      if (!hasAppearance && own.length === 0) glyphs.push(...fieldGlyphs(value, box, annotation));
      else if (digitsOf(own.map(({ text }) => text).join('')) !== digitsOf(value)) {
        marks.push({ what: 'field', box, as: 'over' });
      }
    } else if (subtype !== 'FreeText' || (!hasAppearance && (annotation.contentsObj?.str ?? '').trim() !== '')) {
      marks.push({ what: 'annotation', box, as: 'over' });
    }
  }
  return { glyphs, marks };
}
