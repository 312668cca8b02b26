import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../../src/model/text/charset.ts';

const PAGE =
  '<html><head><meta charset="X"></head><body>兰亭街道2020年政府信息公开工作年度报告，总体情况，数量</body></html>';
const TRADITIONAL = PAGE.replace(
  /<body>.*<\/body>/,
  '<body>蘭亭街道2020年政府資訊公開工作年度報告，處理數量，機關總計</body>',
);
const page = (declared: string, text = PAGE) => text.replace('X', declared);

describe('decoding', () => {
  it.each([
    ['utf-8', 'utf-8', 'utf-8', PAGE],
    ['gbk', 'gbk', 'gb18030', PAGE],
    ['gb18030', 'gb2312', 'gb18030', PAGE],
    ['big5', 'big5', 'big5', TRADITIONAL],
    ['gbk', 'utf-8', 'gb18030', PAGE],
    ['utf-8', 'gb2312', 'utf-8', PAGE],
    ['utf-16le', 'utf-8', 'utf-16le', PAGE],
    ['utf-16be', 'utf-8', 'utf-16be', PAGE],
  ])('%s bytes declared as %s are read as %s', (encoding, declared, expected, text) => {
    const decoded = decodeBytes(iconv.encode(page(declared, text), encoding));
    expect(decoded.charset).toBe(expected);
    expect(decoded.text).toBe(page(declared, text));
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('believes the byte order mark of %s and leaves it out', (encoding) => {
    const decoded = decodeBytes(iconv.encode(page('gb2312'), encoding, { addBOM: true }));
    expect(decoded.text.startsWith('<html>')).toBe(true);
    expect(decoded.text).toContain('兰亭街道');
  });

  it('gives the text that TextDecoder gives, for any bytes taken for UTF-8', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      fc.constantFrom(
        ...['ef bb bf', 'e5 85', 'ff', 'c0 80', 'ed a0 80', 'f0 9f 98 80', '0'].map((hex) => Buffer.from(hex, 'hex')),
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('政府信息公开'.repeat(30), ''),
        fc.array(pieces, { maxLength: 8 }),
        (before, parts) => {
          const bytes = Buffer.concat([Buffer.from(before), ...parts]);
          const { text, charset } = decodeBytes(bytes);
          if (charset === 'utf-8') expect(text).toBe(new TextDecoder().decode(bytes));
        },
      ),
    );
  });

  it('reads UTF-8 that is cut in the middle of a character, and counts the damage', () => {
    const bytes = Buffer.from(page('utf-8').repeat(20));
    const cut = bytes.subarray(0, bytes.indexOf(Buffer.from('总体')) + 1);
    expect(decodeBytes(cut)).toMatchObject({ charset: 'utf-8', replaced: 1 });
  });
});
