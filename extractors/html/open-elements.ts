import type { ChildNode, Document, Element } from 'domhandler';
import { LIMITS } from '../limits.ts';
import { asText, type PageAttribute, PageElement } from './page-node.ts';
import { SCOPE_ENDS, type TagRole } from './tag-roles.ts';

/** Thrown while a tree is built: the page needs the repairs of the full parser. */
export const NEEDS_REPAIR = Symbol('the page needs the full parser');

export interface Open {
  readonly node: Element;
  readonly role: TagRole;
}

const NAMESPACE = 'http://www.w3.org/1999/xhtml';

export const newElement = (name: string, attributes: PageAttribute[]): Element =>
  new PageElement(name, NAMESPACE, attributes) as unknown as Element;

/** Siblings are not linked: readers go by the lists of children. */
export function append(parent: Document | Element, child: ChildNode): void {
  child.parent = parent;
  parent.children.push(child);
}

export const isParagraph = ({ role }: Open): boolean => role === 'paragraph';
export const endsButtonScope = (role: TagRole): boolean => role === 'button' || SCOPE_ENDS.has(role);

/** The standard's stack of open elements (section 13.2.4.2), with what its steps ask of it again and again. */
export class OpenElements {
  readonly stack: Open[];
  /** The innermost open element, and its role. */
  node: Element;
  role: TagRole;

  constructor(html: Element, body: Element) {
    this.stack = [
      { node: html, role: 'html' },
      { node: body, role: 'body' },
    ];
    this.node = body;
    this.role = 'body';
  }

  /** Opens an element that was put into the tree elsewhere. */
  enter(node: Element, role: TagRole): void {
    this.stack.push({ node, role });
    this.node = node;
    this.role = role;
  }

  push(name: string, role: TagRole, attributes: PageAttribute[]): void {
    if (this.stack.length > LIMITS.depth) throw NEEDS_REPAIR;
    const node = newElement(name, attributes);
    append(this.node, node);
    this.enter(node, role);
  }

  pop(): void {
    this.stack.pop();
    const { node, role } = this.stack[this.stack.length - 1] as Open;
    this.node = node;
    this.role = role;
  }

  /** Pops down to a place in the stack, and it too. Formatting that would be reopened after it needs the full parser. */
  popTo(place: number, reopens: boolean): void {
    while (this.stack.length > place) {
      if (reopens && this.role === 'formatting' && this.stack.length > place + 1) throw NEEDS_REPAIR;
      this.pop();
    }
  }

  /** The place of the innermost open element that fits, seen from within the same scope; -1 where there is none. */
  inScope(fits: (open: Open) => boolean, ends: (role: TagRole, name: string) => boolean): number {
    for (let place = this.stack.length - 1; place >= 0; place -= 1) {
      const open = this.stack[place] as Open;
      if (fits(open)) return place;
      if (ends(open.role, open.node.name)) return -1;
    }
    return -1;
  }

  impliedEnds(but: string): void {
    while (
      (this.role === 'paragraph' || this.role === 'item' || this.role === 'definition') &&
      this.node.name !== but
    ) {
      this.pop();
    }
  }

  closeParagraph(): void {
    const place = this.inScope(isParagraph, endsButtonScope);
    if (place < 0) return;
    this.impliedEnds('p');
    this.popTo(place, true);
  }

  /** Adds an element that holds nothing. */
  appendEmpty(name: string, attributes: PageAttribute[]): void {
    append(this.node, newElement(name, attributes));
  }

  appendText(text: string): void {
    const { children } = this.node;
    const last = children[children.length - 1];
    if (last !== undefined && last.type === 'text') last.data += text;
    else append(this.node, asText(text));
  }
}
