import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import type { Surroundings } from './surroundings.ts';

/** Cells of one table that are looked at. */
const MOST_CELLS = 20_000;
const SPAN = 100;
/** Cells beside a link that are read: body, year, date and the like. */
const MOST_BESIDE = 12;

const spanOf = (value: string | undefined): number =>
  Math.min(Math.max(Number.parseInt(value ?? '1', 10) || 1, 1), SPAN);

/** Where each cell of a table stands, rows and columns spanned counted: `grid[row][column]`. */
function gridOf($: CheerioAPI, table: Element): Element[][] {
  const grid: Element[][] = [];
  let count = 0;
  $(table)
    .find('tr')
    .filter((_, row) => $(row).closest('table')[0] === table)
    .each((at, row) => {
      let column = 0;
      for (const cell of $(row).children('td, th')) {
        while (grid[at]?.[column] !== undefined) column += 1;
        const [down, across] = [spanOf(cell.attribs.rowspan), spanOf(cell.attribs.colspan)];
        for (let y = at; y < at + down; y += 1)
          for (let x = column; x < column + across; x += 1) {
            const line = grid[y] ?? [];
            line[x] = cell;
            grid[y] = line;
            count += 1;
          }
      }
      return count < MOST_CELLS;
    });
  return grid;
}

/** What names the rows and columns of tables: the body in a line's first cell, the year in a column's head. */
export class TableHeads {
  readonly #$: CheerioAPI;
  readonly #around: Surroundings;
  readonly #grids = new Map<
    Element,
    { readonly grid: Element[][]; readonly at: Map<Element, readonly [number, number]> }
  >();

  constructor($: CheerioAPI, around: Surroundings) {
    this.#$ = $;
    this.#around = around;
  }

  /** The words of the other cells of its line, and of the head of its column; empty where the link stands in it itself. */
  of(link: Element): { readonly row: readonly string[]; readonly column: string } | null {
    const cell = this.#$(link).closest('td, th')[0] as Element | undefined;
    const table = cell && (this.#$(cell).closest('table')[0] as Element | undefined);
    if (!cell || !table) return null;
    const { grid, at } = this.#placed(table);
    const [row, column] = at.get(cell) ?? [];
    if (row === undefined || column === undefined) return null;
    const words = (one: Element | undefined): string => (one ? this.#around.words(one, 60).trim() : '');
    const others = [...new Set(grid[row] ?? [])]
      .filter((one) => one !== cell && !this.#isLayout(one))
      .slice(0, MOST_BESIDE);
    return { row: others.map(words).filter((text) => text !== ''), column: row === 0 ? '' : words(grid[0]?.[column]) };
  }

  /** A cell with lists, headings or tables of its own only places them on the page: its words say nothing of the line. */
  readonly #isLayout = (cell: Element): boolean => this.#$(cell).find('li, h1, h2, h3, h4, table').length > 0;

  #placed(table: Element) {
    const known = this.#grids.get(table);
    if (known) return known;
    const grid = gridOf(this.#$, table);
    const at = new Map<Element, readonly [number, number]>();
    grid.forEach((line, row) => {
      line.forEach((cell, column) => {
        if (!at.has(cell)) at.set(cell, [row, column]);
      });
    });
    const placed = { grid, at };
    this.#grids.set(table, placed);
    return placed;
  }
}
