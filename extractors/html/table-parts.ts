import { type ChildNode, type Element, isTag } from 'domhandler';
import type { PageStyle } from './style/page-style.ts';

export interface TableRow {
  /** Without hidden ones. */
  readonly cells: readonly Element[];
  /** The elements between the table and its cells: a section, a row. */
  readonly around: readonly Element[];
}

interface TableParts {
  /** Visible rows in the order they are shown: head, bodies, foot. */
  readonly rows: readonly TableRow[];
  /** Texts and elements of the table that are in no cell; a browser shows them in front of it. */
  readonly strays: readonly ChildNode[];
}

interface OpenRow {
  cells: Element[];
  around: readonly Element[];
}

const NOTHING: readonly Element[] = [];
const SECTIONS: Readonly<Record<string, number>> = { thead: 0, tbody: 1, tfoot: 2 };
const isCell = ({ name }: Element): boolean => name === 'td' || name === 'th';

/** Takes a table apart. Cells without a row make one, rows without a section are the body's, as in a browser. */
class TablePartsReader {
  readonly rows: OpenRow[][] = [[], [], []];
  readonly strays: ChildNode[] = [];
  readonly #style: PageStyle;

  constructor(style: PageStyle) {
    this.#style = style;
  }

  readTable(table: Element): void {
    this.#readRows(table, 1, NOTHING);
  }

  #readRows(parent: Element, order: number, around: readonly Element[]): void {
    let loose: OpenRow | null = null;
    for (const child of parent.children) {
      if (!isTag(child)) {
        this.#stray(child);
        continue;
      }
      if (this.#style.visibilityOf(child) === 'hidden') continue;
      if (isCell(child)) {
        loose ??= this.#openRow(order, around);
        loose.cells.push(child);
        continue;
      }
      const section = SECTIONS[child.name];
      if (child.name === 'tr') this.#readCells(child, this.#openRow(order, [...around, child]));
      else if (section !== undefined) this.#readRows(child, section, [...around, child]);
      else this.#stray(child);
      loose = null;
    }
  }

  #openRow(order: number, around: readonly Element[]): OpenRow {
    const row: OpenRow = { cells: [], around };
    this.rows[order]?.push(row);
    return row;
  }

  #readCells(parent: Element, row: OpenRow): void {
    for (const child of parent.children) {
      if (!isTag(child) || !isCell(child)) this.#stray(child);
      else if (this.#style.visibilityOf(child) !== 'hidden') row.cells.push(child);
    }
  }

  #stray(node: ChildNode): void {
    if (node.type === 'text' ? /\S/.test(node.data) : isTag(node) && node.name !== 'caption') {
      this.strays.push(node);
    }
  }
}

export function readTableParts(table: Element, style: PageStyle): TableParts {
  const reader = new TablePartsReader(style);
  reader.readTable(table);
  return { rows: reader.rows.flat(), strays: reader.strays };
}
