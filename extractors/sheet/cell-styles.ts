import type { Message } from '../../src/model/report.ts';
import { isFalse, isTrue } from '../ooxml/on-off.ts';
import { childOf, elementsOf, type XmlElement } from '../ooxml/parse-xml.ts';
import { type FontLook, fontLook, named, PLAIN_FONT } from './font-look.ts';
import { builtInFormat } from './number-format.ts';
import { type Fill, fillOf, type Palette } from './sheet-colors.ts';

/** What a cell's style says of how it is read. */
export interface CellStyle {
  readonly format: string;
  /** Some side of the cell is ruled: it belongs to a table. */
  readonly ruled: boolean;
  readonly font: FontLook;
  readonly fill: Fill;
  /** Text that does not fit is made smaller. */
  readonly shrinks: boolean;
  readonly unsure: readonly Message[];
}

/** A differential format, which a condition puts on a cell; undefined leaves what the cell has. */
export interface Differential {
  readonly format: string | undefined;
  readonly font: FontLook | undefined;
  readonly fill: Fill | undefined;
}

export const PLAIN: CellStyle = {
  format: 'General',
  ruled: false,
  font: PLAIN_FONT,
  fill: null,
  shrinks: false,
  unsure: [],
};

const SIDES = ['x:left', 'x:right', 'x:top', 'x:bottom', 'x:start', 'x:end'];

function isRuled(border: XmlElement | undefined): boolean {
  return SIDES.some((side) => (childOf(border, side)?.attributes.style ?? 'none') !== 'none');
}

/** Attributes of `x:alignment` (ISO/IEC 29500-1, 18.8.1) that change nothing, whatever they say. */
const ALIGNMENT = new Set(
  'horizontal vertical textRotation wrapText indent relativeIndent justifyLastLine shrinkToFit readingOrder'.split(' '),
);
/** An indent of so many times three characters pushes the text out of a usual column. */
const FAR = 15;

function alignmentUnsure(alignment: XmlElement | undefined): Message[] {
  const { horizontal, indent } = alignment?.attributes ?? {};
  return [
    ...(horizontal === 'fill' ? [named('“填充”对齐（内容重复显示）', 'alignment that repeats its contents')] : []),
    ...(Number(indent) > FAR ? [named(`缩进 ${indent}`, `an indent of ${indent}`)] : []),
    ...Object.keys(alignment?.attributes ?? {})
      .filter((name) => !ALIGNMENT.has(name))
      .map((name) => named(`对齐属性 ${name}`, `the alignment property ${name}`)),
  ];
}

/** Programs differ over a cell's property that is said not to apply and differs from that of its named style (18.8.45). */
const APPLIED = [
  ['applyNumberFormat', 'numFmtId'],
  ['applyFont', 'fontId'],
  ['applyFill', 'fillId'],
] as const;

function unapplied(xf: XmlElement, style: XmlElement | undefined): Message[] {
  const differs = APPLIED.some(
    ([apply, id]) => isFalse(xf.attributes[apply]) && (xf.attributes[id] ?? '0') !== (style?.attributes[id] ?? '0'),
  );
  return differs ? [named('不适用的格式', 'a format that is said not to apply')] : [];
}

function readFormats(root: XmlElement | undefined): Map<number, string> {
  return new Map(
    elementsOf(childOf(root, 'x:numFmts'), 'x:numFmt').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? 'General',
    ]),
  );
}

/** The cell styles of a workbook by the index that cells name them by. */
export function readCellStyles(root: XmlElement | undefined, palette: Palette): CellStyle[] {
  const formats = readFormats(root);
  const ruled = elementsOf(childOf(root, 'x:borders'), 'x:border').map(isRuled);
  const fonts = elementsOf(childOf(root, 'x:fonts'), 'x:font').map((font) => fontLook(font, palette));
  const parents = elementsOf(childOf(root, 'x:cellStyleXfs'), 'x:xf');
  const fills = elementsOf(childOf(root, 'x:fills'), 'x:fill').map((fill) => fillOf(fill, palette));
  return elementsOf(childOf(root, 'x:cellXfs'), 'x:xf').map((xf) => {
    const { numFmtId, borderId, fontId, fillId } = xf.attributes;
    const alignment = childOf(xf, 'x:alignment');
    const id = Number(numFmtId ?? 0);
    const format = formats.get(id) ?? builtInFormat(id);
    const unknown = named(`未知的数字格式编号 ${id}`, `the unknown number format ${id}`);
    return {
      format: format ?? 'General',
      ruled: ruled[Number(borderId ?? 0)] ?? false,
      font: fonts[Number(fontId ?? 0)] ?? PLAIN_FONT,
      fill: fills[Number(fillId ?? 0)] ?? null,
      shrinks: isTrue(alignment?.attributes.shrinkToFit),
      unsure: [
        ...unapplied(xf, parents[Number(xf.attributes.xfId ?? 0)]),
        ...alignmentUnsure(alignment),
        ...(format === undefined ? [unknown] : []),
      ],
    };
  });
}

/** @param dxf `x:dxf`, or `x14:dxf` of a newer condition */
export function readDifferential(dxf: XmlElement | undefined, palette: Palette): Differential {
  const font = childOf(dxf, 'x:font');
  const fill = childOf(dxf, 'x:fill');
  return {
    format: childOf(dxf, 'x:numFmt')?.attributes.formatCode,
    font: font && fontLook(font, palette),
    fill: fill && fillOf(fill, palette, true),
  };
}

export const readDifferentials = (root: XmlElement | undefined, palette: Palette): Differential[] =>
  elementsOf(childOf(root, 'x:dxfs'), 'x:dxf').map((dxf) => readDifferential(dxf, palette));
