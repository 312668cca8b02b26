/** Built-in formats (ISO/IEC 29500-1, 18.8.30) as a Chinese Excel prints them. Those not listed print as General. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
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
  36: 'yyyy"年"m"月"',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export const builtInFormat = (id: number): string => BUILT_IN[id] ?? 'General';

/** A format's first section in pieces: quoted and escaped text, brackets, runs of one letter, single characters. */
const PIECES = /"([^"]*)"|\\(.)|\[([^\]]*)\]|[_*].|(y+|m+|d+|h+|s+|AM\/PM|上午\/下午)|(.)/gi;

const firstSection = (format: string): string => /^(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])*/.exec(format)?.[0] ?? '';

const DAY = 86_400_000;
/** Day 0 of Excel's calendar in Unix days, counting its invented 29 February 1900. */
const EPOCH_1900 = -25_569;
const EPOCH_1904 = -24_107;

function printDate(value: number, section: string, from1904: boolean): string {
  const moment = new Date(Math.round((value + (from1904 ? EPOCH_1904 : EPOCH_1900)) * DAY));
  if (Number.isNaN(moment.getTime())) return String(value);
  let afterHour = false;
  let text = '';
  for (const [, quoted, escaped, bracket, token, other] of section.matchAll(PIECES)) {
    const letter = token?.[0]?.toLowerCase();
    const wide = (number: number): string => String(number).padStart(Math.min(token?.length ?? 1, 2), '0');
    if (letter === 'y')
      text += (token?.length ?? 0) > 2 ? moment.getUTCFullYear() : wide(moment.getUTCFullYear() % 100);
    else if (letter === 'm') text += wide(afterHour ? moment.getUTCMinutes() : moment.getUTCMonth() + 1);
    else if (letter === 'd' && (token?.length ?? 0) <= 2) text += wide(moment.getUTCDate());
    else if (letter === 'h') text += wide(moment.getUTCHours());
    else if (letter === 's') text += wide(moment.getUTCSeconds());
    else if (bracket === undefined && token === undefined)
      text += quoted ?? escaped ?? (other === '@' ? '' : (other ?? ''));
    if (letter) afterHour = letter === 'h' || (afterHour && letter !== 'y' && letter !== 'd');
  }
  return text;
}

/** Eleven digits are what General shows; the rest is noise of binary fractions. Long whole numbers stay whole. */
function printGeneral(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const shown = Number(value.toPrecision(11));
  return Math.abs(shown) < 1e-6 ? shown.toFixed(12).replace(/0+$/, '') : String(shown);
}

/** Rounds halves away from zero in decimal, as Excel does; `toFixed` rounds the binary number. */
function toPlaces(value: number, places: number): string {
  const shifted = Number(`${value}e${places}`);
  const rounded = Math.sign(shifted) * Math.round(Math.abs(shifted));
  return Number.isFinite(rounded) ? Number(`${rounded}e-${places}`).toFixed(places) : String(value);
}

interface NumberShape {
  readonly digits: string;
  readonly before: string;
  readonly after: string;
  readonly percent: boolean;
}

function shapeOf(section: string): NumberShape {
  let digits = '';
  let before = '';
  let after = '';
  let percent = false;
  for (const [whole, quoted, escaped, bracket, token, other] of section.matchAll(PIECES)) {
    const currency = bracket === undefined ? undefined : /^\$([^-]*)/.exec(bracket)?.[1];
    const literal = quoted ?? escaped ?? currency ?? token ?? (whole.length > 1 ? '' : other);
    if (bracket !== undefined && currency === undefined) continue;
    if (quoted === undefined && escaped === undefined && other !== undefined && /[0#?.,]/.test(other)) digits += other;
    else if (quoted === undefined && escaped === undefined && other === '%') percent = true;
    else if (digits === '') before += literal ?? '';
    else after += literal ?? '';
  }
  return { digits, before, after, percent };
}

const isDate = (section: string): boolean =>
  /[ymdhs]/i.test(section.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '')) && !/general/i.test(section);

/**
 * A number as its cell prints it: `7,730.28`, `12%`, `2021年1月25日`, `3件`. A number never disappears behind its format: one that
 * would print zero as nothing or as a dash prints it as 0 here, since the file does say 0.
 *
 * @param from1904 the workbook counts days from 1904
 */
export function printNumber(value: number, format: string, from1904: boolean): string {
  const section = firstSection(format);
  if (isDate(section)) return value < 0 ? String(value) : printDate(value, section, from1904);
  const { digits, before, after, percent } = shapeOf(section);
  // Text, fractions and powers print as they are.
  if (!/[0#?]/.test(digits) || /[E/@]/.test(before + after)) return printGeneral(value);
  const [whole = '', fraction = ''] = digits.split('.');
  const thousands = /,+$/.exec(digits)?.[0].length ?? 0;
  const scaled = (percent ? value * 100 : value) / 1000 ** thousands;
  const least = fraction.match(/0/g)?.length ?? 0;
  let number = toPlaces(Math.abs(scaled), fraction.replaceAll(',', '').length);
  for (let drop = fraction.replaceAll(',', '').length - least; drop > 0 && number.endsWith('0'); drop -= 1) {
    number = number.slice(0, -1);
  }
  if (number.endsWith('.')) number = number.slice(0, -1);
  const [units = '', ...places] = number.split('.');
  number = [units.padStart(whole.match(/0/g)?.length ?? 0, '0'), ...places].join('.');
  if (/[0#?],+[0#?]/.test(whole)) number = number.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',');
  const sign = value < 0 && /[1-9]/.test(number) ? '-' : '';
  return `${sign}${before.trim()}${number}${percent ? '%' : ''}${after.trim()}`;
}
