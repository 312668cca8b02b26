import { describe, expect, test } from 'vitest';
import { displayWidth, textTable } from '../../../src/app/export/text-table.ts';

describe('displayWidth', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['兰亭', 4],
    ['（一）', 6],
    ['𠀀', 2],
    ['e\u0301', 1],
    ['a\u200bb', 2],
  ])('%j takes %i places', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('textTable', () => {
  test('aligns columns by what a terminal shows, numbers to the right', () => {
    const rows = [
      ['兰亭街道', 2020, 3],
      ['Shanghai', 2019, null],
      ['区', 2021, 120],
    ];
    expect(textTable(['agency', 'year', 'received'], rows)).toBe(
      [
        'agency    year  received',
        '--------  ----  --------',
        '兰亭街道  2020         3',
        'Shanghai  2019',
        '区        2021       120',
        '',
      ].join('\n'),
    );
  });

  test('shows what would drive the terminal, and keeps a row on its line', () => {
    const [, , row] = textTable(['a'], [['\u001b[2J\u009b31m\u202ex\r\ny']]).split('\n');
    expect(row).toBe('\\u001b[2J\\u009b31m\\u202ex y');
  });

  test('cuts long text and says so', () => {
    expect(textTable(['a'], [['政府信息公开']], { limit: 6 })).toBe('a\n-----\n政府…\n');
  });

  test('a table without rows is its headings', () => {
    expect(textTable(['a', 'bc'], [])).toBe('a  bc\n-  --\n');
  });
});
