import type { TableRole } from '../../src/model/forms/form.ts';
import type { Skeleton } from './page.ts';
import type { Rng } from './rng.ts';
import type { TrueFigure, Truth } from './truth.ts';

/** A document before it is written down: the messes work on this. */
export interface Draft {
  readonly truth: Truth;
  readonly blocks: readonly Block[];
  readonly writing: Writing;
  /** Whether a person can still read every figure without guessing. */
  readonly readable: boolean;
  /** Whether the section headings still stand as paragraphs of their own. */
  readonly headings: 'kept' | 'lost';
}

export type Block = Prose | Table;

export interface Prose {
  readonly kind: 'prose';
  readonly as: 'heading' | 'subheading' | 'text' | 'note';
  readonly text: string;
}

export interface Table {
  readonly kind: 'table';
  /** More than one where tables were joined. */
  readonly roles: readonly TableRole[];
  readonly caption?: string;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly kind: 'title' | 'header' | 'body';
  readonly role: TableRole;
  readonly cells: readonly Cell[];
  /** The form row of a body row of tables 2 and 3. */
  readonly key?: string;
  readonly attributes?: string;
}

type CellKind = 'title' | 'corner' | 'header' | 'group' | 'label' | 'value' | 'extra';

export interface Cell {
  readonly kind: CellKind;
  /** `\n` is a line break; SEAM a place where the markup is broken without any visible trace. */
  readonly text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** The figure that stands here. */
  readonly key?: string;
  readonly tag?: 'td' | 'th';
  readonly attributes?: string;
}

/** Private-use mark for "one tag ends and another begins here"; never written out. */
export const SEAM = '\uE000';

type Change = (markup: string) => string;

/** How a draft becomes characters and bytes. */
export interface Writing {
  readonly format: 'html' | 'text' | 'markdown';
  readonly skeleton: Skeleton | null;
  /** Markup around the contents of a cell, innermost first. */
  readonly cell: readonly ((markup: string, cell: Cell, rng: Rng) => string)[];
  readonly paragraph: readonly Change[];
  /** One table to markup or lines. */
  readonly draw: (table: Table, draft: Draft, rng: Rng) => string;
  /** Changes to the markup of each table, and to the whole document. */
  readonly table: readonly ((markup: string, rng: Rng) => string)[];
  readonly document: readonly ((markup: string, rng: Rng) => string)[];
  /** Rules for the page's style sheet. */
  readonly styles: readonly string[];
  /** iconv name, byte order mark, and the name the page declares (null: none). */
  readonly encoding: { readonly name: string; readonly mark: boolean; readonly declared: string | null };
}

export const cell = (kind: CellKind, text: string, colSpan = 1, rowSpan = 1): Cell => ({
  kind,
  text,
  rowSpan,
  colSpan,
});

/** Changes the tables, or the tables of one role, each into any number of blocks. */
export function changeTables(
  draft: Draft,
  change: (table: Table) => Block | readonly Block[],
  role?: TableRole,
): Draft {
  const blocks = draft.blocks.flatMap((block): Block | readonly Block[] =>
    block.kind === 'table' && (role === undefined || block.roles.includes(role)) ? change(block) : block,
  );
  return { ...draft, blocks };
}

export const changeRows = (
  draft: Draft,
  change: (row: Row, rows: readonly Row[]) => Row | readonly Row[],
  role?: TableRole,
): Draft =>
  changeTables(draft, (table) => ({ ...table, rows: table.rows.flatMap((row) => change(row, table.rows)) }), role);

export const changeCells = (
  draft: Draft,
  change: (cell: Cell, row: Row) => Cell | readonly Cell[],
  role?: TableRole,
): Draft => changeRows(draft, (row) => ({ ...row, cells: row.cells.flatMap((one) => change(one, row)) }), role);

export const changeProse = (draft: Draft, change: (prose: Prose) => Prose): Draft => ({
  ...draft,
  blocks: draft.blocks.map((block) => (block.kind === 'prose' ? change(block) : block)),
});

/** Says of some figures what a right reading now is. */
export function retell(draft: Draft, keys: readonly string[], change: (figure: TrueFigure) => TrueFigure): Draft {
  const figures = { ...draft.truth.figures };
  for (const key of keys) {
    const figure = figures[key];
    if (figure) figures[key] = change(figure);
  }
  return { ...draft, truth: { ...draft.truth, figures } };
}

export const write = (draft: Draft, writing: Partial<Writing>): Draft => ({
  ...draft,
  writing: { ...draft.writing, ...writing },
});

/** The draft with changes to cell, table or document markup added after those already there. */
export function writeMore(
  draft: Draft,
  more: Partial<Pick<Writing, 'cell' | 'paragraph' | 'table' | 'document' | 'styles'>>,
): Draft {
  const { writing } = draft;
  return write(draft, {
    cell: [...writing.cell, ...(more.cell ?? [])],
    paragraph: [...writing.paragraph, ...(more.paragraph ?? [])],
    table: [...writing.table, ...(more.table ?? [])],
    document: [...writing.document, ...(more.document ?? [])],
    styles: [...writing.styles, ...(more.styles ?? [])],
  });
}

export const isBlank = (figure: TrueFigure): boolean => figure.printed.trim() === '';

export const valueKeys = (row: Row): string[] => row.cells.flatMap(({ key }) => (key ? [key] : []));
