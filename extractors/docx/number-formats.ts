const DIGITS = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** 十二, 二十, 一百零五: as Word counts below ten thousand. */
function counted(value: number, digits: string, units: readonly string[], zero: string): string {
  if (value === 0) return zero;
  const figures = String(value);
  const spelled = [...figures]
    .map((figure, place) => (figure === '0' ? zero : `${digits[Number(figure)]}${units[figures.length - 1 - place]}`))
    .join('')
    .replace(new RegExp(`${zero}+`, 'g'), zero);
  return spelled.endsWith(zero) ? spelled.slice(0, -1) : spelled;
}

/** 十二 rather than 一十二. */
const chinese = (value: number): string =>
  counted(value, DIGITS, ['', '十', '百', '千', '万'], '零').replace(/^一十/, '十');

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'],
  [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
]; // biome-ignore format: pairs

function roman(value: number): string {
  let rest = value;
  return ROMAN.map(([worth, letters]) => {
    const times = Math.floor(rest / worth);
    rest -= times * worth;
    return letters.repeat(times);
  }).join('');
}

/** a to z, then aa to zz: Word repeats the letter. */
const letter = (value: number): string =>
  value < 1 ? '' : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

/** Characters of a row in Unicode, decimal where it ends. */
const fromRow =
  (first: number, length: number) =>
  (value: number): string =>
    value >= 1 && value <= length ? String.fromCodePoint(first + value - 1) : String(value);

const cycle = (characters: string) => (value: number) => characters[(value - 1) % characters.length] ?? '';

/** ST_NumberFormat (ISO/IEC 29500-1, 17.18.59): how a counter is printed. Formats not listed are printed as digits. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  chineseLegalSimplified: (value) => counted(value, LEGAL, ['', '拾', '佰', '仟', '万'], '零'),
  ideographLegalTraditional: (value) => counted(value, '零壹貳參肆伍陸柒捌玖', ['', '拾', '佰', '仟', '萬'], '零'),
  ideographDigital: (value) => [...String(value)].map((figure) => DIGITS[Number(figure)]).join(''),
  taiwaneseDigital: (value) => [...String(value)].map((figure) => DIGITS[Number(figure)]).join(''),
  japaneseDigitalTenThousand: (value) => [...String(value)].map((figure) => DIGITS[Number(figure)]).join(''),
  ideographTraditional: cycle(STEMS),
  ideographZodiac: cycle(BRANCHES),
  ideographEnclosedCircle: fromRow(0x3280, 10),
  decimalEnclosedCircle: fromRow(0x2460, 20),
  decimalEnclosedCircleChinese: fromRow(0x2460, 20),
  decimalEnclosedParen: fromRow(0x2474, 20),
  decimalEnclosedFullstop: fromRow(0x2488, 20),
  decimalFullWidth: (value) => [...String(value)].map((figure) => '０１２３４５６７８９'[Number(figure)]).join(''),
  decimalZero: (value) => String(value).padStart(2, '0'),
  numberInDash: (value) => `- ${value} -`,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerLetter: letter,
  none: () => '',
};

/** A counter as its format prints it; counters beyond the formats' reach are printed as digits. */
export function formatNumber(value: number, format: string): string {
  if (!Number.isInteger(value) || value < 0 || value > 9_999) return String(value);
  return Object.hasOwn(FORMATS, format) ? (FORMATS[format]?.(value) ?? '') : String(value);
}

export const isKnownFormat = (format: string): boolean =>
  format === 'decimal' || format === 'bullet' || Object.hasOwn(FORMATS, format);
