import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellPlace, placeCells } from '../../../extractors/html/table-model.ts';
import { ReadError } from '../../../extractors/read-error.ts';

/** `a2x3` is a cell with text a, two rows high and three columns wide. */
function rows(text: string) {
  return text.split('|').map((row) =>
    row
      .trim()
      .split(/\s+/)
      .filter((cell) => cell !== '')
      .map((cell) => {
        const match = /^([a-z]+)(?:(\d+)x(\d+))?$/.exec(cell);
        return { content: match?.[1] ?? '', rowSpan: Number(match?.[2] ?? 1), colSpan: Number(match?.[3] ?? 1) };
      }),
  );
}

const put = (content: string, place: CellPlace) => ({ content, ...place });

const places = (text: string) =>
  placeCells(rows(text), put).cells.map(
    ({ content, row, column, spanConflict }) => `${content}@${row},${column}${spanConflict ? '!' : ''}`,
  );

describe('the table model', () => {
  it.each([
    ['a b | c d', ['a@0,0', 'b@0,1', 'c@1,0', 'd@1,1'], 'no spans'],
    ['a2x1 b | c', ['a@0,0', 'b@0,1', 'c@1,1'], 'a row span pushes the next row'],
    ['a1x2 b | c d e', ['a@0,0', 'b@0,2', 'c@1,0', 'd@1,1', 'e@1,2'], 'a column span'],
    ['a9x1 b | c', ['a@0,0!', 'b@0,1', 'c@1,1'], 'a span that leaves the table'],
    ['a0x1 b | c | d', ['a@0,0', 'b@0,1', 'c@1,1', 'd@2,1'], 'a span of 0 reaches to the end'],
    ['a b2x1 | c1x2', ['a@0,0', 'b@0,1', 'c@1,0!'], 'two cells claim one slot'],
  ])('%s', (text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it('refuses spans that would fill memory', () => {
    const bomb = Array.from({ length: 300 }, () => [{ content: 'x', rowSpan: 300, colSpan: 1000 }]);
    expect(() => placeCells(bomb, put)).toThrow(ReadError);
  });

  it('keeps every cell, in order, in its own row', () => {
    const cell = fc.record({
      rowSpan: fc.nat({ max: 4 }),
      colSpan: fc.integer({ min: 1, max: 4 }),
      content: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (table) => {
        const placed = placeCells(table, put);
        expect(placed.cells.map(({ content }) => content)).toEqual(table.flat().map(({ content }) => content));
        table.forEach((row, index) => {
          const own = placed.cells.filter((one) => one.row === index).map(({ column }) => column);
          expect(own).toHaveLength(row.length);
          expect([...own].sort((a, b) => a - b)).toEqual(own);
        });
      }),
    );
  });
});
