import { type ChildNode, type Element, isTag } from 'domhandler';
import type { PageStyle } from './style/page-style.ts';

export interface TableRow {
  /** Without hidden ones. */
  readonly cells: readonly Element[];
  /** The row takes its place, but nothing in it is seen. */
  readonly isBlanked: boolean;
}

export interface TableParts {
  /** Visible rows in the order they are shown: head, bodies, foot. */
  readonly rows: readonly TableRow[];
  /** Texts and elements of the table that are in no cell; a browser shows them in front of it. */
  readonly strays: readonly ChildNode[];
}

interface OpenRow {
  cells: Element[];
  isBlanked: boolean;
}

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
    this.#readRows(table, 1, false);
  }

  #readRows(parent: Element, order: number, isBlanked: boolean): void {
    let loose: OpenRow | null = null;
    for (const child of parent.children) {
      if (!isTag(child)) {
        this.#stray(child);
        continue;
      }
      const visibility = this.#style.visibilityOf(child);
      if (visibility === 'hidden') continue;
      if (isCell(child)) {
        loose ??= this.#openRow(order, isBlanked);
        loose.cells.push(child);
        continue;
      }
      const blanked = isBlanked || visibility === 'blanked';
      const section = SECTIONS[child.name];
      if (child.name === 'tr') this.#readCells(child, this.#openRow(order, blanked));
      else if (section !== undefined) this.#readRows(child, section, blanked);
      else this.#stray(child);
      loose = null;
    }
  }

  #openRow(order: number, isBlanked: boolean): OpenRow {
    const row: OpenRow = { cells: [], isBlanked };
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
