import { bufferOf } from '../../src/model/bytes/buffer-of.ts';
import type { Message } from '../../src/model/report.ts';
import { ReadError } from '../read-error.ts';

/** The streams at the top of an OLE compound file (MS-CFB), by name. A stream is put together only when it is asked for. */
export interface CompoundFile {
  readonly names: ReadonlySet<string>;
  /** The bytes of a stream; null where there is none of that name. */
  readonly stream: (name: string) => Buffer | null;
}

const MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const STREAM = 2;
const ROOT = 5;
/** Sector numbers from here on are marks: end of chain, free, part of the table itself. */
const LAST_SECTOR = 0xfffffffa;
const ENTRY_BYTES = 128;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

function damaged({ zh, en }: Message): ReadError {
  return new ReadError('DAMAGED', {
    zh: `OLE 容器（DOC、XLS、WPS）已损坏：${zh}；请重新获取文件`,
    en: `the OLE container (DOC, XLS, WPS) is damaged: ${en}; fetch the file again`,
  });
}

/** The numbers of a chain of sectors. A chain is never longer than its table, so one that runs in a circle ends. */
function chainOf(start: number, table: Uint32Array): number[] {
  const chain: number[] = [];
  for (let at = start; at <= LAST_SECTOR; at = table[at] as number) {
    if (at >= table.length)
      throw damaged({
        zh: `有链指向第 ${at} 扇区，而扇区只有 ${table.length} 个`,
        en: `a chain leads to sector ${at} of ${table.length}`,
      });
    chain.push(at);
    if (chain.length > table.length)
      throw damaged({ zh: `从第 ${start} 扇区开始的链成环`, en: `the chain from sector ${start} runs in a circle` });
  }
  return chain;
}

function toNumbers(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(Math.floor(bytes.length / 4));
  for (let i = 0; i < numbers.length; i += 1) numbers[i] = bytes.readUInt32LE(i * 4);
  return numbers;
}

function readEntry(bytes: Buffer): Entry {
  const length = Math.max(0, Math.min(64, bytes.readUInt16LE(64)) - 2);
  return {
    name: bytes.toString('utf16le', 0, length),
    type: bytes.readUInt8(66),
    left: bytes.readUInt32LE(68),
    right: bytes.readUInt32LE(72),
    child: bytes.readUInt32LE(76),
    start: bytes.readUInt32LE(116),
    size: bytes.readUInt32LE(120),
  };
}

/** The sectors that hold the table of sectors: 109 stand in the header, the others in a chain of their own. */
function tableSectors(bytes: Buffer, sector: (number: number) => Buffer, sectors: number): number[] {
  const numbers = [...toNumbers(bytes.subarray(76, 512))];
  let next = bytes.readUInt32LE(68);
  for (let hops = 0; next <= LAST_SECTOR && hops <= sectors; hops += 1) {
    const more = toNumbers(sector(next));
    numbers.push(...more.subarray(0, -1));
    next = more.at(-1) ?? LAST_SECTOR + 1;
  }
  return numbers.filter((number) => number <= LAST_SECTOR).slice(0, bytes.readUInt32LE(44));
}

/**
 * Opens an OLE compound file.
 * @throws ReadError DAMAGED where it is none, is cut off, or its chains run in circles
 */
export function openCompoundFile(given: Uint8Array): CompoundFile {
  const bytes = bufferOf(given);
  if (bytes.length < 1_536 || !bytes.subarray(0, 8).equals(MAGIC))
    throw damaged({ zh: '头部缺失或被截断', en: 'its header is missing or cut off' });
  const shift = bytes.readUInt16LE(30);
  const miniShift = bytes.readUInt16LE(32);
  if ((shift !== 9 && shift !== 12) || miniShift !== 6)
    throw damaged({ zh: `扇区为 2^${shift} 字节`, en: `its sectors have 2^${shift} bytes` });
  const size = 1 << shift;
  const sectors = Math.ceil(bytes.length / size);
  const sector = (number: number): Buffer => {
    const from = (number + 1) * size;
    if (from >= bytes.length)
      throw damaged({ zh: `第 ${number} 扇区在文件末尾之后`, en: `sector ${number} lies behind the end of the file` });
    return bytes.subarray(from, from + size);
  };
  const table = toNumbers(Buffer.concat(tableSectors(bytes, sector, sectors).slice(0, sectors).map(sector)));
  const chained = (start: number): Buffer => Buffer.concat(chainOf(start, table).map(sector));

  const directory = chained(bytes.readUInt32LE(48));
  const entries = Array.from({ length: Math.floor(directory.length / ENTRY_BYTES) }, (_, index) =>
    readEntry(directory.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES)),
  );
  const root = entries[0];
  if (root?.type !== ROOT) throw damaged({ zh: '目录没有根', en: 'its directory has no root' });
  const streams = new Map<string, Entry>();
  const open = [root.child];
  for (let steps = 0; open.length > 0 && steps <= entries.length * 2; steps += 1) {
    const entry = entries[open.pop() as number];
    if (!entry) continue;
    if (entry.type === STREAM) streams.set(entry.name, entry);
    open.push(entry.left, entry.right);
  }

  const small = bytes.readUInt32LE(56);
  const miniStream = (start: number): Buffer => {
    const container = chained(root.start);
    const miniTable = toNumbers(chained(bytes.readUInt32LE(60)));
    return Buffer.concat(chainOf(start, miniTable).map((number) => container.subarray(number << 6, (number + 1) << 6)));
  };
  return {
    names: new Set(streams.keys()),
    stream: (name) => {
      const entry = streams.get(name);
      if (!entry) return null;
      if (entry.size === 0) return Buffer.alloc(0);
      const whole = entry.size < small ? miniStream(entry.start) : chained(entry.start);
      if (whole.length < entry.size)
        throw damaged({
          zh: `数据流 ${JSON.stringify(name)} 被截断`,
          en: `the stream ${JSON.stringify(name)} is cut off`,
        });
      return whole.subarray(0, entry.size);
    },
  };
}
