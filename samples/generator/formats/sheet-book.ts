import type { CellValue, Worksheet } from 'exceljs';
import ExcelJS from 'exceljs';
import { type Draft, type Prose, SEAM, type Table } from '../draft.ts';
import { gridWidth } from '../grid.ts';
import { spelled } from '../page.ts';
import { junk } from '../requests-table.ts';
import type { Rng } from '../rng.ts';
import { placeCells } from './paper/laid-table.ts';
import { CREATED } from './pdfkit.ts';

/** How a report is put into a workbook. */
interface BookStyle {
  readonly sheets: 'one' | 'one a table';
  /** Plain numbers as numbers; else everything is text. */
  readonly numbers: boolean;
  /** Row totals as formulas with the results Excel kept. */
  readonly formulas: boolean;
  /** A hidden row and a hidden column with numbers in them beside table 3, and a hidden sheet. */
  readonly hidden: boolean;
}

export const randomBookStyle = (rng: Rng): BookStyle => ({
  sheets: rng.pick(['one', 'one a table'] as const),
  numbers: rng.chance(0.7),
  formulas: rng.chance(0.3),
  hidden: rng.chance(0.2),
});

/** Prose is merged over as many columns as the widest table usually has. */
const PROSE_WIDTH = 10;

/** What stands in a cell: `7,730` typed as a number is a number with a format. */
function cellValue(text: string, key: string | undefined, style: BookStyle): { value: CellValue; format?: string } {
  const said = text.replaceAll(SEAM, '');
  if (!style.numbers || !/^-?(0|[1-9]\d{0,2}(,?\d{3})*)(\.\d+)?$/.test(said))
    return { value: said === '' ? null : said };
  const number = Number(said.replaceAll(',', ''));
  const decimals = /\.\d+$/.exec(said)?.[0].replace(/\d/g, '0') ?? '';
  const format = `${said.includes(',') ? '#,##0' : '0'}${decimals}`;
  const total = style.formulas && key?.endsWith('.total');
  return { value: total ? { formula: `SUM(${number},0)`, result: number } : number, format };
}

function putTable(sheet: Worksheet, table: Table, follows: boolean, style: BookStyle, rng: Rng): void {
  // An empty row keeps a table apart from one right above it.
  const top = sheet.rowCount + (follows ? 2 : 1);
  for (const { cell, row, column, rowSpan, colSpan } of placeCells(table.rows)) {
    const place = sheet.getCell(top + row, 1 + column);
    const { value, format } = cellValue(cell.text, cell.key, style);
    place.value = value;
    if (format && format !== '0') place.numFmt = format;
    place.border = {
      top: { style: 'thin' },
      left: { style: 'thin' },
      bottom: { style: 'thin' },
      right: { style: 'thin' },
    };
    place.alignment = { wrapText: true };
    if (rowSpan > 1 || colSpan > 1) {
      sheet.mergeCells(top + row, 1 + column, top + row + rowSpan - 1, column + colSpan);
    }
  }
  sheet.getRow(top + table.rows.length - 1).getCell(1).alignment = { wrapText: true };
  if (style.hidden && table.roles.includes('requests') && style.sheets === 'one a table') hide(sheet, table, top, rng);
}

/** Numbers of last year in a row below and a column beside the table, both hidden. */
function hide(sheet: Worksheet, table: Table, top: number, rng: Rng): void {
  const width = gridWidth(table);
  const below = sheet.getRow(top + table.rows.length);
  for (let column = 1; column <= width; column += 1) below.getCell(column).value = junk(rng);
  below.hidden = true;
  for (let row = 0; row < table.rows.length; row += 1) sheet.getCell(top + row, width + 1).value = Number(junk(rng));
  sheet.getColumn(width + 1).hidden = true;
}

function putProse(sheet: Worksheet, text: string): void {
  const row = sheet.rowCount + 1;
  const place = sheet.getCell(row, 1);
  place.value = text;
  place.alignment = { wrapText: true };
  sheet.mergeCells(row, 1, row, PROSE_WIDTH);
}

const NAMES = { proactive: '主动公开', requests: '依申请公开', disputes: '复议诉讼' };

/** A draft to a workbook written by exceljs: title, prose in merged cells, tables with their merges. */
export async function writeXlsx(draft: Draft, style: BookStyle, rng: Rng): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.created = CREATED;
  book.modified = CREATED;
  let sheet = book.addWorksheet('年度报告');
  const { title, publishedOn } = draft.truth;
  putProse(sheet, title);
  if (publishedOn) putProse(sheet, `发布日期：${spelled(publishedOn)}`);
  const sayAll = (waiting: readonly Prose[]): void => {
    for (const { text } of waiting) putProse(sheet, text);
  };
  let heading: Prose[] = [];
  for (const [place, block] of draft.blocks.entries()) {
    if (block.kind === 'prose' && block.as === 'heading') {
      sayAll(heading);
      heading = [block];
      continue;
    }
    const role = block.kind === 'table' ? block.roles[0] : undefined;
    if (role && style.sheets === 'one a table') {
      sheet = book.addWorksheet(`${NAMES[role]}${book.worksheets.length}`);
    }
    sayAll(heading);
    heading = [];
    if (block.kind === 'prose') putProse(sheet, block.text);
    else putTable(sheet, block, draft.blocks[place - 1]?.kind === 'table', style, rng);
  }
  sayAll(heading);
  if (style.hidden) {
    const old = book.addWorksheet('上年', { state: 'hidden' });
    for (const text of ['上年数据', junk(rng), junk(rng)]) old.addRow([text]);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
