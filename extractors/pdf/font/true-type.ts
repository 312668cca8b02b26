import type { PathPart } from '../path-rules.ts';

/** An outline of more points is no digit. */
const MOST_POINTS = 400;
const MOST_CONTOURS = 8;
/** Straight pieces in place of each curve. */
const STEPS = 4;

type Point = readonly [number, number];
interface Placed {
  readonly at: Point;
  readonly on: boolean;
}

const between = ([ax, ay]: Point, [bx, by]: Point): Point => [(ax + bx) / 2, (ay + by) / 2];

/** The points of one contour with its quadratic curves made straight. */
function straighten(points: readonly Placed[]): Point[] {
  const full: Placed[] = points.flatMap((point, i) => {
    const next = points[(i + 1) % points.length] as Placed;
    return point.on || next.on ? [point] : [point, { at: between(point.at, next.at), on: true }];
  });
  const start = full.findIndex(({ on }) => on);
  if (start === -1) return [];
  const turned = [...full.slice(start), ...full.slice(0, start + 1)];
  const line: Point[] = [];
  for (let i = 0; i < turned.length; i += 1) {
    const { at, on } = turned[i] as Placed;
    if (on) line.push(at);
    else {
      const [from, to] = [(turned[i - 1] as Placed).at, (turned[i + 1] as Placed).at];
      for (let step = 1; step < STEPS; step += 1) {
        const t = step / STEPS;
        const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
        line.push([a * from[0] + b * at[0] + c * to[0], a * from[1] + b * at[1] + c * to[1]]);
      }
    }
  }
  return line;
}

/**
 * The outlines of a TrueType font (OpenType: `cmap` formats 4 and 12, `head`, `loca`, simple glyphs of `glyf`). Whatever is
 * not of this kind, or broken, has no outline.
 */
export class TrueType {
  readonly #data: DataView;
  readonly #tables = new Map<string, number>();

  constructor(bytes: Uint8Array) {
    this.#data = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const count = bytes.length < 12 ? 0 : this.#data.getUint16(4);
    for (let i = 0; i < count && 28 + 16 * i <= bytes.length; i += 1) {
      const at = 12 + 16 * i;
      this.#tables.set(Buffer.from(bytes.subarray(at, at + 4)).toString('latin1'), this.#data.getUint32(at + 8));
    }
  }

  /** The outline of a character; null where there is none that can be read. */
  outlineOf(code: number): PathPart[] | null {
    try {
      const glyph = this.#glyphOf(code);
      return glyph === 0 ? null : this.#outline(glyph);
    } catch (error) {
      // Offsets beyond the file: a broken font shows nothing that could be held against it.
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  #glyphOf(code: number): number {
    const cmap = this.#tables.get('cmap');
    if (cmap === undefined) return 0;
    const data = this.#data;
    for (let i = 0; i < data.getUint16(cmap + 2); i += 1) {
      const at = cmap + data.getUint32(cmap + 4 + 8 * i + 4);
      const format = data.getUint16(at);
      const glyph = format === 4 ? this.#inSegments(at, code) : format === 12 ? this.#inGroups(at, code) : 0;
      if (glyph !== 0) return glyph;
    }
    return 0;
  }

  #inSegments(at: number, code: number): number {
    const data = this.#data;
    const twice = data.getUint16(at + 6);
    for (let i = 0; i < twice; i += 2) {
      if (data.getUint16(at + 14 + i) < code) continue;
      const start = data.getUint16(at + 16 + twice + i);
      if (start > code) return 0;
      const delta = data.getUint16(at + 16 + 2 * twice + i);
      const rangeAt = at + 16 + 3 * twice + i;
      const range = data.getUint16(rangeAt);
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = data.getUint16(rangeAt + range + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  }

  #inGroups(at: number, code: number): number {
    const data = this.#data;
    for (let i = 0; i < data.getUint32(at + 12); i += 1) {
      const group = at + 16 + 12 * i;
      const start = data.getUint32(group);
      if (code >= start && code <= data.getUint32(group + 4)) return data.getUint32(group + 8) + code - start;
    }
    return 0;
  }

  #outline(glyph: number): PathPart[] | null {
    const [head, loca, glyf] = ['head', 'loca', 'glyf'].map((name) => this.#tables.get(name));
    if (head === undefined || loca === undefined || glyf === undefined) return null;
    const data = this.#data;
    const long = data.getUint16(head + 50) === 1;
    const offset = (i: number): number => (long ? data.getUint32(loca + 4 * i) : 2 * data.getUint16(loca + 2 * i));
    const at = glyf + offset(glyph);
    if (offset(glyph + 1) <= offset(glyph)) return [];
    const contours = data.getInt16(at);
    if (contours < 0 || contours > MOST_CONTOURS) return null;
    const ends = Array.from({ length: contours }, (_, i) => data.getUint16(at + 10 + 2 * i));
    const count = (ends.at(-1) ?? -1) + 1;
    if (count > MOST_POINTS) return null;
    const points = this.#points(at + 12 + 2 * contours + data.getUint16(at + 10 + 2 * contours), count);
    return ends.map((end, i) => ({
      points: straighten(points.slice(i === 0 ? 0 : (ends[i - 1] as number) + 1, end + 1)),
      curved: false,
    }));
  }

  #points(from: number, count: number): Placed[] {
    const data = this.#data;
    let at = from;
    const flags: number[] = [];
    while (flags.length < count) {
      const flag = data.getUint8(at++);
      flags.push(flag);
      if ((flag & 8) !== 0) for (let times = data.getUint8(at++); times > 0; times -= 1) flags.push(flag);
    }
    const places = (short: number, same: number): number[] => {
      let value = 0;
      return flags.slice(0, count).map((flag) => {
        if ((flag & short) !== 0) value += (flag & same) !== 0 ? data.getUint8(at++) : -data.getUint8(at++);
        else if ((flag & same) === 0) {
          value += data.getInt16(at);
          at += 2;
        }
        return value;
      });
    };
    const [xs, ys] = [places(2, 16), places(4, 32)];
    return xs.map((x, i) => ({ at: [x, ys[i] as number], on: ((flags[i] as number) & 1) !== 0 }));
  }
}
