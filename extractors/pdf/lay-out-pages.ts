import { docPages } from '../../src/model/doubts/doc-pages.ts';
import { exGrid } from '../../src/model/doubts/ex-grid.ts';
import type { Doubt } from '../../src/model/report.ts';
import type { Block, Paragraph, Picture } from '../document.ts';
import type { Column } from './aligned-columns.ts';
import { findAlignedTables } from './aligned-tables.ts';
import { hull } from './geometry.ts';
import { linesToParagraphs, measures, type PageLine } from './join-lines.ts';
import { continues, joinTables } from './join-tables.ts';
import { type Locate, locator } from './locate.ts';
import type { Glyph, PageContent } from './page-content.ts';
import { cellText, findRuledTables, type PageTable } from './page-table.ts';
import { dropRunningHeads } from './running-heads.ts';
import { glyphsToLines, splitLine, type TextLine } from './text-lines.ts';

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
  const text = glyphs.length > 0 ? cellText(sideways) : '';
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
function readItems(pages: readonly ReadPage[], pictures: ReadonlyMap<number, Uint8Array>, locate: Locate): Item[] {
  const parts = pages.map((page) => {
    const text = page.kind === 'text';
    const { tables, rest } = text ? findRuledTables(page.content, page.glyphs) : { tables: [], rest: [] };
    return { page, tables, rest, lines: glyphsToLines(rest.filter(({ turn }) => turn === 0)) };
  });
  const kept = dropRunningHeads(
    parts.map(({ page, lines }) => ({ page: page.content.page, height: page.content.height, lines })),
  );
  let known: readonly Column[] = [];
  return parts.flatMap(({ page, tables, rest }, index): Item[] => {
    const number = page.content.page;
    if (page.kind === 'picture') return [pictureOf(number, pictures)];
    const lines = kept[index] ?? [];
    const aligned = findAlignedTables(lines, page.content, tables.length > 0 ? [] : known);
    const last = aligned.tables.at(-1);
    const endsInTable = last !== undefined && !aligned.rest.includes(lines.at(-1) as TextLine);
    known = endsInTable ? last.columns : [];
    const items: Item[] = [
      ...[...tables, ...aligned.tables].map(
        (table): Item => ({ kind: 'table', top: table.box[1], page: number, table }),
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
): { blocks: Block[]; doubts: Doubt[] } {
  const locate = locator(pages.map(({ content }) => content));
  const items = readItems(pages, pictures, locate);
  const measure = measures(items.flatMap((item): PageLine[] => (item.kind === 'line' ? [item] : [])));
  const blocks: Block[] = [];
  const doubts: Doubt[] = pages.flatMap(({ content: { page, outside, sizeless } }) => [
    ...(outside > 0 ? [docPages.outside(page, outside)] : []),
    ...(sizeless > 0 ? [docPages.sizeless(page, sizeless)] : []),
  ]);
  let lines: PageLine[] = [];
  let parts: PageTable[] = [];
  const flush = () => {
    if (parts.length > 0) {
      const { grid, unsure } = joinTables(parts, locate);
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
      if (lines.length > 0 || !continues(parts, item.table)) flush();
      parts.push(item.table);
    } else {
      flush();
      blocks.push(item.block);
    }
  }
  flush();
  return { blocks, doubts };
}
