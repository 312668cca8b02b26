import type { AnyNode, Element } from 'domhandler';
import { isTag, isText } from 'domhandler';
import { isContent, isFrame, isHidden, isRow } from './element-marks.ts';
import { MAX_TEXT, type PageLink } from './page-facts.ts';

/** What an element inherits from those around it. */
interface Surrounding {
  readonly place: PageLink['place'];
  readonly hidden: boolean;
  /** The nearest line of a list around it, itself counted. */
  readonly row: Element | null;
}

const OUTSIDE: Surrounding = { place: 'body', hidden: false, row: null };
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'title', 'head']);

export const marksOf = ({ attribs }: Element): string =>
  attribs.id ? `${attribs.class ?? ''} ${attribs.id}` : (attribs.class ?? '');

/** Answers for any element of a page what it stands in; each element is looked at once. */
export class Surroundings {
  readonly #known = new Map<Element, Surrounding>();

  of(element: Element): Surrounding {
    const known = this.#known.get(element);
    if (known) return known;
    const around = element.parent !== null && isTag(element.parent) ? this.of(element.parent) : OUTSIDE;
    const { name, attribs } = element;
    const marks = marksOf(element);
    const own = isContent(name, marks) ? 'content' : isFrame(name, marks) ? 'frame' : null;
    const found = {
      place: around.place === 'content' || own === null ? around.place : own,
      hidden: around.hidden || isHidden(name, attribs.style, attribs.hidden),
      row: isRow(name) ? element : around.row,
    } as const;
    this.#known.set(element, found);
    return found;
  }

  /** The words that a person sees of a node, without their breaks, at most so many characters. Pictures say their `alt`. */
  words(node: AnyNode, most = MAX_TEXT): string {
    const parts: string[] = [];
    let length = 0;
    const open: AnyNode[] = [node];
    for (let next = open.pop(); next !== undefined && length < most; next = open.pop()) {
      if (isText(next)) {
        parts.push(next.data);
        length += next.data.length;
      } else if ('children' in next) {
        if (isTag(next)) {
          if (UNSEEN.has(next.name) || this.of(next).hidden) continue;
          if (next.name === 'img' && next.attribs.alt) parts.push(next.attribs.alt);
        }
        for (let index = next.children.length - 1; index >= 0; index -= 1) open.push(next.children[index] as AnyNode);
      }
    }
    return parts.join('');
  }
}
