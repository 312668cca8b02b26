import { describe, expect, it } from 'vitest';
import { cellText } from '../../../extractors/layout/cell-text.ts';
import { EM } from '../../../extractors/layout/em.ts';
import { linesToParagraphs, measures } from '../../../extractors/layout/paragraphs.ts';
import { dropRunningHeads } from '../../../extractors/layout/running-heads.ts';
import { piecesToLines, toLine } from '../../../extractors/layout/text-lines.ts';
import { readDocumentTitle } from '../../../extractors/pdf/document-title.ts';
import { dropDoubles } from '../../../extractors/pdf/drop-doubles.ts';
import { judgePage } from '../../../extractors/pdf/judge-page.ts';
import { pageOf, piecesOf } from './pieces.ts';

describe('piecesToLines', () => {
  const texts = (...parts: ReturnType<typeof piecesOf>[]) => piecesToLines(parts.flat()).map(({ text }) => text);

  it.each([
    ['one line', texts(piecesOf('本年新收', 0, 100)), ['本年新收']],
    ['drawn out of order', texts(piecesOf('新收', 20, 100), piecesOf('本年', 0, 100)), ['本年新收']],
    ['top to bottom', texts(piecesOf('下', 0, 120), piecesOf('上', 0, 100)), ['上', '下']],
    ['sizes mixed on one line', texts(piecesOf('共', 0, 100, 16), piecesOf('21', 16, 100.5, 12)), ['共21']],
    ['words of a foreign name', texts(piecesOf('Microsoft Word', 0, 100)), ['Microsoft Word']],
    ['numbers apart', texts(piecesOf('10', 0, 100), piecesOf('3', 14, 100)), ['10 3']],
    ['justified Chinese is one word', texts(piecesOf('邮', 0, 100), piecesOf('编', 17, 100)), ['邮编']],
    ['a raised note mark is no digit', texts(piecesOf('12', 0, 100), piecesOf('3', 10, 96, 6)), ['12[3]']],
    ['look-alike characters', texts(piecesOf('⾏政', 0, 100)), ['行政']],
  ])('%s', (_, lines, expected) => {
    expect(lines).toEqual(expected);
  });
});

describe('dropDoubles', () => {
  it('a letter drawn again a fraction of a point away', () => {
    const once = piecesOf('总计10', 0, 100);
    expect(dropDoubles([...once, ...piecesOf('总计10', 0.3, 100)])).toEqual(once);
  });

  it('the same digit twice in one number', () => {
    expect(dropDoubles(piecesOf('1100', 0, 100))).toHaveLength(4);
  });
});

describe('cellText', () => {
  it.each([
    ['lines are kept', [...piecesOf('商业', 0, 100), ...piecesOf('企业', 0, 112)], 40, '商业\n企业'],
    ['two numbers stay apart where there was room', [...piecesOf('12', 0, 100), ...piecesOf('3', 0, 112)], 40, '12\n3'],
    [
      'a number without room for another digit goes on',
      [...piecesOf('123', 0, 100), ...piecesOf('4', 0, 112)],
      18,
      '1234',
    ],
  ])('%s', (_, pieces, width, text) => {
    expect(cellText(pieces, EM, width)).toBe(text);
  });

  it('text on its side is read along its side', () => {
    const sideways = [...'结果'].map((text, i) => ({
      text,
      box: [100, 10 + 10 * i, 110, 20 + 10 * i] as const,
      base: 102,
      size: 10,
      turn: 1 as const,
    }));
    expect(cellText(sideways, EM)).toBe('结果');
  });
});

describe('dropRunningHeads', () => {
  const foot = (text: string, page: number) => ({ page, height: 800, lines: [toLine(piecesOf(text, 250, 780))] });
  const left = (pages: ReturnType<typeof foot>[]) =>
    dropRunningHeads(pages, EM)
      .flat()
      .map(({ text }) => text);

  it.each([
    ['- 3 -', ['- 3 -'], []],
    ['第3页', ['第3页'], []],
    ['第 3 页 共 5 页', ['第 3 页 共 5 页'], []],
    ['3/5', ['3/5'], []],
    ['an address', ['https://www.example.gov.cn/art/2024/1.html 1/5'], []],
    ['numbers that count the pages', ['1', '2'], []],
    ['a number that does not', ['15'], ['15']],
    ['the same name on every page', ['洪泽区年报', '洪泽区年报'], []],
    ['different lines', ['特此报告', '联系电话'], ['特此报告', '联系电话']],
  ])('%s', (_, texts, rest) => {
    expect(left(texts.map((text, i) => foot(text, i + 1)))).toEqual(rest);
  });

  it('a line in the middle of pages is text', () => {
    const pages = [1, 2].map((page) => ({ page, height: 800, lines: [toLine(piecesOf('（无）', 60, 400))] }));
    expect(dropRunningHeads(pages, EM).flat()).toHaveLength(2);
  });

  it('a row of zeros at the foot of two pages is a table', () => {
    const row = () => toLine(['0', '0', '0'].flatMap((text, i) => piecesOf(text, 100 + 60 * i, 780)));
    expect(
      dropRunningHeads(
        [1, 2].map((page) => ({ page, height: 800, lines: [row()] })),
        EM,
      ).flat(),
    ).toHaveLength(2);
  });
});

describe('linesToParagraphs', () => {
  const read = (
    ...lines: readonly (readonly [text: string, x: number, base: number, page?: number, size?: number])[]
  ) => {
    const all = lines.map(([text, x, base, page = 1, size = 10]) => ({
      page,
      line: toLine(piecesOf(text, x, base, size)),
    }));
    return linesToParagraphs(all, measures(all), (page, box) => ({ page, box })).map(({ text }) => text);
  };
  const full = '一二三四五六七八九十'.repeat(2);

  it.each([
    ['wrapped lines are one paragraph', read([full, 0, 100], ['结束。', 0, 115]), [`${full}结束。`]],
    ['a new paragraph is set in', read([full, 0, 100], ['另起', 20, 115]), [full, '另起']],
    ['a heading ends early', read(['一、总体情况', 0, 100], [full, 0, 115]), ['一、总体情况', full]],
    ['a gap ends a paragraph', read([full, 0, 100], ['别处', 0, 150]), [full, '别处']],
    ['over a page break', read([full, 0, 780], ['结束。', 0, 80, 2]), [`${full}结束。`]],
    ['foreign words keep their space', read(['a'.repeat(40), 0, 100], ['word', 0, 115]), [`${'a'.repeat(40)} word`]],
    [
      'slanted letters measure more, their lines are not full for that',
      read(['来源：某局', 0, 100, 1, 10.6], [full, 0, 115], ['结束。', 0, 130]),
      ['来源：某局', `${full}结束。`],
    ],
    [
      'a chapter after a full line',
      read([`${full.slice(0, 19)}。`, 0, 100], ['二、主动公开', 0, 115]),
      [`${full.slice(0, 19)}。`, '二、主动公开'],
    ],
  ])('%s', (_, texts, expected) => {
    expect(texts).toEqual(expected);
  });
});

describe('judgePage', () => {
  const scan = { box: [0, 0, 600, 800] as const, density: 2 };
  it.each([
    ['text', pageOf({}), piecesOf('本年新收', 0, 100), 'text'],
    ['a scan', pageOf({ images: [scan] }), [], 'picture'],
    ['a scan with hidden text', pageOf({ images: [scan], hidden: 900 }), [], 'picture'],
    ['a scan with a page number', pageOf({ images: [scan] }), piecesOf('- 1 -', 0, 780), 'picture'],
    ['text over a coloured ground', pageOf({ images: [scan] }), piecesOf('字'.repeat(50), 0, 100), 'text'],
    ['characters without a meaning', pageOf({}), piecesOf('\ue001\ue002\ue003', 0, 100), 'picture'],
    ['outlines', pageOf({ shapes: 400 }), [], 'picture'],
    ['nothing', pageOf({}), [], 'blank'],
  ] as const)('%s', (_, content, pieces, kind) => {
    expect(judgePage(content, pieces)).toBe(kind);
  });
});

describe('readDocumentTitle', () => {
  it.each([
    ['洪泽区人民政府2023年政府信息公开工作年度报告', '洪泽区人民政府2023年政府信息公开工作年度报告'],
    ['Microsoft Word - 年报.doc', null],
    ['2023年报告.docx', null],
    ['ÕþÎñ¹«¿ª', null],
    ['无标题', null],
    ['', null],
    [undefined, null],
  ])('%s', (title, expected) => {
    expect(readDocumentTitle(title)).toBe(expected);
  });
});
