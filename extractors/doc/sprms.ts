/** One property modifier ("sprm") with its operand (MS-DOC 2.2.5). */
export interface Sprm {
  readonly code: number;
  readonly operand: Buffer;
}

const T_DEF_TABLE = 0xd608;
const P_CHG_TABS = 0xc615;
/** Bytes of the operand by the three highest bits of the code; 6 says its own length. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, -1, 3];

function operandRange(code: number, bytes: Buffer, at: number): [number, number] {
  const fixed = OPERAND_BYTES[code >> 13] ?? 1;
  if (fixed >= 0) return [at, at + fixed];
  // The definition of a table's cells has a length of two bytes that counts one too many.
  if (code === T_DEF_TABLE) return [at + 2, at + 1 + (at + 2 <= bytes.length ? bytes.readUInt16LE(at) : 0)];
  const length = bytes[at] ?? 0;
  if (code === P_CHG_TABS && length === 255) {
    const deleted = bytes[at + 1] ?? 0;
    const added = bytes[at + 2 + deleted * 4] ?? 0;
    return [at + 1, at + 3 + deleted * 4 + added * 3];
  }
  return [at + 1, at + 1 + length];
}

/** The modifiers of a list, in order. One that is cut off ends the list. */
export function readSprms(bytes: Buffer): Sprm[] {
  const sprms: Sprm[] = [];
  for (let at = 0; at + 2 <= bytes.length; ) {
    const code = bytes.readUInt16LE(at);
    const [from, to] = operandRange(code, bytes, at + 2);
    if (to > bytes.length) break;
    sprms.push({ code, operand: bytes.subarray(from, to) });
    at = Math.max(to, at + 2);
  }
  return sprms;
}
