import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { textOf } from '../../model/messages/bilingual-error.ts';
import { both } from '../../model/messages/both.ts';
import type { Message } from '../../model/report.ts';
import { decodeBytes } from '../../model/text/charset.ts';
import { STANDARD_INPUT } from '../pipeline/find-inputs.ts';
import { UsageError } from './command.ts';
import type { Io } from './io.ts';

/** Bytes of SQL that are read; people's queries have some thousand, and a file by mistake is no query. */
const LONGEST = 1_000_000;

const INPUT: Message = { zh: '标准输入', en: 'standard input' };

async function readText(name: Message, stream: AsyncIterable<Uint8Array | string>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk));
      bytes += chunk.length;
      if (bytes > LONGEST) {
        throw new UsageError({
          zh: `${name.zh}：超过 ${LONGEST} 字节，不是查询语句`,
          en: `${name.en} is longer than ${LONGEST} bytes; that is no query`,
        });
      }
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { zh, en } = textOf(error);
    throw new UsageError({ zh: `${name.zh}：无法读取：${zh}`, en: `${name.en} can't be read: ${en}` });
  }
  const { text, replaced } = decodeBytes(Buffer.concat(chunks));
  if (replaced > 0) {
    throw new UsageError({
      zh: `${name.zh}：不是文本；SQL 可用 UTF-8、UTF-16、GBK 和 Big5 编码`,
      en: `${name.en} is no text; SQL is read in UTF-8, UTF-16, GBK and Big5`,
    });
  }
  return text;
}

/**
 * The SQL that a command line gives: in itself, in a file in one of the usual encodings, or on standard input (`-`). Throws
 * `UsageError` where it gives none or two, and for a file that can't be read.
 */
export async function queryText(given: unknown, file: unknown, { cwd, stdin }: Io): Promise<string> {
  if ((given === undefined) === (file === undefined)) {
    throw new UsageError({
      zh: 'SQL 须给出且只给一次：写在命令行上、文件中（--file FILE）或标准输入（-）',
      en: 'give the SQL once: on the command line, in a file (--file FILE), or on standard input (-)',
    });
  }
  if (given === STANDARD_INPUT || file === STANDARD_INPUT) return readText(INPUT, stdin);
  if (file === undefined) return String(given);
  return readText(both(String(file)), createReadStream(resolve(cwd, String(file))));
}
