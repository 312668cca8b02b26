import type { Sprm } from './sprms.ts';

/** The cells of one table row as the file defines them (MS-DOC, TDefTableOperand). */
export interface RowDefinition {
  /** Left edges of the cells and the right edge of the last, in twips: one more than there are cells. */
  readonly edges: readonly number[];
  readonly cells: readonly { readonly vertical: 'none' | 'start' | 'continue'; readonly joinsLeft: boolean }[];
}

const T_DEF_TABLE = 0xd608;
const T_VERT_MERGE = 0xd62b;
const CELL_BYTES = 20;
const JOINED = 0x0002;

/** Bits of a cell: 1 goes on from the row above, 3 begins a merged cell. */
function vertical(bits: number): 'none' | 'start' | 'continue' {
  if ((bits & 1) === 0) return 'none';
  return bits & 2 ? 'start' : 'continue';
}

/** The definition of a row from the property list of its end mark; null where it has none or it is cut off. */
export function readRowDefinition(sprms: readonly Sprm[]): RowDefinition | null {
  const operand = sprms.findLast(({ code }) => code === T_DEF_TABLE)?.operand;
  const count = operand?.[0];
  if (!operand || !count || operand.length < 1 + (count + 1) * 2) return null;
  const edges = Array.from({ length: count + 1 }, (_, i) => operand.readInt16LE(1 + i * 2));
  const from = 1 + (count + 1) * 2;
  const cells = Array.from({ length: count }, (_, i) => {
    const at = from + i * CELL_BYTES;
    // Cells at the end without anything special may be left out.
    const bits = at + 2 <= operand.length ? operand.readUInt16LE(at) : 0;
    return { vertical: vertical(bits >> 5), joinsLeft: (bits & JOINED) !== 0 };
  });
  for (const { code, operand: merge } of sprms) {
    const cell = code === T_VERT_MERGE ? cells[merge[0] ?? -1] : undefined;
    if (cell) cell.vertical = vertical(merge[1] ?? 0);
  }
  return { edges, cells };
}
