import { describe, expect, it } from 'vitest';
import { findRules } from '../../../extractors/image/ruling-lines.ts';
import { findTables } from '../../../extractors/image/table-cells.ts';
import { boxes } from './draw-raster.ts';

const box = (x0: number, y0: number, x1: number, y1: number) => ({ x0, y0, x1, y1 });

/** Characters 20 pixels high in rows 34 pixels high: a text of 10 points in a cell padded by 2, at 150 dpi. */
const HEIGHT = 20;
const TOPS = [20, 54, 88, 122];
const LEVELS = TOPS.map((y) => box(20, y, 322, y + 3));
const UPRIGHTS = [20, 120, 220, 320].map((x) => box(x, 20, x + 3, 125));
const LATTICE = [...LEVELS, ...UPRIGHTS];

const cellsOf = (ink: Parameters<typeof boxes>[2]): number | undefined =>
  findTables(findRules(boxes(360, 160, ink), HEIGHT), HEIGHT)[0]?.cells.length;

describe('borders of tight tables', () => {
  it.each([
    ['nothing', []],
    ['strokes that touch them', [box(124, 61, 127, 81), box(116, 95, 119, 115), box(217, 27, 219, 47)]],
    ['a letter on either side', [box(113, 60, 118, 82), box(124, 60, 129, 82), box(113, 60, 119, 62)]],
    ['strokes that reach nearly from border to border', [box(60, 61, 63, 83), box(160, 62, 162, 82)]],
  ] as const)('are what they are beside %s', (_, strokes) => {
    expect(cellsOf([...LATTICE, ...strokes])).toBe(9);
  });

  it('stay where they are beside strokes', () => {
    const { vertical } = findRules(
      boxes(360, 160, [...LATTICE, box(124, 61, 128, 81), box(125, 95, 129, 115)]),
      HEIGHT,
    );
    const border = vertical.find(({ across }) => Math.abs(across - 121.5) < 3);
    expect(border?.across).toBeCloseTo(121.5, 0);
    expect(border?.thickness).toBeLessThan(5);
  });

  it('end where a row is merged, even if a stroke stands in line with them', () => {
    const merged = [...LEVELS, box(20, 20, 23, 125), box(320, 20, 323, 125), box(120, 54, 123, 125)];
    expect(cellsOf(merged)).toBe(5);
    expect(cellsOf([...merged, box(120, 29, 123, 47)])).toBe(5);
  });

  it('are not the strokes of a large character', () => {
    const field = [20, 38, 56].flatMap((at) => [box(20, at, 59, at + 3), box(at, 20, at + 3, 59)]);
    expect(cellsOf(field)).toBeUndefined();
  });

  it('make a table of one row, where a page break left it alone, and none of a frame', () => {
    const row = [box(20, 20, 322, 23), box(20, 54, 322, 57), ...[20, 120, 320].map((x) => box(x, 20, x + 3, 57))];
    expect(cellsOf(row)).toBe(2);
    expect(cellsOf(row.filter(({ x0 }) => x0 !== 120))).toBeUndefined();
  });
});
