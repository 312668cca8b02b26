import { type Document, DomHandler } from 'domhandler';
import { Parser } from 'htmlparser2';
import { LIMITS } from '../limits.ts';
import { beginsBody, NESTING, type Nesting, ORDINARY, TOP } from './nesting.ts';

/** Anything but the white space of the standard. */
const SHOWN = /[^\t\n\f\r ]/;
/** Within a comment within a script it keeps the next end tag from ending the script. */
const SCRIPT_TAG = /<script/i;
const NONE: ReadonlySet<string> = new Set();
const PARAGRAPH: ReadonlySet<string> = new Set(['p']);
/** Between an item and the one before it, which it ends all the same. */
const READ_THROUGH: ReadonlySet<string> = new Set(['address', 'div', 'p']);
const LEFT_OPEN_AT_END: ReadonlySet<string> = new Set(['html', 'body', 'p', 'li', 'dd', 'dt']);

/** Builds the tree, and stops where a tag stands where the standard would move, copy or add elements. */
class WellNestedHandler extends DomHandler {
  isWellNested = true;
  /** Headings that their end tag ended. */
  headings = 0;
  #parser: Parser | null = null;
  readonly #open: Nesting[] = [TOP];
  /** Elements that were left open, and are ended by the tag that is being read. */
  readonly #leftOpen: Nesting[] = [];
  #hasBegun = false;
  #isBehindPre = false;
  readonly #alone = new Set<string>();

  override onparserinit(parser: Parser): void {
    super.onparserinit(parser);
    this.#parser = parser;
  }

  #require(holds: boolean): void {
    if (holds) return;
    this.isWellNested = false;
    this.#parser?.pause();
  }

  override onopentag(name: string, attributes: Record<string, string>, isImplied?: boolean): void {
    const nesting = NESTING.get(name) ?? ORDINARY;
    if (!this.#hasBegun) this.#begin(name === 'html', !isImplied && beginsBody(name));
    this.#isBehindPre = name === 'pre';
    this.#require(this.#mayEnd(nesting.startEnds) && this.#mayStand(name, nesting) && this.#open.length < LIMITS.depth);
    this.#open.push(nesting);
    if (nesting.isAlone) this.#alone.add(name);
    // Nothing goes back from the body to the head.
    if (name === 'body') this.#alone.add('head');
    super.onopentag(nesting === ORDINARY ? name : nesting.name, attributes);
  }

  override onclosetag(_name?: string, isImplied?: boolean): void {
    const nesting = this.#open.pop() as Nesting;
    if (isImplied) {
      if (!nesting.isVoid) this.#leftOpen.push(nesting);
    } else {
      this.#require(this.#mayEnd(nesting.endEnds));
      if (nesting.isHeading) this.headings += 1;
    }
    if (nesting.isAlone && !nesting.isBound) this.#alone.delete(nesting.name);
    super.onclosetag();
  }

  override ontext(text: string): void {
    if (!this.#hasBegun && this.#open.length === 1) {
      if (!SHOWN.test(text)) return;
      this.#begin(false, true);
    }
    const parent = this.#open[this.#open.length - 1] as Nesting;
    if (parent.content) this.#require(!SHOWN.test(text));
    else if (parent.name === 'script') this.#require(!(text.includes('<!--') && SCRIPT_TAG.test(text)));
    if (this.#isBehindPre) {
      this.#isBehindPre = false;
      // A line break right behind the start tag is not shown.
      super.ontext(text.startsWith('\n') ? text.slice(1) : text);
    } else super.ontext(text);
  }

  /** Comments are nobody's. */
  override oncomment(): void {
    this.#isBehindPre = false;
  }

  /** A page may begin with its body: the tags around it may be left out. */
  #begin(withTags: boolean, withBody: boolean): void {
    this.#hasBegun = withTags || withBody;
    if (withTags || !withBody) return;
    super.onopentag('html', {});
    super.onopentag('body', {});
    this.#open[0] = ORDINARY;
  }

  override onend(): void {
    this.#require(this.#mayEnd(LEFT_OPEN_AT_END));
    super.onend();
  }

  /** Whether the tag that is being read may end what was left open before it. */
  #mayEnd(allowed: ReadonlySet<string>): boolean {
    if (this.#leftOpen.length === 0) return true;
    const may = this.#leftOpen.every(({ name }) => allowed.has(name));
    this.#leftOpen.length = 0;
    return may;
  }

  #mayStand(name: string, nesting: Nesting): boolean {
    const parent = this.#open[this.#open.length - 1] as Nesting;
    if (nesting.isRefused || (parent.content ? !parent.content.has(name) : nesting.isBound)) return false;
    if (nesting.isAlone && this.#alone.has(name)) return false;
    if (nesting.isHeading && parent.isHeading) return false;
    if (nesting.endsParagraph && this.#isWithin(PARAGRAPH, NONE)) return false;
    return nesting.endsItems === null || !this.#isWithin(nesting.endsItems, READ_THROUGH);
  }

  /** Whether one of the elements is open around the next tag, with nothing between that keeps the tag from ending it. */
  #isWithin(elements: ReadonlySet<string>, readThrough: ReadonlySet<string>): boolean {
    for (let at = this.#open.length - 1; at > 0; at -= 1) {
      const { name, isBarrier } = this.#open[at] as Nesting;
      if (elements.has(name)) return true;
      if (isBarrier && !readThrough.has(name)) return false;
    }
    return false;
  }
}

/** What the two tokenizers read differently, behind a `<`: odd comments, ends with more than a name, closed raw elements, tags in a title. */
const ODD_TAG =
  /<(?:!--?-?>|!\[CDATA\[|\/(?:\s|[^\s>]*\/)|(?:script|style|title|iframe)[^>]*\/>|title[^>]*>[^<]*<(?!\/title))/i;
const HEADING_END = /<\/h[1-6]/gi;

const isOdd = (html: string): boolean =>
  html.includes('\0') || html.includes('--!>') || html.lastIndexOf('<') > html.lastIndexOf('>') || ODD_TAG.test(html);

/** The tree of a page by htmlparser2, the faster parser; null where the standard's parser would build another one. */
export function parseWellNested(html: string): Document | null {
  if (isOdd(html)) return null;
  const handler = new WellNestedHandler();
  new Parser(handler).end(html.includes('\r') ? html.replace(/\r\n?/g, '\n') : html);
  const headings = html.match(HEADING_END)?.length ?? 0;
  return handler.isWellNested && handler.headings === headings ? handler.root : null;
}
