import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { unwrapMime } from '../../../extractors/archive/unwrap-mime.ts';
import { readPage } from '../../../extractors/read-page.ts';

const HEAD =
  'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_x.y"\r\n\r\nnot for reading\r\n';
const PAGE = '<html><body><p>年度报告</p><img src="page.files/image001.png"></body></html>';
const PNG = Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1');

const part = (headers: readonly string[], body: string): string =>
  `------=_x.y\r\n${headers.join('\r\n')}\r\n\r\n${body}\r\n`;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/.{20}/g, '$&\r\n');
const quoted = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) => (byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)))
    .join('');

const LOCATION = 'Content-Location: file:///C:/A1/page.htm';
const picture = part(
  [
    'Content-Location: file:///C:/A1/page.files/image001.png',
    'Content-Transfer-Encoding: base64',
    'Content-Type: image/png',
  ],
  base64(PNG),
);

describe('unwrapMime', () => {
  test.each<[string, string, string]>([
    ['base64', 'base64', base64(Buffer.from(PAGE))],
    ['quoted-printable', 'quoted-printable', quoted(Buffer.from(PAGE)).replace(/.{30}(?!.?=|=)/g, '$&=\r\n')],
    ['quoted-printable in GBK', 'Quoted-Printable', quoted(iconv.encode(PAGE, 'gbk'))],
    ['8bit', '8bit', Buffer.from(PAGE).toString('latin1')],
  ])('the page in %s, with its picture', (_, encoding, body) => {
    const page = part([LOCATION, `Content-Transfer-Encoding: ${encoding}`, 'Content-Type: text/html'], body);
    const bytes = Buffer.from(`${HEAD}${page}${picture}------=_x.y--\r\n`, 'latin1');
    const { document } = readPage(bytes, 'report.doc');
    expect(document.blocks).toMatchObject([
      { kind: 'paragraph', text: '年度报告' },
      { kind: 'picture', image: PNG },
    ]);
  });

  test('a page inside another multipart, whose picture is named by its identity', () => {
    const inner = `------=_x.y\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/html\r\n\r\n<p>x\r\n--in--\r\n`;
    const named = part(['Content-ID: <i1@x>', 'Content-Transfer-Encoding: base64'], base64(PNG));
    const { page, findPicture } = unwrapMime(Buffer.from(`${HEAD}${inner}${named}------=_x.y--`, 'latin1'));
    expect(Buffer.from(page).toString()).toBe('<p>x\r');
    expect(findPicture('cid:i1@x')).toEqual(PNG);
    expect(findPicture('cid:other')).toBeNull();
  });

  test.each([
    ['no page', `${HEAD}${picture}------=_x.y--`],
    ['multiparts without end', `MIME-Version: 1.0\n${'Content-Type: multipart/mixed; boundary=b\n\n--b\n'.repeat(50)}`],
    ['headers alone', 'MIME-Version: 1.0\nContent-Type: text/html'],
  ])('a message with %s is refused', (_, text) => {
    expect(() => unwrapMime(Buffer.from(text, 'latin1'))).toThrow(expect.objectContaining({ code: 'UNREADABLE' }));
  });
});
