import { parseChineseNumeral } from './numerals.ts';

/** A calendar date as `YYYY-MM-DD`, or null where the parts are no date that exists. */
export function isoDate(year: number, month: number, day: number): string | null {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
  if (year < 1990 || year > 2100 || day < 1 || day > last) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const ARABIC = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/;
const CHINESE = /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日?/;

/** The first date in a text: 2021-01-25 10:39, 2021年1月25日, 2021/1/25, 二〇二一年一月二十五日. */
export function findDate(text: string): string | null {
  const plain = text.normalize('NFKC');
  const arabic = ARABIC.exec(plain);
  if (arabic) return isoDate(Number(arabic[1]), Number(arabic[2]), Number(arabic[3]));
  const chinese = CHINESE.exec(plain);
  if (!chinese) return null;
  const [year, month, day] = chinese.slice(1).map((part) => parseChineseNumeral(part));
  return year && month && day ? isoDate(year, month, day) : null;
}

/** A year named in a text, 1990 to 2100: 2020年, ２０２０, 二〇二〇年. */
export function findYear(text: string): number | null {
  const plain = text.normalize('NFKC');
  const arabic = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(plain);
  if (arabic) return Number(arabic[1]);
  const chinese = /([二][〇○零0][〇○零一二三四五六七八九]{2})年?/.exec(plain);
  return chinese?.[1] ? parseChineseNumeral(chinese[1].replace('0', '〇')) : null;
}
