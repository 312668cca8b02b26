const DIGITS: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, '○': 0, 一: 1, 壹: 1, 二: 2, 两: 2, 贰: 2, 三: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5,
  六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
}; // biome-ignore format: one line of the table reads better than twenty
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/**
 * A whole number written in Chinese characters: 十二 is 12, 一百零五 is 105, 二〇二〇 is 2020, 三万 is 30000.
 * Null where the characters are no such number.
 */
export function parseChineseNumeral(text: string): number | null {
  if (text === '') return null;
  const chars = [...text];
  if (chars.length > 1 && chars.every((char) => char in DIGITS)) {
    return Number(chars.map((char) => DIGITS[char]).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const char of chars) {
    const value = DIGITS[char];
    const unit = UNITS[char];
    if (value !== undefined) {
      digit = value;
    } else if (unit !== undefined) {
      section += (digit ?? 1) * unit;
      digit = null;
    } else if (char === '万' || char === '亿') {
      total = (total + section + (digit ?? 0)) * (char === '万' ? 10_000 : 100_000_000);
      section = 0;
      digit = null;
    } else {
      return null;
    }
  }
  return total + section + (digit ?? 0);
}

/** A whole number in Arabic digits of any width or in Chinese characters. */
export function parseWholeNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  return /^\d+$/.test(plain) ? Number(plain) : parseChineseNumeral(text.trim());
}
