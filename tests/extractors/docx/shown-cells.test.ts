import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../extractors/docx/read-docx.ts';
import { mapDocument } from '../../../extractors/mapping/map-document.ts';
import { type DocxParts, docxOf, para, run } from '../ooxml/office-file.ts';

const M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const WHITE = '<w:color w:val="FFFFFF"/>';

/** The cell under test is the second of the second row. */
async function read(
  cell: string,
  {
    cellProperties = '',
    row = '',
    table = '',
    ...parts
  }: DocxParts & {
    cellProperties?: string;
    row?: string;
    table?: string;
  } = {},
) {
  const plain = (text: string): string => `<w:tc>${para(run(text))}</w:tc>`;
  const tested = `<w:tc><w:tcPr>${cellProperties}</w:tcPr>${cell}</w:tc>`;
  const bytes = await docxOf(
    `<w:tbl><w:tblPr>${table}</w:tblPr><w:tr>${plain('甲')}${plain('乙')}</w:tr><w:tr><w:trPr>${row}</w:trPr>${plain('丙')}${tested}</w:tr></w:tbl>`,
    parts,
  );
  const { blocks } = await readDocx(bytes);
  const cells = blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : []));
  const found = cells.find((one) => one.row === 1 && one.column === 1);
  return { text: found?.text ?? '(gone)', unsure: (found?.unsure ?? []).map(({ en }) => en) };
}

const runStyle = (id: string, properties: string, more = ''): string =>
  `<w:style w:type="character" w:styleId="${id}">${more}<w:rPr>${properties}</w:rPr></w:style>`;
const field = (code: string, result: string, begin = ''): string =>
  `<w:r><w:fldChar w:fldCharType="begin"${begin}/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const dropDown =
  '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="88"/><w:listEntry w:val="195"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
const alternate = (requires: string, space = ''): string =>
  `<mc:AlternateContent><mc:Choice Requires="${requires}" ${space}>${run('7')}</mc:Choice><mc:Fallback>${run('195')}</mc:Fallback></mc:AlternateContent>`;
const MHT =
  'MIME-Version: 1.0\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p class=3D"n">195</p></body></html>\r\n';
const list = (format: string, run = ''): string =>
  `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="7"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1"/>${run}</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
const NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

describe('what a person sees of a cell', () => {
  it.each<[string, string, string, Parameters<typeof read>[1]]>([
    ['white text', para(run('7', WHITE) + run('195')), '195', {}],
    [
      'white text by a style of a style',
      para(run('7', '<w:rStyle w:val="B"/>') + run('195')),
      '195',
      { styles: runStyle('A', WHITE) + runStyle('B', '<w:noProof/>', '<w:basedOn w:val="A"/>') },
    ],
    [
      'white text on black',
      para(run('195', WHITE)),
      '195',
      { cellProperties: '<w:shd w:val="clear" w:fill="000000"/>' },
    ],
    [
      'white text on solid shading',
      para(run('195', WHITE)),
      '195',
      { cellProperties: '<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>' },
    ],
    [
      'text of the colour behind it',
      para(run('7', '<w:color w:val="FF0000"/><w:highlight w:val="red"/>') + run('195')),
      '195',
      {},
    ],
    [
      'the white of the theme',
      para(run('7', '<w:color w:val="000000" w:themeColor="background1"/>') + run('195')),
      '195',
      {},
    ],
    ['text of one point', para(run('7', '<w:sz w:val="2"/>') + run('195')), '195', {}],
    [
      'text filled with white',
      para(
        `<w:r><w:rPr><w14:textFill ${W14}><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill></w:rPr><w:t>7</w:t></w:r>${run('195')}`,
      ),
      '195',
      {},
    ],
    [
      'hidden by both styles, and so shown',
      para(run('195', '<w:rStyle w:val="A"/>'), '<w:pStyle w:val="P"/>'),
      '195',
      {
        styles: `${runStyle('A', '<w:vanish/>')}<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>`,
      },
    ],
    [
      'a raised mark by style',
      para(run('195') + run('7', '<w:rStyle w:val="A"/>')),
      '195[7]',
      { styles: runStyle('A', '<w:vertAlign w:val="superscript"/>') },
    ],
    ['a mark moved up', para(run('195') + run('7', '<w:position w:val="8"/><w:sz w:val="12"/>')), '195[7]', {}],
    [
      'a number raised throughout',
      para(run('19', '<w:vertAlign w:val="superscript"/>') + run('5', '<w:vertAlign w:val="superscript"/>')),
      '195',
      {},
    ],
    ['an override from right to left', para(`<w:bdo w:val="rtl">${run('591')}</w:bdo>`), '195', {}],
    ['a drop-down of a form', para(dropDown), '195', {}],
    ['a choice that needs an unknown namespace', para(alternate('y', 'xmlns:y="urn:unknown"')), '195', {}],
    ['a choice that Word knows', para(alternate('wps')), '7', {}],
    ['an ignorable element', para(`<z:a xmlns:z="urn:z" mc:Ignorable="z">${run('7')}</z:a>${run('195')}`), '195', {}],
    [
      'an ignorable element whose content stays',
      para(`<z:a xmlns:z="urn:z" mc:Ignorable="z" mc:ProcessContent="z:a">${run('195')}</z:a>`),
      '195',
      {},
    ],
    [
      'a web page in the cell',
      '<w:altChunk r:id="rId10"/><w:p/>',
      '195',
      { more: [['a.html', 'aFChunk', '<html><body><p>195</p></body></html>']] },
    ],
    ['a web archive in the cell', '<w:altChunk r:id="rId10"/><w:p/>', '195', { more: [['a.mht', 'aFChunk', MHT]] }],
    ['a formula of one number', para(`<m:oMath ${M}><m:r><m:t>195</m:t></m:r></m:oMath>`), '195', {}],
    ['a row of no height', para(run('195')), '(gone)', { row: '<w:trHeight w:val="20" w:hRule="exact"/>' }],
    ['lines of no height', para(run('7'), '<w:spacing w:line="20" w:lineRule="exact"/>') + para(run('195')), '195', {}],
    [
      'a hidden drawing',
      para(`<w:r><w:drawing><wp:inline><wp:docPr id="1" hidden="1"/></wp:inline></w:drawing></w:r>${run('195')}`),
      '195',
      {},
    ],
    ['a number by the list', para('', NUMBERED), '7', { numbering: list('decimal') }],
    [
      'a style of another kind, which has no effect',
      para(run('195', '<w:rStyle w:val="P"/>')),
      '195',
      { styles: '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>' },
    ],
    [
      'a hidden number of the list',
      para(run('195'), NUMBERED),
      '195',
      { numbering: list('decimal', '<w:rPr><w:vanish/></w:rPr>') },
    ],
    ['a table whose columns run from right to left', para(run('195')), '195', { table: '<w:bidiVisual/>' }],
  ])('%s', async (_, cell, text, parts) => {
    expect(await read(cell, parts)).toEqual({ text, unsure: [] });
  });

  it.each<[string, string, RegExp, Parameters<typeof read>[1]]>([
    [
      'a fraction',
      para(
        `<m:oMath ${M}><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`,
      ),
      /m:f/,
      {},
    ],
    [
      'a formula without a paragraph',
      `<m:oMathPara ${M}><m:oMath><m:sSup/></m:oMath></m:oMathPara><w:p/>`,
      /m:sSup/,
      {},
    ],
    ['a dirty field', para(field('=2+3', '5', ' w:dirty="1"')), /=2\+3/, {}],
    ['a field whose code is shown', para(field('EQ \\f(1,2)', '')), /EQ/, {}],
    ['the number of the page', para(field('PAGE', '7')), /PAGE/, {}],
    ['a picture beside digits', para(`${run('19')}<w:r><w:drawing><wp:inline/></w:drawing></w:r>`), /picture/, {}],
    [
      'a text box that floats',
      para(
        '<w:r><w:pict><v:shape style="position:absolute"><v:textbox><w:txbxContent><w:p><w:r><w:t>8</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>',
      ),
      /text box/,
      {},
    ],
    [
      'a prompt',
      para(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('请填写')}</w:sdtContent></w:sdt>`),
      /prompt/,
      {},
    ],
    [
      'a bound control',
      para(`<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>${run('5')}</w:sdtContent></w:sdt>`),
      /bound/,
      {},
    ],
    ['text struck out', para(run('195', '<w:strike/>')), /struck out/, {}],
    ['numbers with a tab between', para(`${run('7')}<w:r><w:tab/></w:r>${run('025')}`), /set apart/, {}],
    ['numbers in two paragraphs', para(run('7')) + para(run('025')), /set apart/, {}],
    ['text hardly set off', para(run('195', '<w:color w:val="E0E0E0"/>')), /hardly/, {}],
    ['a font of symbols', para(run('195', '<w:rFonts w:ascii="Wingdings"/>')), /Wingdings/, {}],
    ['an unknown property of the run', para(run('195', '<w:sparkle/>')), /w:sparkle/, {}],
    ['an unknown property of the cell', para(run('195')), /w:veil/, { cellProperties: '<w:veil/>' }],
    ['an element that nobody knows', para(`<w:contentPart>${run('5')}</w:contentPart>`), /w:contentPart/, {}],
    ['a number in front of a number', para(run('195'), NUMBERED), /in front/, { numbering: list('decimal') }],
    ['an unknown kind of counting', para('', NUMBERED), /hebrew1/, { numbering: list('hebrew1') }],
    ['characters that turn the direction', para(run('\u202e591')), /direction/, {}],
    ['white text with an outline', para(run('195', `${WHITE}<w14:textOutline ${W14}/>`)), /hardly/, {}],
    ['a table of contents in the cell', para(field('TOC', '7')), /TOC/, {}],
    ['a very narrow cell', para(run('195')), /narrow/, { cellProperties: '<w:tcW w:w="20" w:type="dxa"/>' }],
    [
      'a note mark of its own',
      para(`${run('195')}<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>7</w:t></w:r>`),
      /note mark/,
      {},
    ],
    [
      'a table style that hides',
      para(run('195')),
      /table style/,
      {
        table: '<w:tblStyle w:val="T"/>',
        styles: `<w:style w:type="table" w:styleId="T"><w:rPr>${WHITE}</w:rPr></w:style>`,
      },
    ],
    [
      'white text on what a table style may fill',
      para(run('195', WHITE)),
      /hardly/,
      {
        table: '<w:tblStyle w:val="T"/>',
        styles:
          '<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="4472C4"/></w:tcPr></w:tblStylePr></w:style>',
      },
    ],
  ])('says of %s that it is unsure', async (_, cell, says, parts) => {
    expect((await read(cell, parts)).unsure.join()).toMatch(says);
  });

  it('says of a cell in a bound control that it is unsure', async () => {
    const cell = `<w:tc>${para(run('195'))}</w:tc>`;
    const control = `<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>${cell}</w:sdtContent></w:sdt>`;
    const { blocks } = await readDocx(await docxOf(`<w:tbl><w:tr>${cell}${control}</w:tr></w:tbl>`));
    const cells = blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : []));
    expect(cells.map(({ unsure }) => unsure?.length ?? 0)).toEqual([0, 1]);
  });

  it('keeps no mark of its own in the text, and takes none from the document', async () => {
    expect((await read(para(run('1\ufdd00\ufdd195', '<w:sparkle/>')))).text).toBe('1\ufffd0\ufffd95');
  });

  it.each([
    ['<wps:spPr><a:solidFill><a:srgbClr val="4472C4"/></a:solidFill></wps:spPr>', '195'],
    ['<wps:spPr><a:noFill/><a:ln><a:solidFill><a:srgbClr val="4472C4"/></a:solidFill></a:ln></wps:spPr>', ''],
  ])('sees white text in a text box by what fills it: %s', async (fill, text) => {
    const shape = `<wps:wsp>${fill}<wps:txbx><w:txbxContent>${para(run('195', WHITE))}</w:txbxContent></wps:txbx></wps:wsp>`;
    const box = para(`<w:r><w:drawing><wp:inline>${shape}</wp:inline></w:drawing></w:r>`);
    expect((await read(box)).text).toBe(text);
  });

  it('says of a text box with a number that floats over the page that it may lie over any cell', async () => {
    const box = para(
      '<w:r><w:drawing><wp:anchor><wps:txbx><w:txbxContent><w:p><w:r><w:t>83</w:t></w:r></w:p></w:txbxContent></wps:txbx></wp:anchor></w:drawing></w:r>',
    );
    const { doubts } = await readDocx(await docxOf(box));
    expect(doubts.map(({ rule }) => rule)).toEqual(['EX-APPEARANCE']);
  });
});

describe('figures under what is unsure', () => {
  it('doubts the figure of the cell, and those that an unsure label names', async () => {
    const cell = (text: string, properties = ''): string => `<w:tc>${para(run(text, properties))}</w:tc>`;
    const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
    const label = (text: string): string => cell(text, '<w:sparkle/>');
    const title = para(run('青禾县水务局2022年政府信息公开工作年度报告'));
    const table = `<w:tbl>${row(cell('第二十条第（一）项'))}${row(cell('信息内容'), cell('本年制发件数'), cell('本年废止件数'), cell('现行有效件数'))}${row(cell('规章'), cell('1', '<w:sparkle/>'), cell('2'), cell('3'))}${row(label('行政规范性文件'), cell('4'), cell('5'), cell('6'))}${row(cell('第二十条第（五）项'))}${row(cell('信息内容'), cell('本年处理决定数量'))}${row(cell('行政许可'), cell('7'))}</w:tbl>`;
    const chapters = ['一、总体情况', '二、主动公开政府信息情况'].map((text) => para(run(text))).join('');
    const { doubts } = mapDocument(await readDocx(await docxOf(title + chapters + table)));
    const [doubt] = doubts.filter(({ rule }) => rule === 'EX-APPEARANCE');
    expect([...(doubt?.cells ?? [])].sort()).toEqual([
      'proactive.normative.in_force',
      'proactive.normative.issued',
      'proactive.normative.repealed',
      'proactive.regulations.issued',
    ]);
  });
});
