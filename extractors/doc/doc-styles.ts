import { readSprms, type Sprm } from './sprms.ts';
import type { WordFile } from './word-file.ts';

/** A paragraph style: what it says itself, and the style it is based on. */
interface Style {
  readonly sprms: readonly Sprm[];
  readonly base: number;
  /** 1 to 6 for the built-in headings. */
  readonly heading: number | undefined;
}

const STYLE_SHEET = 1;
const PARAGRAPH = 1;
const NO_BASE = 0xfff;
/** How far chains of styles are followed; Word allows eleven. */
const CHAIN = 20;

function readStyle(std: Buffer, baseBytes: number): Style | undefined {
  if (std.length < baseBytes + 4 || (std.readUInt16LE(2) & 0xf) !== PARAGRAPH) return undefined;
  const builtIn = std.readUInt16LE(0) & 0xfff;
  // The name, with its length before and a zero behind it, then the properties, which begin at even places.
  const at = baseBytes + 4 + std.readUInt16LE(baseBytes) * 2;
  const from = at + (at % 2);
  const length = from + 2 <= std.length ? std.readUInt16LE(from) : 0;
  return {
    sprms: readSprms(std.subarray(from + 4, from + 2 + length)),
    base: std.readUInt16LE(2) >> 4,
    heading: builtIn >= 1 && builtIn <= 6 ? builtIn : undefined,
  };
}

/** The paragraph styles of a DOC file, as far as they give headings and numbers. */
export class DocStyles {
  readonly #styles: (Style | undefined)[] = [];

  constructor(file: WordFile) {
    const sheet = file.table(STYLE_SHEET);
    if (sheet.length < 6) return;
    const count = sheet.readUInt16LE(2);
    const baseBytes = sheet.readUInt16LE(4);
    let at = 2 + sheet.readUInt16LE(0);
    for (let i = 0; i < count && at + 2 <= sheet.length; i += 1) {
      const length = sheet.readUInt16LE(at);
      this.#styles.push(readStyle(sheet.subarray(at + 2, at + 2 + length), baseBytes));
      at += 2 + length;
    }
  }

  #chain(id: number): Style[] {
    const chain: Style[] = [];
    for (let at = id; at !== NO_BASE && chain.length < CHAIN; ) {
      const style = this.#styles[at];
      if (!style) break;
      chain.push(style);
      at = style.base;
    }
    return chain;
  }

  heading(id: number): number | undefined {
    return this.#chain(id).find(({ heading }) => heading !== undefined)?.heading;
  }

  /** What a style says, the styles it is based on first. */
  sprms(id: number): Sprm[] {
    return this.#chain(id)
      .reverse()
      .flatMap(({ sprms }) => sprms);
  }
}
