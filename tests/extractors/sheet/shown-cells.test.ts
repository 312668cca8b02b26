import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { GridCell } from '../../../extractors/document.ts';
import { readXlsx } from '../../../extractors/sheet/read-xlsx.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What of a workbook a case changes; the cell under test is B2 in a ruled table of two by two. */
interface Change {
  readonly cell?: string;
  readonly formats?: string;
  readonly font?: string;
  readonly fill?: string;
  readonly alignment?: string;
  readonly dxf?: string;
  /** Before and behind the sheet's data. */
  readonly before?: string;
  readonly after?: string;
  readonly workbook?: string;
  readonly row?: string;
  readonly drawing?: string;
}

const relations = (entries: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries}</Relationships>`;

async function workbookOf(change: Change): Promise<Uint8Array> {
  const { cell = '<c r="B2" s="1"><v>195</v></c>', alignment = '', before = '', after = '' } = change;
  const zip = new JSZip();
  const put = (name: string, xml: string): void => {
    zip.file(name, xml);
  };
  put('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  put('_rels/.rels', relations(`<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`));
  put(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>${change.workbook ?? ''}</workbook>`,
  );
  put(
    'xl/_rels/workbook.xml.rels',
    relations(
      `<Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/>`,
    ),
  );
  put(
    'xl/styles.xml',
    `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="200" formatCode="${change.formats ?? 'General'}"/></numFmts><fonts><font/><font>${change.font ?? ''}</font></fonts><fills><fill/><fill>${change.fill ?? ''}</fill></fills><borders><border><left style="thin"/></border></borders><cellXfs><xf/><xf numFmtId="200" fontId="1" fillId="1">${alignment}</xf></cellXfs><dxfs><dxf>${change.dxf ?? ''}</dxf></dxfs></styleSheet>`,
  );
  put(
    'xl/worksheets/sheet1.xml',
    `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:z="urn:unknown">${before}<sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1" t="str"><v>乙</v></c></row><row r="2" ${change.row ?? ''}><c r="A2" t="str"><v>丙</v></c>${cell}</row></sheetData>${after}</worksheet>`,
  );
  if (change.drawing) {
    put(
      'xl/worksheets/_rels/sheet1.xml.rels',
      relations(`<Relationship Id="r1" Type="${OFFICE}/drawing" Target="/xl/d.xml"/>`),
    );
    put(
      'xl/d.xml',
      `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${change.drawing}</xdr:wsDr>`,
    );
  }
  return zip.generateAsync({ type: 'uint8array' });
}

async function read(change: Change) {
  const { blocks, doubts } = await readXlsx(await workbookOf(change));
  const cells = blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : []));
  const cell = cells.find(({ row, column }) => row === 1 && column === 1) as GridCell | undefined;
  return { text: cell?.text ?? '(gone)', unsure: (cell?.unsure ?? []).map(({ en }) => en), doubts };
}

const WHITE = '<color rgb="FFFFFFFF"/>';
const solid = (rgb: string): string => `<patternFill patternType="solid"><fgColor rgb="${rgb}"/></patternFill>`;
const rich = (rpr: string): string =>
  `<c r="B2" s="1" t="inlineStr"><is><r><t>195</t></r><r><rPr>${rpr}</rPr><t>7</t></r></is></c>`;
const condition = (rule: string): string => `<conditionalFormatting sqref="B2">${rule}</conditionalFormatting>`;
const anchored = (inner: string): string =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${inner}</xdr:twoCellAnchor>`;
const BOX = anchored('<xdr:sp><xdr:txBody><a:p><a:r><a:t>83</a:t></a:r></a:p></xdr:txBody></xdr:sp>');

describe('what a person sees of a cell', () => {
  it.each<[string, Change, string]>([
    ['a format that shows nothing', { formats: ';;;' }, ''],
    ['a text that its format leaves out', { formats: ';;;', cell: '<c r="B2" s="1" t="str"><v>195</v></c>' }, ''],
    ['words', { formats: '&quot;无&quot;' }, '无'],
    ['no sign for a negative number', { formats: '0;[Red]0', cell: '<c r="B2" s="1"><v>-3</v></c>' }, '3'],
    ['a white format on white', { formats: '[White]0' }, ''],
    ['a white format on black', { formats: '[White]0', fill: solid('FF000000') }, '195'],
    ['white type', { font: WHITE }, ''],
    ['white type on blue', { font: WHITE, fill: solid('FF4472C4') }, '195'],
    ['black type on black', { fill: solid('FF000000') }, ''],
    ['type of one point', { font: '<sz val="1"/>' }, ''],
    ['the white of the theme', { font: '<color theme="0"/>' }, ''],
    ['the white of the palette', { font: '<color indexed="9"/>' }, ''],
    ['a white run', { cell: rich(WHITE) }, '195'],
    ['a raised run', { cell: rich('<vertAlign val="superscript"/>') }, '195[7]'],
    ['a run struck out', { cell: rich('<strike/>') }, '195'],
    ['a character by its code', { cell: '<c r="B2" t="inlineStr"><is><t>_x0031_95</t></is></c>' }, '195'],
    [
      'a sheet that shows no zeros',
      { cell: '<c r="B2"><v>0</v></c>', before: '<sheetViews><sheetView showZeros="0"/></sheetViews>' },
      '',
    ],
    [
      'a zero that a condition makes white',
      {
        cell: '<c r="B2"><v>0</v></c>',
        dxf: `<font>${WHITE}</font>`,
        after: condition('<cfRule type="cellIs" operator="equal" dxfId="0" priority="1"><formula>0</formula></cfRule>'),
      },
      '',
    ],
    [
      'a condition that fails',
      {
        dxf: `<font>${WHITE}</font>`,
        after: condition('<cfRule type="cellIs" operator="equal" dxfId="0" priority="1"><formula>0</formula></cfRule>'),
      },
      '195',
    ],
    ['what a merged cell covers', { after: '<mergeCells><mergeCell ref="A2:B2"/></mergeCells>' }, '(gone)'],
    [
      'a hidden drawing',
      { drawing: BOX.replace('<xdr:sp>', '<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1" hidden="1"/></xdr:nvSpPr>') },
      '195',
    ],
    ['an extension of another program', { after: '<extLst><ext><z:theirs/></ext></extLst>' }, '195'],
    ['an attribute of another namespace', { cell: '<c r="B2" z:t="s"><v>195</v></c>' }, '195'],
  ])('%s', async (_, change, text) => {
    expect(await read(change)).toEqual({ text, unsure: [], doubts: [] });
  });

  it('shows what is written in the hidden corner of a merged cell', async () => {
    const hidden = '<cols><col min="1" max="1" hidden="1" width="9"/></cols>';
    const { blocks } = await readXlsx(
      await workbookOf({ before: hidden, cell: '', after: '<mergeCells><mergeCell ref="A2:B2"/></mergeCells>' }),
    );
    expect(JSON.stringify(blocks)).toContain('"text":"丙"');
  });

  it.each<[string, Change, RegExp]>([
    ['Chinese numerals', { formats: '[DBNum1]0' }, /DBNum1/],
    ['a format that is none', { formats: '0;;;;;;[' }, /number format/],
    ['type hardly set off', { font: '<color rgb="FFE0E0E0"/>' }, /hardly set off/],
    ['type too small to read', { font: '<sz val="3"/>' }, /small type/],
    ['a font of symbols', { font: '<name val="Wingdings"/>' }, /Wingdings/],
    ['an unknown property of the font', { font: '<sparkle/>' }, /sparkle/],
    ['alignment that repeats', { alignment: '<alignment horizontal="fill"/>' }, /repeats/],
    ['a cell struck out', { font: '<strike/>' }, /struck out/],
    [
      'a condition on other cells',
      {
        dxf: `<font>${WHITE}</font>`,
        after: condition('<cfRule type="expression" dxfId="0" priority="1"><formula>$A$1=1</formula></cfRule>'),
      },
      /conditional format/,
    ],
    [
      'a bar in place of the number',
      { after: condition('<cfRule type="dataBar" priority="1"><dataBar showValue="0"/></cfRule>') },
      /conditional format/,
    ],
    [
      'a formula worked out on opening',
      { cell: '<c r="B2"><f>1+1</f><v>2</v></c>', workbook: '<calcPr fullCalcOnLoad="1"/>' },
      /formula/,
    ],
    ['the same cell twice', { cell: '<c r="B2"><v>7</v></c><c r="B2"><v>195</v></c>' }, /two values/],
    ['a number wider than its column', { before: '<cols><col min="2" max="2" width="1"/></cols>' }, /wider/],
    ['a fill whose colour is not found', { fill: '<patternFill patternType="solid"/>' }, /colour/],
    ['a string in a cell of numbers', { cell: '<c r="B2"><is><t>195</t></is></c>' }, /another type/],
    ['a picture over it', { drawing: anchored('<xdr:pic/>') }, /picture/],
    ['a text box over an empty cell', { cell: '<c r="B2"/>', drawing: BOX }, /text box/],
  ])('says of %s that it is unsure', async (_, change, says) => {
    expect((await read(change)).unsure.join()).toMatch(says);
  });

  it('reads of an empty cell the text box that lies over it', async () => {
    expect((await read({ cell: '<c r="B2"/>', drawing: BOX })).text).toBe('83');
  });

  it('says of an element that nobody knows that it may lie over any cell', async () => {
    expect((await read({ after: '<z:veil/><oleObjects/>' })).doubts.map(({ rule }) => rule)).toContain('EX-APPEARANCE');
  });
});
