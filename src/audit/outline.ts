import type { Message, Section, SectionRole } from '../model/report.ts';
import { parseWholeNumber } from '../model/text/numerals.ts';
import { quote } from '../model/text/quote.ts';
import type { Facts } from './rule.ts';

/** The six sections that Article 50 and the notices prescribe, in their order. */
export interface OfficialSection {
  readonly role: SectionRole;
  readonly number: string;
  readonly heading: string;
  readonly en: string;
  /** What a sentence that lists the sections says of this one. */
  readonly mention: RegExp;
}

export const OFFICIAL_SECTIONS: readonly OfficialSection[] = [
  { role: 'overview', number: '一', heading: '总体情况', en: 'overview', mention: /总体情况|总体概况|概述/u },
  {
    role: 'proactive',
    number: '二',
    heading: '主动公开政府信息情况',
    en: 'proactive disclosure',
    mention: /主动公开/u,
  },
  { role: 'requests', number: '三', heading: '收到和处理政府信息公开申请情况', en: 'requests', mention: /申请/u },
  {
    role: 'disputes',
    number: '四',
    heading: '政府信息公开行政复议、行政诉讼情况',
    en: 'disputes',
    mention: /复议|诉讼/u,
  },
  { role: 'problems', number: '五', heading: '存在的主要问题及改进情况', en: 'problems', mention: /问题|不足/u },
  {
    role: 'other_matters',
    number: '六',
    heading: '其他需要报告的事项',
    en: 'other matters',
    mention: /其[他它].{0,8}事项/u,
  },
];

/** The top-level headings as found, without what stands before the first. */
export const topHeadings = ({ sections }: Facts): readonly Section[] =>
  sections.filter((section) => section.role !== 'preamble');

const FIRST_TEN = '一二三四五六七八九十';

/** The value of a heading's number: 6 for 六, （六） and 6; null where it has none. */
export function numberOf({ number }: Section): number | null {
  if (number === null) return null;
  // Nearly every heading is numbered like this, and is asked for its number by several rules.
  if (number.length === 1 && FIRST_TEN.includes(number)) return FIRST_TEN.indexOf(number) + 1;
  return parseWholeNumber(number.replace(/[^\p{L}\p{N}]/gu, ''));
}

/** A heading as printed: 五、信息公开责任追究. */
export function headingOf({ number, heading }: Section): string {
  const text = quote(heading, 30);
  if (number === null) return text;
  return /^[\p{L}\p{N}]+$/u.test(number) ? `${number}、${text}` : `${number}${text}`;
}

/** The headings of a report in one line, for messages. */
export function outlineOf(sections: readonly Section[]): Message {
  const line = sections.slice(0, 12).map((section) => headingOf(section));
  const all = sections.length > line.length ? [...line, '…'] : line;
  return { zh: `所见标题：${all.join('；')}`, en: `headings found: ${all.join('; ')}` };
}

/** Whether any part of the prose speaks of something. To be asked only when a flag depends on it. */
export const proseSays = (pattern: RegExp, { sections }: Facts): boolean =>
  sections.some((section) => pattern.test(section.text));
