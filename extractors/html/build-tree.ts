import type { Document } from 'domhandler';
import { Tokenizer } from 'htmlparser2';
import { NEEDS_REPAIR } from './open-elements.ts';
import type { PageAttribute } from './page-node.ts';
import { type Tag, tagOf } from './tag-roles.ts';
import { TreeBuilder } from './tree-builder.ts';

const LETTER = /[A-Z]/;
const SLASH = 0x2f;

/** Puts the tokenizer's pieces together to tags and texts. */
class TokenSink {
  readonly #page: string;
  readonly #tree: TreeBuilder;
  #tag: Tag = { name: '', role: 'other' };
  #attributes: PageAttribute[] = [];
  #attribute = '';
  #value = '';

  constructor(page: string, tree: TreeBuilder) {
    this.#page = page;
    this.#tree = tree;
  }

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
    this.#tree.start(name, role, this.#attributes);
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
    this.#tree.start(name, role, this.#attributes);
  }

  onclosetag(start: number, end: number): void {
    if (this.#page.charCodeAt(start - 1) !== SLASH) throw NEEDS_REPAIR;
    const name = this.#page.slice(start, end);
    if (name.includes('/')) throw NEEDS_REPAIR;
    const tag = tagOf(name);
    this.#tree.end(tag.name, tag.role);
  }

  ontext(start: number, end: number): void {
    this.#tree.text(this.#page.slice(start, end));
  }

  ontextentity(code: number): void {
    this.#tree.text(String.fromCodePoint(code));
  }

  oncdata(): void {
    throw NEEDS_REPAIR;
  }

  oncomment(): void {
    this.#tree.aside();
  }

  ondeclaration(): void {
    this.#tree.aside();
  }

  onprocessinginstruction(): void {
    this.#tree.aside();
  }

  onend(): void {}
}

/** Constructs that the tokenizer here and the standard's read differently. */
const ODD = /\0|--!>|<!\[CDATA\[/;

/** The tree of a page whose tags need no repair; null where the full parser must read it. */
export function buildTree(html: string): Document | null {
  if (ODD.test(html) || html.lastIndexOf('<') > html.lastIndexOf('>')) return null;
  const page = html.includes('\r') ? html.replace(/\r\n?/g, '\n') : html;
  const tree = new TreeBuilder();
  try {
    const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, new TokenSink(page, tree));
    tokenizer.write(page);
    tokenizer.end();
  } catch (error) {
    if (error === NEEDS_REPAIR) return null;
    throw error;
  }
  return tree.root;
}
