import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../extractors/document.ts';
import { readText } from '../../../extractors/text/read-text.ts';

const gridsOf = (...lines: readonly string[]): string[][][] =>
  readText(lines.join('\n')).blocks.flatMap((block) => (block.kind === 'grid' ? [rowsOf(block)] : []));

const rowsOf = (grid: Grid): string[][] =>
  Array.from({ length: grid.rows }, (_, row) => grid.cells.filter((cell) => cell.row === row).map(({ text }) => text));

const HEAD = ['信息内容', '本年制发件数', '本年废止件数'];
const ROWS = [HEAD, ['规章', '0', '0'], ['规范性文件', '2', '1']];

describe('tables with a cell a line', () => {
  it.each<[string, readonly string[]]>([
    ['a bar behind each cell', ROWS.flat().map((text) => `${text} |`)],
    ['a bar before each cell', ROWS.flat().map((text) => `| ${text}`)],
    ['bars on both sides', ROWS.flat().map((text) => `| ${text} |`)],
    ['blank lines between', ROWS.flat().flatMap((text) => [`${text} |`, ''])],
  ])('%s: rows are told by counting', (_, lines) => {
    expect(gridsOf(...lines)).toEqual([ROWS]);
  });

  it('bars alone are empty cells, and a bar that begins each row is none', () => {
    const lines = [['|'], ['第二十条第（一）项 | ||'], ...ROWS.map((row) => ['|', ...row.map((text) => `${text} |`)])];
    const [table] = gridsOf(...lines.flat());
    expect(table?.map((row) => row.slice(1))).toEqual([['第二十条第（一）项', '', ''], ...ROWS]);
  });

  it('rows that counting does not tell become lines, and no bar is left in them', () => {
    const { blocks } = readText(['规章 |', '0 |', '规范性文件 |', '2 |', '1 |'].join('\n'));
    expect(blocks.map((block) => block.kind === 'paragraph' && block.text)).toEqual([
      ...['规章', '0', '规范性文件', '2', '1'],
    ]);
  });
});

describe('merged cells that a tool repeats', () => {
  const title = '| 第二十条第（八）项 | 第二十条第（八）项 | 第二十条第（八）项 |';

  it('are one cell where head and figures repeat', () => {
    const head = '| 信息内容 | 上一年项目数量 | 上一年项目数量 |';
    expect(gridsOf(title, '|---|---|---|', head, '| 行政事业性收费 | 4 | 4 |')).toEqual([
      [['第二十条第（八）项'], ['信息内容', '上一年项目数量'], ['行政事业性收费', '4']],
    ]);
  });

  it('equal figures under two heads stay two', () => {
    const head = '| 信息内容 | 上一年项目数量 | 本年增/减 |';
    const [table] = gridsOf(title, head, '| 行政事业性收费 | 4 | 4 |');
    expect(table?.[2]).toEqual(['行政事业性收费', '4', '4']);
  });
});

it('two numbers in one cell of a Markdown table stay apart', () => {
  const [table] = gridsOf('| 行政许可 | 5<br>286 |', '| 行政处罚 | 7 |');
  expect(table?.[0]).toEqual(['行政许可', '5\n286']);
});

it('tables of a wiki have the spans that their cells name', () => {
  const { blocks } = readText(['{| class="wikitable"', '! colspan="2" | 数量', '|-', '| 规章 || 3', '|}'].join('\n'));
  expect(blocks).toMatchObject([{ cells: [{ text: '数量', colSpan: 2 }, { text: '规章' }, { text: '3' }] }]);
});
