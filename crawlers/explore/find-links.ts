import type { CheerioAPI } from 'cheerio';
import { type Element, isTag, isText } from 'domhandler';
import { addressOf } from './element-address.ts';
import { type LinkRow, MAX_LINKS, type PageLink } from './page-facts.ts';
import { marksOf, type Surroundings } from './surroundings.ts';
import { TableHeads } from './table-heads.ts';

const ROW_TEXT = 600;
const LONGEST_ADDRESS = 4_096;
const LONGEST_HEADING = 40;
/** Characters of a line that no tag marks as one: a title, a body, a year and a date. */
const LONGEST_BOX = 120;
/** Elements around a link that are looked at for its line. */
const BOXES = 8;

const HEADING_TAG = /^(?:h[1-6]|dt|caption|legend)$/;
const HEADING_MARK = /(?:^|[\s_-])(?:tit(?:le)?|head(?:ing)?|hd|tab)(?=[\s_\d-]|$)/i;

const BLOCK = /^(?:div|p|section)$/;
const YEAR_ALONE = /^\s*(?:19|20)\d\d\s*年?度?\s*$/;

const isHeading = (element: Element): boolean =>
  HEADING_TAG.test(element.name) ||
  (element.attribs.class !== undefined && HEADING_MARK.test(element.attribs.class)) ||
  isYearAlone(element);

/** A block that is nothing but a year stands over what follows; beside a link it is of that link's line. */
function isYearAlone({ name, children, parent }: Element): boolean {
  const [only] = children;
  if (!BLOCK.test(name) || children.length !== 1 || only === undefined || !isText(only)) return false;
  const beside = parent !== null && isTag(parent) && parent.children.some((one) => isTag(one) && one.name === 'a');
  return !beside && YEAR_ALONE.test(only.data);
}

const parentOf = ({ parent }: Element): Element | null => (parent !== null && isTag(parent) ? parent : null);

/** The elements around a link, the nearest first. */
function boxesOf(link: Element): Element[] {
  const boxes: Element[] = [];
  for (let box = parentOf(link); box !== null && boxes.length < BOXES; box = parentOf(box)) boxes.push(box);
  return boxes;
}

interface Leading {
  readonly element: Element;
  readonly href: string;
  /** The nearest heading before it. */
  readonly heading: string;
}

/** Whatever a person can follow, in the order of the page: links, areas, choices, anything with a handler or an address in its data. */
function leadingElements($: CheerioAPI, around: Surroundings): Leading[] {
  const leading: Leading[] = [];
  let heading = '';
  for (const element of $<Element, string>('*')) {
    const href = addressOf(element);
    if (href !== null && href.length <= LONGEST_ADDRESS) {
      if (!around.of(element).hidden) leading.push({ element, href, heading });
    } else if (isHeading(element)) {
      const words = around.words(element, LONGEST_HEADING + 1).replace(/\s+/g, '');
      if (words !== '' && words.length <= LONGEST_HEADING) heading = words;
    }
    if (leading.length >= MAX_LINKS) break;
  }
  return leading;
}

/** The lines of a page with the links in each, those of the lines within counted. */
class Rows {
  readonly #around: Surroundings;
  readonly #counts = new Map<Element, number>();
  readonly #boxed = new Map<Element, number>();
  readonly #made = new Map<Element, LinkRow>();

  constructor(around: Surroundings, leading: readonly Leading[]) {
    this.#around = around;
    for (const { element } of leading) {
      for (const box of boxesOf(element)) this.#boxed.set(box, (this.#boxed.get(box) ?? 0) + 1);
      for (let row = around.of(element).row; row !== null; row = this.#outer(row))
        this.#counts.set(row, (this.#counts.get(row) ?? 0) + 1);
    }
  }

  /** The outermost line around a link that holds no other link, else the nearest; null where it stands in none. */
  of(link: Element): LinkRow | null {
    let line = this.#around.of(link).row;
    if (line === null) return this.#unmarked(link);
    for (let outer = this.#outer(line); outer !== null && this.#counts.get(outer) === 1; outer = this.#outer(outer))
      line = outer;
    const links = this.#counts.get(line) ?? 1;
    const row = this.#made.get(line) ?? { text: this.#around.words(line, ROW_TEXT), links };
    this.#made.set(line, row);
    return row;
  }

  /** A line that no tag marks as one: the outermost element with a few words around this link alone. */
  #unmarked(link: Element): LinkRow | null {
    const box = boxesOf(link).findLast((one) => this.#boxed.get(one) === 1);
    if (box === undefined) return null;
    const text = this.#around.words(box, LONGEST_BOX + 1);
    // One that says no more than the link is no line.
    const saysMore = text.trim() !== this.#around.words(link, LONGEST_BOX).trim();
    return saysMore && text.length <= LONGEST_BOX ? { text, links: 1 } : null;
  }

  #outer(row: Element): Element | null {
    const parent = parentOf(row);
    return parent && this.#around.of(parent).row;
  }
}

/** Everything on a page that leads on, in its order. Hidden lines and links are padding and left out. */
export function findLinks($: CheerioAPI, around: Surroundings): PageLink[] {
  const leading = leadingElements($, around);
  const rows = new Rows(around, leading);
  const heads = new TableHeads($, around);
  return leading.map(({ element, href, heading }) => {
    const parent = parentOf(element);
    return {
      href,
      text: element.name === 'area' ? (element.attribs.alt ?? '') : around.words(element, ROW_TEXT),
      title: element.attribs.title?.trim() || null,
      row: rows.of(element),
      cells: heads.of(element),
      heading,
      place: around.of(element).place,
      marks: `${marksOf(element)} ${parent ? marksOf(parent) : ''}`,
    };
  });
}
