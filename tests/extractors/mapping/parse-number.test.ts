import { describe, expect, it } from 'vitest';
import { looksLikeValue, type ParsedNumber, parseNumber } from '../../../extractors/mapping/parse-number.ts';
import type { ValueKind } from '../../../src/model/forms/form.ts';

type Case = readonly [raw: string, expected: ParsedNumber, why: string];

const reported = (value: number, extra: Partial<ParsedNumber> = {}): ParsedNumber => ({
  value,
  status: 'reported',
  ...extra,
});
const inferred = (value: number, because: NonNullable<ParsedNumber['because']>): ParsedNumber => ({
  value,
  status: 'inferred',
  because,
});
const nothing = (status: ParsedNumber['status']): ParsedNumber => ({ value: null, status });

const CASES: Readonly<Record<ValueKind, readonly Case[]>> = {
  count: [
    ['0', reported(0), 'a reported zero'],
    ['12', reported(12), 'plain'],
    [' 12 ', reported(12), 'spaces around'],
    ['\u00a012\u3000', reported(12), 'no-break and ideographic spaces'],
    ['１２', reported(12), 'full-width'],
    ['1,234', reported(1234), 'separator'],
    ['1，234', reported(1234), 'Chinese comma as separator'],
    ['1 234', reported(1234), 'space as separator'],
    ['12件', reported(12, { unit: '件' }), 'unit'],
    ['12 件', reported(12, { unit: '件' }), 'unit apart'],
    ['12（其中修订3件）', reported(12, { note: '其中修订3件' }), 'note'],
    ['8（含自然失效2件）件', reported(8, { note: '含自然失效2件', unit: '件' }), 'note and unit'],
    ['3[1]', reported(3, { note: '1' }), 'a footnote mark is no digit'],
    ['12.0', reported(12), 'a spreadsheet’s decimal'],
    ['-3', reported(-3), 'an impossible count is still what stands there'],
    ['\u22123', reported(-3), 'minus sign'],
    ['－\n5', nothing('unreadable'), 'a dash and a number of two cells'],
    ['', nothing('blank'), 'empty'],
    ['\u3000', nothing('blank'), 'ideographic space'],
    ['\u200b', nothing('blank'), 'zero-width space'],
    ['-', nothing('dash'), 'hyphen'],
    ['—\n—', nothing('dash'), 'a long dash over two lines'],
    ['2…', nothing('unreadable'), 'digits that can’t be seen'],
    ['——', nothing('dash'), 'two dashes'],
    ['/', nothing('dash'), 'slash'],
    ['／', nothing('dash'), 'full-width slash'],
    ['\\', nothing('dash'), 'backslash'],
    ['无', nothing('dash'), 'none'],
    ['×', nothing('dash'), 'cross'],
    ['不适用', nothing('not_applicable'), 'not applicable'],
    ['N/A', nothing('not_applicable'), 'English'],
    ['不涉及', nothing('not_applicable'), 'not concerned'],
    ['○', inferred(0, 'character'), 'a circle for zero'],
    ['〇', inferred(0, 'character'), 'the Chinese zero'],
    ['O', inferred(0, 'character'), 'a letter for zero'],
    ['十二', inferred(12, 'words'), 'Chinese numeral'],
    ['1\n2', inferred(12, 'broken'), 'digits over two lines of one cell'],
    ['007', inferred(7, 'leading-zero'), 'leading zeros'],
    ['约12', nothing('unreadable'), 'about'],
    ['近百', nothing('unreadable'), 'nearly a hundred'],
    ['十余', nothing('unreadable'), 'ten and more'],
    ['12-15', nothing('unreadable'), 'a range'],
    ['3/4', nothing('unreadable'), 'a fraction'],
    ['见附件', nothing('unreadable'), 'see annex'],
    ['?', nothing('unreadable'), 'question mark'],
    ['增3', nothing('unreadable'), 'a change where a count is due'],
    ['99999999999999999999', nothing('unreadable'), 'beyond exact numbers'],
    ['3³', nothing('unreadable'), 'a superscript is not a digit'],
    ['①', nothing('unreadable'), 'a circled number is a footnote mark'],
    ['١٢', nothing('unreadable'), 'digits of another script'],
    ['1e3', nothing('unreadable'), 'exponent'],
    ['0x10', nothing('unreadable'), 'hexadecimal'],
  ],
  change: [
    ['+12', reported(12), 'signed'],
    ['-3', reported(-3), 'signed'],
    ['－3', reported(-3), 'full-width minus'],
    ['增3', reported(3), 'words'],
    ['增加 3 项', reported(3, { unit: '项' }), 'words and unit'],
    ['减少2项', reported(-2, { unit: '项' }), 'words and unit'],
    ['减0', reported(0), 'no negative zero'],
    ['持平', inferred(0, 'words'), 'unchanged'],
    ['0', reported(0), 'zero'],
    ['/', nothing('dash'), 'dash'],
  ],
  amount: [
    ['7730.28', reported(7730.28), 'decimals'],
    ['251000元', reported(251000, { unit: '元' }), 'yuan'],
    ['25.1万元', reported(25.1, { unit: '万元' }), 'ten thousand yuan'],
    ['1,182,400.50 元', reported(1182400.5, { unit: '元' }), 'separators, decimals, unit'],
    ['持平', nothing('unreadable'), 'no amount'],
  ],
};

describe.each(Object.entries(CASES) as [ValueKind, readonly Case[]][])('a cell of kind %s', (kind, cases) => {
  it.each(cases.map(([raw, expected, why]) => ({ raw, expected, why })))('reads $raw ($why)', ({ raw, expected }) => {
    expect(parseNumber(raw, kind)).toEqual(expected);
    expect(parseNumber(raw, kind), 'the same again, from the cache').toEqual(expected);
  });
});

describe('traditional words', () => {
  it('reads 減3項 like 减3项', () => {
    expect(parseNumber('減3項', 'change')).toMatchObject({ value: -3, status: 'reported' });
  });
});

describe('telling values from labels', () => {
  it.each([
    ['12', true],
    ['', true],
    ['约12', true],
    ['12（其中修订3件）', true],
    ['—', true],
    ['1.属于国家秘密', false],
    ['自然人', false],
    ['2、重复申请', false],
    ['第二十条第（一）项', false],
  ])('%s', (text, expected) => {
    expect(looksLikeValue(text)).toBe(expected);
  });
});
