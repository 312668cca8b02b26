import type { ValueKind } from '../../src/model/forms/form.ts';
import type { FigureStatus } from '../../src/model/report.ts';
import { detach } from '../../src/model/text/detach.ts';
import { tidyText } from '../../src/model/text/fold.ts';
import { parseChineseNumeral } from '../../src/model/text/numerals.ts';
import { toSimplified } from '../../src/model/text/traditional.ts';

/** What the characters of a cell say. */
export interface ParsedNumber {
  readonly value: number | null;
  readonly status: Exclude<FigureStatus, 'missing'>;
  /** The unit printed behind the number, as found. */
  readonly unit?: string;
  /** The note printed beside the number, without its brackets. */
  readonly note?: string;
  /** Why an inferred value is one. */
  readonly because?: 'character' | 'words' | 'broken' | 'leading-zero';
}

const BLANK: ParsedNumber = { value: null, status: 'blank' };
const DASH: ParsedNumber = { value: null, status: 'dash' };
const NOT_APPLICABLE: ParsedNumber = { value: null, status: 'not_applicable' };
const UNREADABLE: ParsedNumber = { value: null, status: 'unreadable' };

const FULL_WIDTH = /[\uff01-\uff5e]/g;
const MINUS = /[\u2212\u2010-\u2015\ufe63\uff0d]/g;

/**
 * Full-width forms to half-width, every dash one dash, traditional words (減3項) to simplified. Not NFKC: that would make the digit 3 of a footnote ³ and 1 of ①.
 */
function narrow(text: string): string {
  return toSimplified(text)
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(MINUS, '-')
    .replace(/，/g, ',');
}

/** A long dash may be broken over two lines. */
const PLACEHOLDER = /^(?:[-—_─/\\×✕](?:\s?[-—_─/\\×✕])*|无|无数据)$/;
const NOT_APPLICABLES = /^(?:不适用|不涉及|未涉及|不存在|无此项|无此情况|n\/?a)$/i;
const UNITS = '万元|亿元|千元|百元|元|件次|人次|件|项|条|个|宗|次|份|起|例|万';
const NOTE = '[(（\\[【]([^()（）\\[\\]【】]*)[)）\\]】]';
const PLAIN = /^\d+$/;
const NUMBER = new RegExp(
  `^(?:${NOTE}\\s*)?([+-]|±|增加?|新增|减少?|↑|↓)?\\s*(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?: \\d{3})+|\\d+(?:\\.\\d+)?)\\s*(${UNITS})?\\s*(?:${NOTE})?\\s*(${UNITS})?$`,
);
/** No count is negative: a dash and a number of two cells. */
const DASH_AND_NUMBER = /^-\s+\d/;
const BROKEN = /^\d+(?:\.\d+)?(?:\s+\d+)+$/;
/** A line break, a tab or a wide gap between digits: no separator of thousands, it may part two numbers. */
const APART = /\d(?:[^\S\n\t]*[\n\t]|[^\S\n\t]{2,})\s*\d/;
const UNCHANGED = /^(?:持平|不变|无变化|无增减|未增减|与上年持平)$/;
const ZERO_LIKE = /^[○〇ＯOoΟо◯⭘]$/;
const DOWN = /^(?:-|减少?|↓)$/;

function signed(sign: string | undefined, value: number): number {
  return sign !== undefined && DOWN.test(sign) && value !== 0 ? -value : value;
}

function parseFresh(raw: string, kind: ValueKind): ParsedNumber {
  const text = narrow(tidyText(raw)).replace(/^'/, '');
  if (text === '') return BLANK;
  if (PLACEHOLDER.test(text)) return DASH;
  if (NOT_APPLICABLES.test(text)) return NOT_APPLICABLE;
  if (APART.test(raw) && BROKEN.test(text)) {
    const joined = text.replace(/\s+/g, '');
    return /^0\d/.test(joined) ? UNREADABLE : { value: Number(joined), status: 'inferred', because: 'broken' };
  }
  const match = kind !== 'change' && DASH_AND_NUMBER.test(text) ? null : NUMBER.exec(text);
  if (match) {
    const [, before, sign, digits = '', unit, after, unitBehind] = match;
    const words = sign !== undefined && !/^[+-]$/.test(sign);
    if (words && kind !== 'change' && sign !== '±') return UNREADABLE;
    const plain = digits.replace(/[, ]/g, '');
    const value = signed(sign, Number(plain));
    if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return UNREADABLE;
    const note = [before, after].filter((part) => part !== undefined && part !== '').join('；');
    const extra = {
      ...((unit ?? unitBehind) ? { unit: (unit ?? unitBehind) as string } : {}),
      ...(note ? { note } : {}),
    };
    if (/^0\d/.test(plain)) return { value, status: 'inferred', because: 'leading-zero', ...extra };
    return { value, status: 'reported', ...extra };
  }
  if (ZERO_LIKE.test(text)) return { value: 0, status: 'inferred', because: 'character' };
  if (kind === 'change' && UNCHANGED.test(text)) return { value: 0, status: 'inferred', because: 'words' };
  if (BROKEN.test(text)) {
    const joined = text.replace(/\s+/g, '');
    if (!/^0\d/.test(joined)) return { value: Number(joined), status: 'inferred', because: 'broken' };
  }
  const chinese = parseChineseNumeral(text.replace(new RegExp(`(?:${UNITS})$`), ''));
  if (chinese !== null) return { value: chinese, status: 'inferred', because: 'words' };
  return UNREADABLE;
}

/** A nation of cells holds few different texts; the cache is dropped when hostile input fills it. */
const CACHES: Readonly<Record<ValueKind, Map<string, ParsedNumber>>> = {
  count: new Map(),
  change: new Map(),
  amount: new Map(),
};

/**
 * Reads the characters of one cell as a number of the given kind. Blank, dash and `不适用` carry no value and stay apart;
 * characters that only stand for a number (○, 持平, 十二, digits over two lines) give `inferred`; anything else that is
 * no number (约12, 近百) is `unreadable`.
 */
export function parseNumber(raw: string, kind: ValueKind = 'count'): ParsedNumber {
  if (raw === '0') return ZERO;
  if (raw.length < 16 && PLAIN.test(raw) && (raw.length === 1 || raw[0] !== '0')) {
    return { value: Number(raw), status: 'reported' };
  }
  const cache = CACHES[kind];
  const known = cache.get(raw);
  if (known) return known;
  if (raw.length > 24) return parseFresh(raw, kind);
  if (cache.size >= 10_000) cache.clear();
  // What is parsed holds parts of the text, so it is parsed from the copy.
  const own = detach(raw);
  const parsed = parseFresh(own, kind);
  cache.set(own, parsed);
  return parsed;
}

const ZERO: ParsedNumber = { value: 0, status: 'reported' };

/** Words that stand for a number without being one. */
const VAGUE =
  /^(?:若干|少许|少量|大量|多|数[十百千]|几[十百]?|[近约上][十百千]|[十百千]余|不详|未知|未统计|待统计|暂缺|\*+|[?？]+)[件次项条个]?$/;
const NUMERIC_START = /^(?:[约近超逾共]?\s*[+-]?\d|[十百千]余|[增减]\s*\d)/;

/** Labels come again in every report; the cache is dropped when hostile input fills it. */
const VALUE_LIKE = new Map<string, boolean>();

/** Whether a text stands where a figure does, readable or not; labels with their enumerators do not. */
export function looksLikeValue(raw: string): boolean {
  if (raw.length > 60) return false;
  let known = VALUE_LIKE.get(raw);
  if (known === undefined) {
    if (VALUE_LIKE.size >= 10_000) VALUE_LIKE.clear();
    known = judgeValue(raw);
    VALUE_LIKE.set(detach(raw), known);
  }
  return known;
}

function judgeValue(raw: string): boolean {
  if (parseNumber(raw, 'change').status !== 'unreadable' || VAGUE.test(raw.trim())) return true;
  return (
    NUMERIC_START.test(narrow(raw)) &&
    !/^\d{1,2}\s*[.、．,，)）]\s*\D/.test(narrow(raw)) &&
    !/\p{Script=Han}{6}/u.test(raw)
  );
}
