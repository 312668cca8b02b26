import { tidyLines } from '../../src/model/text/fold.ts';
import type { Grid } from '../document.ts';
import { isFigure } from '../layout/figure-text.ts';
import type { NumberedLine } from './aligned-grid.ts';
import { BAR, isRuler } from './bars.ts';

/**
 * Tables in which each cell has a line of its own and bars still divide the cells: `规章 |`, `| 规章`, bars alone for the cells
 * that fill a row up. So text comes out of pages by several tools. Nothing marks where a row ends but the number of bars.
 */

interface Cell {
  text: string;
  readonly line: number;
  /** Whether a row may end behind this cell: its bar is the last of its line, or the next cell's the first. */
  readonly mayEnd: boolean;
}

const holdsText = (text: string): boolean => text.split(BAR).some((part) => part.trim() !== '');
const textsIn = (text: string): number => text.split(BAR).filter((part) => part.trim() !== '').length;
const opens = (text: string): boolean => BAR.test(text.trimStart().slice(0, 1));
const closes = (text: string): boolean => /(?<!\\)[|│┃║｜]\s*$/.test(text);
const withoutFirst = (text: string): string => text.replace(BAR, '');

/** Whether most lines with text hold one cell: in a table with a row a line only titles do. */
function areCells(lines: readonly NumberedLine[]): boolean {
  const texts = lines.filter(({ text }) => holdsText(text));
  return texts.length >= 4 && texts.filter(({ text }) => textsIn(text) === 1).length * 3 > texts.length * 2;
}

/** The cells in order, whichever side of them the bars stand on. */
function cellsOf(lines: readonly NumberedLine[]): Cell[] {
  const texts = lines.filter(({ text }) => holdsText(text));
  const framed = texts.every(({ text }) => opens(text) && closes(text));
  const before = !framed && texts.filter(({ text }) => opens(text) && !closes(text)).length * 2 > texts.length;
  const cells: Cell[] = [];
  let open: { text: string; line: number } | null = null;
  for (const { text, line } of lines) {
    if (isRuler(text)) continue;
    const parts = (framed && opens(text) ? withoutFirst(text) : text).split(BAR);
    parts.forEach((part, index) => {
      const first = index === 0 && part.trim() === '';
      if (index > 0) {
        const last = index === parts.length - 1 && part.trim() === '';
        cells.push({ text: open?.text ?? '', line: open?.line ?? line, mayEnd: last || (index === 1 && opens(text)) });
        open = null;
      }
      if (part.trim() !== '') open = open ? { ...open, text: `${open.text}\n${part}` } : { text: part, line };
      else if (!first && before) open ??= { text: '', line };
    });
  }
  const rest = open as { text: string; line: number } | null;
  if (rest && (before || rest.text !== '')) cells.push({ ...rest, mayEnd: true });
  return before && cells[0]?.text === '' ? cells.slice(1) : cells;
}

/** No statutory table has more columns, an empty one beside each counted. */
const MOST_COLUMNS = 40;

/** What speaks against rows of a width: figures that begin a row, text behind the figures of a row. */
function faultsOf(cells: readonly Cell[], width: number): number {
  let faults = 0;
  for (let from = 0; from < cells.length; from += width) {
    let figures = false;
    let texts = false;
    for (let at = from; at < Math.min(from + width, cells.length); at += 1) {
      const text = cells[at]?.text.trim() ?? '';
      if (text === '') continue;
      if (isFigure(text)) {
        if (!texts && !figures) faults += 1;
        figures = true;
      } else {
        if (figures) faults += 2;
        texts = true;
      }
    }
  }
  return faults;
}

/** The number of cells in a row: rows end at the end of a line, begin with text and end with figures. Null where none will do. */
function widthOf(cells: readonly Cell[]): number | null {
  let best: { width: number; faults: number } | null = null;
  for (let width = 2; width <= Math.min(MOST_COLUMNS, cells.length); width += 1) {
    if (cells.length % width !== 0) continue;
    let ends = true;
    for (let at = width - 1; ends && at < cells.length - 1; at += width) ends = cells[at]?.mayEnd ?? false;
    if (!ends) continue;
    const faults = faultsOf(cells, width);
    if (!best || faults < best.faults) best = { width, faults };
  }
  return best && best.faults * 5 <= cells.length / best.width + 4 ? best.width : null;
}

const plain = (text: string): string => tidyLines(text.replaceAll('\\|', '|').replace(/\*\*/g, ''));

/** Lines of one cell each, their rows told by counting; null where they are none, or where rows can't be told. */
export function cellLinesToGrid(lines: readonly NumberedLine[]): Grid | null {
  const cells = cellsOf(lines);
  const width = widthOf(cells);
  if (width === null) return null;
  const rows = cells.length / width;
  return {
    kind: 'grid',
    rows,
    columns: width,
    borders: 'marked',
    at: { line: lines[0]?.line ?? 0 },
    cells: cells.map(({ text, line }, at) => ({
      row: Math.floor(at / width),
      column: at % width,
      rowSpan: 1,
      colSpan: 1,
      text: plain(text),
      at: { line },
    })),
  };
}

/** Whether lines, each with a bar, are those of a table with a cell a line. */
export const areCellLines = (lines: readonly NumberedLine[]): boolean => areCells(lines);

/** Where rows can't be told by counting: the cells as lines without bars, as of a text that lost its table. */
export const cellLinesToTexts = (lines: readonly NumberedLine[]): NumberedLine[] =>
  cellsOf(lines).flatMap(({ text, line }) => (text.trim() === '' ? [] : [{ text: plain(text), line }]));
