import { describe, expect, test } from 'vitest';
import { type CellValue, csvField, csvLine } from '../../../src/app/export/csv.ts';

describe('csvField', () => {
  test.each<[string, CellValue, string]>([
    ['plain text', '兰亭街道', '兰亭街道'],
    ['null', null, ''],
    ['an absent value', undefined, ''],
    ['a number', 12.5, '12.5'],
    ['a negative number', -3, '-3'],
    ['a negative number as text', '-3', '-3'],
    ['a signed decimal as text', '+0.5', '+0.5'],
    ['a large integer', 9007199254740993n, '9007199254740993'],
    ['bytes', new Uint8Array([1, 255]), '01ff'],
    ['a comma', 'a,b', '"a,b"'],
    ['a quotation mark', 'a"b', '"a""b"'],
    ['line breaks of every kind', 'a\r\nb\rc\nd', '"a\nb\nc\nd"'],
    ['a formula', '=1+1', "'=1+1"],
    ['a formula with its fields quoted', '=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['a formula behind blanks', '  =1+1', "'  =1+1"],
    ['a sum', '+1+1', "'+1+1"],
    ['a difference', '-1+1', "'-1+1"],
    ['a dash in an empty cell', '-', "'-"],
    ['a function call', '@SUM(A1)', "'@SUM(A1)"],
    ['a wide formula', '＝1+1', "'＝1+1"],
    ['a leading tab', '\t=1', "'\t=1"],
    ['a leading line break', '\n=1', '"\'\n=1"'],
    ['an escape sequence', '\u001b[31mred', '\\u001b[31mred'],
    ['a formula behind a control character', '\u0000=1', '\\u0000=1'],
  ])('%s', (_, value, field) => {
    expect(csvField(value)).toBe(field);
  });
});

test('csvLine ends each record as RFC 4180 asks', () => {
  expect(csvLine(['a', 1, null])).toBe('a,1,\r\n');
});
