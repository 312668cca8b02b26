import ExcelJS, { type Workbook, type Worksheet } from 'exceljs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../../extractors/sheet/read-xlsx.ts';
import { refuseXls } from '../../../extractors/sheet/refuse-xls.ts';

const RULED = { top: { style: 'thin' }, bottom: { style: 'thin' } } as const;

async function bytesOf(fill: (sheet: Worksheet, book: Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Sheet1'), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The document in one line: paragraphs as they are, the rows of a grid in brackets. */
async function read(bytes: Uint8Array): Promise<string> {
  const { blocks } = await readXlsx(bytes);
  return blocks
    .map((block) => {
      if (block.kind !== 'grid') return block.kind === 'paragraph' ? block.text : block.kind;
      const rows = Array.from({ length: block.rows }, (_, row) =>
        block.cells
          .filter((cell) => cell.row === row)
          .map(({ text, rowSpan, colSpan }) => (rowSpan * colSpan > 1 ? `${text}:${rowSpan}x${colSpan}` : text))
          .join(','),
      );
      return `[${rows.join('/')}]`;
    })
    .join(' ');
}

/** The sheet's own XML changed, as other programs or hostile hands write it. */
async function rewritten(bytes: Uint8Array, part: string, change: (xml: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  zip.file(part, change((await zip.file(part)?.async('string')) ?? ''));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
const SHEET = 'xl/worksheets/sheet1.xml';

const table = (sheet: Worksheet, rows: readonly (readonly (string | number | null)[])[]): void => {
  for (const row of rows) {
    const added = sheet.addRow([...row]);
    for (let column = 1; column <= row.length; column += 1) added.getCell(column).border = RULED;
  }
};

describe('sheets', () => {
  it.each<[string, (sheet: Worksheet, book: Workbook) => void, string]>([
    [
      'text and numbers',
      (sheet) =>
        sheet.addRows([
          ['规章', 1],
          ['文件', 0],
        ]),
      '[规章,1/文件,0]',
    ],
    [
      'an empty cell stays an empty cell',
      (sheet) =>
        sheet.addRows([
          ['甲', null, 3],
          [null, 2, null],
        ]),
      '[甲,,3/,2,]',
    ],
    [
      'merged cells both ways',
      (sheet) => {
        sheet.addRows([
          ['甲', null, '乙'],
          ['丙', '丁', null],
          ['戊', '己', '庚'],
        ]);
        sheet.mergeCells('A1:B1');
        sheet.mergeCells('C1:C2');
      },
      '[甲:1x2,乙:2x1/丙,丁/戊,己,庚]',
    ],
    [
      'a merged cell over columns that hold nothing else',
      (sheet) => {
        sheet.addRows([
          ['甲', null, null, '乙'],
          ['丙', null, null, '丁'],
        ]);
        sheet.mergeCells('A1:C1');
        sheet.mergeCells('A2:C2');
      },
      '[甲,乙/丙,丁]',
    ],
    [
      'a table that begins in the middle of the sheet',
      (sheet) => {
        sheet.getCell('D7').value = '甲';
        sheet.getCell('E7').value = 1;
        sheet.getCell('D8').value = '乙';
        sheet.getCell('E8').value = 2;
      },
      '[甲,1/乙,2]',
    ],
    [
      'hidden rows, columns and sheets',
      (sheet, book) => {
        sheet.addRows([
          ['甲', 9, 1],
          ['隐', 9, 9],
          ['乙', 9, 2],
        ]);
        sheet.getRow(2).hidden = true;
        sheet.getColumn(2).hidden = true;
        book.addWorksheet('上年', { state: 'hidden' }).addRow(['旧', 1]);
        book.addWorksheet('前年', { state: 'veryHidden' }).addRow(['旧', 1]);
      },
      '[甲,1/乙,2]',
    ],
    [
      'the kept values of formulas',
      (sheet) =>
        sheet.addRows([
          ['甲', { formula: 'SUM(1,2)', result: 3 }],
          ['乙', 1],
        ]),
      '[甲,3/乙,1]',
    ],
    [
      'a formula that nobody worked out',
      (sheet) =>
        sheet.addRows([
          ['甲', { formula: 'SUM(1,2)' }],
          ['乙', 1],
        ]),
      '[甲,=SUM(1,2)/乙,1]',
    ],
    [
      'errors',
      (sheet) =>
        sheet.addRows([
          ['甲', { error: '#REF!' }],
          ['乙', 1],
        ]),
      '[甲,#REF!/乙,1]',
    ],
    [
      'runs of text, the struck-out ones left out',
      (sheet) =>
        sheet.addRows([
          ['甲', { richText: [{ text: '1' }, { font: { strike: true }, text: '5' }, { text: '2' }] }],
          ['乙', 1],
        ]),
      '[甲,12/乙,1]',
    ],
    [
      'number formats',
      (sheet) => {
        sheet.addRows([['甲', 7730.28, 0.12, 44221]]);
        sheet.getCell('B1').numFmt = '#,##0.00';
        sheet.getCell('C1').numFmt = '0%';
        sheet.getCell('D1').numFmt = 'yyyy"年"m"月"d"日"';
      },
      '[甲,7,730.28,12%,2021年1月25日]',
    ],
    [
      'text between ruled tables',
      (sheet) => {
        sheet.addRow(['一、总体情况']);
        table(sheet, [
          ['甲', 1],
          ['乙', null],
        ]);
        sheet.addRow(['二、主动公开']);
        table(sheet, [
          ['丙', 2],
          ['丁', 3],
        ]);
      },
      '一、总体情况 [甲,1/乙,] 二、主动公开 [丙,2/丁,3]',
    ],
    [
      'a ruled row with only a label belongs to its table',
      (sheet) =>
        table(sheet, [
          ['甲', 1],
          ['乙', null],
          ['丙', 2],
        ]),
      '[甲,1/乙,/丙,2]',
    ],
    [
      'a ruled row without anything is a row of blanks, and several are one',
      (sheet) =>
        table(sheet, [
          ['甲', '乙'],
          [null, null],
          [null, null],
        ]),
      '[甲,乙/,]',
    ],
    [
      'prose in a sheet without any rules',
      (sheet) => {
        sheet.addRow(['标题']);
        sheet.addRow(['第一段。']);
        sheet.addRow(['甲', 1]);
        sheet.addRow(['乙', 2]);
      },
      '标题 第一段。 [甲,1/乙,2]',
    ],
    [
      'several sheets in order, with the names that say something',
      (sheet, book) => {
        sheet.addRow(['甲', 1]);
        book.addWorksheet('依申请公开情况').addRow(['乙', 2]);
      },
      '[甲,1] 依申请公开情况 [乙,2]',
    ],
    ['an empty sheet', () => undefined, ''],
  ])('%s', async (_, fill, expected) => {
    expect(await read(await bytesOf(fill))).toBe(expected);
  });

  it('says where a cell stands', async () => {
    const { blocks } = await readXlsx(await bytesOf((sheet) => sheet.addRows([[], ['甲', 1]])));
    expect(blocks).toMatchObject([{ cells: [{}, { text: '1', at: { path: 'Sheet1!B2', row: 0, column: 1 } }] }]);
  });

  it('keeps a picture with its bytes', async () => {
    const bytes = await bytesOf((sheet, book) => {
      const id = book.addImage({ base64: Buffer.from('iVBORw0KGgo=', 'base64').toString('base64'), extension: 'png' });
      sheet.addImage(id, 'A1:D20');
    });
    expect((await readXlsx(bytes)).blocks).toMatchObject([
      { kind: 'picture', image: Buffer.from('iVBORw0KGgo=', 'base64') },
    ]);
  });
});

describe('sheets as other programs write them', () => {
  const plain = () =>
    bytesOf((sheet) =>
      sheet.addRows([
        ['甲', 1],
        ['乙', 2],
      ]),
    );

  it.each<[string, string, (xml: string) => string]>([
    ['names under a prefix', SHEET, (xml) => xml.replace(/<(\/?)(\w)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=')],
    [
      'the strict namespace',
      SHEET,
      (xml) =>
        xml.replace(
          /http:\/\/schemas.openxmlformats.org\/spreadsheetml\/2006\/main/,
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        ),
    ],
    ['cells without their places', SHEET, (xml) => xml.replace(/ r="[A-Z]*\d+"/g, '')],
    ['a million rows declared', SHEET, (xml) => xml.replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>')],
    [
      'a merged cell as large as the sheet',
      SHEET,
      (xml) => xml.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="C3:XFD1048576"/></mergeCells>'),
    ],
    [
      'a rule for input on every cell',
      SHEET,
      (xml) =>
        xml.replace(
          '</sheetData>',
          '</sheetData><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>',
        ),
    ],
    [
      'many empty rows',
      SHEET,
      (xml) =>
        xml.replace(
          '</sheetData>',
          `${Array.from({ length: 50_000 }, (_, i) => `<row r="${i + 9}"><c r="A${i + 9}"/></row>`).join('')}</sheetData>`,
        ),
    ],
  ])('%s', async (_, part, change) => {
    expect(await read(await rewritten(await plain(), part, change))).toBe('[甲,1/乙,2]');
  });

  it('reads merged cells that claim more than any table as far as they show anything', async () => {
    const rows = Array.from({ length: 700 }, (_, row) => [`行${row}`, row]);
    const bytes = await bytesOf((sheet) => sheet.addRows(rows));
    const merges = rows.map((_, row) => `<mergeCell ref="A${row + 1}:XFD1048576"/>`).join('');
    const hostile = await rewritten(bytes, SHEET, (xml) =>
      xml.replace('</sheetData>', `</sheetData><mergeCells>${merges}</mergeCells>`),
    );
    expect(await read(hostile)).toBe(`[行0:700x1${'/'.repeat(699)}]`);
  });

  it('refuses XLS and says what to do', () => {
    expect(refuseXls).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED_FORMAT', message: expect.stringContaining('XLSX') }),
    );
  });
});
