import { describe, expect, it } from 'vitest';
import { findAlignedTables } from '../../../extractors/layout/aligned-tables.ts';
import { EM } from '../../../extractors/layout/em.ts';
import type { PageTable } from '../../../extractors/layout/page-table.ts';
import type { Piece } from '../../../extractors/layout/piece.ts';
import { findRuledTables } from '../../../extractors/layout/ruled-tables.ts';
import type { RulingLine } from '../../../extractors/layout/ruling-line.ts';
import { lineSegments } from '../../../extractors/layout/segments.ts';
import { continues } from '../../../extractors/layout/shared-columns.ts';
import { piecesToLines } from '../../../extractors/layout/text-lines.ts';
import { FORM_LABELS } from '../../../extractors/mapping/label-oracle.ts';
import { tableGrid } from '../../../extractors/pdf/table-grid.ts';
import { horizontal, lattice, pageOf, piecesOf, vertical } from './pieces.ts';

const at = (page: number, box: readonly [number, number, number, number]) => ({ page, box });

/** The rows of a grid as text: cells by `|`, columns spanned as `+`, rows spanned as `v`. */
const shown = (cells: readonly { row: number; rowSpan: number; colSpan: number; text: string }[], rows: number) =>
  Array.from({ length: rows }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .map(({ text, colSpan, rowSpan }) => text.replace('\n', '/') + '+'.repeat(colSpan - 1) + 'v'.repeat(rowSpan - 1))
      .join('|'),
  );

const PAGE = { page: 1, width: 600, em: EM };
const XS = [50, 150, 250, 350];

/** A table on a page: rows of 20 points from `top`, three cells each. */
function tableOn(
  page: number,
  top: number,
  rows: readonly (readonly string[])[],
  rules?: readonly RulingLine[],
): PageTable {
  const ys = Array.from({ length: rows.length + 1 }, (_, i) => top + 20 * i);
  const pieces = rows.flatMap((row, i) =>
    row.flatMap((text, j) => piecesOf(text, (XS[j] ?? 0) + 5, top + 20 * i + 14)),
  );
  const { tables } = findRuledTables(pageOf({ page, rules: rules ?? lattice(XS, ys) }), pieces, EM);
  return tables[0] as PageTable;
}

describe('findRuledTables', () => {
  it('a character that hangs over a line stays with its word, a number stays whole', () => {
    const pieces = [...piecesOf('逾期不补正、', 95, 64), ...piecesOf('12345', 240, 64)];
    const { tables, rest } = findRuledTables(pageOf({ rules: lattice([50, 150, 250], [50, 70]) }), pieces, EM);
    expect(tables[0]?.cells.map(({ text }) => text)).toEqual(['逾期不补正、', '12345']);
    expect(rest).toEqual([]);
  });

  it('a line through the letters, too near to the border for a row, is no border', () => {
    const pieces = [...piecesOf('（二）部分公开', 55, 64), ...piecesOf('0', 155, 64)];
    const stray = horizontal(58.5, 50, 150);
    const { tables } = findRuledTables(pageOf({ rules: [...lattice([50, 150, 250], [50, 70]), stray] }), pieces, EM);
    expect(tables[0] && shown(tables[0].cells, tables[0].rows)).toEqual(['（二）部分公开|0']);
  });

  it.each<[string, RulingLine[], Piece[]]>([
    ['a box around a text', lattice([50, 350], [50, 90]), piecesOf('特此说明', 60, 64)],
    [
      'a frame that holds prose',
      lattice([50, 550, 560], [50, 790]),
      Array.from({ length: 45 }, (_, i) => piecesOf('公开公开公开公开公开', 60, 64 + 16 * i)).flat(),
    ],
  ])('%s is no table', (_, rules, pieces) => {
    expect(findRuledTables(pageOf({ rules }), pieces, EM)).toEqual({ tables: [], rest: pieces });
  });
});

describe('tableGrid', () => {
  const head = ['项目', '自然人', '总计'];
  const read = (...parts: [PageTable, ...PageTable[]]) => {
    const { grid, unsure } = tableGrid(parts, at, FORM_LABELS);
    return { rows: shown(grid.cells, grid.rows), unsure: unsure.map(({ why }) => why) };
  };

  it('rows go on', () => {
    const above = tableOn(1, 700, [head, ['一、新收', '3', '3']]);
    const below = tableOn(2, 50, [['二、结转', '0', '0']]);
    expect(continues([above], below, EM)).toBe(true);
    expect(read(above, below)).toEqual({
      rows: ['项目|自然人|总计', '一、新收|3|3', '二、结转|0|0'],
      unsure: [],
    });
  });

  it('a repeated header is dropped', () => {
    const parts = [
      tableOn(1, 700, [head, ['一、新收', '3', '3']]),
      tableOn(2, 50, [head, ['二、结转', '0', '0']]),
    ] as const;
    expect(read(...parts).rows).toEqual(['项目|自然人|总计', '一、新收|3|3', '二、结转|0|0']);
  });

  it('a row cut by the page break, closed by lines on both sides, is joined with a doubt', () => {
    const parts = [
      tableOn(1, 700, [head, ['3.补正后申请', '3', '3']]),
      tableOn(2, 50, [
        ['内容仍不明确', '', ''],
        ['二、结转', '0', '0'],
      ]),
    ] as const;
    expect(read(...parts)).toEqual({
      rows: ['项目|自然人|总计', '3.补正后申请/内容仍不明确|3|3', '二、结转|0|0'],
      unsure: ['row'],
    });
  });

  it('the rest of a label below a repeated header is joined too', () => {
    const parts = [
      tableOn(1, 700, [head, ['4.无正当理由大', '7', '7']]),
      tableOn(2, 50, [head, ['量反复申请', '', ''], ['二、结转', '0', '0']]),
    ] as const;
    expect(read(...parts)).toEqual({
      rows: ['项目|自然人|总计', '4.无正当理由大/量反复申请|7|7', '二、结转|0|0'],
      unsure: ['row'],
    });
  });

  it('the rest of a number without room is joined, with a doubt', () => {
    const parts = [
      tableOn(1, 700, [head, ['一、新收', '１２３４５６７８９', '3']]),
      tableOn(2, 50, [
        ['', '０', ''],
        ['二、结转', '0', '0'],
      ]),
    ] as const;
    expect(read(...parts)).toEqual({
      rows: ['项目|自然人|总计', '一、新收|１２３４５６７８９０|3', '二、结转|0|0'],
      unsure: ['row'],
    });
  });

  it.each([
    ['a figure without a label below one that had room', ['一、新收', '1', '3'], ['', '0', '']],
    ['a title below a label that is whole', ['行政强制', '1', '3'], ['第二十条第（八）项', '', '']],
    ['figures below a blank row', ['规章', '', ''], ['行政规范性文件', '3', '3']],
  ])('%s is a row of its own', (_, last, next) => {
    const { rows, unsure } = read(tableOn(1, 700, [head, last]), tableOn(2, 50, [next]));
    expect(rows).toEqual(['项目|自然人|总计', last.join('|'), next.join('|')]);
    expect(unsure).toEqual([]);
  });

  it('a row cut without a line between its halves is joined', () => {
    const open = [...XS.map((x) => vertical(x, 700, 740)), horizontal(700, 50, 350), horizontal(720, 50, 350)];
    const parts = [
      tableOn(1, 700, [head, ['3.补正后申请', '', '']], open),
      tableOn(2, 50, [['内容仍不明确', '3', '3']]),
    ] as const;
    expect(read(...parts)).toEqual({ rows: ['项目|自然人|总计', '3.补正后申请/内容仍不明确|3|3'], unsure: [] });
  });

  it('a blank row is not joined to the next label', () => {
    const parts = [
      tableOn(1, 700, [head, ['1.国家秘密', '', '']]),
      tableOn(2, 50, [['2.重复申请', '3', '3']]),
    ] as const;
    expect(read(...parts)).toEqual({ rows: ['项目|自然人|总计', '1.国家秘密||', '2.重复申请|3|3'], unsure: [] });
  });

  it('a label over several rows goes on', () => {
    const ys = [50, 70, 90];
    const group = [...lattice(XS, ys).filter((rule) => rule.vertical || rule.at !== 70), horizontal(70, 150, 350)];
    const parts = [
      tableOn(
        1,
        50,
        [
          ['不予公开', '1.秘密', '0'],
          ['', '2.禁止', '0'],
        ],
        group,
      ),
      tableOn(
        2,
        50,
        [
          ['', '3.安全', '0'],
          ['', '4.权益', '0'],
        ],
        group,
      ),
    ] as const;
    expect(read(...parts).rows).toEqual(['不予公开vvv|1.秘密|0', '2.禁止|0', '3.安全|0', '4.权益|0']);
  });

  it('tables of other widths, and tables pages apart, are apart', () => {
    const above = tableOn(1, 700, [head]);
    expect(continues([above], { ...tableOn(2, 50, [head]), xs: [50, 500] }, EM)).toBe(false);
    expect(continues([above], tableOn(3, 50, [head]), EM)).toBe(false);
    expect(continues([above], { ...tableOn(2, 50, [head]), xs: [200, 250, 350] }, EM)).toBe(false);
  });

  it('a part that has lost the column of its group goes on, be its columns divided further', () => {
    const above = tableOn(1, 700, [head]);
    expect(continues([above], { ...tableOn(2, 50, [head]), xs: [150, 250, 350] }, EM)).toBe(true);
    expect(continues([above], { ...tableOn(2, 50, [head]), xs: [150, 200, 250, 350] }, EM)).toBe(true);
  });

  it('the whole table goes on from a part that had lost the column of its group', () => {
    const whole = tableOn(1, 700, [head]);
    const right = { ...tableOn(2, 50, [head]), xs: [150, 250, 350] };
    expect(continues([whole, right], tableOn(3, 50, [head]), EM)).toBe(true);
    expect(continues([whole, right], { ...tableOn(3, 50, [head]), xs: [20, 250, 350] }, EM)).toBe(false);
    expect(continues([right], tableOn(3, 50, [head]), EM)).toBe(false);
  });
});

describe('findAlignedTables', () => {
  const rows = (...lines: readonly (readonly [base: number, ...fields: (readonly [string, number])[]])[]) => {
    const pieces = lines.flatMap(([base, ...fields]) => fields.flatMap(([text, x]) => piecesOf(text, x, base)));
    const { tables, rest } = findAlignedTables(piecesToLines(pieces), PAGE, FORM_LABELS);
    return { tables: tables.map(({ cells, rows: count }) => shown(cells, count)), rest: rest.map(({ text }) => text) };
  };

  it('figures mark rows and columns, an empty place is an empty cell', () => {
    const { tables } = rows(
      [100, ['项目', 50], ['自然人', 200], ['总计', 300]],
      [125, ['一、新收', 50], ['3', 210], ['3', 308]],
      [150, ['二、结转', 50], ['0', 308]],
    );
    expect(tables).toEqual([['项目|自然人|总计', '一、新收|3|3', '二、结转||0']]);
  });

  it('names of one, two and three lines stand beside each other, also over columns that are blank throughout', () => {
    const { tables } = rows(
      [94, ['公益', 300]],
      [100, ['项目', 50], ['自然人', 150], ['科研', 230], ['组织', 300], ['总计', 380]],
      [106, ['机构', 230]],
      [130, ['一、新收', 50], ['3', 160], ['3', 388]],
      [155, ['二、结转', 50], ['0', 160], ['0', 388]],
    );
    expect(tables[0]?.slice(1)).toEqual(['一、新收|3|||3', '二、结转|0|||0']);
  });

  it.each([
    ['其', '计', ['项目', '其', '计']],
    ['总', '计', ['项目', '总 计']],
    ['其', '他', ['项目', '其 他']],
    ['备', '注', ['项目', '备 注']],
    ['商', '科', ['项目', '商', '科']],
  ])('%s and %s with a gap between them: one word, or halves of two', (a, b, texts) => {
    const [line] = piecesToLines([...piecesOf('项目', 50, 100), ...piecesOf(a, 280, 100), ...piecesOf(b, 302, 100)]);
    expect(line && lineSegments(line, FORM_LABELS).map((segment) => segment.line.text)).toEqual(texts);
  });

  it('a label over two lines belongs to the figures beside it', () => {
    const { tables } = rows(
      [100, ['一、新收', 50], ['3', 210], ['3', 308]],
      [125, ['二、本机关不掌', 50]],
      [131, ['5', 210], ['6', 308]],
      [137, ['握相关信息', 50]],
      [162, ['三、总计', 50], ['0', 210], ['0', 308]],
    );
    expect(tables).toEqual([['一、新收|3|3', '二、本机关不掌/握相关信息|5|6', '三、总计|0|0']]);
  });

  it('a label set as wide as rows goes on where its lines begin a known one, or rows are further apart', () => {
    const { tables } = rows(
      [100, ['一、本年新收政府信息公开申请数量', 50], ['3', 260], ['3', 308]],
      [120, ['（三）不予公开1.属于', 50], ['5', 260], ['5', 308]],
      [135, ['国家秘密', 50]],
      [155, ['（三）不予公开2.其他', 50], ['6', 260], ['6', 308]],
      [170, ['法律行政法规禁上公开', 50]],
      [190, ['（七）总计', 50], ['0', 260], ['0', 308]],
    );
    expect(tables).toEqual([
      [
        '一、本年新收政府信息公开申请数量|3|3',
        '（三）不予公开1.属于/国家秘密|5|5',
        '（三）不予公开2.其他/法律行政法规禁上公开|6|6',
        '（七）总计|0|0',
      ],
    ]);
  });

  it('known labels one below the other are rows, however near', () => {
    const { tables } = rows(
      [100, ['行政许可', 50], ['5', 260]],
      [115, ['行政处罚', 50]],
      [130, ['行政强制', 50], ['6', 260]],
    );
    expect(tables).toEqual([['行政许可|5', '行政处罚|', '行政强制|6']]);
  });

  it('at the top of a page, labels alone are blank rows of the table before', () => {
    const pieces = [
      ...piecesOf('量反复申请', 50, 100),
      ...piecesOf('5.要求行政机关', 50, 125),
      ...piecesOf('3.其他', 50, 150),
      ...piecesOf('四、政府信息公开行政复议、行政诉讼情况', 50, 175),
    ];
    const known = [
      { from: 50, to: 150 },
      { from: 260, to: 280 },
    ];
    const { tables } = findAlignedTables(piecesToLines(pieces), PAGE, FORM_LABELS, known);
    expect(tables.map(({ cells, rows: count }) => shown(cells, count))).toEqual([
      ['量反复申请|', '5.要求行政机关|', '3.其他|'],
    ]);
    expect(findAlignedTables(piecesToLines(pieces), PAGE, FORM_LABELS).tables).toEqual([]);
  });

  it('headings and prose end a table', () => {
    const { tables, rest } = rows(
      [80, ['二、主动公开政府信息情况', 50]],
      [100, ['规章', 50], ['3', 210], ['3', 308]],
      [125, ['规范性文件', 50], ['0', 210], ['0', 308]],
      [150, ['本表所列各项数据均以当年十二月三十一日为准，特此说明', 50]],
    );
    expect(tables).toEqual([['规章|3|3', '规范性文件|0|0']]);
    expect(rest).toHaveLength(2);
  });

  it.each([
    ['a date beside a name', [[100, ['某某街道办事处', 50], ['特此公告', 300]]]],
    [
      'lines of text',
      [
        [100, ['主要问题：一是更新不够及时', 50]],
        [115, ['二是人手紧', 50]],
      ],
    ],
  ] as const)('%s is no table', (_, lines) => {
    expect(rows(...lines).tables).toEqual([]);
  });
});
