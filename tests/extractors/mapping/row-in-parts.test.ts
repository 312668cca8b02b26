import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPageReport } from '../../../extractors/read-report.ts';

/** Figures of rows of table 2 that a page prints otherwise than the form, and the doubts that name them. */
function read(change: (page: string) => string, row: string) {
  const page = readFileSync('samples/clean-2021/source.html', 'utf8');
  const html = change(page);
  expect(html).not.toBe(page);
  const { figures, doubts } = readPageReport(new TextEncoder().encode(html), 'page.html').reading;
  const keys = Object.keys(figures).filter((key) => key.startsWith(`proactive.${row}.`));
  const named = doubts.filter(({ cells }) => keys.every((key) => cells.includes(key)));
  return { values: keys.map((key) => figures[key]?.value), codes: named.map(({ rule }) => rule) };
}

/** Table 2 of the 2021 form: the row 行政规范性文件 replaced. */
const normative = (rows: string) => (page: string) => page.replace(/<tr>(?:(?!<tr>).)*行政规范性文件.*?<\/tr>/s, rows);
const line = (label: string, ...cells: readonly (string | number)[]) =>
  `<tr>${label}${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

describe('a row of table 2 that is printed in parts', () => {
  const label = '<td rowspan="3">行政规范性文件</td>';

  it.each([
    ['is the sum of its parts', [line(label, '县政府', 3, 1, 20), line('', '县政府办', 5, 2, 31)], [8, 3, 51]],
    [
      'is the line of the sum',
      [line(label, '县政府', 3, 1, 20), line('', '县政府办', 5, 2, 31), line('', '合计', 8, 3, 52)],
      [8, 3, 52],
    ],
    [
      'is its own line where that names no part',
      [line('<td>行政规范性文件</td>', 3, 1, 20), line('<td>县级政府办公室发文</td>', 5, 2, 31)],
      [3, 1, 20],
    ],
    [
      'is one of two lines with the same label',
      [line('<td>行政规范性文件</td>', 3, 1, 20), line('<td>行政规范性文件</td>', 5, 2, 31)],
      null,
    ],
  ])('%s, under a doubt', (_, rows, wanted) => {
    const { values, codes } = read(normative(rows.join('')), 'normative');
    if (wanted) expect(values).toEqual(wanted);
    expect(codes).toContain('EX-ROW');
  });
});

it('takes an unlabelled row for the one that the form has in its place, under a doubt', () => {
  const before = read((page) => `${page} `, 'normative');
  const { values, codes } = read((page) => page.replace(/>\s*行政规范性文件\s*</, '>&nbsp;<'), 'normative');
  expect(before.values).not.toContain(null);
  expect(values).toEqual(before.values);
  expect(codes).toContain('EX-ROW');
});

/** Cells that are lost or covered leave the blank at the end of a row in the place of a figure. */
describe('a row with a blank in table 2', () => {
  const head = (...cells: string[]) => line('<td>信息内容</td>', ...cells);
  const table = (fees: string) => `<table>
    ${head('本年新制作数量', '本年新公开数量', '对外公开总数量')}${line('<td>规章</td>', 1, 1, 2)}${line('<td>规范性文件</td>', 1, 1, 2)}
    ${head('上一年项目数量', '本年增/减', '处理决定数量')}${line('<td>行政许可</td>', 1, 1, 2)}
    <tr><td>信息内容</td><td>上一年项目数量</td><td colspan="2">本年增/减</td></tr>${fees}</table>`;

  it.each([
    ['stands under its header: undoubted', '<tr><td>行政事业性收费</td><td>7</td><td colspan="2"></td></tr>', false],
    ['has lost a cell', line('<td>行政事业性收费</td>', 7, ''), true],
    ['has a label over its first figure', line('<td colspan="2">行政事业性收费</td>', 0, ''), true],
    ['has a figure over the next one', '<tr><td>行政事业性收费</td><td colspan="2">7</td><td></td></tr>', true],
  ])('%s', (_, fees, isDoubted) => {
    const page = `<h1>青禾县水务局2020年政府信息公开工作年度报告</h1><h2>二、主动公开政府信息情况</h2>${table(fees)}`;
    const { doubts, figures } = readPageReport(new TextEncoder().encode(page), 'page.html').reading;
    expect(figures['proactive.fees.items_change']?.status).toBe('blank');
    expect(doubts.some(({ message }) => message.en.includes('a cell may be lost'))).toBe(isDoubted);
  });
});
