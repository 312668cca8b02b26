import { describe, expect, it } from 'vitest';
import type { Document, GridCell } from '../../../extractors/document.ts';
import { readHtml } from '../../../extractors/html/read-html.ts';
import { mapDocument } from '../../../extractors/mapping/map-document.ts';
import { generate } from '../../../samples/generator/generate.ts';
import type { Reading } from '../../../src/model/report.ts';

/** A report as a scan of it would be read: every cell recognised for certain, but for the one that `change` speaks of. */
function recognised(
  cell: string,
  change: (was: GridCell) => Partial<GridCell>,
): { document: Document; before: Reading; after: Reading } {
  const plain = readHtml(new TextDecoder().decode(generate(2, { messes: [] }).bytes));
  const before = mapDocument(plain);
  const place = before.figures[cell]?.at;
  const blocks = plain.blocks.map((block) =>
    block.kind === 'grid'
      ? {
          ...block,
          cells: block.cells.map((one): GridCell => {
            const sure = { ...one, recognised: { confidence: 0.999, alternatives: [] } };
            return one.at === place ? { ...sure, ...change(one) } : sure;
          }),
        }
      : block,
  );
  const document: Document = { ...plain, blocks };
  return { document, before, after: mapDocument(document) };
}

const CELL = 'requests.received.natural';
const about = (reading: Reading, cell: string) =>
  reading.doubts.filter(({ rule, cells }) => rule.startsWith('EX-OCR') && cells.includes(cell));

describe('recognised figures', () => {
  it('are all named with their confidence', () => {
    const { after } = recognised(CELL, () => ({}));
    const named = new Set(after.doubts.filter(({ rule }) => rule === 'EX-OCR').flatMap(({ cells }) => cells));
    expect(Object.keys(after.figures).filter((key) => !named.has(key))).toEqual([]);
    expect(after.doubts.every(({ rule, severity }) => rule !== 'EX-OCR' || severity === 'info')).toBe(true);
  });

  it('take the second reading where the sums choose it', () => {
    const { before, after } = recognised(CELL, ({ text }) => ({
      text: '77',
      recognised: { confidence: 0.7, alternatives: [{ text, confidence: 0.2 }] },
    }));
    expect(after.figures[CELL]).toMatchObject({ value: before.figures[CELL]?.value, raw: '77', status: 'inferred' });
    expect(about(after, CELL)).toMatchObject([{ severity: 'warning', alternatives: [['77']] }]);
  });

  it('are doubted aloud where the sums say that one is wrong, however sure each is', () => {
    const { after } = recognised(CELL, () => ({ text: '77', recognised: { confidence: 0.999, alternatives: [] } }));
    expect(after.figures[CELL]).toMatchObject({ value: 77, status: 'reported' });
    expect(about(after, CELL).map(({ severity }) => severity)).toContain('warning');
  });

  it.each([
    [0.97, 'warning'],
    [0.5, 'error'],
  ])('of confidence %f raise a doubt of severity %s', (confidence, severity) => {
    const { after } = recognised(CELL, ({ text }) => ({
      text,
      recognised: { confidence, alternatives: [{ text: '99', confidence: 0.02 }] },
    }));
    expect(about(after, CELL)).toMatchObject([{ severity, cells: [CELL], alternatives: [['99']] }]);
  });

  it('are doubted where one is empty among full ones', () => {
    const { after } = recognised(CELL, () => ({ text: '' }));
    expect(about(after, CELL).map(({ rule }) => rule)).toContain('EX-OCR-GAP');
  });

  it('are all doubted aloud where no ruling line shows what row and column they stand in', () => {
    const ruled = recognised(CELL, () => ({})).document;
    const blocks = ruled.blocks.map((block) =>
      block.kind === 'grid' ? { ...block, borders: 'inferred' as const } : block,
    );
    const { doubts, figures } = mapDocument({ ...ruled, blocks });
    const named = new Set(doubts.filter(({ severity }) => severity === 'warning').flatMap(({ cells }) => cells));
    expect(Object.keys(figures).filter((key) => !named.has(key))).toEqual([]);
  });
});
