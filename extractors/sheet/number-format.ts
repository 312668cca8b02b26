import { formatColor, format as formatValue, isDateFormat } from 'numfmt';
import type { Message } from '../../src/model/report.ts';
import { parseHex, type Rgb } from '../ooxml/colors.ts';

/** Built-in formats (ISO/IEC 29500-1, 18.8.30) as a Chinese Excel prints them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"￥"#,##0;"￥"\\-#,##0',
  6: '"￥"#,##0;[Red]"￥"\\-#,##0',
  7: '"￥"#,##0.00;"￥"\\-#,##0.00',
  8: '"￥"#,##0.00;[Red]"￥"\\-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'yyyy/m/d',
  16: 'm/d',
  17: 'yyyy/m',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'yyyy/m/d',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;\\-#,##0',
  38: '#,##0;[Red]\\-#,##0',
  39: '#,##0.00;\\-#,##0.00',
  40: '#,##0.00;[Red]\\-#,##0.00',
  41: '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "￥"* #,##0_ ;_ "￥"* \\-#,##0_ ;_ "￥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "￥"* #,##0.00_ ;_ "￥"* \\-#,##0.00_ ;_ "￥"* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Undefined for a number that names no format of the standard. */
export const builtInFormat = (id: number): string | undefined => BUILT_IN[id];

/** A value as its format shows it. */
interface Printed {
  readonly text: string;
  /** The colour that the format gives; null where it gives none. */
  readonly color: Rgb | null;
  /** What of the format may show otherwise than the text says. */
  readonly unsure: Message | null;
}

const COLORS: Readonly<Record<string, string>> = {
  black: '000000',
  white: 'FFFFFF',
  red: 'FF0000',
  green: '00FF00',
  blue: '0000FF',
  yellow: 'FFFF00',
  magenta: 'FF00FF',
  cyan: '00FFFF',
};

/** What stands in brackets in a format and is printed rightly: colours, conditions, currencies and languages of 16 bits, times. */
const BRACKETS =
  /^(?:black|white|red|green|blue|yellow|magenta|cyan|color ?\d{1,2}|[<>=]{1,2}\s*-?\d+(?:\.\d+)?|\$[^-\]]*(?:-[0-9a-f]{1,4})?|h+|m+|s+)$/i;
/** Text in quotes, an escaped character, brackets, a character that fills the cell. */
const SPECIAL = /"[^"]*"|\\.|_.|\[([^\]]*)\]|\*(.)/g;

/** A pattern holds something that numfmt passes over: Chinese numerals ([DBNum1]), calendars, characters that fill the cell. */
function isPassedOver(format: string): boolean {
  return [...format.matchAll(SPECIAL)].some(
    ([, bracket, filling]) =>
      (bracket !== undefined && !BRACKETS.test(bracket)) || (filling !== undefined && filling !== ' '),
  );
}

/** From here on the format General shows a power of ten. */
const FIRST_POWER = 1e11;
/** Day 0 of the calendar from 1904, counted in that from 1900. */
const DAYS_TO_1904 = 1_462;
const named = (format: string): Message => ({ zh: `数字格式 ${format}`, en: `the number format ${format}` });

function printFresh(value: number | string, format: string, from1904: boolean): Printed {
  const unsure = isPassedOver(format) ? named(format) : null;
  try {
    const isDay = typeof value === 'number' && isDateFormat(format);
    if (isDay && value < 0) return { text: '######', color: null, unsure: named(format) };
    const shown = isDay && from1904 ? value + DAYS_TO_1904 : value;
    const options = { locale: 'zh-CN', throws: true } as const;
    const given = formatColor(format, shown, options);
    const color = given === null ? null : parseHex(COLORS[String(given)] ?? String(given));
    const isKnown = given === null || color !== null;
    // A point behind which the format leaves no digit stays, and is no part of the number.
    const text = formatValue(format, shown, options).replace(/(\d)\.(?!\d)/, '$1');
    return { text, color, unsure: isKnown ? unsure : named(format) };
  } catch {
    return { text: String(value), color: null, unsure: named(format) };
  }
}

/**
 * A value as its cell shows it: `7,730.28`, `12%`, `2021年1月25日`, `3件`; nothing where the format shows nothing, as for a zero in
 * `0;-0;;@`.
 *
 * @param from1904 the workbook counts days from 1904
 */
export function printValue(value: number | string, format: string, from1904: boolean): Printed {
  const isWhole = typeof value === 'string' || Number.isSafeInteger(value);
  if (!isWhole || (format !== 'General' && format !== '@')) return printFresh(value, format, from1904);
  // Digits of several cells run together: all of them are in the file, while the cell shows a power of ten.
  const isLong = typeof value === 'number' && Math.abs(value) >= FIRST_POWER;
  return { text: String(value), color: null, unsure: isLong ? named(format) : null };
}
