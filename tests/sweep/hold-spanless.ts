import { describe, expect, it } from 'vitest';
import { readHtml } from '../../extractors/html/read-html.ts';
import { FORM_LABELS } from '../../extractors/mapping/label-oracle.ts';
import { readPdf } from '../../extractors/pdf/read-pdf.ts';
import { cell, changeTables, type Draft, type Row, type Table, write } from '../../samples/generator/draft.ts';
import { messyDraft } from '../../samples/generator/formats/messy-draft.ts';
import { measure } from '../../samples/generator/formats/paper/fonts.ts';
import { PLAIN_PAGE } from '../../samples/generator/formats/paper/page-style.ts';
import { printDraft } from '../../samples/generator/formats/paper/print-draft.ts';
import { writePdfkit } from '../../samples/generator/formats/pdfkit.ts';
import { expandGrid } from '../../samples/generator/grid.ts';
import { renderHtml } from '../../samples/generator/render-html.ts';
import { plain } from '../../samples/generator/skeletons/plain.ts';
import type { TableRole } from '../../src/model/forms/form.ts';
import { faultOf, judgeDocument } from './read-format.ts';

const blank = (row: Row) => cell(row.kind === 'header' ? 'header' : 'extra', '');
const isHeader = (row: Row): boolean => row.kind === 'header';

const undone = (table: Table, which: (row: Row) => boolean = () => true): Table => {
  const grid = expandGrid(table.rows);
  const rows = table.rows.map((row, y) =>
    which(row)
      ? {
          ...row,
          cells: (grid[y] ?? []).map((slot) => (slot?.first ? { ...slot.cell, colSpan: 1, rowSpan: 1 } : blank(row))),
        }
      : row,
  );
  return { ...table, rows };
};

/** The spans of header cells are lost and nothing stands in their place. */
const shortened = (table: Table): Table => ({
  ...table,
  rows: table.rows.map((row) =>
    isHeader(row) ? { ...row, cells: row.cells.map((one) => ({ ...one, colSpan: 1, rowSpan: 1 })) } : row,
  ),
});

const withColumn = (table: Table, at: 'left' | 'right'): Table => ({
  ...table,
  rows: table.rows.map((row) => ({
    ...row,
    cells: at === 'left' ? [blank(row), ...row.cells] : [...row.cells, blank(row)],
  })),
});

/** A column without a name between the labels and the figures. */
const withInnerColumn = (table: Table): Table => {
  const grid = expandGrid(table.rows);
  const place = Math.min(
    ...grid.flatMap((line) => line.flatMap((slot, x) => (slot?.cell.kind === 'value' ? [x] : []))),
  );
  const rows = table.rows.map((row, y) => {
    const line = grid[y] ?? [];
    const before = line.slice(0, place).flatMap((slot) => (slot?.first ? [slot.cell] : []));
    const behind = line.slice(place).flatMap((slot) => (slot?.first ? [slot.cell] : []));
    return { ...row, cells: [...before, blank(row), ...behind] };
  });
  return { ...table, rows };
};

const WAYS: readonly (readonly [string, TableRole, (table: Table) => Table])[] = [
  ['table 4, no header spans its group', 'disputes', (table) => undone(table, isHeader)],
  ['table 4, spans of the header lost', 'disputes', shortened],
  ['table 4, a blank column in front', 'disputes', (table) => withColumn(table, 'left')],
  ['table 4, no spans, a blank column in front', 'disputes', (table) => withColumn(undone(table), 'left')],
  ['table 4, no spans, a blank column behind', 'disputes', (table) => withColumn(undone(table), 'right')],
  ['table 3, no header spans', 'requests', (table) => undone(table, isHeader)],
  ['table 3, spans of the header lost', 'requests', shortened],
  ['table 3, no spans', 'requests', (table) => undone(table)],
  ['table 3, a blank column in front', 'requests', (table) => withColumn(table, 'left')],
  ['table 3, a blank column behind', 'requests', (table) => withColumn(table, 'right')],
  ['table 3, no spans, a blank column in front', 'requests', (table) => withColumn(undone(table), 'left')],
  ['table 3, no spans, a blank column of labels', 'requests', (table) => undone(withInnerColumn(table))],
  ['table 2, no spans', 'proactive', (table) => undone(table)],
];

const MESSES = [[], ['blank-zeros'], ['mixed-zeros'], ['blank-totals']];

const draftOf = (seed: number) => messyDraft(seed, [], MESSES[seed % MESSES.length]);

function faultIn(seed: number, draft: Draft, document: ReturnType<typeof readHtml>): string | null {
  const { messes, readable } = draftOf(seed);
  return faultOf(
    judgeDocument(
      {
        seed,
        format: 'docx',
        style: '',
        bytes: new Uint8Array(),
        path: '',
        truth: draft.truth,
        messes,
        readable,
        headings: draft.headings,
      },
      document,
    ),
  );
}

/** Seeds of the reports that are written as each kind of document. */
export interface SpanlessSeeds {
  readonly html: readonly number[];
  readonly pdf: readonly number[];
}

/**
 * Tables whose merged cells were undone: the text stands in the first slot and the others are empty cells, as where a header
 * does not span its group, or where a column without any name was added. Blank figures among them are told from such cells.
 */
export function holdSpanless({ html, pdf }: SpanlessSeeds): void {
  describe.each(WAYS)('%s', (_, role, change) => {
    it('is read exactly as HTML', () => {
      const faults = html.flatMap((seed) => {
        const { draft, rng } = draftOf(seed);
        const changed = changeTables(draft, change, role);
        return faultIn(seed, draft, readHtml(renderHtml(write(changed, { skeleton: plain }), rng))) ?? [];
      });
      expect(faults).toEqual([]);
    });

    it('is read exactly as a PDF with lines', async () => {
      const faults: string[] = [];
      for (const seed of pdf) {
        const { draft } = draftOf(seed);
        const sheets = printDraft(changeTables(draft, change, role), PLAIN_PAGE, measure);
        const fault = faultIn(seed, draft, await readPdf(await writePdfkit(sheets), FORM_LABELS));
        if (fault) faults.push(fault);
      }
      expect(faults).toEqual([]);
    });
  });
}
