import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../extractors/document.ts';
import { readDocx } from '../../../extractors/docx/read-docx.ts';
import { mapDocument } from '../../../extractors/mapping/map-document.ts';
import { BLANK_FORM } from '../../known-documents.ts';
import { type DocxParts, docxOf, para, run, zipOf } from '../ooxml/office-file.ts';

async function textOf(body: string, parts?: DocxParts): Promise<string> {
  const { blocks } = await readDocx(await docxOf(body, parts));
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.kind)).join('|');
}

async function gridOf(table: string): Promise<string> {
  const { blocks } = await readDocx(await docxOf(`<w:tbl>${table}</w:tbl>`));
  const grid = blocks[0] as Grid;
  return grid.cells
    .map(({ row, column, rowSpan, colSpan, text }) => {
      const span = rowSpan * colSpan > 1 ? ` ${rowSpan}x${colSpan}` : '';
      return `${row},${column}${span} ${text}`;
    })
    .join('|');
}

const tr = (cells: string, properties = '') => `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`;
const tc = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${para(run(text))}</w:tc>`;
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

describe('tables', () => {
  it.each([
    [
      tr(tc('a', '<w:gridSpan w:val="2"/>') + tc('b')) + tr(tc('c') + tc('d') + tc('e')),
      '0,0 1x2 a|0,2 b|1,0 c|1,1 d|1,2 e',
      'a cell over two columns',
    ],
    [
      tr(tc('a', '<w:vMerge w:val="restart"/>') + tc('b')) + tr(tc('x', '<w:vMerge/>') + tc('c')),
      '0,0 2x1 a|0,1 b|1,1 c',
      'a cell over two rows, whose hidden rest is not read',
    ],
    [
      tr(tc('a', '<w:vMerge/>') + tc('b')) + tr(tc('c') + tc('d')),
      '0,0 a|0,1 b|1,0 c|1,1 d',
      'a continued cell with nothing above stands for itself',
    ],
    [
      tr(tc('a', '<w:hMerge w:val="restart"/>') + tc('', '<w:hMerge/>')) + tr(tc('b') + tc('c')),
      '0,0 1x2 a|1,0 b|1,1 c',
      'the old way to merge across',
    ],
    [
      tr(tc('a') + tc('b')) + tr(tc('c'), '<w:gridBefore w:val="1"/>'),
      '0,0 a|0,1 b|1,0 |1,1 c',
      'a row that begins in the second column',
    ],
    [
      tr(tc('a') + tc('b')) + tr(tc('c') + tc('d'), '<w:del w:id="1"/>') + tr(tc('e') + tc('f')),
      '0,0 a|0,1 b|1,0 e|1,1 f',
      'a deleted row',
    ],
    [tr(tc('a') + tc('b')) + tr(tc('c') + tc('d'), '<w:hidden/>'), '0,0 a|0,1 b', 'a hidden row'],
    [
      tr(tc('a') + tc('x', '<w:cellDel w:id="1"/>') + tc('b')) + tr(tc('c') + tc('d')),
      '0,0 a|0,1 b|1,0 c|1,1 d',
      'a deleted cell',
    ],
    [
      tr(`<w:sdt><w:sdtContent>${tc('a')}</w:sdtContent></w:sdt>${tc('b')}`) +
        `<w:sdt><w:sdtContent>${tr(tc('c') + tc('d'))}</w:sdtContent></w:sdt>`,
      '0,0 a|0,1 b|1,0 c|1,1 d',
      'cells and rows in content controls',
    ],
    [
      tr(`${tc('a')}<w:tc><w:tbl>${tr(tc('b') + tc('c'))}</w:tbl><w:p/></w:tc>`) + tr(tc('d') + tc('e')),
      '0,0 a|0,1 b|0,2 c|1,0 d|1,1 e',
      'a table in a cell',
    ],
  ])('$2', async (table, expected) => {
    expect(await gridOf(table)).toBe(expected);
  });

  it('reads a document that stands in one cell as a document', async () => {
    const inner = `${para(run('一、总体情况'))}<w:tbl>${tr(tc('a') + tc('b'))}</w:tbl>${para(run('完'))}`;
    expect(await textOf(`<w:tbl>${tr(`<w:tc>${inner}</w:tc>`)}</w:tbl>`)).toBe('一、总体情况|grid|完');
  });

  it('says where a cell stands', async () => {
    const table = `<w:tbl>${tr(tc('a') + tc('b'))}</w:tbl>`;
    const { blocks } = await readDocx(await docxOf(`${para('')}${para(run('x'))}${table}`));
    expect((blocks[1] as Grid).cells[1]?.at).toEqual({ path: 'body/tbl[3]', row: 0, column: 1 });
  });
});

describe('text', () => {
  it.each([
    [`<w:sectPr/>${para(run('甲'))}`, 'body/p[2]', 'behind an element that shows nothing'],
    [`<w:sdt><w:sdtContent>${para('')}${para(run('甲'))}</w:sdtContent></w:sdt>`, 'body/sdt[1]/p[2]', 'in a control'],
    [
      para(`<w:r><w:pict><w:txbxContent>${para(run('甲'))}</w:txbxContent></w:pict></w:r>`),
      'body/txbx[1]/p[2]',
      'in a text box',
    ],
    [para(run('甲'), '<w:rPr><w:del/></w:rPr>'), 'body/p[2]', 'where the next paragraph would begin'],
  ])('says where a paragraph stands: $2', async (body, path) => {
    const { blocks } = await readDocx(await docxOf(body));
    expect(blocks.map(({ at }) => at.path)).toEqual([path]);
  });

  it('joins the parts of a raised mark', async () => {
    const raised = '<w:vertAlign w:val="superscript"/>';
    const cell = `<w:tc>${para(run('5') + run('1', raised) + run('2', raised))}</w:tc>`;
    expect(await gridOf(tr(cell + tc('b')))).toBe('0,0 5[12]|0,1 b');
  });

  const box = (text: string) => `<w:txbxContent>${para(run(text))}</w:txbxContent>`;
  it.each([
    [para(`${run('甲')}<w:r><w:tab/><w:br/></w:r>${run('乙')}`), '甲\n乙', 'tabs and line breaks'],
    [para(`<w:ins>${run('新')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>`), '新', 'tracked changes'],
    [
      para(`<w:moveFrom>${run('去')}</w:moveFrom>`) + para(`<w:moveTo>${run('来')}</w:moveTo>`),
      '来',
      'moved text, where it went',
    ],
    [
      para(run('前半'), '<w:rPr><w:del w:id="1"/></w:rPr>') + para(run('后半')),
      '前半后半',
      'a deleted paragraph mark joins two paragraphs',
    ],
    [para(run('见') + run('隐', '<w:vanish/>') + run('显', '<w:vanish w:val="0"/>')), '见显', 'hidden text'],
    [para(run('12') + run('1', '<w:vertAlign w:val="superscript"/>')), '121', 'a raised mark in prose'],
    [para(run('0') + run('5', '<w:strike/>')), '0', 'struck-out text'],
    [
      para(field('begin') + code(' PAGE ') + field('separate') + run('7') + field('end') + run('完')),
      '完',
      'a page number',
    ],
    [
      para(field('begin') + code(' =SUM(A1) ') + field('separate') + run('7') + field('end')),
      '7',
      'the result of a formula, not its code',
    ],
    [
      para(field('begin') + code('TOC \\o') + field('separate') + run('一、总体情况1')) +
        para(run('二、情况2') + field('end')) +
        para(run('一、总体情况')),
      '一、总体情况',
      'a table of contents over two paragraphs',
    ],
    [para(field('begin') + run('甲')), '甲', 'a field that never ends hides nothing'],
    [para(`<w:fldSimple w:instr="TITLE">${run('题')}</w:fldSimple>`), '题', 'a simple field'],
    [
      para(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处')}</w:sdtContent></w:sdt>`),
      '',
      'a prompt nobody filled in',
    ],
    [para(`<w:bdo>${run('向')}</w:bdo><w:hyperlink>${run('链')}</w:hyperlink>`), '向链', 'passages in wrappers'],
    [para(`${run('3')}<w:footnoteReference w:id="2"/>`), '3', 'a mark of a footnote'],
    [para('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), '√', 'a symbol'],
    [para('<w:r><w:sym w:font="Unheard" w:char="F041"/></w:r>'), '\ufffd', 'an unknown symbol is not left out'],
    [
      para(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('框')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('旁')}`,
      ),
      '旁|框',
      'a text box that is there twice',
    ],
    [
      para(
        `<w:r><w:pict><v:textbox><w:txbxContent><w:tbl>${tr(tc('a') + tc('b'))}</w:tbl></w:txbxContent></v:textbox></w:pict></w:r>`,
      ),
      'grid',
      'a table in a text box',
    ],
    [para(run('&lt;table&gt;&amp;')), '<table>&', 'markup in the text stays text'],
  ])('$2', async (body, expected) => {
    expect(await textOf(body)).toBe(expected);
  });
});

describe('automatic numbers', () => {
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H"/>')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimal', '%1.%4', '<w:isLgl/>')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '•')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>`;
  const styles = `<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
  const item = (numId: number, at: number) =>
    para(run('项'), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numId}"/></w:numPr>`);
  const headed = (more = '') => para(run('章'), `<w:pStyle w:val="H"/>${more}`);

  it.each([
    [[item(1, 0), item(1, 0)], '一、项|二、项', 'counting on'],
    [
      [item(1, 1), item(1, 1), item(1, 0), item(1, 1)],
      '（一）项|（二）项|一、项|（一）项',
      'a deeper level begins anew',
    ],
    [[item(1, 0), item(1, 2)], '一、项|1. 项', 'a gap behind a full stop'],
    [[item(1, 0), item(1, 3)], '一、项|1.1 项', 'all counters in Arabic digits'],
    [[item(1, 0), item(2, 0), item(2, 0)], '一、项|五、项|六、项', 'a list that starts at five'],
    [[item(3, 0)], '项', 'a bullet'],
    [[item(9, 0)], '项', 'a list that does not exist'],
    [[headed(), headed()], '一、章|二、章', 'numbers by the style'],
    [[headed('<w:numPr><w:numId w:val="0"/></w:numPr>')], '章', 'a paragraph taken out of the list'],
    [
      [`<w:p><w:pPr><w:pStyle w:val="H"/><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>`, headed()],
      '一、章',
      'a hidden paragraph does not count',
    ],
  ])('$2', async (body, expected) => {
    expect(await textOf(body.join(''), { numbering, styles })).toBe(expected);
  });

  it('marks headings by style', async () => {
    const { blocks } = await readDocx(await docxOf(headed(), { numbering, styles }));
    expect(blocks[0]).toMatchObject({ heading: 1 });
  });
});

describe('what a document carries', () => {
  const image = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
  const drawing = '<w:r><w:drawing><wp:inline><a:blip r:embed="rId10"/></wp:inline></w:drawing></w:r>';
  const media = { more: [['media/image1.png', 'image', image]] } satisfies DocxParts;

  it('keeps a picture with its bytes', async () => {
    const { blocks } = await readDocx(await docxOf(para(drawing), media));
    expect(blocks).toMatchObject([{ kind: 'picture', source: 'word/media/image1.png', image: Buffer.from(image) }]);
  });

  it('marks a cell that holds a picture', async () => {
    const table = `<w:tbl>${tr(`${tc('a')}<w:tc>${para(drawing)}</w:tc>`)}</w:tbl>`;
    const { blocks } = await readDocx(await docxOf(table, media));
    expect((blocks[0] as Grid).cells[1]).toMatchObject({ text: '', picture: true });
  });

  it('reads an embedded page in its place', async () => {
    const more = [['chunk.html', 'aFChunk', '<p>页</p>']] satisfies DocxParts['more'];
    expect(await textOf(`${para(run('前'))}<w:altChunk r:id="rId10"/>${para(run('后'))}`, { more })).toBe('前|页|后');
  });

  it.each<[Record<string, string>, string, string]>([
    [{ 'word/other.xml': '<a/>' }, 'DAMAGED', 'no main part'],
    [{ 'word/document.xml': '<a/>' }, 'DAMAGED', 'no body'],
  ])('refuses $2 with $1', async (parts, error) => {
    await expect(readDocx(await zipOf(parts))).rejects.toMatchObject({ code: error });
  });
});

describe.each(BLANK_FORM)('$path', ({ bytes }) => {
  it('is no report', async () => {
    const { report, doubts } = mapDocument(await readDocx(bytes));
    expect(report).toBeNull();
    expect(doubts.map(({ rule }) => rule)).toContain('DOC-NOT-A-REPORT');
  });
});
