import type { Locator } from '../../src/report.ts';
import type { Block, Grid, GridCell, Paragraph } from '../document.ts';
import type { ReadText } from './ctc-decode.ts';
import type { LaidTable, PageLayout } from './page-layout.ts';
import { around, boxBeforeTurn, type PixelBox } from './raster.ts';
import { joinLines, type PageTexts } from './read-layout.ts';

/** Parts of a character's height: an indent, a line that ends before the margin, a larger gap, a larger letter. */
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

function gridOf(table: LaidTable, index: number, texts: readonly ReadText[], at: Locator, layout: PageLayout): Grid {
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
  return { kind: 'grid', rows: table.rows, columns: table.columns, cells, borders: 'marked', at: place };
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

/** What was read on a page as blocks from top to bottom: a grid for each table, the lines between as paragraphs. */
export function pageBlocks(layout: PageLayout, texts: PageTexts, at: Locator): Block[] {
  const lines = layout.lines.map(
    (parts, index): TextLine => ({
      box: around(parts) as PixelBox,
      reading: joinLines(texts.lines[index] ?? [], '  '),
      parted: parts.length > 1,
    }),
  );
  const ends = [...layout.tables.map(({ box }) => box.y0), Number.POSITIVE_INFINITY];
  const margin = marginsOf(
    [...lines, ...layout.tables].map(({ box }) => box),
    layout.page.width,
  );
  let from = 0;
  return ends.flatMap((end, index) => {
    const own = lines.filter(({ box }) => box.y0 >= from && box.y0 < end);
    const table = layout.tables[index];
    from = end;
    return [
      ...paragraphsOf(own, margin, at, layout),
      ...(table ? [gridOf(table, index, texts.cells[index] ?? [], at, layout)] : []),
    ];
  });
}
