import { type CheerioAPI, load } from 'cheerio';
import { Document, DomHandler, Element } from 'domhandler';
import { Parser } from 'htmlparser2';

/** Characters given to the parser at once: a page without end or bottom is left between two of them. */
const PIECE = 1 << 16;
/** Elements within each other; what walks the tree later would run out of stack far beyond it. */
const DEEPEST = 1_000;
/** Elements of one page, some fifty times what a portal's largest list has. */
const MOST_ELEMENTS = 300_000;

class BoundedHandler extends DomHandler {
  #depth = 0;
  #elements = 0;
  isFull = false;

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.#depth += 1;
    this.#elements += 1;
    if (this.#depth > DEEPEST || this.#elements > MOST_ELEMENTS) this.isFull = true;
    else super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    this.#depth -= 1;
    if (this.#depth < DEEPEST && !this.isFull) super.onclosetag();
  }
}

interface LoadedPage {
  readonly $: CheerioAPI;
  /** The page is larger or deeper than what is looked at. */
  readonly isCut: boolean;
}

/** Parses a page, or the markup of a list, with bounds on its depth and its number of elements. Any text gives a tree. */
export function loadPage(text: string): LoadedPage {
  const handler = new BoundedHandler();
  const parser = new Parser(handler, { recognizeCDATA: true });
  for (let at = 0; at < text.length && !handler.isFull; at += PIECE) parser.write(text.slice(at, at + PIECE));
  parser.end();
  // Selectors compare the top nodes of a document pair by pair; one element around them all keeps that from mattering.
  const whole = new Document([new Element('page', {}, handler.root.children)]);
  return { $: load(whole, { xml: { xmlMode: false } }), isCut: handler.isFull };
}
