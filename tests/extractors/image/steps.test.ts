import { describe, expect, it } from 'vitest';
import { characterHeight, findComponents } from '../../../extractors/image/components.ts';
import { decodeSteps, foldSteps } from '../../../extractors/image/ctc-decode.ts';
import { estimateSkew } from '../../../extractors/image/estimate-skew.ts';
import { mayBeFigure } from '../../../extractors/image/figure-letters.ts';
import { flatten, inkThreshold } from '../../../extractors/image/flatten.ts';
import { inkLines, linesInCell } from '../../../extractors/image/ink-lines.ts';
import { hasLeadingMinus } from '../../../extractors/image/leading-minus.ts';
import { cutLine, LINE_HEIGHT } from '../../../extractors/image/line-image.ts';
import { loneStroke } from '../../../extractors/image/lone-stroke.ts';
import { boxOf, turnDegrees, turnQuarters } from '../../../extractors/image/raster.ts';
import { batchesOf } from '../../../extractors/image/recogniser.ts';
import { findRules } from '../../../extractors/image/ruling-lines.ts';
import { findTables } from '../../../extractors/image/table-cells.ts';
import { boxes, drawn } from './draw-raster.ts';

const box = (x0: number, y0: number, x1: number, y1: number) => ({ x0, y0, x1, y1 });

describe('turning', () => {
  it.each([
    [0, '#..\n...'],
    [1, '.#\n..\n..'],
    [2, '...\n..#'],
    [3, '..\n..\n#.'],
  ] as const)('by %i quarters clockwise', (quarters, picture) => {
    expect(turnQuarters(drawn('#..', '...'), quarters)).toEqual(drawn(...picture.split('\n')));
  });

  it.each([-3, -1.5, -0.4, 0, 0.7, 1.5, 3])('finds the angle of a page that was turned by %f degrees', (angle) => {
    const rows = Array.from({ length: 12 }, (_, i) => box(60, 60 + i * 40, 540, 64 + i * 40));
    expect(estimateSkew(turnDegrees(boxes(600, 600, rows), angle), 128)).toBeCloseTo(angle, 0.6);
  });
});

describe('flattening', () => {
  it('makes shaded paper white and keeps ink', () => {
    const shaded = boxes(300, 300, [box(100, 100, 140, 104)], 40);
    const data = shaded.data.map((level, index) => (level === 255 ? 255 - Math.floor((index % 300) / 5) : level));
    const flat = flatten({ ...shaded, data });
    expect(flat.data[290]).toBeGreaterThan(245);
    expect(flat.data[101 * 300 + 110]).toBeLessThan(70);
    expect(inkThreshold(flat)).toBeGreaterThanOrEqual(130);
  });
});

describe('components', () => {
  it('hang together over corners', () => {
    const found = findComponents(drawn('##...', '..#..', '....#'), box(0, 0, 5, 3), 128);
    expect(found).toEqual([
      { ...box(0, 0, 3, 2), area: 3 },
      { ...box(4, 2, 5, 3), area: 1 },
    ]);
  });

  it('tell how high a character is', () => {
    const letters = Array.from({ length: 20 }, (_, i) => box(10 + i * 30, 10, 30 + i * 30, 34));
    const page = boxes(640, 60, letters);
    expect(characterHeight(findComponents(page, boxOf(page), 128))).toBe(24);
  });
});

describe('rules and cells', () => {
  const frame = [0, 1, 2, 3].flatMap((i) => [
    box(20, 20 + i * 40, 322, 22 + i * 40),
    box(20 + i * 100, 20, 22 + i * 100, 142),
  ]);

  it('make nine cells of a lattice', () => {
    const [table] = findTables(findRules(boxes(360, 180, frame), 20), 20);
    expect(table).toMatchObject({ rows: 3, columns: 3 });
    expect(table?.cells).toHaveLength(9);
  });

  it('bear gray lines and gaps', () => {
    const page = boxes(360, 180, frame, 150);
    for (const x of [57, 58, 153, 250]) for (let y = 0; y < 180; y += 1) page.data[y * 360 + x] = 255;
    expect(findTables(findRules(page, 20), 20)[0]?.cells).toHaveLength(9);
  });

  it('make spans where a line is lacking', () => {
    const lacking = frame.filter(({ x0, y0, x1 }) => !(y0 === 60 && x1 === 322) && x0 !== 120);
    const half = [...lacking, box(20, 60, 222, 62), box(120, 62, 122, 142)];
    const cells = findTables(findRules(boxes(360, 180, half), 20), 20)[0]?.cells ?? [];
    expect(cells.map(({ row, column, rowSpan, colSpan }) => [row, column, rowSpan, colSpan])).toEqual([
      [0, 0, 1, 2],
      [0, 2, 2, 1],
      [1, 0, 1, 1],
      [1, 1, 1, 1],
      [2, 0, 1, 1],
      [2, 1, 1, 1],
      [2, 2, 1, 1],
    ]);
  });

  it('take a frame around a page for no table', () => {
    const page = [box(20, 20, 322, 22), box(20, 140, 322, 142), box(20, 20, 22, 142), box(320, 20, 322, 142)];
    expect(findTables(findRules(boxes(360, 180, page), 20), 20)).toEqual([]);
  });

  it('take a row of letters for no rule', () => {
    const letters = Array.from({ length: 25 }, (_, i) => box(20 + i * 12, 50, 31 + i * 12, 70));
    expect(findRules(boxes(360, 180, letters), 20).horizontal).toEqual([]);
  });
});

describe('lines of ink', () => {
  const at = (x0: number, y0: number, x1: number, y1: number) => ({
    ...box(x0, y0, x1, y1),
    area: (x1 - x0) * (y1 - y0),
  });

  it.each([
    ['two strokes of one character', [at(0, 0, 20, 3), at(0, 15, 20, 18)], 1],
    ['two lines', [at(0, 0, 20, 20), at(0, 26, 20, 46)], 2],
    ['a speck', [at(0, 0, 1, 1)], 0],
    ['a dash', [at(0, 9, 14, 11)], 1],
    ['a large character of two parts', [at(0, 0, 35, 20), at(5, 23, 30, 35)], 1],
    ['two characters one over the other', [at(0, 0, 20, 20), at(0, 24, 20, 44)], 2],
  ] as const)('%s', (_, components, lines) => {
    expect(inkLines(components, 20)).toHaveLength(lines);
  });

  it('leave out the border of a cell and keep a digit that hugs it', () => {
    const page = boxes(100, 60, [box(0, 0, 100, 3), box(0, 0, 3, 60), box(6, 20, 16, 40)]);
    expect(linesInCell(page, box(1, 1, 99, 59), 128, 20)).toEqual([box(6, 20, 16, 40)]);
  });

  const slash = (level: number) =>
    boxes(
      100,
      60,
      Array.from({ length: 20 }, (_, i) => box(50 - (i >> 1), 20 + i, 52 - (i >> 1), 21 + i)),
      level,
    );
  it.each([
    ['a dash', boxes(100, 60, [box(40, 29, 54, 31)], 165), [box(40, 29, 54, 31)]],
    ['a slash', slash(165), [box(41, 20, 52, 40)]],
    ['a smear', boxes(100, 60, [box(40, 29, 54, 31)], 190), []],
    ['a speck', boxes(100, 60, [box(40, 29, 42, 31)], 165), []],
    ['noise', boxes(100, 60, [box(40, 29, 54, 31), box(70, 20, 73, 24)], 165), []],
    ['the edge of a border', boxes(100, 60, [box(1, 29, 15, 31)], 165), []],
  ] as const)('of %s that is pale', (_, page, lines) => {
    expect(linesInCell(page, box(1, 1, 99, 59), 150, 20)).toEqual(lines);
  });

  it('find none in an empty cell', () => {
    const page = boxes(100, 60, [box(0, 0, 100, 3), box(0, 57, 100, 60), box(0, 0, 3, 60), box(97, 0, 100, 60)]);
    expect(linesInCell(page, box(1, 1, 99, 59), 128, 20)).toEqual([]);
  });
});

describe('a lone stroke', () => {
  const slash = Array.from({ length: 20 }, (_, i) => box(30 - i, 10 + i, 33 - i, 11 + i));
  it('is one even where it is pale', () => {
    expect(loneStroke(boxes(60, 60, slash, 150), box(11, 10, 33, 30), 128, 20)).toBe('/');
  });

  it.each([
    ['level', [box(10, 20, 30, 23)], '-'],
    ['rising', slash, '/'],
    ['falling', slash.map(({ x0, x1, y0, y1 }) => box(60 - x1, y0, 60 - x0, y1)), '\\'],
    ['leaning a little', Array.from({ length: 20 }, (_, i) => box(20 + (i >> 1), 10 + i, 23 + (i >> 1), 11 + i)), '\\'],
    ['with a bend', [...slash, box(11, 27, 30, 30)], null],
    ['upright', [box(20, 10, 23, 30)], null],
    ['two level ones', [box(10, 18, 30, 20), box(10, 22, 30, 24)], null],
  ] as const)('%s', (_, ink, expected) => {
    const page = boxes(60, 60, ink);
    const [x0, y0] = [Math.min(...ink.map((one) => one.x0)), Math.min(...ink.map((one) => one.y0))];
    const [x1, y1] = [Math.max(...ink.map((one) => one.x1)), Math.max(...ink.map((one) => one.y1))];
    expect(loneStroke(page, box(x0, y0, x1, y1), 128, 20)).toBe(expected);
  });
});

describe('a minus before a figure', () => {
  const digit = box(40, 10, 50, 30);
  it.each([
    ['inside of its ink', box(30, 10, 50, 30), [box(30, 19, 37, 21)], 0, true],
    ['outside of it', digit, [box(30, 19, 37, 21)], 0, true],
    ['pale', digit, [box(30, 19, 37, 21)], 160, true],
    ['that is a smear', digit, [box(30, 19, 37, 21)], 195, false],
    ['far away', digit, [box(10, 19, 17, 21)], 0, false],
    ['that is the foot of a letter', digit, [box(30, 28, 37, 30)], 0, false],
    ['that is a digit', box(28, 10, 50, 30), [box(28, 10, 37, 30)], 0, false],
    ['that is the border', digit, [box(0, 0, 30, 40)], 0, false],
    ['that is none', digit, [], 0, false],
  ] as const)('%s', (_, ink, sign, level, expected) => {
    const page = boxes(80, 40, [digit]);
    for (const { x0, y0, x1, y1 } of sign)
      for (let y = y0; y < y1; y += 1) page.data.fill(level, y * 80 + x0, y * 80 + x1);
    expect(hasLeadingMinus(page, ink, 150, 20)).toBe(expected);
  });
});

describe('a line for the model', () => {
  const framing = { above: 0.1, beside: 0.05, leastHeight: 15 };

  it('is 48 pixels high and knows nothing of what stands beside it', () => {
    const page = boxes(100, 60, [box(40, 20, 50, 40), box(52, 0, 54, 60)]);
    const line = cutLine(page, box(40, 20, 50, 40), framing);
    expect(line.data).toHaveLength(line.width * LINE_HEIGHT);
    const dark = [...line.data].filter((level) => level < 128).length;
    expect(dark / line.data.length).toBeGreaterThan(0.5);
    expect(line.data[line.width - 1]).toBeGreaterThan(250);
  });

  it('lets a dash be a dash', () => {
    const line = cutLine(boxes(100, 60, [box(40, 29, 50, 31)]), box(40, 29, 50, 31), framing);
    expect([...line.data].filter((level) => level < 128).length / line.data.length).toBeLessThan(0.2);
  });
});

describe('batches', () => {
  it('hold every line once, widest first, as many as fit', () => {
    expect(batchesOf([320, 16, 640, 320, 16])).toEqual([[2], [0, 3], [1, 4]]);
  });
});

describe('decoding', () => {
  const steps = (...rows: readonly (readonly number[])[]) => ({
    data: Float32Array.from(rows.flat()),
    steps: rows.length,
    classes: rows[0]?.length ?? 0,
  });

  it.each([
    [
      'repeats are one letter',
      [
        [0, 1, 0],
        [0, 1, 0],
        [1, 0, 0],
      ],
      'a',
    ],
    [
      'a blank parts two of a kind',
      [
        [0, 1, 0],
        [1, 0, 0],
        [0, 1, 0],
      ],
      'aa',
    ],
    ['nothing but blanks', [[1, 0, 0]], ''],
  ] as const)('%s', (_, rows, text) => {
    expect(decodeSteps(steps(...rows), ['a', 'b']).text).toBe(text);
  });

  it('is as sure as its least sure letter, and tells what else it may be', () => {
    const read = decodeSteps(steps([0.1, 0.9, 0], [1, 0, 0], [0, 0.25, 0.75]), ['a', 'b']);
    expect(read).toMatchObject({ text: 'ab', confidence: 0.75 });
    expect(read.alternatives[0]).toMatchObject({ text: 'aa', confidence: 0.25 });
  });

  it('adds up what looks alike', () => {
    const folded = foldSteps(steps([0.1, 0.3, 0.4, 0.2]), [{ text: '0', classes: [1, 2] }]);
    expect(decodeSteps(folded, ['0'])).toMatchObject({ text: '0' });
    expect(decodeSteps(folded, ['0']).confidence).toBeCloseTo(0.7);
  });

  it.each([
    ['o', true],
    ['l2', true],
    ['N', true],
    ['N/A', false],
    ['—', true],
    ['x', true],
    ['总计', false],
    ['其他', false],
  ])('%s may be a figure: %s', (text, expected) => {
    expect(mayBeFigure(text)).toBe(expected);
  });
});
