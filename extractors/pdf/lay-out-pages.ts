import { docPages } from '../../src/model/doubts/doc-pages.ts';
import { exGrid } from '../../src/model/doubts/ex-grid.ts';
import type { Doubt } from '../../src/model/report.ts';
import type { Block, Paragraph, Picture } from '../document.ts';
import type { Column } from '../layout/aligned-columns.ts';
import { findAlignedTables } from '../layout/aligned-tables.ts';
import { hull } from '../layout/box.ts';
import { cellText } from '../layout/cell-text.ts';
import { EM } from '../layout/em.ts';
import type { LabelOracle } from '../layout/label-oracle.ts';
import type { Locate } from '../layout/locate.ts';
import type { PageTable } from '../layout/page-table.ts';
import { linesToParagraphs, measures, type PageLine } from '../layout/paragraphs.ts';
import { findRuledTables } from '../layout/ruled-tables.ts';
import { dropRunningHeads } from '../layout/running-heads.ts';
import { continues } from '../layout/shared-columns.ts';
import { piecesToLines, splitLine, type TextLine } from '../layout/text-lines.ts';
import { cellMarker } from './appearance/cell-marker.ts';
import { locator } from './locate.ts';
import type { Glyph, PageContent } from './page-content.ts';
import { tableGrid } from './table-grid.ts';

/** A page as it was read: its text, or that it must be taken for a picture. */
export interface ReadPage {
  readonly content: PageContent;
  readonly glyphs: readonly Glyph[];
  readonly kind: 'text' | 'picture' | 'blank';
}

/** Parts of a line with a gap of so many ems between them have nothing to do with each other. */
const APART = 3;

type Item =
  | { readonly kind: 'line'; readonly top: number; readonly page: number; readonly line: TextLine }
  | { readonly kind: 'table'; readonly top: number; readonly page: number; readonly table: PageTable }
  | { readonly kind: 'block'; readonly top: number; readonly page: number; readonly block: Block };

/** Text on its side that stands in no table, as in a margin. */
function marginText({ content, glyphs }: ReadPage, rest: readonly Glyph[], locate: Locate): Item[] {
  const sideways = rest.filter(({ turn }) => turn === 1 || turn === 3);
  const text = glyphs.length > 0 ? cellText(sideways, EM) : '';
  if (text === '') return [];
  const block: Paragraph = { kind: 'paragraph', text, at: locate(content.page, hull(sideways.map(({ box }) => box))) };
  return [{ kind: 'block', top: 0, page: content.page, block }];
}

function pictureOf(page: number, pictures: ReadonlyMap<number, Uint8Array>): Item {
  const image = pictures.get(page);
  const block: Picture = {
    kind: 'picture',
    source: `page ${page}`,
    alt: '',
    ...(image ? { image } : {}),
    at: { page },
  };
  return { kind: 'block', top: 0, page, block };
}

/** What stands on the pages, top to bottom, page after page; running heads are gone. */
function readItems(
  pages: readonly ReadPage[],
  pictures: ReadonlyMap<number, Uint8Array>,
  locate: Locate,
  labels: LabelOracle,
): Item[] {
  const parts = pages.map((page) => {
    const text = page.kind === 'text';
    const { tables, rest } = text ? findRuledTables(page.content, page.glyphs, EM) : { tables: [], rest: [] };
    return { page, tables, rest, lines: piecesToLines(rest.filter(({ turn }) => turn === 0)) };
  });
  const kept = dropRunningHeads(
    parts.map(({ page, lines }) => ({ page: page.content.page, height: page.content.height, lines })),
    EM,
  );
  let known: readonly Column[] = [];
  return parts.flatMap(({ page, tables, rest }, index): Item[] => {
    const number = page.content.page;
    if (page.kind === 'picture') return [pictureOf(number, pictures)];
    const lines = kept[index] ?? [];
    const aligned = findAlignedTables(
      lines,
      { page: number, width: page.content.width, em: EM },
      labels,
      tables.length > 0 ? [] : known,
    );
    const last = aligned.tables.at(-1);
    const endsInTable = last !== undefined && !aligned.rest.includes(lines.at(-1) as TextLine);
    known = endsInTable ? last.columns : [];
    const mark = cellMarker(page);
    const items: Item[] = [
      ...[...tables, ...aligned.tables].map(
        (table): Item => ({ kind: 'table', top: table.box[1], page: number, table: mark(table) }),
      ),
      ...aligned.rest
        .flatMap((line) => splitLine(line, APART))
        .map((line): Item => ({ kind: 'line', top: line.box[1], page: number, line })),
    ];
    return [...marginText(page, rest, locate), ...items.sort((a, b) => a.top - b.top)];
  });
}

/** Lays the pages of a document out as blocks in reading order: tables and paragraphs over page breaks are joined. */
export function layOutPages(
  pages: readonly ReadPage[],
  pictures: ReadonlyMap<number, Uint8Array>,
  labels: LabelOracle,
): { blocks: Block[]; doubts: Doubt[] } {
  const locate = locator(pages.map(({ content }) => content));
  const items = readItems(pages, pictures, locate, labels);
  const measure = measures(items.flatMap((item): PageLine[] => (item.kind === 'line' ? [item] : [])));
  const blocks: Block[] = [];
  const doubts: Doubt[] = pages.flatMap(({ content: { page, outside, sizeless } }) => [
    ...(outside > 0 ? [docPages.outside(page, outside)] : []),
    ...(sizeless > 0 ? [docPages.sizeless(page, sizeless)] : []),
  ]);
  let lines: PageLine[] = [];
  let parts: PageTable[] = [];
  const flush = () => {
    const [first, ...others] = parts;
    if (first) {
      const { grid, unsure } = tableGrid([first, ...others], locate, labels);
      blocks.push(grid);
      doubts.push(...unsure.map(({ page, why }) => exGrid.joinedOverPages(page, why)));
    }
    blocks.push(...linesToParagraphs(lines, measure, locate));
    lines = [];
    parts = [];
  };
  for (const item of items) {
    if (item.kind === 'line') {
      if (parts.length > 0) flush();
      lines.push(item);
    } else if (item.kind === 'table') {
      if (lines.length > 0 || !continues(parts, item.table, EM)) flush();
      parts.push(item.table);
    } else {
      flush();
      blocks.push(item.block);
    }
  }
  flush();
  return { blocks, doubts };
}
