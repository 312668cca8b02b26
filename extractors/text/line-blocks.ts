import { tidyText } from '../../src/model/text/fold.ts';
import type { Block, Grid } from '../document.ts';
import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';
import { alignedToGrid, holdsFigures, isAligned, type NumberedLine } from './aligned-grid.ts';
import { BAR, isRuler } from './bars.ts';
import { areCellLines, cellLinesToGrid, cellLinesToTexts } from './cell-lines.ts';
import { barredToGrid, isBarred } from './ruled-grid.ts';
import { isTabbed, tabbedToGrid } from './tabbed-grid.ts';
import { beginsWiki, wikiLength, wikiToGrid } from './wiki-grid.ts';

/** Ways in which lines of text can be a table, surest first; each needs so many lines in a row. */
interface TableStyle {
  readonly belongs: (text: string) => boolean;
  readonly least: number;
  /** Whether an empty line may stand between two lines of one table. */
  readonly spaced: boolean;
  /** A last look at the lines together. */
  readonly accepts: (lines: readonly NumberedLine[]) => boolean;
  readonly toGrid: (lines: readonly NumberedLine[]) => Grid;
}
const always = (): boolean => true;
const STYLES: readonly TableStyle[] = [
  { belongs: isBarred, least: 2, spaced: false, accepts: always, toGrid: barredToGrid },
  { belongs: isTabbed, least: 1, spaced: true, accepts: always, toGrid: tabbedToGrid },
  { belongs: isAligned, least: 2, spaced: true, accepts: holdsFigures, toGrid: alignedToGrid },
];

/** How many lines from `from` on belong to one table of a style. */
function runLength(
  lines: readonly NumberedLine[],
  from: number,
  { belongs, spaced }: Pick<TableStyle, 'belongs' | 'spaced'>,
): number {
  let end = from;
  for (let i = from; i < lines.length; i += 1) {
    const text = lines[i]?.text ?? '';
    if (belongs(text)) end = i + 1;
    else if (!spaced || text.trim() !== '' || i - end >= 1) break;
  }
  return end - from;
}

/** Table 4 without its header is a single line; so many bars are no prose. */
const isWideRow = (text: string): boolean => !isRuler(text) && text.split(BAR).length > 10;

/** Lines with bars in a row, as a table if each holds a cell, and how many they are. */
function cellTable(lines: readonly NumberedLine[], from: number): { blocks: Block[]; length: number } {
  const length = runLength(lines, from, { belongs: (text) => BAR.test(text), spaced: true });
  const held = lines.slice(from, from + length).filter(({ text }) => text.trim() !== '');
  if (!areCellLines(held)) return { blocks: [], length };
  const grid = cellLinesToGrid(held);
  const blocks = grid ? [grid] : cellLinesToTexts(held).flatMap((line) => paragraph(line) ?? []);
  return { blocks, length };
}

function paragraph({ text, line }: NumberedLine): Block | null {
  const marked = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(text);
  const plain = tidyText((marked?.[2] ?? text).replace(/\*\*|__(?=\S)|(?<=\S)__/g, ''));
  if (plain === '' || isRuler(plain)) return null;
  return {
    kind: 'paragraph',
    text: plain,
    at: { line },
    ...(marked?.[1] ? { heading: marked[1].length } : {}),
  };
}

/** Plain text, Markdown or preformatted text as blocks: tables where lines form one, else a paragraph a line. */
export function linesToBlocks(text: string): Block[] {
  const lines = text.split(/\r\n|[\n\r\v\f\u2028\u2029]/).map((line, index) => ({ text: line, line: index + 1 }));
  const blocks: Block[] = [];
  /** Up to where lines were looked at together and are no table: what is left of them is none either. */
  let refused = 0;
  /** Up to where lines with bars were looked at for cells. */
  let barred = 0;
  for (let i = 0; i < lines.length; ) {
    if (blocks.length >= LIMITS.blocks) {
      throw new ReadError('TOO_LARGE', {
        zh: `文本超过 ${LIMITS.blocks} 段；不是年度报告`,
        en: `the text has more than ${LIMITS.blocks} paragraphs; it is no report`,
      });
    }
    const line = lines[i] as NumberedLine;
    const wiki = beginsWiki(line.text) ? wikiLength(lines, i) : 0;
    if (wiki > 0) {
      blocks.push(wikiToGrid(lines.slice(i, i + wiki)));
      i += wiki;
      continue;
    }
    if (i >= barred && BAR.test(line.text)) {
      const cells = cellTable(lines, i);
      barred = i + cells.length;
      if (cells.blocks.length > 0) {
        blocks.push(...cells.blocks);
        i = barred;
        continue;
      }
    }
    const style = line.text.trim() === '' ? undefined : STYLES.find(({ belongs }) => belongs(line.text));
    const length = style && i >= refused ? runLength(lines, i, style) : 0;
    const rows = lines.slice(i, i + length).filter(({ text: row }) => row.trim() !== '');
    if (style && (length >= style.least || isWideRow(line.text)) && style.accepts(rows)) {
      const grid = style.toGrid(rows);
      if (grid.cells.length > 0) blocks.push(grid);
      i += length;
    } else {
      if (style && length >= style.least) refused = i + length;
      const block = paragraph(line);
      if (block) blocks.push(block);
      i += 1;
    }
  }
  return blocks;
}
