import { parseChineseNumeral } from '../../model/text/numerals.ts';

/** A number in a sentence with what it is a number of. */
export interface Measure {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** As the sentence prints it, unit included. */
  readonly text: string;
  /** `count` of cases and documents, `bare` without a unit at the end of a phrase, `other` for what no table counts. */
  readonly kind: 'count' | 'percent' | 'money' | 'bare' | 'other';
  /** Digits after the decimal point. */
  readonly decimals: number;
  /** 约, 近, 余, 以上: not to be held against a table. */
  readonly rough: boolean;
}

const KINDS: Readonly<Record<string, Measure['kind']>> = {
  件: 'count', 份: 'count', 宗: 'count', 起: 'count', 例: 'count', 条: 'count', 项: 'count', 个: 'count', 部: 'count', 桩: 'count',
  '%': 'percent', 元: 'money', 万元: 'money', 亿元: 'money',
}; // biome-ignore format: one line reads better than fourteen
/** Longest first: what begins with a counting word and is another unit must be seen as that. */
const UNITS =
  '个百分点|个工作日|个小时|个月|件次|人次|份额|项目|个人|部门|部分|万元|亿元|件|份|宗|起|例|条|项|个|部|桩|%|元|年|月|日|时|次|篇|期|场|人|名|倍|页|号|家|类|批|天|岁';
/** Dates part no words from their number. */
const DATES = new Set(['年', '月', '日', '时', '号', '个月']);
const ARABIC = `(?<![\\d.A-Za-z第〔\\[-])(\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,12})(\\.\\d{1,6})?([万亿]?)([余多几]?)(${UNITS})?`;
const CHINESE = `百分之([零〇一二两三四五六七八九十百]{1,6})(?:点([零〇一二三四五六七八九]{1,4}))?|(?<![第每逐单零〇一二两三四五六七八九十百千万\\d])([零〇一二两三四五六七八九十百千万]{1,9})([余多几]?)(件|份|宗|起|例|条|项|个|元)(?![一二三四五六七八九十])`;
const MEASURE = new RegExp(`${ARABIC}|${CHINESE}`, 'gu');

const ROUGH_BEFORE = /(?:约|近|逾|超|超过|不足|将近|大约|多于|少于)$/u;
const ROUGH_AFTER = /^(?:以上|左右|以内|以下)/u;
const PHRASE_END = /^(?:[,、;:)。/]|$)/u;

const decimal = (whole: number, part: string): number =>
  part === '' ? whole : Number(`${whole}.${[...part].map((digit) => parseChineseNumeral(digit)).join('')}`);

function measureOf(match: RegExpExecArray, sentence: string): Measure | null {
  const [
    text,
    digits,
    fraction = '',
    scale = '',
    many = '',
    unit = '',
    percent,
    percentPart = '',
    words,
    wordsMany = '',
    wordsUnit = '',
  ] = match;
  const { index: start } = match;
  const end = start + text.length;
  const rest = sentence.slice(end, end + 4);
  const rough =
    many !== '' ||
    wordsMany !== '' ||
    ROUGH_BEFORE.test(sentence.slice(Math.max(0, start - 3), start)) ||
    ROUGH_AFTER.test(rest);
  const place = { start, end, text, rough };
  if (digits !== undefined) {
    const factor = scale === '万' ? 10_000 : scale === '亿' ? 100_000_000 : 1;
    const value = Number(`${digits.replaceAll(',', '')}${fraction}`) * factor;
    const kind = unit === '' ? (PHRASE_END.test(rest) ? 'bare' : 'other') : (KINDS[unit] ?? 'other');
    const money = unit === '万元' ? 10_000 : unit === '亿元' ? 100_000_000 : 1;
    return {
      ...place,
      kind,
      value: kind === 'money' ? value * money : value,
      decimals: Math.max(0, fraction.length - 1),
    };
  }
  const numeral = parseChineseNumeral(percent ?? words ?? '');
  if (numeral === null) return null;
  if (percent !== undefined)
    return { ...place, kind: 'percent', value: decimal(numeral, percentPart), decimals: percentPart.length };
  return { ...place, kind: KINDS[wordsUnit] ?? 'other', value: numeral, decimals: 0 };
}

/** The numbers of a readable sentence, in order; money in yuan, percentages as printed (33.9). */
export function measuresIn(sentence: string): readonly Measure[] {
  return [...sentence.matchAll(MEASURE)].flatMap((match) =>
    DATES.has(match[5] ?? '') ? [] : (measureOf(match, sentence) ?? []),
  );
}
