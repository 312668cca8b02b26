import { isLeftOut } from '../docx/fields.ts';
import { symbolText } from '../docx/symbols.ts';
import type { Piece } from './pieces.ts';
import type { PropertyRun } from './property-runs.ts';

export const DELETED = 1;
export const HIDDEN = 2;
export const STRUCK = 4;
export const RAISED = 8;

/** What is said of each character of the text, by its place. */
export interface Marks {
  /** DELETED, HIDDEN, STRUCK and RAISED, added up. */
  readonly flags: Uint8Array;
  /** Pictures by the place of their character: where they begin in the data stream. */
  readonly pictures: ReadonlyMap<number, number>;
  readonly symbols: ReadonlyMap<number, string>;
}

/** Properties of characters (MS-DOC 2.6.1) that switch a flag on, or off. */
const TOGGLES: Readonly<Record<number, number>> = {
  2048: DELETED, // sprmCFRMarkDel 0x0800
  2108: HIDDEN, // sprmCFVanish 0x083C
  2103: STRUCK, // sprmCFStrike 0x0837
  10835: STRUCK, // sprmCFDStrike 0x2A53
};
const C_ISS = 0x2a48;
const C_PIC_LOCATION = 0x6a03;
const C_SYMBOL = 0x6a09;

interface RunMarks {
  readonly flags: number;
  readonly picture: number | null;
  readonly symbol: string | null;
}

function marksOfRun({ sprms }: PropertyRun): RunMarks {
  let flags = 0;
  let picture: number | null = null;
  let symbol: string | null = null;
  for (const { code, operand } of sprms) {
    const flag = TOGGLES[code];
    if (flag !== undefined) flags = operand[0] === 1 || operand[0] === 0x81 ? flags | flag : flags & ~flag;
    else if (code === C_ISS && operand[0] === 1) flags |= RAISED;
    else if (code === C_PIC_LOCATION) picture = operand.readUInt32LE(0);
    // The font stands in a table of its own; the symbols of private fonts count as unknown.
    else if (code === C_SYMBOL) symbol = symbolText('', operand.readUInt16LE(2).toString(16));
  }
  return { flags, picture, symbol };
}

/** First run that ends behind an offset. */
function firstRun(runs: readonly PropertyRun[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as PropertyRun).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: Word marks the parts of a field by them
const FIELD_MARKS = /[\x13-\x15]/g;

/** Hides the codes of fields, and the results of those that repeat what stands elsewhere. */
function hideFields(text: string, flags: Uint8Array): void {
  const depth = new Int32Array(text.length + 1);
  const hide = (from: number, to: number): void => {
    depth[from] = (depth[from] as number) + 1;
    depth[to + 1] = (depth[to + 1] as number) - 1;
  };
  const open: { from: number; separator: number | null }[] = [];
  for (const { 0: mark, index } of text.matchAll(FIELD_MARKS)) {
    const field = open.at(-1);
    if (mark === '\x13') open.push({ from: index, separator: null });
    else if (field && mark === '\x14') field.separator ??= index;
    else if (field && mark === '\x15') {
      open.pop();
      const code = text.slice(field.from + 1, Math.min(field.separator ?? index, field.from + 40));
      hide(field.from, field.separator === null || isLeftOut(code, false) ? index : field.separator);
    }
  }
  let deep = 0;
  for (let i = 0; i < text.length; i += 1) {
    deep += depth[i] as number;
    if (deep > 0) flags[i] = (flags[i] as number) | HIDDEN;
  }
}

/** Lays the properties of characters, which count in bytes of the file, over the text. */
export function markText(text: string, pieces: readonly Piece[], runs: readonly PropertyRun[]): Marks {
  const flags = new Uint8Array(text.length);
  const pictures = new Map<number, number>();
  const symbols = new Map<number, string>();
  const known = runs.map(marksOfRun);
  for (const { from, length, offset, width } of pieces) {
    const end = offset + length * width;
    for (let i = firstRun(runs, offset); i < runs.length && (runs[i] as PropertyRun).start < end; i += 1) {
      const run = runs[i] as PropertyRun;
      const { flags: flag, picture, symbol } = known[i] as RunMarks;
      if (flag === 0 && picture === null && symbol === null) continue;
      const first = from + Math.max(0, Math.ceil((run.start - offset) / width));
      const last = from + Math.min(length, Math.ceil((run.end - offset) / width));
      for (let at = first; at < last; at += 1) {
        flags[at] = (flags[at] as number) | flag;
        if (picture !== null && text[at] === '\x01') pictures.set(at, picture);
        if (symbol !== null && text[at] === '(') symbols.set(at, symbol);
      }
    }
  }
  hideFields(text, flags);
  return { flags, pictures, symbols };
}
