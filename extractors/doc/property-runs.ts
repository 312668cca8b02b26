import type { Message } from '../../src/model/report.ts';
import { ReadError } from '../read-error.ts';
import { readSprms, type Sprm } from './sprms.ts';
import type { WordFile } from './word-file.ts';

/** A run of bytes of the main stream with what is said of the characters or the paragraph in it. */
export interface PropertyRun {
  readonly start: number;
  readonly end: number;
  readonly sprms: readonly Sprm[];
  /** The paragraph's style by its number; 0 for runs of characters. */
  readonly style: number;
}

interface PropertyList {
  readonly style: number;
  readonly list: Buffer;
}

const PAGE = 512;
const CHARACTER_PAGES = 12;
const PARAGRAPH_PAGES = 13;
const P_HUGE_PAPX = [0x6645, 0x6646];

function damaged({ zh, en }: Message): ReadError {
  return new ReadError('DAMAGED', {
    zh: `Word 文档已损坏：${zh}；请用文字处理软件重新保存`,
    en: `the Word document is damaged: ${en}; save it again in a word processor`,
  });
}

/** The pages that a table of pages (PlcBte) names. */
function pagesOf({ main, table }: WordFile, index: number): Buffer[] {
  const plc = table(index);
  const count = Math.floor((plc.length - 4) / 8);
  if (count * PAGE > main.length) {
    throw damaged({
      zh: `列出 ${count} 页属性，多于文件所有`,
      en: `it names ${count} pages of properties, more than it has`,
    });
  }
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const at = (plc.readUInt32LE((count + 1) * 4 + i * 4) & 0x3fffff) * PAGE;
    return main.subarray(at, at + PAGE);
  }).filter((page) => page.length === PAGE);
}

/** Runs of a page; `width` is what each run's entry takes, `read` reads its property list from an offset in the page. */
function runsOf(page: Buffer, width: number, read: (page: Buffer, at: number) => PropertyList): PropertyRun[] {
  const count = page.readUInt8(PAGE - 1);
  if ((count + 1) * 4 + count * width > PAGE - 1) return [];
  return Array.from({ length: count }, (_, i): PropertyRun => {
    const offset = page.readUInt8((count + 1) * 4 + i * width) * 2;
    const { style, list } = offset === 0 ? { style: 0, list: Buffer.alloc(0) } : read(page, offset);
    return { start: page.readUInt32LE(i * 4), end: page.readUInt32LE(i * 4 + 4), sprms: readSprms(list), style };
  });
}

function characterList(page: Buffer, at: number): PropertyList {
  return { style: 0, list: page.subarray(at + 1, at + 1 + page.readUInt8(at)) };
}

/** The length counts words, in one byte or, where that is zero, in the next; the first word names the style. */
function paragraphList(page: Buffer, at: number): PropertyList {
  const words = page.readUInt8(at);
  const from = words === 0 ? at + 2 : at + 1;
  const end = words === 0 ? from + page.readUInt8(at + 1) * 2 : at + words * 2;
  return { style: from + 2 <= end ? page.readUInt16LE(from) : 0, list: page.subarray(from + 2, end) };
}

/** Runs from the first to the last; what one says of bytes that an earlier one has is left out, for no two share any. */
function inOrder(runs: readonly PropertyRun[]): PropertyRun[] {
  const sorted: PropertyRun[] = [];
  let from = 0;
  for (const run of [...runs].sort((a, b) => a.start - b.start)) {
    const start = Math.max(from, run.start);
    if (run.end <= start) continue;
    sorted.push(start === run.start ? run : { ...run, start });
    from = run.end;
  }
  return sorted;
}

export const characterRuns = (file: WordFile): PropertyRun[] =>
  inOrder(pagesOf(file, CHARACTER_PAGES).flatMap((page) => runsOf(page, 1, characterList)));

/** Runs of paragraphs; lists too long for a page stand in the data stream and are fetched from there. */
export function paragraphRuns(file: WordFile): PropertyRun[] {
  const { data } = file;
  let room = data.length;
  const fetched = (sprm: Sprm): readonly Sprm[] => {
    if (!P_HUGE_PAPX.includes(sprm.code) || sprm.operand.length < 4) return [sprm];
    const at = sprm.operand.readUInt32LE(0);
    if (at + 2 > data.length) return [];
    const length = data.readUInt16LE(at);
    // Each list belongs to one paragraph, so all of them are no longer than the stream that they stand in.
    room -= length;
    if (room < 0) throw damaged({ zh: '不同段落共用属性列表', en: 'its paragraphs share lists of properties' });
    return readSprms(data.subarray(at + 2, at + 2 + length));
  };
  const runs = pagesOf(file, PARAGRAPH_PAGES).flatMap((page) => runsOf(page, 13, paragraphList));
  return inOrder(runs).map((run) => ({ ...run, sprms: run.sprms.flatMap(fetched) }));
}

/** The run that a byte stands in; undefined where none does. */
export function runAt(runs: readonly PropertyRun[], offset: number): PropertyRun | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as PropertyRun).end <= offset) low = middle + 1;
    else high = middle;
  }
  const run = runs[low];
  return run && run.start <= offset ? run : undefined;
}
