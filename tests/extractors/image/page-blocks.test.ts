import { describe, expect, it } from 'vitest';
import { pageBlocks } from '../../../extractors/image/page-blocks.ts';
import type { PageLayout } from '../../../extractors/image/page-layout.ts';
import { boxBeforeTurn, type PixelBox, turnQuarters } from '../../../extractors/image/raster.ts';
import { FORM_LABELS } from '../../../extractors/mapping/label-oracle.ts';
import { boxes } from './draw-raster.ts';

/** Lines of a page 600 pixels wide with characters 20 pixels high: where each begins, and its text in parts. */
type Line = readonly [x0: number, ...parts: string[]];

function paragraphs(lines: readonly Line[], tables: PageLayout['tables'] = []): string[] {
  const ink = lines.map(([x0, ...parts], row) => {
    let from = x0;
    return parts.map((text): PixelBox => {
      const part = { x0: from, x1: from + text.length * 20, y0: row * 30, y1: row * 30 + 20 };
      from = part.x1 + 60;
      return part;
    });
  });
  const page = boxes(600, 900, []);
  const layout: PageLayout = { page, quarters: 0, threshold: 150, textHeight: 20, tables, lines: ink };
  const read = (text: string) => ({ text, confidence: 1, alternatives: [] });
  const texts = { cells: tables.map(() => []), lines: lines.map(([, ...parts]) => parts.map(read)) };
  return pageBlocks(layout, texts, {}, FORM_LABELS).flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : [],
  );
}

const full = '满'.repeat(25);
const indented = '首'.repeat(23);

describe('lines as paragraphs', () => {
  it.each<[string, Line[], number]>([
    [
      'a full line goes on in the next',
      [
        [90, indented],
        [50, full],
        [50, '末行'],
      ],
      1,
    ],
    [
      'a short line does not',
      [
        [50, '六、其他需要报告的事项'],
        [50, '没有其他需要报告的事项。'],
      ],
      2,
    ],
    [
      'not into an indented one',
      [
        [50, full],
        [90, indented],
      ],
      2,
    ],
    [
      'on a page of two lines neither is full',
      [
        [90, '六、其他需要报告的事项'],
        [90, '没有需要报告的事项。'],
      ],
      2,
    ],
    [
      'lines that wide gaps part stand alone',
      [
        [50, '发布机构', '望川市人民政府办公室'],
        [50, full],
      ],
      2,
    ],
    [
      'rows of figures are none but a table',
      [
        [50, '规章', '0', '1', '2', '3', '4'],
        [50, '文件', '0', '1'],
      ],
      0,
    ],
  ])('%s', (_, lines, count) => {
    expect(paragraphs(lines)).toHaveLength(count);
  });

  it('are indented from the margin of the whole page, tables included', () => {
    const table = { rows: 1, columns: 1, cells: [], ink: [], box: { x0: 50, y0: 400, x1: 550, y1: 500 } };
    const lines: Line[] = [
      [90, indented],
      [90, '二、主动公开政府信息情况'],
    ];
    expect(paragraphs(lines, [table])).toHaveLength(2);
  });
});

it.each([0, 1, 2, 3] as const)('a box on a page turned by %i quarters lies where it was', (quarters) => {
  const before = { x0: 3, y0: 1, x1: 7, y1: 4 };
  const turned = turnQuarters(boxes(12, 8, [before]), quarters);
  const dark = [...turned.data.keys()].filter((at) => turned.data[at] === 0);
  const [xs, ys] = [dark.map((at) => at % turned.width), dark.map((at) => Math.floor(at / turned.width))];
  const box = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs) + 1, y1: Math.max(...ys) + 1 };
  expect(boxBeforeTurn(box, turned, quarters)).toEqual(before);
});
