import type { Message } from '../../src/model/report.ts';
import { ReadError } from '../read-error.ts';
import type { CompoundFile } from './compound-file.ts';

/** The parts of a Word 97 to 2003 document that reading its text takes, bounds checked. */
export interface WordFile {
  /** The stream `WordDocument`; positions of text and properties count in it. */
  readonly main: Buffer;
  /** The stream with the tables that the header points to. */
  readonly tables: Buffer;
  /** Long property lists and pictures; empty where there are none. */
  readonly data: Buffer;
  /** Characters of the stories, in the order they stand: text, footnotes, headers, …, text boxes. */
  readonly lengths: readonly number[];
  /** One table by its place in the header (MS-DOC 2.5.6, FibRgFcLcb97). */
  readonly table: (index: number) => Buffer;
}

const WORD_97 = 0xa5ec;
const WORD_6 = 0xa5dc;
const FIRST_WORD_97_VERSION = 0xc1;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
const HEADER_BYTES = 0x382;

function damaged({ zh, en }: Message): ReadError {
  return new ReadError('DAMAGED', {
    zh: `Word 文档已损坏：${zh}；请用文字处理软件打开并重新保存`,
    en: `the Word document is damaged: ${en}; open it in a word processor and save it again`,
  });
}

/**
 * Reads the header of a Word document.
 * @throws ReadError ENCRYPTED, UNSUPPORTED_FORMAT for Word 6 and 95, DAMAGED
 */
export function openWordFile(file: CompoundFile): WordFile {
  const main = file.stream('WordDocument');
  if (!main || main.length < 32) throw damaged({ zh: '缺少主数据流', en: 'its main stream is missing' });
  const magic = main.readUInt16LE(0);
  const version = main.readUInt16LE(2);
  if (magic === WORD_6 || (magic === WORD_97 && version < FIRST_WORD_97_VERSION)) {
    throw new ReadError('UNSUPPORTED_FORMAT', {
      zh: `文档由 Word 6 或 95 写成（版本 ${version}），本程序不读；请另存为 DOCX`,
      en: `the document was written by Word 6 or 95 (version ${version}), which this program does not read; save it as DOCX`,
    });
  }
  if (magic !== WORD_97)
    throw damaged({ zh: `头部以 ${magic.toString(16)} 开头`, en: `its header begins with ${magic.toString(16)}` });
  const flags = main.readUInt16LE(10);
  if (flags & ENCRYPTED) {
    throw new ReadError('ENCRYPTED', {
      zh: 'Word 文档有密码保护；请另存为无密码的文件',
      en: 'the Word document is protected by a password; save it without one',
    });
  }
  if (main.length < HEADER_BYTES)
    throw damaged({ zh: `头部在 ${main.length} 字节处被截断`, en: `its header is cut off after ${main.length} bytes` });
  const tables = file.stream(flags & SECOND_TABLE ? '1Table' : '0Table');
  if (!tables) throw damaged({ zh: '缺少存放各表的数据流', en: 'the stream with its tables is missing' });
  return {
    main,
    tables,
    data: file.stream('Data') ?? Buffer.alloc(0),
    lengths: [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64].map((at) => main.readUInt32LE(at)),
    table: (index) => {
      const at = 0x9a + index * 8;
      const from = main.readUInt32LE(at);
      const length = main.readUInt32LE(at + 4);
      if (from + length > tables.length)
        throw damaged({
          zh: `头部的第 ${index} 个表在末尾之后`,
          en: `table ${index} of its header lies behind the end`,
        });
      return tables.subarray(from, from + length);
    },
  };
}
