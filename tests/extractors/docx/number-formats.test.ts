import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../extractors/docx/number-formats.ts';

describe('numbers of lists', () => {
  it.each([
    [1, 'chineseCounting', '一'],
    [10, 'chineseCountingThousand', '十'],
    [12, 'japaneseCounting', '十二'],
    [20, 'chineseCounting', '二十'],
    [105, 'chineseCounting', '一百零五'],
    [110, 'chineseCounting', '一百一十'],
    [2, 'chineseLegalSimplified', '贰'],
    [2, 'ideographTraditional', '乙'],
    [13, 'ideographZodiac', '子'],
    [3, 'decimalEnclosedCircle', '③'],
    [21, 'decimalEnclosedCircle', '21'],
    [2, 'decimalEnclosedParen', '⑵'],
    [12, 'decimalFullWidth', '１２'],
    [7, 'decimalZero', '07'],
    [14, 'upperRoman', 'XIV'],
    [28, 'lowerLetter', 'bb'],
    [0, 'lowerLetter', ''],
    [5, 'none', ''],
    [5, 'hebrew2', '5'],
    [5, 'constructor', '5'],
    [1_000_000, 'upperRoman', '1000000'],
  ])('%i as %s is %s', (value, format, printed) => {
    expect(formatNumber(value, format)).toBe(printed);
  });
});
