import type { Locator } from '../../src/model/report.ts';
import type { Block, Grid, GridCell, Paragraph } from '../document.ts';
import type { LabelOracle } from '../layout/label-oracle.ts';
import { alignParts, type ReadPart } from './align-parts.ts';
import type { ReadText } from './ctc-decode.ts';
import { type PageLayout, WIDE_GAP } from './page-layout.ts';
import { around, boxBeforeTurn, type PixelBox } from './raster.ts';
import { joinLines, type PageTexts } from './read-layout.ts';
import type { PictureTable } from './table-cells.ts';

/** In heights of a character: an indent, a line that ends before the margin, a larger gap, a larger letter. */
const [INDENT, SHORT, GAP, LARGER] = [1.2, 6, 1.3, 1.3];

interface TextLine {
  readonly box: PixelBox;
  readonly reading: ReadText;
  /** Wide gaps part it: a row of a table without rules. */
  readonly parted: boolean;
}

/** Where on the page a box of pixels lies, in points, where the picture's own box there is known. */
function placeIn(at: Locator, box: PixelBox, { page, quarters }: PageLayout): Locator {
  if (!at.box) return at;
  const { x0, y0, x1, y1 } = boxBeforeTurn(box, page, quarters);
  const [width, height] = quarters % 2 === 0 ? [page.width, page.height] : [page.height, page.width];
  const [left, top, right, bottom] = at.box;
  const [across, down] = [(right - left) / width, (bottom - top) / height];
  return { ...at, box: [left + x0 * across, top + y0 * down, left + x1 * across, top + y1 * down] };
}

const recognisedOf = ({ confidence, alternatives }: ReadText) => ({ confidence, alternatives });

function gridOf(
  table: PictureTable,
  index: number,
  texts: readonly ReadText[],
  borders: Grid['borders'],
  at: Locator,
  layout: PageLayout,
): Grid {
  const cells = table.cells.map(({ row, column, rowSpan, colSpan, box }, place): GridCell => {
    const reading = texts[place] as ReadText;
    const own = placeIn(at, box, layout);
    return {
      row,
      column,
      rowSpan,
      colSpan,
      text: reading.text,
      at: { ...own, table: index, row, column },
      recognised: recognisedOf(reading),
    };
  });
  const place = { ...placeIn(at, table.box, layout), table: index };
  return { kind: 'grid', rows: table.rows, columns: table.columns, cells, borders, at: place };
}

interface Margins {
  readonly left: number;
  readonly right: number;
}

/** A page with fewer lines may have none that is full: its margins are taken to be equal. */
const FEW_LINES = 6;

function marginsOf(boxes: readonly PixelBox[], pageWidth: number): Margins {
  const left = Math.min(...boxes.map(({ x0 }) => x0));
  const right = Math.max(...boxes.map(({ x1 }) => x1));
  return { left, right: boxes.length < FEW_LINES ? Math.max(right, pageWidth - left) : right };
}

/** Whether a line goes on in the next: it reaches the right margin, and the next is near, alike, and not indented. */
function goesOn(last: TextLine, next: TextLine, margin: Margins, textHeight: number): boolean {
  const [a, b] = [last.box, next.box];
  const high = (box: PixelBox) => box.y1 - box.y0;
  const alike = high(a) <= high(b) * LARGER && high(b) <= high(a) * LARGER;
  const near = b.y0 - a.y1 <= Math.max(textHeight, high(a)) * GAP;
  // A title too long for its line is broken and centred.
  const title = high(a) >= textHeight * LARGER && Math.abs(a.x0 + a.x1 - b.x0 - b.x1) <= textHeight * 2;
  return (
    !last.parted &&
    !next.parted &&
    alike &&
    near &&
    a.x1 >= margin.right - textHeight * SHORT &&
    (title || b.x0 <= margin.left + textHeight * INDENT)
  );
}

/** Lines of one column of text as paragraphs. */
function paragraphsOf(lines: readonly TextLine[], margin: Margins, at: Locator, layout: PageLayout): Paragraph[] {
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && goesOn(last, line, margin, layout.textHeight)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => {
    const reading = joinLines(
      group.map(({ reading: own }) => own),
      '',
    );
    const box = around(group.map(({ box: own }) => own)) as PixelBox;
    return { kind: 'paragraph', text: reading.text, recognised: recognisedOf(reading), at: placeIn(at, box, layout) };
  });
}

/** A line of text of the parts that stand in it; what wide gaps part stays apart. */
function toLine(parts: readonly ReadPart[], textHeight: number): TextLine {
  const isApart = (index: number): boolean => {
    const [before, part] = [parts[index - 1], parts[index] as ReadPart];
    return before !== undefined && part.box.x0 - before.box.x1 > textHeight * WIDE_GAP;
  };
  const readings = parts.map(({ reading }, index) =>
    isApart(index) ? { ...reading, text: `  ${reading.text}` } : reading,
  );
  return {
    box: around(parts.map(({ box }) => box)) as PixelBox,
    reading: joinLines(readings, ''),
    parted: parts.some((_, index) => isApart(index)),
  };
}

/** What was read on a page as blocks from top to bottom: a grid for each table, the lines between as paragraphs. */
export function pageBlocks(layout: PageLayout, texts: PageTexts, at: Locator, labels: LabelOracle): Block[] {
  const { textHeight, page } = layout;
  const parts = layout.lines.flatMap((line, index) =>
    line.map((box, place): ReadPart => ({ box, reading: texts.lines[index]?.[place] as ReadText })),
  );
  const aligned = alignParts(parts, layout, labels);
  const lines = aligned.lines.map((own) => toLine(own, textHeight));
  const tables = [
    ...layout.tables.map((table, index) => ({ table, texts: texts.cells[index] ?? [], borders: 'marked' as const })),
    ...aligned.tables.map(({ table, texts: own }) => ({ table, texts: own, borders: 'inferred' as const })),
  ].sort((a, b) => a.table.box.y0 - b.table.box.y0);
  const margin = marginsOf(
    [...lines, ...tables.map(({ table }) => table)].map(({ box }) => box),
    page.width,
  );
  const ends = [...tables.map(({ table }) => table.box.y0), Number.POSITIVE_INFINITY];
  let from = 0;
  return ends.flatMap((end, index) => {
    const own = lines.filter(({ box }) => box.y0 >= from && box.y0 < end);
    const found = tables[index];
    from = end;
    return [
      ...paragraphsOf(own, margin, at, layout),
      ...(found ? [gridOf(found.table, index, found.texts, found.borders, at, layout)] : []),
    ];
  });
}
