import { describe, expect, test } from 'vitest';
import { wrapText } from '../../../src/app/cli/wrap-text.ts';

describe('text broken into lines', () => {
  test.each([
    ['fits', '读取文件', 8, '读取文件'],
    ['between Chinese characters', '读取文件并输出', 8, '读取文件\n并输出'],
    ['never before a closing mark', '读取文件，输出', 8, '读取文\n件，输出'],
    ['with words whole', '使用 SQLite 查询', 10, '使用\nSQLite 查\n询'],
    ['at spaces of English', 'one two three', 7, 'one two\nthree'],
    [
      'a word that is too long stays whole',
      'https://www.example.gov.cn/ 首页',
      10,
      'https://www.example.gov.cn/\n首页',
    ],
    ['with its own line breaks', '甲\n乙', 8, '甲\n乙'],
    ['nothing', '', 8, ''],
  ])('%s', (_, text, width, lines) => {
    expect(wrapText(text, width)).toBe(lines);
  });
});
