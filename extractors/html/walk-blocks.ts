import { type ChildNode, type Element, isTag, type ParentNode } from 'domhandler';
import { tidyLines } from '../../src/model/text/fold.ts';
import type { Block } from '../document.ts';
import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';
import { linesToBlocks } from '../text/line-blocks.ts';
import { dataImage } from './data-image.ts';
import { boxesToGrid } from './div-grid.ts';
import { BLOCKS, HEADING_LEVEL, PREFORMATTED, SKIPPED } from './elements.ts';
import type { PageStyle } from './style/page-style.ts';
import { tableToGrid } from './table-grid.ts';
import { readTableParts } from './table-parts.ts';
import { useOfTable } from './table-use.ts';

const BREAKS = /[\r\n\t\f]/;

/** Pictures smaller than this (in pixels, where the page says) are icons. */
const ICON_SIZE = 100;

/** Reads the visible content of a page in order: paragraphs, grids and pictures. */
export class BlockWalker {
  readonly blocks: Block[] = [];
  readonly #style: PageStyle;
  readonly #names: string[] = [];
  readonly #places: number[] = [];
  #text = '';
  #heading = 0;
  #anchors = 0;
  #linked = 0;

  constructor(style: PageStyle) {
    this.#style = style;
  }

  walk(root: ParentNode): void {
    this.#nodes(root.children);
    this.#flush();
  }

  #path(): string {
    let path = '';
    for (let depth = 0; depth < this.#names.length; depth += 1) {
      path += `${depth === 0 ? '' : '>'}${this.#names[depth]}:nth-child(${this.#places[depth]})`;
    }
    return path;
  }

  #push(block: Block): void {
    if (this.blocks.length >= LIMITS.blocks) {
      throw new ReadError('TOO_LARGE', {
        zh: `网页的段落和表格超过 ${LIMITS.blocks} 个；不是年度报告`,
        en: `the page has more than ${LIMITS.blocks} paragraphs and tables; it is no report`,
      });
    }
    this.blocks.push(block);
  }

  #flush(): void {
    if (this.#text === '') return;
    const text = tidyLines(this.#text);
    const link = this.#linked > this.#text.length * 0.6;
    this.#text = '';
    this.#linked = 0;
    if (text === '') return;
    this.#push({
      kind: 'paragraph',
      text,
      at: { path: this.#path() },
      ...(this.#heading > 0 ? { heading: this.#heading } : {}),
      ...(link ? { link: true } : {}),
    });
  }

  #nodes(nodes: readonly ChildNode[]): void {
    let place = 0;
    for (const node of nodes) {
      if (node.type === 'text') {
        this.#text += BREAKS.test(node.data) ? node.data.replace(/[\r\n\t\f]+/g, ' ') : node.data;
        if (this.#anchors > 0) this.#linked += node.data.length;
      } else if (isTag(node)) {
        place += 1;
        this.#names.push(node.name);
        this.#places.push(place);
        this.#element(node);
        this.#names.pop();
        this.#places.pop();
      }
    }
  }

  #element(element: Element): void {
    const { name } = element;
    if (name === 'br') {
      this.#text += '\n';
      return;
    }
    if (SKIPPED.has(name) || this.#style.visibilityOf(element) !== 'shown') return;
    if (name === 'table') this.#table(element);
    else if (name === 'img') this.#picture(element);
    else if (PREFORMATTED.has(name)) this.#preformatted(element);
    else if (BLOCKS.has(name)) this.#block(element);
    else if (name === 'a') this.#anchor(element);
    else this.#nodes(element.children);
  }

  #anchor(element: Element): void {
    this.#anchors += 1;
    this.#nodes(element.children);
    this.#anchors -= 1;
  }

  #block(element: Element): void {
    this.#flush();
    const grid = this.#boxes(element);
    if (grid) return;
    const level = HEADING_LEVEL[element.name];
    const outer = this.#heading;
    if (level !== undefined) this.#heading = level;
    this.#nodes(element.children);
    this.#flush();
    this.#heading = outer;
  }

  #boxes(element: Element): boolean {
    const { name } = element;
    if (name !== 'div' && name !== 'ul' && name !== 'section' && name !== 'dl' && name !== 'ol') return false;
    const grid = boxesToGrid(element, this.#style, () => this.#path());
    if (grid) this.#push(grid);
    return grid !== null;
  }

  #table(table: Element): void {
    this.#flush();
    const { rows, strays } = readTableParts(table, this.#style);
    if (strays.length > 0) {
      this.#nodes(strays);
      this.#flush();
    }
    const use = useOfTable(rows, this.#style);
    if (use !== 'page') {
      this.#push(tableToGrid(table, this.#style, this.#path(), rows, use));
      return;
    }
    for (const [cell, place] of rows.flatMap(({ cells }) => placesInRow(cells))) {
      this.#names.push(cell.name);
      this.#places.push(place);
      this.#nodes(cell.children);
      this.#flush();
      this.#names.pop();
      this.#places.pop();
    }
  }

  #picture(element: Element): void {
    const { src = '', alt = '', width, height } = element.attribs;
    const small = [width, height].some((size) => size !== undefined && Number.parseInt(size, 10) < ICON_SIZE);
    if (src === '' || small) return;
    const image = dataImage(src);
    const source = image ? src.slice(0, src.indexOf(',')) : src.slice(0, 2_000);
    this.#push({ kind: 'picture', source, alt, at: { path: this.#path() }, ...(image ? { image } : {}) });
  }

  #preformatted(element: Element): void {
    this.#flush();
    const path = this.#path();
    for (const block of linesToBlocks(rawText(element.children))) {
      if (block.kind === 'grid') {
        this.#push({
          ...block,
          cells: block.cells.map((cell) => ({ ...cell, at: { ...cell.at, path } })),
          at: { path },
        });
      } else {
        this.#push({ ...block, at: { ...block.at, path } });
      }
    }
  }
}

/** The cells of a row, each with its place among all elements of the row. */
function placesInRow(cells: readonly Element[]): (readonly [Element, number])[] {
  const row = cells[0]?.parent?.children.filter(isTag) ?? [];
  const places = new Map(row.map((element, index) => [element, index]));
  return cells.map((cell) => [cell, places.get(cell) ?? 0] as const);
}

function rawText(children: readonly ChildNode[]): string {
  let text = '';
  for (const child of children) {
    if (child.type === 'text') text += child.data;
    else if (isTag(child)) text += child.name === 'br' ? '\n' : rawText(child.children);
  }
  return text;
}
