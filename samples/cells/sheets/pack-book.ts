import { escapeHtml } from '../../generator/escape.ts';
import { buildZip } from '../../generator/formats/build-zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Numbers of formats of one's own begin here. */
const OWN_FORMATS = 164;
const THIN = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"/>`).join('');

interface Book {
  readonly rows: readonly string[];
  readonly merges: readonly string[];
  /** Empty sheets in front. */
  readonly before: number;
  readonly view: string;
  readonly after: string;
  readonly drawing: string;
  readonly dxf: string;
  readonly strings: readonly string[];
  readonly formats: readonly string[];
  readonly fonts: readonly string[];
  readonly styles: readonly (readonly [format: number, font: number])[];
}

function stylesXml({ formats, fonts, styles, dxf }: Book): string {
  const quoted = (text: string): string => escapeHtml(text).replaceAll('"', '&quot;');
  const own = formats
    .map((code, at) => `<numFmt numFmtId="${OWN_FORMATS + at}" formatCode="${quoted(code)}"/>`)
    .slice(1);
  const xfs = styles.map(
    ([format, font], at) =>
      `<xf numFmtId="${format === 0 ? 0 : OWN_FORMATS + format}" fontId="${font}" fillId="0" borderId="${at === 0 ? 0 : 1}" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
  );
  const numFmts = own.length > 0 ? `<numFmts count="${own.length}">${own.join('')}</numFmts>` : '';
  const dxfs = dxf ? `<dxfs count="1"><dxf>${dxf}</dxf></dxfs>` : '';
  return `${XML}<styleSheet xmlns="${MAIN}">${numFmts}<fonts count="${fonts.length}">${fonts.map((one) => `<font>${one}<name val="宋体"/></font>`).join('')}</fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="2"><border/><border>${THIN}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>${dxfs}</styleSheet>`;
}

function sheetXml({ rows, merges, view, after, drawing }: Book): string {
  const merged = merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '';
  return `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetViews><sheetView ${view} workbookViewId="0"/></sheetViews><sheetData>${rows.join('')}</sheetData>${merged}${after}${drawing ? '<drawing r:id="rId1"/>' : ''}</worksheet>`;
}

/** The parts of a workbook as one file. */
export function packBook(book: Book): Uint8Array {
  const last = book.before + 1;
  const numbers = Array.from({ length: last }, (_, at) => at + 1);
  const empty = `${XML}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>目录</t></is></c></row></sheetData></worksheet>`;
  const relations = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
  const override = (name: string, type: string): string =>
    `<Override PartName="/${name}" ContentType="${TYPE}.${type}+xml"/>`;
  const types = [
    override('xl/workbook.xml', 'spreadsheetml.sheet.main'),
    override('xl/styles.xml', 'spreadsheetml.styles'),
    override('xl/sharedStrings.xml', 'spreadsheetml.sharedStrings'),
    ...numbers.map((one) => override(`xl/worksheets/sheet${one}.xml`, 'spreadsheetml.worksheet')),
    ...(book.drawing ? [override('xl/drawings/drawing1.xml', 'drawing')] : []),
  ];
  return buildZip([
    {
      name: '[Content_Types].xml',
      data: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    },
    { name: '_rels/.rels', data: relations([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      data: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${numbers.map((one) => `<sheet name="${one === last ? '年报' : `目录${one}`}" sheetId="${one}" r:id="rId${one}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relations([
        ...numbers.map((one) => [`rId${one}`, 'worksheet', `worksheets/sheet${one}.xml`] as const),
        ['rId98', 'styles', 'styles.xml'],
        ['rId99', 'sharedStrings', 'sharedStrings.xml'],
      ]),
    },
    { name: 'xl/styles.xml', data: stylesXml(book) },
    {
      name: 'xl/sharedStrings.xml',
      data: `${XML}<sst xmlns="${MAIN}" count="${book.strings.length}" uniqueCount="${book.strings.length}">${book.strings.map((one) => `<si>${one}</si>`).join('')}</sst>`,
    },
    ...numbers.map((one) => ({ name: `xl/worksheets/sheet${one}.xml`, data: one === last ? sheetXml(book) : empty })),
    ...(book.drawing
      ? [
          {
            name: `xl/worksheets/_rels/sheet${last}.xml.rels`,
            data: relations([['rId1', 'drawing', '../drawings/drawing1.xml']]),
          },
          {
            name: 'xl/drawings/drawing1.xml',
            data: `${XML}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main">${book.drawing}</xdr:wsDr>`,
          },
        ]
      : []),
  ]);
}
