import { Document, type Element } from 'domhandler';
import {
  append,
  endsButtonScope,
  isParagraph,
  NEEDS_REPAIR,
  newElement,
  type Open,
  OpenElements,
} from './open-elements.ts';
import type { PageAttribute } from './page-node.ts';
import { endPart, startPart } from './table-parts.ts';
import { SCOPE_ENDS, SPECIAL, TABLE_INNER, TABLE_PARTS, type TagRole } from './tag-roles.ts';

const WHITE = /^[\t\n\f\r ]*$/;
const LEADING_WHITE = /^[\t\n\f\r ]+/;

/**
 * Builds the tree of the HTML standard from tokens as long as no tag is misplaced: optional tags left out, cells and rows
 * closed by what follows, end tags without a start. Whatever the standard would repair by moving or copying elements
 * (foster parenting, the adoption agency, formatting reopened in the next paragraph) makes it give up, so that a tree it
 * does yield is the full parser's, without that parser's cost. What stands in a `select` is left out.
 */
export class TreeBuilder {
  readonly root = new Document([]);
  readonly #head = newElement('head', []);
  readonly #open: OpenElements;
  #inBody = false;
  #form = false;
  #selecting = false;
  #afterPre = false;

  constructor() {
    const html = newElement('html', []);
    const body: Element = newElement('body', []);
    append(this.root, html);
    append(html, this.#head);
    append(html, body);
    this.#open = new OpenElements(html, body);
  }

  /** A comment or declaration: not in the tree, but no longer right behind the tag before it. */
  aside(): void {
    this.#afterPre = false;
  }

  text(given: string): void {
    let text = given;
    if (this.#afterPre) {
      this.#afterPre = false;
      if (text.startsWith('\n')) text = text.slice(1);
      if (text === '') return;
    }
    if (this.#open.role === 'raw') {
      this.#open.appendText(text);
      return;
    }
    if (!this.#inBody) {
      text = text.replace(LEADING_WHITE, '');
      if (text === '') return;
      this.#inBody = true;
    }
    if (this.#selecting) return;
    if (TABLE_INNER.has(this.#open.role) && !WHITE.test(text)) throw NEEDS_REPAIR;
    this.#open.appendText(text);
  }

  start(name: string, role: TagRole, attributes: PageAttribute[]): void {
    this.#afterPre = false;
    if (role === 'refused') throw NEEDS_REPAIR;
    if (role === 'html' || role === 'head' || role === 'body') {
      if (this.#open.role === 'columns') throw NEEDS_REPAIR;
      if (role === 'body') this.#inBody = true;
      return;
    }
    if (this.#selecting) {
      if (role === 'select' || name === 'input' || name === 'keygen' || role === 'table' || TABLE_PARTS.has(role)) {
        throw NEEDS_REPAIR;
      }
      if (name === 'style' || name === 'title') throw NEEDS_REPAIR;
      if (name === 'script') this.#open.push(name, role, attributes);
      return;
    }
    if (!this.#inBody) {
      if (role === 'meta' || role === 'raw') {
        this.#inHead(name, role, attributes);
        return;
      }
      if (role === 'noscript') throw NEEDS_REPAIR;
      this.#inBody = true;
    }
    if (TABLE_PARTS.has(role)) {
      startPart(this.#open, name, role, attributes);
      return;
    }
    if (TABLE_INNER.has(this.#open.role) && (this.#open.role === 'columns' || (name !== 'script' && name !== 'style')))
      throw NEEDS_REPAIR;
    switch (role) {
      case 'formatting':
        if (name === 'a' || name === 'nobr') this.#refuseNested(name);
        break;
      case 'heading':
        this.#open.closeParagraph();
        if (this.#open.role === 'heading') this.#open.pop();
        break;
      case 'block':
      case 'paragraph':
      case 'rule':
        this.#open.closeParagraph();
        break;
      case 'item':
      case 'definition':
        this.#closeItem(role);
        this.#open.closeParagraph();
        break;
      case 'form':
        if (this.#form) throw NEEDS_REPAIR;
        this.#form = true;
        this.#open.closeParagraph();
        break;
      case 'button':
        if (
          this.#open.inScope(
            ({ role: open }) => open === 'button',
            (open) => SCOPE_ENDS.has(open),
          ) >= 0
        )
          throw NEEDS_REPAIR;
        break;
      case 'table':
        // Whether it closes a paragraph depends on the document type.
        if (this.#open.inScope(isParagraph, endsButtonScope) >= 0) throw NEEDS_REPAIR;
        break;
      case 'select':
        this.#selecting = true;
        break;
    }
    if (role === 'void' || role === 'rule' || role === 'meta') {
      this.#open.appendEmpty(name, attributes);
      return;
    }
    this.#open.push(name, role, attributes);
    this.#afterPre = name === 'pre' || name === 'listing';
  }

  #inHead(name: string, role: TagRole, attributes: PageAttribute[]): void {
    const node = newElement(name, attributes);
    append(this.#head, node);
    if (role === 'raw') this.#open.enter(node, role);
  }

  #refuseNested(name: string): void {
    const nested = this.#open.inScope(
      ({ node }) => node.name === name,
      (role) => role === 'cell' || role === 'caption' || role === 'marker',
    );
    if (nested >= 0) throw NEEDS_REPAIR;
  }

  /** An item ends the item before it, unless a list or a box stands between. */
  #closeItem(role: TagRole): void {
    const place = this.#open.inScope(
      (open) => open.role === role,
      (open, name) => SPECIAL.has(open) && name !== 'address' && name !== 'div' && open !== 'paragraph',
    );
    if (place < 0) return;
    this.#open.impliedEnds((this.#open.stack[place] as Open).node.name);
    this.#open.popTo(place, true);
  }

  end(name: string, role: TagRole): void {
    this.#afterPre = false;
    if (role === 'refused') {
      if (name === 'option' || name === 'optgroup') return;
      throw NEEDS_REPAIR;
    }
    if (this.#open.role === 'raw') {
      if (this.#open.node.name !== name) throw NEEDS_REPAIR;
      this.#open.pop();
      return;
    }
    if (this.#selecting) {
      if (role === 'table' || TABLE_PARTS.has(role)) throw NEEDS_REPAIR;
      if (role !== 'select') return;
      this.#selecting = false;
      this.#open.pop();
      return;
    }
    if (role === 'html' || role === 'body' || role === 'head' || !this.#inBody) {
      if ((!this.#inBody && role !== 'head') || this.#open.role === 'columns') throw NEEDS_REPAIR;
      return;
    }
    if (role === 'table' || TABLE_PARTS.has(role)) {
      endPart(this.#open, name, role);
      return;
    }
    if (TABLE_INNER.has(this.#open.role)) throw NEEDS_REPAIR;
    switch (role) {
      case 'formatting':
        this.#endFormatting(name);
        return;
      case 'paragraph':
        if (this.#open.inScope(isParagraph, endsButtonScope) >= 0) this.#open.closeParagraph();
        else this.#open.appendEmpty('p', []);
        return;
      case 'item':
      case 'definition':
      case 'block':
      case 'heading':
      case 'button':
      case 'form':
      case 'marker':
        this.#endBlock(name, role);
        return;
      case 'void':
      case 'rule':
      case 'meta':
        if (name === 'br') this.#open.appendEmpty('br', []);
        return;
      default:
        this.#endOther(name);
    }
  }

  #endBlock(name: string, role: TagRole): void {
    const inList = role === 'item';
    const place = this.#open.inScope(
      ({ node, role: open }) => (role === 'heading' ? open === 'heading' : node.name === name),
      (open, other) => SCOPE_ENDS.has(open) || (inList && (other === 'ol' || other === 'ul')),
    );
    if (role === 'form') {
      if (!this.#form) return;
      this.#form = false;
      if (place < 0) return;
    }
    if (place < 0) return;
    this.#open.impliedEnds(role === 'item' || role === 'definition' ? name : '');
    if (role === 'form' && this.#open.stack.length > place + 1) throw NEEDS_REPAIR;
    this.#open.popTo(place, role !== 'marker');
  }

  #endFormatting(name: string): void {
    if (this.#open.node.name === name) {
      this.#open.pop();
      return;
    }
    const open = this.#open.inScope(
      ({ node }) => node.name === name,
      (role) => role === 'cell' || role === 'caption' || role === 'marker',
    );
    if (open >= 0) throw NEEDS_REPAIR;
    this.#endOther(name);
  }

  #endOther(name: string): void {
    const place = this.#open.inScope(
      ({ node }) => node.name === name,
      (role) => SPECIAL.has(role),
    );
    if (place < 0) return;
    this.#open.impliedEnds(name);
    this.#open.popTo(place, true);
  }
}
