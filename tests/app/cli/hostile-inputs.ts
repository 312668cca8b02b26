import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import PdfKit from 'pdfkit';
import { buildZip, type Packed } from '../../../samples/generator/formats/build-zip.ts';

/** Inputs that a reader must refuse without harm, each built here in a few lines. */

async function pdfOf(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) pdf.addPage([595, 842]).drawText(`page ${page + 1}`);
  return pdf.save();
}

/** A PDF whose page tree says that it has no pages; pdf-lib would add one by itself. */
const emptyPdf = (): Uint8Array =>
  Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n' +
      'trailer<</Root 1 0 R>>\n%%EOF\n',
  );

function encryptedPdf(): Promise<Uint8Array> {
  const pdf = new PdfKit({ userPassword: 'secret', pdfVersion: '1.7' });
  const chunks: Uint8Array[] = [];
  return new Promise((done) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk)).on('end', () => done(Buffer.concat(chunks)));
    pdf.text('nobody may read this');
    pdf.end();
  });
}

const zeros = (count: number): Uint8Array => Buffer.alloc(count);

/** Each layer holds ten of the next; what lies innermost unpacks to 10^layers times its size. */
function nestedBomb(layers: number): Uint8Array {
  let bytes = buildZip([{ name: 'zeros.html', data: zeros(30e6) }]);
  for (let layer = 0; layer < layers; layer += 1) {
    const data = bytes;
    bytes = buildZip(Array.from({ length: 10 }, (_, place) => ({ name: `${place}.zip`, data })));
  }
  return bytes;
}

const overlappingBomb = (): Uint8Array =>
  buildZip(
    Array.from({ length: 1_000 }, (_, place): Packed => {
      const member = { name: `${place}.html`, data: place === 0 ? zeros(30e6) : '' };
      return place === 0 ? member : { ...member, sharesWith: 0 };
    }),
  );

/** Thirty bytes of text a billion times, if its entities were believed. */
const LAUGHS = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "政府信息公开">${Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`,
).join('')}]>`;

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The smallest Office package around a main part. */
const officePackage = (main: string, kind: string, parts: readonly Packed[]): Uint8Array =>
  buildZip([
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${OFFICE}.${kind}.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="${main}"/></Relationships>`,
    },
    ...parts,
  ]);

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const wordOf = (body: string, prologue = ''): Packed => ({
  name: 'word/document.xml',
  data: `${prologue}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
});

const docx = (...parts: readonly Packed[]): Uint8Array =>
  officePackage('word/document.xml', 'wordprocessingml.document', parts);

const xlsx = (sheet: string, prologue = ''): Uint8Array =>
  officePackage('xl/workbook.xml', 'spreadsheetml.sheet', [
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${SHEET}" xmlns:r="${RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `${prologue}<worksheet xmlns="${SHEET}"><sheetData>${sheet}</sheetData></worksheet>`,
    },
  ]);

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A black and white PNG of any size: its header claims it, its rows are there or not. */
function png(width: number, height: number, rows: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(1, 8);
  const pixels = deflateSync(zeros(rows * (Math.ceil(width / 8) + 1)));
  const mark = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([mark, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', zeros(0))]);
}

/** By file name: the bytes, and the codes that are right for it. */
export const HOSTILE: Readonly<
  Record<string, readonly [make: () => Uint8Array | Promise<Uint8Array>, ...codes: string[]]>
> = {
  'pdf-encrypted.pdf': [encryptedPdf, 'ENCRYPTED'],
  'pdf-truncated.pdf': [async () => (await pdfOf(3)).subarray(0, 300), 'DAMAGED'],
  'pdf-2000-pages.pdf': [() => pdfOf(2_000), 'TOO_LARGE'],
  'pdf-no-pages.pdf': [emptyPdf, 'EMPTY', 'DAMAGED'],
  'zip-flat-bomb.zip': [() => buildZip([{ name: 'a.html', data: zeros(200e6), claimedSize: 100 }]), 'TOO_LARGE'],
  'zip-nested-bomb.zip': [() => nestedBomb(3), 'TOO_DEEP'],
  'zip-overlapping-bomb.zip': [overlappingBomb, 'DAMAGED'],
  'zip-empty.zip': [() => buildZip([]), 'EMPTY'],
  'zip-100000-members.zip': [
    () => buildZip(Array.from({ length: 100_000 }, (_, place) => ({ name: `${place}.html`, method: 0 }))),
    'TOO_LARGE',
  ],
  'docx-xml-bomb.docx': [() => docx(wordOf('<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>', LAUGHS)), 'TOO_LARGE', 'DAMAGED'],
  'docx-zip-bomb.docx': [() => docx(wordOf(' '.repeat(200e6))), 'TOO_LARGE'],
  'docx-too-deep.docx': [() => docx(wordOf('<w:p>'.repeat(50_000))), 'TOO_DEEP', 'DAMAGED'],
  'xlsx-xml-bomb.xlsx': [
    () => xlsx('<row r="1"><c r="A1" t="inlineStr"><is><t>&a9;</t></is></c></row>', LAUGHS),
    'TOO_LARGE',
    'DAMAGED',
  ],
  'image-20000-claimed.png': [() => png(20_000, 20_000, 0), 'TOO_LARGE'],
  'image-20000-real.png': [() => png(20_000, 20_000, 20_000), 'TOO_LARGE'],
};
