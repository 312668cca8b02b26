import type { Cell, Row } from '../../generator/draft.ts';
import { escapeHtml } from '../../generator/escape.ts';
import { placeCells } from '../../generator/formats/paper/laid-table.ts';
import { spelled } from '../../generator/page.ts';
import type { Rng } from '../../generator/rng.ts';
import type { Pieces } from '../pieces.ts';
import type { Workpiece } from '../workpiece.ts';
import type { SheetContainer } from './containers.ts';
import { packBook } from './pack-book.ts';
import { numberCell, type SheetEffect, type SheetPlace } from './sheet-effect.ts';

/** The style of the cells of tables. */
const TABLE = 1;

const columnName = (column: number): string => String.fromCharCode(65 + column);

/** Styles and strings that cells refer to by number. */
class Tables {
  readonly strings: string[] = [];
  readonly formats: string[] = ['General'];
  readonly fonts: string[] = [''];
  /** The first is of prose, which has no borders, the second of the cells of tables. */
  readonly styles: (readonly [format: number, font: number])[] = [
    [0, 0],
    [0, 0],
  ];

  readonly shared = (xml: string): number => this.strings.push(xml) - 1;

  readonly style = (format = 'General', font = ''): number => {
    const place = (list: string[], one: string): number => {
      const at = list.indexOf(one);
      return at >= 0 ? at : list.push(one) - 1;
    };
    return this.styles.push([place(this.formats, format), place(this.fonts, font)]) - 1;
  };
}

const said = (text: string): string => `<t xml:space="preserve">${escapeHtml(text)}</t>`;

/** A whole cell that a font or a format is put on, or a rich string of which a run is. */
function craftedCell(
  { before, part, after }: Pieces,
  effect: SheetEffect,
  place: SheetPlace,
  text: (xml: string) => string,
): string {
  if (effect.cell) return effect.cell(part, place);
  if (effect.format !== undefined) {
    return numberCell(effect.value?.(part) ?? part, place.at, place.style(effect.format));
  }
  if (before === '' && after === '' && /^\d+$/.test(part) && effect.rpr) {
    return numberCell(part, place.at, place.style('General', effect.rpr));
  }
  const run = (one: string, rpr = ''): string =>
    one === '' ? '' : `<r>${rpr ? `<rPr>${rpr}</rPr>` : ''}${said(one)}</r>`;
  if (effect.rich) return text(run(before) + run(after) + effect.rich(escapeHtml(part)));
  return text(run(before) + run(part, effect.rpr) + run(after));
}

/** A workpiece as a workbook, written as ECMA-376 has it. */
export function writeSheet(work: Workpiece, effect: SheetEffect, container: SheetContainer, _: Rng): Uint8Array {
  const tables = new Tables();
  const rows: string[] = [];
  const merges: string[] = [];
  const crafted: { place: SheetPlace; text: string }[] = [];
  const stringCell = (at: string, xml: string, style = TABLE): string =>
    container.strings === 'inline'
      ? `<c r="${at}" s="${style}" t="inlineStr"><is>${xml}</is></c>`
      : `<c r="${at}" s="${style}" t="s"><v>${tables.shared(xml)}</v></c>`;
  const addRow = (cells: string, attributes = ''): void => {
    rows.push(`<row r="${rows.length + 1}"${attributes ? ` ${attributes}` : ''}>${cells}</row>`);
  };
  const cellXml = (one: Cell, row: number, column: number): string => {
    const at = `${columnName(column)}${row + 1}`;
    const pieces = work.places.get(one);
    if (pieces) {
      const place = { at, row, column, style: tables.style, shared: tables.shared };
      crafted.push({ place, text: pieces.part });
      return craftedCell(pieces, effect, place, (xml) => stringCell(at, xml));
    }
    if (one.text === '') return `<c r="${at}" s="${TABLE}"/>`;
    const isNumber = container.numbers && one.kind === 'value' && /^-?\d+(\.\d+)?$/.test(one.text);
    return isNumber ? numberCell(one.text, at) : stringCell(at, said(one.text));
  };
  const addTable = (table: readonly Row[]): void => {
    const top = rows.length;
    const placed = placeCells(table);
    for (const [y, row] of table.entries()) {
      const cells = placed.filter((one) => one.row === y).map(({ cell, column }) => cellXml(cell, top + y, column));
      addRow(cells.join(''), row === work.twin ? effect.row : '');
    }
    for (const { row, column, rowSpan, colSpan } of placed) {
      if (rowSpan === 1 && colSpan === 1) continue;
      const end = `${columnName(column + colSpan - 1)}${top + row + rowSpan}`;
      merges.push(`<mergeCell ref="${columnName(column)}${top + row + 1}:${end}"/>`);
    }
  };
  const say = (text: string): void => {
    const row = rows.length + 1;
    addRow(stringCell(`A${row}`, said(text), 0));
    merges.push(`<mergeCell ref="A${row}:J${row}"/>`);
  };

  const { truth, blocks } = work.draft;
  say(truth.title);
  if (truth.publishedOn) say(`发布日期：${spelled(truth.publishedOn)}`);
  for (const block of blocks) {
    if (block.kind === 'prose') say(block.text);
    else addTable(block.rows);
  }
  const each = (write: ((place: SheetPlace, text: string) => string) | undefined): string =>
    write ? crafted.map(({ place, text }) => write(place, text)).join('') : '';
  return packBook({
    ...{ rows, merges, before: container.before, view: effect.view ?? '', dxf: effect.dxf ?? '' },
    ...{ after: each(effect.after), drawing: each(effect.drawing) },
    ...{ strings: tables.strings, formats: tables.formats, fonts: tables.fonts, styles: tables.styles },
  });
}
