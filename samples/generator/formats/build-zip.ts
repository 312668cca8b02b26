import { crc32, deflateRawSync } from 'node:zlib';

/** A member as it goes into a test's ZIP; whatever a hostile one may lie about can be said. */
export interface Packed {
  readonly name: string | Uint8Array;
  readonly data?: string | Uint8Array;
  /** 8 (deflated) by default. */
  readonly method?: number;
  readonly flags?: number;
  readonly extra?: Uint8Array;
  readonly crc?: number;
  /** The unpacked size that the headers claim. */
  readonly claimedSize?: number;
  /** Use the packed bytes of an earlier member, by its place, as overlap bombs do. */
  readonly sharesWith?: number;
}

const bytesOf = (data: string | Uint8Array): Uint8Array => (typeof data === 'string' ? Buffer.from(data) : data);

/** Writes a ZIP: local headers with their data, the central directory, its end. */
export function buildZip(members: readonly Packed[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  for (const member of members) {
    const { method = 8, flags = 0, extra = new Uint8Array() } = member;
    const name = bytesOf(member.name);
    const plain = bytesOf(member.data ?? '');
    const packed = method === 8 ? deflateRawSync(plain) : plain;
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(flags, 2);
    fixed.writeUInt16LE(method, 4);
    fixed.writeUInt32LE(member.crc ?? crc32(plain), 10);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(member.claimedSize ?? plain.length, 18);
    fixed.writeUInt16LE(name.length, 22);
    fixed.writeUInt16LE(extra.length, 24);
    const offset = member.sharesWith === undefined ? length : (offsets[member.sharesWith] ?? 0);
    offsets.push(offset);
    if (member.sharesWith === undefined) {
      const local = [Buffer.from('PK\x03\x04', 'latin1'), fixed, name, extra, packed];
      parts.push(...local);
      length += local.reduce((sum, part) => sum + part.length, 0);
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fixed, tail, name, extra);
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(members.length & 0xffff, 8);
  end.writeUInt16LE(members.length & 0xffff, 10);
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  );
  end.writeUInt32LE(length, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}
