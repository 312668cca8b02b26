import { deflateSync } from 'node:zlib';

/** A PDF written object by object: ISO 32000-1 §7.5. */
export class PdfFile {
  private readonly objects: (Buffer | null)[] = [];

  /** A number for an object whose contents come later. */
  reserve(): number {
    return this.objects.push(null);
  }

  set(number: number, body: string | Buffer): number {
    this.objects[number - 1] = Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1');
    return number;
  }

  add(body: string): number {
    return this.set(this.reserve(), body);
  }

  /** A stream, packed unless it is said to be packed in some way already. */
  stream(data: string | Uint8Array, entries = '', damage?: (packed: Buffer) => Buffer): number {
    const plain = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
    const packed = entries.includes('/Filter') ? Buffer.from(plain) : deflateSync(plain);
    const kept = damage?.(packed) ?? packed;
    const filter = entries.includes('/Filter') ? '' : '/Filter /FlateDecode';
    const head = `<< ${entries} ${filter} /Length ${kept.length} >>\nstream\n`;
    return this.set(
      this.reserve(),
      Buffer.concat([Buffer.from(head, 'latin1'), kept, Buffer.from('\nendstream', 'latin1')]),
    );
  }

  bytes(root: number): Uint8Array {
    const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    let length = parts[0]?.length ?? 0;
    const offsets: number[] = [];
    for (const [at, body] of this.objects.entries()) {
      const written = Buffer.concat([
        Buffer.from(`${at + 1} 0 obj\n`, 'latin1'),
        body ?? Buffer.from('null'),
        Buffer.from('\nendobj\n', 'latin1'),
      ]);
      offsets.push(length);
      length += written.length;
      parts.push(written);
    }
    const table = offsets.map((one) => `${String(one).padStart(10, '0')} 00000 n \n`).join('');
    const count = this.objects.length + 1;
    const end = `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root ${root} 0 R >>\nstartxref\n${length}\n%%EOF\n`;
    return new Uint8Array(Buffer.concat([...parts, Buffer.from(end, 'latin1')]));
  }
}

export const hex = (text: string): string =>
  [...text].map((one) => (one.charCodeAt(0) & 0xffff).toString(16).padStart(4, '0')).join('');
