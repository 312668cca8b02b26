import { findDate } from '../../src/model/text/dates.ts';
import { tidyText } from '../../src/model/text/fold.ts';
import { parseTitle } from '../../src/model/text/report-title.ts';
import type { Document, Grid } from '../document.ts';
import { type InfoKind, isInfoLabel, readInfoFields } from './info-fields.ts';
import type { Outline } from './outline.ts';
import { tellsVisit } from './visit-day.ts';

/** A line before the first chapter, or one field of an information table or line. */
export interface FrontLine {
  /** The line without the fields in it, or the value of the field. */
  readonly text: string;
  /** What the field tells; null for a line that is none. */
  readonly field: InfoKind | null;
  readonly heading: number;
  /** A link to another page, or a cell of a table: its text need not be about this report. */
  readonly aside: boolean;
  /** The line, or the one that it goes on from or into, tells the day of the visit. */
  readonly visit: boolean;
}

/** A grid with more cells is a table of the report. */
const INFORMATION_CELLS = 60;
/** A value that stands in the line below its label is no longer than this. */
const VALUE_LENGTH = 40;

const says = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Reads lines one after the other; a label alone in its line has its value in the next. */
class FrontLines {
  readonly lines: FrontLine[] = [];
  #labels: InfoKind[] = [];
  #above = '';

  add(text: string, heading: number, aside: boolean): void {
    if (!says(text)) return;
    const { head, fields } = readInfoFields(text);
    const labels = this.#labels;
    this.#labels = [];
    const visit = this.#tellsVisit(text);
    if (fields.length === 0 && labels.length > 0 && isValue(text, heading)) {
      this.#addValues(labels, text, visit);
      return;
    }
    if (says(head)) this.lines.push({ text: head, field: null, heading, aside, visit });
    else if (fields.every(({ value }) => !says(value))) this.#labels = fields.map(({ kind }) => kind);
    for (const { kind, value } of fields) {
      if (says(value)) this.lines.push({ text: value, field: kind, heading: 0, aside: true, visit });
    }
  }

  /** 今天是, the date and 星期一 may each stand in a line of their own. */
  #tellsVisit(text: string): boolean {
    const above = this.#above;
    this.#above = text;
    const visit = tellsVisit(text);
    const dated = findDate(text) !== null;
    const last = this.lines.at(-1);
    if (visit && !dated && last && findDate(last.text) !== null) this.lines.splice(-1, 1, { ...last, visit: true });
    return visit || (dated && tellsVisit(above) && findDate(above) === null);
  }

  /** Values under several labels: told by their number, and otherwise not at all. */
  #addValues(labels: readonly InfoKind[], text: string, visit: boolean): void {
    const values = labels.length === 1 ? [text] : text.split(/\s+/);
    values.forEach((value, index) => {
      const field = values.length === labels.length ? (labels[index] ?? 'other') : 'other';
      this.lines.push({ text: value, field, heading: 0, aside: true, visit });
    });
  }
}

/** A title below a label belongs to the page: the field was left blank. */
const isValue = (text: string, heading: number): boolean =>
  heading === 0 && text.length <= VALUE_LENGTH && parseTitle(text) === null;

/** The cells of a grid as lines, each label with its value: the cell beside it, or the one below where that is a label too. */
function gridLines(grid: Grid): string[] {
  const cells = grid.cells.map((cell) => ({ ...cell, text: tidyText(cell.text) }));
  const values = new Set<(typeof cells)[number]>();
  const besideOf = (cell: (typeof cells)[number]) =>
    cells.find(({ row, column }) => row === cell.row && column === cell.column + cell.colSpan);
  /** What stands in a cell that ends in a label (某局 发布日期) goes on in the one beside it. */
  const textOf = (cell: (typeof cells)[number]): string => {
    const beside = besideOf(cell);
    if (!beside || !/\s/.test(cell.text) || !isInfoLabel(cell.text.split(/\s/).at(-1) ?? '')) return cell.text;
    if (isInfoLabel(beside.text)) return cell.text;
    values.add(beside);
    return `${cell.text}：${textOf(beside)}`;
  };
  return cells.flatMap((cell): string[] => {
    if (values.has(cell)) return [];
    if (!isInfoLabel(cell.text)) return [textOf(cell)];
    const beside = besideOf(cell);
    const below = cells.find(({ row, column }) => row === cell.row + cell.rowSpan && column === cell.column);
    const value = [beside, below].find((one) => one !== undefined && !isInfoLabel(one.text));
    if (!value) return [];
    values.add(value);
    return [`${cell.text.replace(/[:：\s]+$/, '')}：${textOf(value)}`];
  });
}

/** The lines before the first chapter with the fields of the page's information among them. */
export function readFrontLines(document: Document, outline: Outline): readonly FrontLine[] {
  const front = new FrontLines();
  for (const block of document.blocks.slice(0, outline.bodyFrom)) {
    if (block.kind === 'paragraph') {
      for (const text of block.text.split('\n')) front.add(text, block.heading ?? 0, block.link ?? false);
    } else if (block.kind === 'grid' && block.cells.length <= INFORMATION_CELLS) {
      for (const text of gridLines(block)) front.add(text, 0, true);
    }
  }
  // The chapter's own block may hold the lines before it.
  for (const { text, block, heading } of outline.front) {
    if (block === outline.bodyFrom) front.add(text, heading, false);
  }
  return front.lines;
}
