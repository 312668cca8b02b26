import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openCompoundFile } from '../../../extractors/doc/compound-file.ts';
import { oleKind } from '../../../extractors/doc/ole-kind.ts';
import { readDoc } from '../../../extractors/doc/read-doc.ts';

/**
 * Written by LibreOffice from a DOCX with a heading; a paragraph of shown, hidden, inserted, deleted and struck-out text;
 * one with a page number; a table with cells merged both ways, a cell of two paragraphs, a tab in a cell and a table in a
 * cell; three paragraphs of a list on two levels that begins at three; a last paragraph.
 */
const WORD = readFileSync(new URL('word.doc', import.meta.url));

/** The file with the header of its main stream changed. */
function withHeader(change: (header: Buffer) => void): Buffer {
  const bytes = Buffer.from(WORD);
  const magic = openCompoundFile(bytes).stream('WordDocument')?.subarray(0, 64) ?? Buffer.alloc(0);
  change(bytes.subarray(bytes.indexOf(magic)));
  return bytes;
}

/** The file with one stream renamed in its directory. */
function renamed(name: string): Buffer {
  const bytes = Buffer.from(WORD);
  const at = bytes.indexOf(Buffer.from('WordDocument', 'utf16le'));
  bytes.fill(0, at, at + 64);
  bytes.write(name, at, 'utf16le');
  bytes.writeUInt16LE((name.length + 1) * 2, at + 64);
  return bytes;
}

/** The file with its first table of sectors overwritten. */
function withChains(next: (sector: number) => number): Buffer {
  const bytes = Buffer.from(WORD);
  const table = (bytes.readUInt32LE(76) + 1) * 512;
  for (let sector = 0; sector < 128; sector += 1) bytes.writeUInt32LE(next(sector), table + sector * 4);
  return bytes;
}

describe('a DOC file', () => {
  it('is read with its table', async () => {
    const { blocks, doubts } = await readDoc(WORD);
    const text = blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.kind));
    expect(text).toEqual(['一、总体情况', '显新', '第页 后', 'grid', '三、项', '（1）目', '四、项', '完']);
    const [grid] = blocks.filter((block) => block.kind === 'grid');
    expect(
      grid?.cells.map(({ row, column, rowSpan, colSpan, text: cell }) => [row, column, rowSpan, colSpan, cell]),
    ).toEqual([
      [0, 0, 2, 1, '事项'],
      [0, 1, 1, 2, '数量'],
      [1, 1, 1, 1, '上年'],
      [1, 2, 1, 1, '本年'],
      [2, 0, 1, 1, '规章\n文件'],
      [2, 1, 1, 1, '1'],
      [2, 2, 1, 1, ''],
      [3, 0, 1, 1, '许可 项'],
      [3, 1, 1, 1, '内'],
      [3, 2, 1, 1, '里'],
    ]);
    expect(grid?.at).toEqual({ path: 'body/tbl[4]' });
    expect(doubts).toEqual([]);
  });

  it.each([
    [
      'under a password',
      withHeader((header) => header.writeUInt16LE(header.readUInt16LE(10) | 0x100, 10)),
      'ENCRYPTED',
    ],
    ['of Word 95', withHeader((header) => header.writeUInt16LE(0x68, 2)), 'UNSUPPORTED_FORMAT'],
    ['of Word 6', withHeader((header) => header.writeUInt16LE(0xa5dc, 0)), 'UNSUPPORTED_FORMAT'],
    ['with another header', withHeader((header) => header.writeUInt16LE(0x1234, 0)), 'DAMAGED'],
    ['without a main stream', renamed('Other'), 'DAMAGED'],
    ['cut off', WORD.subarray(0, 6_000), 'DAMAGED'],
    ['of a few bytes', WORD.subarray(0, 100), 'DAMAGED'],
    ['whose chains run in circles', withChains((sector) => sector), 'DAMAGED'],
    ['whose chains lead nowhere', withChains(() => 99_999), 'DAMAGED'],
    [
      'with an endless list of pieces',
      withHeader((header) => header.writeUInt32LE(0xffffff00, 0x9a + 33 * 8 + 4)),
      'DAMAGED',
    ],
  ])('%s is refused', async (_, bytes, code) => {
    await expect(readDoc(bytes)).rejects.toMatchObject({ code });
  });

  it('is refused or read, whatever byte is broken', async () => {
    for (let at = 512; at < WORD.length; at += 37) {
      const broken = Buffer.from(WORD);
      broken[at] = 0xff - (broken[at] as number);
      const outcome = await readDoc(broken).catch((error: unknown) => error);
      expect(outcome).toSatisfy((one: object) => 'blocks' in one || 'code' in one, `byte ${at}`);
    }
  });
});

describe('kinds of OLE files', () => {
  it.each([
    ['WordDocument', 'doc'],
    ['Workbook', 'xls'],
    ['Book', 'xls'],
    ['EncryptedPackage', 'encrypted'],
    ['CONTENTS', 'wps'],
    ['PowerPoint Document', 'unknown'],
  ])('a stream %s tells %s', (name, kind) => {
    expect(oleKind(renamed(name))).toBe(kind);
  });
});
