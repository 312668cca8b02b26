import { expect, it } from 'vitest';
import { layOutPage } from '../../../extractors/image/page-layout.ts';
import { boxes } from './draw-raster.ts';

const box = (x0: number, y0: number, x1: number, y1: number) => ({ x0, y0, x1, y1 });

/** Characters as squares of ink, side by side. */
const letters = (count: number, size: number, x0: number, y0: number) =>
  Array.from({ length: count }, (_, i) => i * (size + 3)).map((x) => box(x0 + x, y0, x0 + x + size, y0 + size));

it.each([22, 27, 33])('two lines in a cell are two, whatever the size of the prose (%i pixels)', (size) => {
  const prose = [0, 1, 2, 3, 4, 5].flatMap((row) => letters(16, size, 60, 500 + row * size * 2));
  const rules = [0, 1, 2, 3].flatMap((i) => [
    box(60, 60 + i * 80, 662, 63 + i * 80),
    box(60 + i * 200, 60, 63 + i * 200, 303),
  ]);
  const cells = [0, 1, 2].flatMap((row) =>
    [0, 1, 2].flatMap((column) =>
      [0, 1].flatMap((line) => letters(2, 22, 140 + column * 200, 76 + row * 80 + line * 29)),
    ),
  );
  const { tables, lines } = layOutPage(boxes(760, 1000, [...prose, ...rules, ...cells]));
  expect(tables.map(({ ink }) => ink.map((own) => own.length))).toEqual([Array(9).fill(2)]);
  expect(lines).toHaveLength(6);
});
