import { describe, expect, test } from 'vitest';
import { zipKind } from '../../extractors/archive/zip-kind.ts';
import { listZip } from '../../extractors/bytes/list-zip.ts';
import { detectText } from '../../extractors/detect-format.ts';
import type { Format } from '../../extractors/formats.ts';
import { FORM_LABELS } from '../../extractors/mapping/label-oracle.ts';
import { readDocument } from '../../extractors/read-document.ts';
import { buildZip, type Packed } from '../../samples/generator/formats/build-zip.ts';
import { detectSignature } from '../../src/model/bytes/signature.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('detectSignature', () => {
  test.each<[string, Format | null, string]>([
    ['a PDF', 'pdf', '%PDF-1.7\n'],
    ['a PDF behind a byte order mark and a stray line', 'pdf', '\xef\xbb\xbf\r\nX-Header: 1\r\n%PDF-1.4\n1 0 obj'],
    ['a PDF behind more junk than any reader takes', null, `${' '.repeat(2_000)}%PDF-1.4\n1 0 obj`],
    ['prose that speaks of %PDF-1.4', null, 'A PDF file begins with %PDF-1.4, as everybody knows.'],
    ['a ZIP', 'zip', 'PK\x03\x04'],
    ['an empty ZIP', 'zip', 'PK\x05\x06'],
    ['text that begins with PK', null, 'PKU announces'],
    ['OLE', 'ole', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['RAR', 'rar', 'Rar!\x1a\x07\x01\x00'],
    ['7z', '7z', '7z\xbc\xaf\x27\x1c'],
    ['GZIP', 'gzip', '\x1f\x8b\x08\x00'],
    ['PNG', 'png', '\x89PNG\r\n\x1a\n'],
    ['JPEG', 'jpeg', '\xff\xd8\xff\xe0'],
    ['GIF', 'gif', 'GIF89a'],
    ['TIFF of Intel', 'tiff', 'II*\0'],
    ['TIFF of Motorola', 'tiff', 'MM\0*'],
    ['WebP', 'webp', 'RIFF\x10\0\0\0WEBPVP8 '],
    ['another RIFF file', null, 'RIFF\x10\0\0\0WAVEfmt '],
    ['a bitmap', 'bmp', `BM\x46\0\0\0\0\0\0\0\x36\0\0\0${'\0'.repeat(20)}`],
    ['text that begins with BM', null, 'BMW is a maker of cars and motor cycles'],
    ['a page', null, '<!DOCTYPE html><html>'],
    ['nothing', null, ''],
  ])('%s', (_, format, text) => {
    expect(detectSignature(latin(text))).toBe(format);
  });

  test('looks at its own part of a larger buffer', () => {
    const whole = latin('%PDF-1.4 then PK\x03\x04');
    expect(detectSignature(whole.subarray(14))).toBe('zip');
  });
});

describe('detectText', () => {
  const SPREADSHEET = '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Table><Row/></Table></Workbook>';
  test.each<[string, Format, string]>([
    ['a page', 'html', '\ufeff \n<!DOCTYPE html><html><body></body></html>'],
    ['a page out of Excel', 'html', '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</table>'],
    ['a page that quotes a mail header', 'html', '<html><body><pre>\nMIME-Version: 1.0\n</pre></body></html>'],
    ['Markdown', 'text', '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2<br>3<br>4<br>5 |'],
    ['prose', 'text', '2023年政府信息公开工作年度报告'],
    [
      'a spreadsheet in XML',
      'spreadsheetml',
      `<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n${SPREADSHEET}`,
    ],
    ['a document of Word 2003 in XML', 'wordml', '<?xml version="1.0"?><w:wordDocument xmlns:w="x">'],
    ['RTF', 'rtf', '\ufeff{\\rtf1\\ansi'],
    ['MHT as Word writes it', 'mime', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'],
    [
      'MHT as browsers write it',
      'mime',
      'From: <Saved by Blink>\r\nSubject: =?utf-8?Q?x?=\r\n y\r\nMIME-Version: 1.0\r\n',
    ],
    ['prose with a colon that speaks of MIME-Version:', 'text', '说明: 甲\n\nMIME-Version: 1.0'],
  ])('%s', (_, format, text) => {
    expect(detectText(text)).toBe(format);
  });
});

describe('zipKind', () => {
  const types = (type: string): Packed => ({
    name: '[Content_Types].xml',
    data: `<Types><Override PartName="/x" ContentType="${type}"/></Types>`,
  });
  const ooxml = 'application/vnd.openxmlformats-officedocument';
  test.each<[string, Format, Packed[]]>([
    ['DOCX', 'docx', [types(`${ooxml}.wordprocessingml.document.main+xml`), { name: 'odd/place.xml' }]],
    ['DOCX with macros', 'docx', [types('application/vnd.ms-word.document.macroEnabled.main+xml')]],
    ['XLSX', 'xlsx', [types(`${ooxml}.spreadsheetml.sheet.main+xml`)]],
    ['XLSB', 'xlsb', [types('application/vnd.ms-excel.sheet.binary.macroEnabled.main')]],
    ['PPTX', 'pptx', [types(`${ooxml}.presentationml.presentation.main+xml`)]],
    ['DOCX without its list of types', 'docx', [{ name: 'word/document.xml' }]],
    ['ODT', 'odf', [{ name: 'mimetype', method: 0, data: 'application/vnd.oasis.opendocument.text' }]],
    ['OFD', 'ofd', [{ name: 'OFD.xml' }]],
    ['an archive', 'zip', [{ name: 'a.docx', data: 'x' }, { name: 'b/word/document.xml' }]],
    ['nothing', 'zip', []],
  ])('%s', async (_, format, members) => {
    const bytes = buildZip(members);
    expect(zipKind(bytes, (await listZip(bytes)).entries)).toBe(format);
  });
});

describe('readDocument', () => {
  test.each([
    ['RTF', latin('{\\rtf1 x}'), /is RTF.*save it as DOCX/],
    ['an XML spreadsheet', latin('<?xml version="1.0"?><Workbook xmlns="x"><Table/></Workbook>'), /save it as XLSX/],
    ['OFD', buildZip([{ name: 'OFD.xml' }]), /is OFD.*save it as PDF/],
    ['RAR', latin('Rar!\x1a\x07\x00'), /is RAR.*unpack it/],
    ['PPTX', buildZip([{ name: 'ppt/presentation.xml' }]), /PPTX.*print it to PDF/],
  ])('refuses %s and says what to do', async (_, bytes, message) => {
    const refused = readDocument(bytes, 'x.html', FORM_LABELS);
    await expect(refused).rejects.toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
      message: expect.stringMatching(message),
    });
  });

  test.each([
    ['a page called .xls', 'x.xls', Buffer.from('<html><table><tr><td>甲</td></tr></table></html>'), 'text/html'],
    ['text called .pdf', 'x.pdf', Buffer.from('甲\n乙'), 'text/plain'],
    [
      'MHT called .doc',
      'x.doc',
      Buffer.from('MIME-Version: 1.0\nContent-Type: text/html\n\n<html><p>甲'),
      'multipart/related',
    ],
  ])('reads %s by what it is', async (_, path, bytes, mediaType) => {
    const { source, document } = await readDocument(bytes, path, FORM_LABELS);
    expect(source).toMatchObject({ path, mediaType, bytes: bytes.length });
    expect(JSON.stringify(document.blocks)).toContain('甲');
  });
});
