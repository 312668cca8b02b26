import type { Message } from '../../model/report.ts';
import type { Diagnosis } from './diagnose.ts';
import { type DigitEdit, digitEdit } from './digit-edit.ts';
import type { SlipKind } from './slip.ts';

/** Why a printed number may stand where another should, in words; the likeliest reason first, at most one. */

const DIGITS: Readonly<Record<DigitEdit, Message>> = {
  wrong: { zh: '一位数字之误', en: 'one digit wrong' },
  missing: { zh: '漏写一位', en: 'a digit left out' },
  doubled: { zh: '一位重复', en: 'a digit doubled' },
  added: { zh: '多写一位', en: 'a digit too many' },
  exchanged: { zh: '相邻两位颠倒', en: 'two digits exchanged' },
  zeros: { zh: '末尾的 0 多写或漏写', en: 'zeros at the end too many or too few' },
  sign: { zh: '负号之误', en: 'the sign wrong' },
};

export const digitEditName = (edit: DigitEdit): Message => DIGITS[edit];

export const SLIP_NAMES: Readonly<Record<SlipKind, Message>> = {
  swap: { zh: '相邻两格互换', en: 'two neighbours exchanged' },
  moved: { zh: '数字填错一格', en: 'a number one cell off' },
  split: { zh: '一个数分在两格', en: 'one number split over two cells' },
  'row-shift': { zh: '整行错位一栏', en: 'a row one column off' },
  'column-shift': { zh: '一栏数字错位一行', en: 'numbers of a column one row off' },
  'carry-in-twice': { zh: '本年新收含上年结转', en: 'received counts the carry-over in' },
  'carry-out-twice': { zh: '办理结果总计含结转下年', en: 'handled counts the carry-over in' },
};

/** The reason for one changed cell, or null where none suggests itself. */
export function explainChange(place: number, to: number, { sums }: Diagnosis): Message | null {
  const { network, values, empty } = sums;
  const { grid, edges, rows } = network;
  const edge = edges[place];
  const printed = values[place] ?? 0;
  if (!edge) return null;
  if (empty[place]) return { zh: '未填', en: 'left empty' };
  const edit = digitEdit(printed, to);
  if (edit) return DIGITS[edit];
  if (printed === 0) return null;
  const at = (row: number, column: number) => values[grid[row]?.[column] ?? -1];
  const of = (row: string) => at(rows.indexOf(row), edge.column) ?? 0;
  if (printed === at(edge.row - 1, edge.column)) return { zh: '与上一行相同', en: 'the number of the row above' };
  if (printed === at(edge.row + 1, edge.column)) return { zh: '与下一行相同', en: 'the number of the row below' };
  if (printed === at(edge.row, edge.column - 1)) return { zh: '与左邻一栏相同', en: 'the number of the cell before' };
  if (printed === at(edge.row, edge.column + 1)) return { zh: '与右邻一栏相同', en: 'the number of the cell after' };
  if (rows.length > 1 && printed === of('received') + of('carried_in')) {
    return { zh: '等于一加二', en: 'equal to received plus carried over from last year' };
  }
  const carriedOut = of('carried_out');
  if (carriedOut > 0 && printed === to + carriedOut) {
    return { zh: '计入了结转下年度', en: 'counts in what was carried over to next year' };
  }
  return null;
}
