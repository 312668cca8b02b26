import { describe, expect, it } from 'vitest';
import { connectEdges } from '../../../extractors/layout/connect-edges.ts';
import { rulesToEdges } from '../../../extractors/layout/edges.ts';
import { edgesToFrame } from '../../../extractors/layout/edges-to-frame.ts';
import { EM } from '../../../extractors/layout/em.ts';
import { clusterPositions } from '../../../extractors/layout/positions.ts';
import type { RulingLine } from '../../../extractors/layout/ruling-line.ts';
import { boxToRule, filledRules, readPath, strokedRules } from '../../../extractors/pdf/path-rules.ts';
import { horizontal, lattice, vertical } from './pieces.ts';

describe('boxToRule', () => {
  it.each([
    ['a thin upright box', [10, 0, 10.5, 50], vertical(10.25, 0, 50)],
    ['a thin level box', [0, 10, 50, 11], horizontal(10.5, 0, 50)],
    ['the shading of a cell', [0, 0, 50, 20], null],
    ['the corner of two borders', [0, 0, 0.5, 0.5], null],
  ] as const)('%s', (_, box, rule) => {
    expect(boxToRule(box)).toEqual(rule);
  });
});

describe('paths', () => {
  const IDENTITY = [1, 0, 0, 1, 0, 0] as const;
  const rectangle = [0, 0, 0, 1, 100, 0, 1, 100, 40, 1, 0, 40, 3];

  it('a stroked rectangle gives four rules', () => {
    expect(strokedRules(readPath(rectangle, IDENTITY))).toEqual([
      horizontal(0, 0, 100),
      vertical(100, 0, 40),
      horizontal(40, 0, 100),
      vertical(0, 0, 40),
    ]);
  });

  it('filled, it gives none', () => {
    expect(filledRules(readPath(rectangle, IDENTITY))).toEqual([]);
  });

  it('is placed by the matrix', () => {
    expect(strokedRules(readPath([0, 0, 0, 1, 10, 0], [2, 0, 0, -2, 5, 100]))).toEqual([horizontal(100, 5, 25)]);
  });

  it('curves are no rules', () => {
    expect(strokedRules(readPath([0, 0, 0, 2, 1, 1, 2, 1, 30, 0], IDENTITY))).toEqual([]);
  });
});

describe('rulesToEdges', () => {
  const cases: readonly (readonly [string, readonly RulingLine[], readonly RulingLine[]])[] = [
    ['strokes that meet are one edge', [horizontal(5, 0, 20), horizontal(5, 21, 40)], [horizontal(5, 0, 40)]],
    ['a gap stays a gap', [horizontal(5, 0, 20), horizontal(5, 30, 40)], [horizontal(5, 0, 20), horizontal(5, 30, 40)]],
    ['double borders are one', [vertical(10, 0, 50), vertical(12, 0, 50)], [vertical(11, 0, 50)]],
    [
      'rows as near as 8 points are two',
      [horizontal(10, 0, 9), horizontal(18, 0, 9)],
      [horizontal(10, 0, 9), horizontal(18, 0, 9)],
    ],
  ];
  it.each(cases)('%s', (_, rules, edges) => {
    expect(rulesToEdges(rules, EM)).toEqual(edges);
  });

  it('clusters do not grow beyond their reach', () => {
    expect(clusterPositions([0, 3, 6, 9], 3.5)).toEqual([1.5, 7.5]);
  });
});

describe('edgesToFrame', () => {
  const spans = (edges: readonly RulingLine[]) =>
    edgesToFrame(edges, EM)?.cells.map(({ row, column, rowSpan, colSpan }) => [row, column, rowSpan, colSpan]) ?? null;

  it.each<[string, RulingLine[], number[][] | null]>([
    [
      'two by two',
      lattice([0, 50, 100], [0, 20, 40]),
      [
        [0, 0, 1, 1],
        [0, 1, 1, 1],
        [1, 0, 1, 1],
        [1, 1, 1, 1],
      ],
    ],
    [
      'a header over two columns',
      [
        vertical(0, 0, 40),
        vertical(50, 20, 40),
        vertical(100, 0, 40),
        horizontal(0, 0, 100),
        horizontal(20, 0, 100),
        horizontal(40, 0, 100),
      ],
      [
        [0, 0, 1, 2],
        [1, 0, 1, 1],
        [1, 1, 1, 1],
      ],
    ],
    [
      'a label over two rows',
      [
        vertical(0, 0, 40),
        vertical(50, 0, 40),
        vertical(100, 0, 40),
        horizontal(0, 0, 100),
        horizontal(20, 50, 100),
        horizontal(40, 0, 100),
      ],
      [
        [0, 0, 2, 1],
        [0, 1, 1, 1],
        [1, 1, 1, 1],
      ],
    ],
    [
      'open at its sides',
      [vertical(50, 0, 40), vertical(70, 0, 40), horizontal(0, 0, 100), horizontal(20, 0, 100), horizontal(40, 0, 100)],
      [
        [0, 0, 1, 1],
        [0, 1, 1, 1],
        [0, 2, 1, 1],
        [1, 0, 1, 1],
        [1, 1, 1, 1],
        [1, 2, 1, 1],
      ],
    ],
    [
      'an underline inside a cell is no border',
      [...lattice([0, 50, 100], [0, 40]), horizontal(20, 10, 30)],
      [
        [0, 0, 2, 1],
        [0, 1, 2, 1],
      ],
    ],
    ['a single line', [vertical(0, 0, 40), horizontal(0, 0, 40)], null],
  ])('%s', (_, edges, cells) => {
    expect(spans(edges)).toEqual(cells);
  });

  it('cells that are no rectangle are cut and marked', () => {
    const edges = [...lattice([0, 100], [0, 40]), vertical(50, 20, 40), horizontal(20, 50, 100)];
    expect(edgesToFrame(edges, EM)?.cells).toEqual([
      { row: 0, column: 0, rowSpan: 1, colSpan: 2, ragged: true },
      { row: 1, column: 0, rowSpan: 1, colSpan: 1, ragged: true },
      { row: 1, column: 1, rowSpan: 1, colSpan: 1 },
    ]);
  });

  it('tables that do not touch are apart', () => {
    const edges = [...lattice([0, 50], [0, 20]), ...lattice([0, 50], [100, 120])];
    expect(connectEdges(edges, EM).map((group) => group.length)).toEqual([4, 4]);
  });
});
