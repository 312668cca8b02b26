import Excel from 'exceljs';
import { expect, test } from 'vitest';
import { auditWorkbook, MOST_SHEETS, type SheetReport } from '../../../src/app/export/audit-workbook.ts';

const report = (given: Partial<SheetReport> = {}): SheetReport => ({
  ...{ agency: '兰亭街道', year: 2020, title: '=1+1', place: 'http://www.lanzhu.gov.cn/1.html' },
  editions: { proactive: null, requests: '2019', disputes: null },
  figures: new Map([
    ['requests.received.natural', { value: 3, raw: '3', status: 'reported' }],
    ['requests.received.total', { value: null, raw: '约3', status: 'unreadable' }],
  ]),
  repair: {
    changes: [{ cell: 'requests.received.total', from: null, to: 3 }],
    ...{ unique: true, alternatives: [], explains: ['T3-ROW-SUM'] },
  },
  flags: [
    {
      ...{ rule: 'T3-ROW-SUM', severity: 'error', cells: ['requests.received.natural', 'requests.received.total'] },
      ...{ message: '合计不符', observed: 0, expected: 3, review: 'open' },
    },
  ],
  ...given,
});

async function opened(reports: readonly SheetReport[]) {
  const book = new Excel.Workbook();
  await book.xlsx.load((await auditWorkbook(Excel, reports, 'zh')).buffer as ArrayBuffer);
  return book;
}

function cellWith(sheet: Excel.Worksheet, value: unknown): Excel.Cell {
  let found: Excel.Cell | undefined;
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.value === value) found ??= cell;
    }),
  );
  if (!found) throw new Error(`no cell holds ${String(value)}`);
  return found;
}

const colourOf = ({ fill }: Excel.Cell): unknown => (fill?.type === 'pattern' ? fill.fgColor?.argb : null);

test('lists the flags, and shows the table with the wrong cells coloured and explained', async () => {
  const book = await opened([report()]);
  expect(book.worksheets.map(({ name }) => name)).toEqual(['异常', '1 兰亭街道 2020']);
  const [list, sheet] = book.worksheets;
  if (!list || !sheet) throw new Error('two sheets were written');
  expect(list.getRow(2).values).toEqual(
    expect.arrayContaining(['兰亭街道', 2020, '错误', 'T3-ROW-SUM', '合计不符', 3]),
  );
  const [named, wrong] = [cellWith(sheet, 3), cellWith(sheet, '约3')];
  expect(colourOf(named)).toBe('FFFFC7CE');
  expect(colourOf(wrong)).toBe('FFFF7C80');
  const note = JSON.stringify(wrong.note);
  for (const words of ['T3-ROW-SUM: 合计不符', '建议：空 → 3']) expect(note).toContain(words);
});

test('what a report says is never run as a formula', async () => {
  const { worksheets } = await opened([report()]);
  expect(worksheets[1]?.getCell(1, 1).value).toBe('=1+1');
  expect(worksheets[1]?.getCell(1, 1).type).toBe(Excel.ValueType.String);
});

test('names of sheets are ones that a spreadsheet takes, whatever the agencies are called', async () => {
  const agencies = ['a/b:c*?[d]', "'quoted'", '很长'.repeat(30), null, '兰亭街道', '兰亭街道'];
  const { worksheets } = await opened(agencies.map((agency) => report({ agency })));
  expect(worksheets).toHaveLength(1 + agencies.length);
  for (const { name } of worksheets) expect(name.length).toBeLessThanOrEqual(31);
});

test('more reports than sheets are all in the list', async () => {
  const book = await opened(Array.from({ length: MOST_SHEETS + 2 }, () => report()));
  expect(book.worksheets).toHaveLength(1 + MOST_SHEETS);
  expect(book.worksheets[0]?.rowCount).toBe(1 + MOST_SHEETS + 2 + 1);
});
