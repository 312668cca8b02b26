import PDFKit from 'pdfkit';
import { buildZip } from '../../samples/generator/formats/build-zip.ts';
import { docxOf, para, run, zipOf } from '../extractors/ooxml/office-file.ts';
import { many } from './page-shapes.ts';

/** Office files, PDFs and archives that grow along one dimension. */
export type Build = (size: number) => Uint8Array | Promise<Uint8Array>;

const TITLE = para(run('临江省人民政府2024年政府信息公开工作年度报告'));
const cell = (text: string, properties = '') => `<w:tc>${properties}${para(run(text))}</w:tc>`;
const row = (cells: string) => `<w:tr>${cells}</w:tr>`;
const table = (rows: string) => `<w:tbl>${rows}</w:tbl>`;
const NESTING = 100;

export const DOCX_SHAPES: Readonly<Record<string, Build>> = {
  paragraphs: (n) => docxOf(TITLE + many(n, (i) => para(run(`本机关公开政府信息${i}件。`)))),
  headings: (n) => docxOf(TITLE + many(n, () => para(run('一、总体情况')))),
  'runs of a paragraph': (n) => docxOf(TITLE + para(many(n, (i) => run(`${i}`)))),
  'runs and properties of a paragraph': (n) =>
    docxOf(
      TITLE +
        para(
          many(n, () => run('字', '<w:b/>')),
          many(n, (i) => `<w:x${i}/>`),
        ),
    ),
  tables: (n) => docxOf(TITLE + many(n, () => table(row(cell('事项') + cell('1'))))),
  'rows of a table': (n) => docxOf(TITLE + table(many(n, (i) => row(cell(`事项${i}`) + cell(`${i}`))))),
  'cells of a row': (n) => docxOf(TITLE + table(row(many(Math.min(n, 900), (i) => cell(`${i}`))))),
  'cells merged downwards': (n) =>
    docxOf(
      TITLE +
        table(
          many(n, (i) => row(cell('', `<w:tcPr><w:vMerge${i % 20 ? '' : ' w:val="restart"'}/></w:tcPr>`) + cell('1'))),
        ),
    ),
  'tables in tables': (n) =>
    docxOf(
      TITLE +
        many(
          n / 50,
          () => `${'<w:tbl><w:tr><w:tc>'.repeat(NESTING)}${para('')}${'</w:tc></w:tr></w:tbl>'.repeat(NESTING)}`,
        ),
    ),
  styles: (n) =>
    docxOf(TITLE + many(n, (i) => para(run('字'), `<w:pStyle w:val="s${i}"/>`)), {
      styles: many(n, (i) => `<w:style w:type="paragraph" w:styleId="s${i}"><w:basedOn w:val="s${i + 1}"/></w:style>`),
    }),
  'levels of a list': (n) =>
    docxOf(
      TITLE +
        many(n, () =>
          para(run('项'), '<w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        ),
      {
        numbering: `<w:abstractNum w:abstractNumId="0">${many(n, (i) => `<w:lvl w:ilvl="${i}"><w:lvlText w:val="%1."/></w:lvl>`)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
      },
    ),
  lists: (n) =>
    docxOf(TITLE + many(n, (i) => para(run('项'), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${i}"/></w:numPr>`)), {
      numbering: many(
        n,
        (i) =>
          `<w:abstractNum w:abstractNumId="${i}"><w:lvl w:ilvl="0"/></w:abstractNum><w:num w:numId="${i}"><w:abstractNumId w:val="${i}"/></w:num>`,
      ),
    }),
  'open fields': (n) =>
    docxOf(TITLE + para(many(n, (i) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run(`${i}`)}`))),
  'fields in fields': (n) =>
    docxOf(
      TITLE +
        para(
          many(n, (i) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run(`${i}`)}`) +
            many(n, () => '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        ),
    ),
  'paragraphs whose ends are deleted': (n) => docxOf(TITLE + many(n, () => para(run('字'), '<w:rPr><w:del/></w:rPr>'))),
  'text boxes': (n) =>
    docxOf(
      TITLE +
        many(n, () =>
          para(
            `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${para(run('字'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
          ),
        ),
    ),
  'attributes of an element': (n) => docxOf(`${TITLE}<w:p ${many(n, (i) => `a${i}="${i}"`, ' ')}>${run('字')}</w:p>`),
  parts: (n) => docxOf(TITLE, { more: Array.from({ length: n }, (_, i) => [`media/${i}.txt`, 'image', '1'] as const) }),
};

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

function xlsxOf(sheets: readonly string[], strings = ''): Promise<Uint8Array> {
  const sheetParts = Object.fromEntries(
    sheets.map((content, i) => [`xl/worksheets/sheet${i}.xml`, `<worksheet xmlns="${SHEET}">${content}</worksheet>`]),
  );
  return zipOf({
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${SHEET}" xmlns:r="${RELATIONS}"><sheets>${sheets.map((_, i) => `<sheet name="政务公开年报${i}" sheetId="${i + 1}" r:id="r${i}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${sheets.map((_, i) => `<Relationship Id="r${i}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i}.xml"/>`).join('')}<Relationship Id="s" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${SHEET}">${strings}</sst>`,
    ...sheetParts,
  });
}

const data = (rows: string, rest = '') => `<sheetData>${rows}</sheetData>${rest}`;
const words = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const ROWS = (n: number) => many(n, (i) => `<row>${words(`事项${i}`)}<c><v>${i}</v></c></row>`);

export const XLSX_SHAPES: Readonly<Record<string, Build>> = {
  rows: (n) => xlsxOf([data(ROWS(n))]),
  'rows of prose': (n) => xlsxOf([data(many(n, () => `<row>${words('本机关公开政府信息12件，办理申请3件。')}</row>`))]),
  'cells of a row': (n) => xlsxOf([data(`<row>${many(Math.min(n, 900), (i) => `<c><v>${i}</v></c>`)}</row>`)]),
  'merged cells': (n) =>
    xlsxOf([
      data(ROWS(n), `<mergeCells>${many(n, (i) => `<mergeCell ref="A${i * 2 + 1}:A${i * 2 + 2}"/>`)}</mergeCells>`),
    ]),
  sheets: (n) => xlsxOf(Array.from({ length: n }, () => data(ROWS(2)))),
  'shared strings': (n) =>
    xlsxOf(
      [data(many(n, (i) => `<row><c t="s"><v>${i}</v></c></row>`))],
      many(n, (i) => `<si><t>事项${i}</t></si>`),
    ),
  'hidden columns': (n) =>
    xlsxOf([`<cols>${many(n, (i) => `<col min="${i + 1}" max="${i + 2}" hidden="1"/>`)}</cols>${data(ROWS(n))}`]),
  'runs of a cell': (n) =>
    xlsxOf([data(`<row><c t="inlineStr"><is>${many(n, () => '<r><t>字</t></r>')}</is></c></row>`)]),
  'blank rows': (n) => xlsxOf([data(many(n, (i) => `<row r="${i * 3 + 1}">${words('字')}</row>`))]),
};

type Pen = PDFKit.PDFDocument;

function pdfOf(draw: (pen: Pen) => void): Promise<Uint8Array> {
  const pen = new PDFKit({ size: [600, 4_000], margin: 0 });
  const parts: Buffer[] = [];
  return new Promise((resolve) => {
    pen.on('data', (part: Buffer) => parts.push(part));
    pen.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    pen.fontSize(1);
    draw(pen);
    pen.end();
  });
}

const times = (count: number, draw: (index: number) => void): void => {
  for (let i = 0; i < count; i += 1) draw(i);
};
const say = (pen: Pen, text: string, x: number, y: number) => pen.text(text, x, y, { lineBreak: false });
/** A frame of two rows and two columns. */
const frame = (pen: Pen, x: number, y: number) => {
  for (const at of [0, 5, 10])
    pen
      .moveTo(x, y + at)
      .lineTo(x + 20, y + at)
      .moveTo(x + at * 2, y)
      .lineTo(x + at * 2, y + 10);
  pen.stroke();
  say(pen, '1', x + 2, y + 2);
};

/** Points between lines, so that 2,000 have room. */
const PITCH = 1.9;

export const PDF_SHAPES: Readonly<Record<string, Build>> = {
  'lines of text': (n) => pdfOf((pen) => times(n, (i) => say(pen, `report ${i}`, 50, 10 + i * PITCH))),
  'full lines of text': (n) => pdfOf((pen) => times(n, (i) => say(pen, 'report '.repeat(3), 50, 10 + i * PITCH))),
  'characters of a line': (n) => pdfOf((pen) => times(n, (i) => say(pen, 'x', 1 + (i * 590) / n, 50))),
  'characters over each other': (n) => pdfOf((pen) => times(n, () => say(pen, 'x', 50, 50))),
  'rows with gaps': (n) =>
    pdfOf((pen) =>
      times(n * 3, (i) => say(pen, i % 3 === 0 ? 'item' : `${i}`, 50 + (i % 3) * 90, 10 + Math.floor(i / 3) * PITCH)),
    ),
  'rows of a ruled table': (n) =>
    pdfOf((pen) => {
      times(n / 4, (i) => {
        pen.moveTo(50, 10 + i * 7).lineTo(200, 10 + i * 7);
        say(pen, `${i}`, 52, 12 + i * 7);
      });
      for (const x of [50, 100, 200]) pen.moveTo(x, 10).lineTo(x, 10 + (n / 4) * 7);
      pen.stroke();
    }),
  'ruled tables': (n) => pdfOf((pen) => times(n, (i) => frame(pen, 10 + (i % 20) * 28, 10 + Math.floor(i / 20) * 20))),
  'strokes of one line': (n) =>
    pdfOf((pen) =>
      times(n, (i) =>
        pen
          .moveTo(10 + (i % 580), 50)
          .lineTo(12 + (i % 580), 50)
          .stroke(),
      ),
    ),
  'lines apart': (n) =>
    pdfOf((pen) =>
      times(n, (i) =>
        pen
          .moveTo(10 + (i % 8) * 70, 10 + Math.floor(i / 8) * 4)
          .lineTo(70 + (i % 8) * 70, 10 + Math.floor(i / 8) * 4)
          .stroke(),
      ),
    ),
  pages: (n) =>
    pdfOf((pen) =>
      times(n / 8, (i) => {
        if (i > 0) pen.addPage();
        say(pen, `report ${i}`, 50, 500);
      }),
    ),
  'pages with tables': (n) =>
    pdfOf((pen) =>
      times(n / 8, (i) => {
        if (i > 0) pen.addPage();
        say(pen, `report ${i}`, 50, 500);
        frame(pen, 50, 600);
        say(pen, 'end', 50, 900);
      }),
    ),
  'a table over pages': (n) =>
    pdfOf((pen) =>
      times(n / 8, (i) => {
        if (i > 0) pen.addPage();
        frame(pen, 50, 600);
      }),
    ),
};

const PAGE = '<html><body><p>一</p></body></html>';
const mime = (parts: string) =>
  Buffer.from(`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${parts}--b--\r\n`);
const part = (type: string, body: string, more = '') => `--b\r\nContent-Type: ${type}\r\n${more}\r\n${body}\r\n`;

export const ARCHIVE_SHAPES: Readonly<Record<string, Build>> = {
  'members of an archive': (n) =>
    buildZip(Array.from({ length: Math.min(n, 1_900) }, (_, i) => ({ name: `${i}.html`, data: PAGE }))),
  'pictures beside a page': (n) =>
    buildZip([
      { name: 'a.html', data: `<html><body>${many(Math.min(n, 1_900), (i) => `<img src="${i}.png">`)}</body></html>` },
      ...Array.from({ length: Math.min(n, 1_900) }, (_, i) => ({ name: `${i}.png`, data: 'x' })),
    ]),
  'parts of a page': (n) =>
    mime(part('text/html', PAGE) + many(n, (i) => part('image/png', 'eA==', `Content-Location: ${i}.png\r\n`))),
  'pictures of a page in parts': (n) =>
    mime(
      part('text/html', `<html><body>${many(n, (i) => `<img src="${i}.png">`)}</body></html>`) +
        many(n, (i) => part('image/png', 'eA==', `Content-Location: ${i}.png\r\n`)),
    ),
  'head lines of a part': (n) =>
    mime(
      part(
        'text/html',
        PAGE,
        many(n, (i) => `X-${i}: ${i}\r\n`),
      ),
    ),
  boundaries: (n) => mime(part('text/html', PAGE) + '--b\r\n'.repeat(n)),
};
