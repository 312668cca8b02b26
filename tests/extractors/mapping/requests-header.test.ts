import { describe, expect, it } from 'vitest';
import { figureStarts } from '../../../extractors/mapping/place-row.ts';
import { readRequestsHeader } from '../../../extractors/mapping/requests-header.ts';
import { type LineCell, tableLine } from '../../../extractors/mapping/table-line.ts';

/** A line of a table, its cells one behind the other: a text, or a text and how many columns it covers. */
function line(...cells: readonly (string | readonly [string, number])[]) {
  let column = 0;
  return tableLine(
    0,
    cells.map((one): LineCell => {
      const [text, colSpan] = typeof one === 'string' ? ([one, 1] as const) : one;
      column += colSpan;
      return { text, column: column - colSpan, colSpan, at: {} };
    }),
    'marked',
  );
}

describe('the header of table 3', () => {
  it('has no column for the rest of the corner that a page break set beside the names', () => {
    const { columns, printed } = readRequestsHeader([
      line(['（本列数据的勾稽关系为：第一项加第二项之', 3], '自然人', ['法人或其他组织', 5], '总计'),
      line(['和，等于第三项加第四', 3], '', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', ''),
    ]);
    expect(printed).toBe(true);
    expect(columns.map(({ key, column }) => `${key} ${column}`)).toEqual([
      'natural 3',
      'business 4',
      'research 5',
      'welfare 6',
      'legal 7',
      'other 8',
      'total 9',
    ]);
  });
});

describe('where the figures of a table begin', () => {
  it('is known by where the labels end, for a table cut in two has them in other columns', () => {
    const lines = [
      line('2.其他法律行政法规禁止公开', '3', '0', '3', ['', 2]),
      line('3.危及“三安全一稳定”', '1', '0', '1', ['', 2]),
      line('4.保护第三方合法权益', '', '0', '0', ['', 2]),
      line('（四）无法提供', '1.本机关不掌握相关政府信息', '0', '0', '0', ''),
      line(['', 2], '2.没有现成信息需要另行制作', '0', '0', '0'),
    ];
    expect([...figureStarts(lines, 3)]).toEqual([
      ['0', 1],
      ['0 1', 1],
      ['0 2', 2],
      ['0 3', 3],
    ]);
  });
});
