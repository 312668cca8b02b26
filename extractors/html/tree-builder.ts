import { type ChildNode, Document, type Element } from 'domhandler';
import { Tokenizer } from 'htmlparser2';
import { LIMITS } from '../limits.ts';
import { asText, type PageAttribute, PageElement } from './page-node.ts';
import { SCOPE_ENDS, SPECIAL, TABLE_INNER, TABLE_PARTS, type Tag, type TagRole, tagOf } from './tag-roles.ts';

const WHITE = /^[\t\n\f\r ]*$/;
const LEADING_WHITE = /^[\t\n\f\r ]+/;
const LETTER = /[A-Z]/;

/** Thrown inside only: the page needs the repairs of the full parser. */
const NEEDS_REPAIR = Symbol('the page needs the full parser');

interface Open {
  readonly node: Element;
  readonly role: TagRole;
}

/**
 * Builds the tree of the HTML standard from tokens as long as no tag is misplaced: optional tags left out, cells and rows
 * closed by what follows, end tags without a start. Whatever the standard would repair by moving or copying elements
 * (foster parenting, the adoption agency, formatting reopened in the next paragraph) makes it give up, so that a tree it
 * does yield is the full parser's, without that parser's cost. What stands in a `select` is left out.
 */
class TreeBuilder {
  readonly root = new Document([]);
  readonly #page: string;
  readonly #head: Element;
  readonly #body: Element;
  readonly #stack: Open[] = [];
  #node: Element;
  #role: TagRole = 'body';
  #inBody = false;
  #form = false;
  #selecting = false;
  #afterPre = false;
  #tag: Tag = { name: '', role: 'other' };
  #attributes: PageAttribute[] = [];
  #attribute = '';
  #value = '';

  constructor(page: string) {
    this.#page = page;
    const html = element('html', []);
    this.#head = element('head', []);
    this.#body = element('body', []);
    append(this.root, html);
    append(html, this.#head);
    append(html, this.#body);
    this.#node = this.#body;
    this.#stack.push({ node: html, role: 'html' }, { node: this.#body, role: 'body' });
  }

  // ── tokens ──

  onopentagname(start: number, end: number): void {
    this.#tag = tagOf(this.#page.slice(start, end));
    this.#attributes = [];
  }

  onattribname(start: number, end: number): void {
    const name = this.#page.slice(start, end);
    this.#attribute = LETTER.test(name) ? name.toLowerCase() : name;
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#page.slice(start, end);
  }

  onattribentity(code: number): void {
    this.#value += String.fromCodePoint(code);
  }

  onattribend(): void {
    this.#attributes.push({ name: this.#attribute, value: this.#value });
  }

  onopentagend(end: number): void {
    const { name, role } = this.#tag;
    if (name === 'title' || name === 'iframe') this.#requirePlain(name, end + 1);
    this.#start(name, role, this.#attributes);
  }

  /** In a title the tokenizer loses a `<` before a reference, and in a frame it reads tags where there are none. */
  #requirePlain(name: string, from: number): void {
    const next = name === 'iframe' ? from : this.#page.indexOf('<', from);
    const close = `</${name}`;
    if (next < 0 || this.#page.slice(next, next + close.length).toLowerCase() !== close) throw NEEDS_REPAIR;
  }

  onselfclosingtag(): void {
    const { name, role } = this.#tag;
    if (role === 'raw' || role === 'frame') throw NEEDS_REPAIR;
    this.#start(name, role, this.#attributes);
  }

  onclosetag(start: number, end: number): void {
    if (this.#page.charCodeAt(start - 1) !== SLASH) throw NEEDS_REPAIR;
    const name = this.#page.slice(start, end);
    if (name.includes('/')) throw NEEDS_REPAIR;
    const tag = tagOf(name);
    this.#end(tag.name, tag.role);
  }

  ontext(start: number, end: number): void {
    this.#text(this.#page.slice(start, end));
  }

  ontextentity(code: number): void {
    this.#text(String.fromCodePoint(code));
  }

  oncdata(): void {
    throw NEEDS_REPAIR;
  }

  oncomment(): void {
    this.#afterPre = false;
  }

  ondeclaration(): void {
    this.#afterPre = false;
  }

  onprocessinginstruction(): void {
    this.#afterPre = false;
  }

  onend(): void {}

  // ── the stack of open elements ──

  #push(name: string, role: TagRole, attributes: PageAttribute[]): void {
    const node = element(name, attributes);
    append(this.#node, node);
    if (this.#stack.length > LIMITS.depth) throw NEEDS_REPAIR;
    this.#stack.push({ node, role });
    this.#node = node;
    this.#role = role;
  }

  #pop(): void {
    this.#stack.pop();
    const { node, role } = this.#stack[this.#stack.length - 1] as Open;
    this.#node = node;
    this.#role = role;
  }

  /** Pops down to a place in the stack, and it too. Formatting that would be reopened after it needs the full parser. */
  #popTo(place: number, reopens: boolean): void {
    while (this.#stack.length > place) {
      if (reopens && this.#role === 'formatting' && this.#stack.length > place + 1) throw NEEDS_REPAIR;
      this.#pop();
    }
  }

  /** The place of the innermost open element that fits, seen from within the same scope; -1 where there is none. */
  #inScope(fits: (open: Open) => boolean, ends: (role: TagRole, name: string) => boolean): number {
    for (let place = this.#stack.length - 1; place >= 0; place -= 1) {
      const open = this.#stack[place] as Open;
      if (fits(open)) return place;
      if (ends(open.role, open.node.name)) return -1;
    }
    return -1;
  }

  #impliedEnds(but: string): void {
    while (
      (this.#role === 'paragraph' || this.#role === 'item' || this.#role === 'definition') &&
      this.#node.name !== but
    ) {
      this.#pop();
    }
  }

  #closeParagraph(): void {
    const place = this.#inScope(isParagraph, endsButtonScope);
    if (place < 0) return;
    this.#impliedEnds('p');
    this.#popTo(place, true);
  }

  // ── text ──

  #text(given: string): void {
    let text = given;
    if (this.#afterPre) {
      this.#afterPre = false;
      if (text.startsWith('\n')) text = text.slice(1);
      if (text === '') return;
    }
    if (this.#role === 'raw') {
      this.#append(text);
      return;
    }
    if (!this.#inBody) {
      text = text.replace(LEADING_WHITE, '');
      if (text === '') return;
      this.#inBody = true;
    }
    if (this.#selecting) return;
    if (TABLE_INNER.has(this.#role) && !WHITE.test(text)) throw NEEDS_REPAIR;
    this.#append(text);
  }

  #append(text: string): void {
    const { children } = this.#node;
    const last = children[children.length - 1];
    if (last !== undefined && last.type === 'text') last.data += text;
    else append(this.#node, asText(text));
  }

  // ── start tags ──

  #start(name: string, role: TagRole, attributes: PageAttribute[]): void {
    this.#afterPre = false;
    if (role === 'refused') throw NEEDS_REPAIR;
    if (role === 'html' || role === 'head' || role === 'body') {
      if (this.#role === 'columns') throw NEEDS_REPAIR;
      if (role === 'body') this.#inBody = true;
      return;
    }
    if (this.#selecting) {
      if (role === 'select' || name === 'input' || name === 'keygen' || role === 'table' || TABLE_PARTS.has(role)) {
        throw NEEDS_REPAIR;
      }
      if (name === 'style' || name === 'title') throw NEEDS_REPAIR;
      if (name === 'script') this.#push(name, role, attributes);
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
      this.#startPart(name, role, attributes);
      return;
    }
    if (TABLE_INNER.has(this.#role) && (this.#role === 'columns' || (name !== 'script' && name !== 'style')))
      throw NEEDS_REPAIR;
    switch (role) {
      case 'formatting':
        if (name === 'a' || name === 'nobr') this.#refuseNested(name);
        break;
      case 'heading':
        this.#closeParagraph();
        if (this.#role === 'heading') this.#pop();
        break;
      case 'block':
      case 'paragraph':
      case 'rule':
        this.#closeParagraph();
        break;
      case 'item':
      case 'definition':
        this.#closeItem(role);
        this.#closeParagraph();
        break;
      case 'form':
        if (this.#form) throw NEEDS_REPAIR;
        this.#form = true;
        this.#closeParagraph();
        break;
      case 'button':
        if (
          this.#inScope(
            ({ role: open }) => open === 'button',
            (open) => SCOPE_ENDS.has(open),
          ) >= 0
        )
          throw NEEDS_REPAIR;
        break;
      case 'table':
        // Whether it closes a paragraph depends on the document type.
        if (this.#inScope(isParagraph, endsButtonScope) >= 0) throw NEEDS_REPAIR;
        break;
      case 'select':
        this.#selecting = true;
        break;
    }
    if (role === 'void' || role === 'rule' || role === 'meta') {
      append(this.#node, element(name, attributes));
      return;
    }
    this.#push(name, role, attributes);
    this.#afterPre = name === 'pre' || name === 'listing';
  }

  #inHead(name: string, role: TagRole, attributes: PageAttribute[]): void {
    const node = element(name, attributes);
    append(this.#head, node);
    if (role !== 'raw') return;
    this.#stack.push({ node, role });
    this.#node = node;
    this.#role = role;
  }

  #refuseNested(name: string): void {
    const nested = this.#inScope(
      ({ node }) => node.name === name,
      (role) => role === 'cell' || role === 'caption' || role === 'marker',
    );
    if (nested >= 0) throw NEEDS_REPAIR;
  }

  /** An item ends the item before it, unless a list or a box stands between. */
  #closeItem(role: TagRole): void {
    const place = this.#inScope(
      (open) => open.role === role,
      (open, name) => SPECIAL.has(open) && name !== 'address' && name !== 'div' && open !== 'paragraph',
    );
    if (place < 0) return;
    this.#impliedEnds((this.#stack[place] as Open).node.name);
    this.#popTo(place, true);
  }

  /** Puts a part of a table where it belongs, closing what is open in the table and adding parts that were left out. */
  #startPart(name: string, role: TagRole, attributes: PageAttribute[]): void {
    if (!this.#leaveCell()) return;
    if (this.#role === 'columns' && role !== 'column') this.#pop();
    if (role === 'column') {
      if (this.#role !== 'columns') {
        this.#backToTable();
        this.#push('colgroup', 'columns', []);
      }
      append(this.#node, element(name, attributes));
      return;
    }
    if (role === 'cell') {
      if (this.#role === 'table') this.#push('tbody', 'section', []);
      if (this.#role === 'section') this.#push('tr', 'row', []);
    } else if (role === 'row') {
      if (this.#role === 'row') this.#pop();
      if (this.#role === 'table') this.#push('tbody', 'section', []);
    } else {
      this.#backToTable();
    }
    this.#push(name, role, attributes);
  }

  /** Closes the open cell or caption of the innermost table; false where no table is open. */
  #leaveCell(): boolean {
    const place = this.#inScope(
      ({ role }) => role === 'table' || role === 'cell' || role === 'caption',
      (role) => role === 'marker',
    );
    if (place < 0) {
      if (this.#stack.some(({ role }) => role === 'table')) throw NEEDS_REPAIR;
      return false;
    }
    if ((this.#stack[place] as Open).role !== 'table') this.#popTo(place, false);
    return true;
  }

  #backToTable(): void {
    while (this.#role !== 'table') this.#pop();
  }

  // ── end tags ──

  #end(name: string, role: TagRole): void {
    this.#afterPre = false;
    if (role === 'refused') {
      if (name === 'option' || name === 'optgroup') return;
      throw NEEDS_REPAIR;
    }
    if (this.#role === 'raw') {
      if (this.#node.name !== name) throw NEEDS_REPAIR;
      this.#pop();
      return;
    }
    if (this.#selecting) {
      if (role === 'table' || TABLE_PARTS.has(role)) throw NEEDS_REPAIR;
      if (role !== 'select') return;
      this.#selecting = false;
      this.#pop();
      return;
    }
    if (role === 'html' || role === 'body' || role === 'head' || !this.#inBody) {
      if ((!this.#inBody && role !== 'head') || this.#role === 'columns') throw NEEDS_REPAIR;
      return;
    }
    if (role === 'table' || TABLE_PARTS.has(role)) {
      this.#endPart(name, role);
      return;
    }
    if (TABLE_INNER.has(this.#role)) throw NEEDS_REPAIR;
    switch (role) {
      case 'formatting':
        this.#endFormatting(name);
        return;
      case 'paragraph':
        if (this.#inScope(isParagraph, endsButtonScope) >= 0) this.#closeParagraph();
        else append(this.#node, element('p', []));
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
        if (name === 'br') append(this.#node, element('br', []));
        return;
      default:
        this.#endOther(name);
    }
  }

  #endBlock(name: string, role: TagRole): void {
    const inList = role === 'item';
    const place = this.#inScope(
      ({ node, role: open }) => (role === 'heading' ? open === 'heading' : node.name === name),
      (open, other) => SCOPE_ENDS.has(open) || (inList && (other === 'ol' || other === 'ul')),
    );
    if (role === 'form') {
      if (!this.#form) return;
      this.#form = false;
      if (place < 0) return;
    }
    if (place < 0) return;
    this.#impliedEnds(role === 'item' || role === 'definition' ? name : '');
    if (role === 'form' && this.#stack.length > place + 1) throw NEEDS_REPAIR;
    this.#popTo(place, role !== 'marker');
  }

  #endFormatting(name: string): void {
    if (this.#node.name === name) {
      this.#pop();
      return;
    }
    const open = this.#inScope(
      ({ node }) => node.name === name,
      (role) => role === 'cell' || role === 'caption' || role === 'marker',
    );
    if (open >= 0) throw NEEDS_REPAIR;
    this.#endOther(name);
  }

  #endOther(name: string): void {
    const place = this.#inScope(
      ({ node }) => node.name === name,
      (role) => SPECIAL.has(role),
    );
    if (place < 0) return;
    this.#impliedEnds(name);
    this.#popTo(place, true);
  }

  #endPart(name: string, role: TagRole): void {
    if (this.#role === 'columns' && role !== 'columns' && role !== 'column') this.#pop();
    const place = this.#inScope(
      ({ node, role: open }) => open === role && (role === 'table' || node.name === name),
      (open) => open === 'table' || open === 'marker' || (open === 'cell' && role === 'caption'),
    );
    if (place < 0) {
      if (role === 'section' || this.#stack.some(({ role: open }) => open === 'marker')) throw NEEDS_REPAIR;
      return;
    }
    // Inside a caption only the ends of the caption and of the table count.
    if (role !== 'table' && role !== 'caption' && this.#stack.some((open, at) => at > place && open.role === 'caption'))
      return;
    this.#popTo(place, false);
  }
}

const SLASH = 0x2f;

const isParagraph = ({ role }: Open): boolean => role === 'paragraph';
const endsButtonScope = (role: TagRole): boolean => role === 'button' || SCOPE_ENDS.has(role);

const element = (name: string, attributes: PageAttribute[]): Element =>
  new PageElement(name, NAMESPACE, attributes) as unknown as Element;
const NAMESPACE = 'http://www.w3.org/1999/xhtml';

/** Siblings are not linked: readers go by the lists of children. */
function append(parent: Document | Element, child: ChildNode): void {
  child.parent = parent;
  parent.children.push(child);
}

/** Constructs that the tokenizer here and the standard's read differently. */
const ODD = /\0|--!>|<!\[CDATA\[/;

/** The tree of a page whose tags need no repair; null where the full parser must read it. */
export function buildTree(html: string): Document | null {
  if (ODD.test(html) || html.lastIndexOf('<') > html.lastIndexOf('>')) return null;
  const page = html.includes('\r') ? html.replace(/\r\n?/g, '\n') : html;
  const builder = new TreeBuilder(page);
  try {
    const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, builder);
    tokenizer.write(page);
    tokenizer.end();
  } catch (error) {
    if (error === NEEDS_REPAIR) return null;
    throw error;
  }
  return builder.root;
}
