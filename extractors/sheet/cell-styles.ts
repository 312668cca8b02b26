import { childOf, elementsOf, type XmlElement } from '../ooxml/parse-xml.ts';
import { builtInFormat } from './number-format.ts';

/** What a cell's style says of how it is read. */
export interface CellStyle {
  readonly format: string;
  /** Some side of the cell is ruled: it belongs to a table. */
  readonly ruled: boolean;
  readonly struck: boolean;
}

export const PLAIN: CellStyle = { format: 'General', ruled: false, struck: false };

const SIDES = ['x:left', 'x:right', 'x:top', 'x:bottom', 'x:start', 'x:end'];

function isRuled(border: XmlElement | undefined): boolean {
  return SIDES.some((side) => (childOf(border, side)?.attributes.style ?? 'none') !== 'none');
}

const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !/^(?:0|false)$/.test(element.attributes.val ?? '');

/** The cell styles of a workbook by the index that cells name them by. */
export function readCellStyles(root: XmlElement | undefined): CellStyle[] {
  const formats = new Map(
    elementsOf(childOf(root, 'x:numFmts'), 'x:numFmt').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? 'General',
    ]),
  );
  const ruled = elementsOf(childOf(root, 'x:borders'), 'x:border').map(isRuled);
  const struck = elementsOf(childOf(root, 'x:fonts'), 'x:font').map((font) => isOn(childOf(font, 'x:strike')));
  return elementsOf(childOf(root, 'x:cellXfs'), 'x:xf').map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return {
      format: formats.get(id) ?? builtInFormat(id),
      ruled: ruled[Number(attributes.borderId ?? 0)] ?? false,
      struck: struck[Number(attributes.fontId ?? 0)] ?? false,
    };
  });
}
