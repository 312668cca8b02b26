import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { tidyText } from '../../src/text/fold.ts';
import { addressOf } from './element-address.ts';
import { isContent, isFrame, isHidden, isRow } from './element-marks.ts';
import { type DrawnUnit, MAX_LINKS, MAX_SCRIPT, MAX_TEXT, type PageLink, type PageRow } from './page-facts.ts';
import { isKnownScript } from './script-text.ts';

interface OpenRow extends PageRow {
  parent: OpenRow | null;
  text: string;
  links: number;
}
interface OpenLink extends PageLink {
  text: string;
}
interface OpenElement {
  readonly name: string;
  readonly marks: string;
  readonly row: OpenRow | null;
  readonly link: OpenLink | null;
  readonly place: PageLink['place'];
  readonly hidden: boolean;
}
type Attributes = Readonly<Record<string, string>>;

const plainText = (text: string): string => (text.includes('&') ? decodeHTML(text) : text);

/** Most tags of an article have none, and asking an empty object for each name takes longer than all else of a tag. */
const NONE: Attributes = {};

function plainAttributes(attributes: Attributes): Attributes {
  let decoded: Record<string, string> | null = null;
  let count = 0;
  for (const name in attributes) {
    count += 1;
    const value = attributes[name] ?? '';
    if (!value.includes('&')) continue;
    decoded ??= { ...attributes };
    decoded[name] = decodeHTMLAttribute(value);
  }
  return count === 0 ? NONE : (decoded ?? attributes);
}

const marksOf = ({ class: classes = '', id = '' }: Attributes): string => (id === '' ? classes : `${classes} ${id}`);

const NOTHING = new Set(['', 'null', 'undefined', 'none', '无']);
const FRAMES: Readonly<Record<string, string>> = { iframe: 'src', frame: 'src', embed: 'src', object: 'data' };
const ROW_TEXT = 600;
const LONGEST_ADDRESS = 4_096;
/** Elements within each other; the parser's time grows with them. */
const DEEPEST = 4_000;
const ROOT: OpenElement = { name: '', marks: '', row: null, link: null, place: 'body', hidden: false };

/** Gathers what {@link PageFacts} holds from the parser's events; markup found within scripts is read after the page. */
export class FactsReader {
  readonly links: OpenLink[] = [];
  readonly frames: string[] = [];
  readonly meta = new Map<string, string>();
  readonly scriptSources: string[] = [];
  readonly drawn: DrawnUnit[] = [];
  readonly islands: string[] = [];
  scripts = '';
  text = '';
  title = '';
  baseHref: string | null = null;
  hasContent = false;
  isCut = false;
  readonly #open: OpenElement[] = [];
  readonly #places = new Map<string, PageLink['place']>();
  #raw: string | null = null;

  get isFull(): boolean {
    return this.isCut || this.links.length >= MAX_LINKS;
  }

  onopentag(name: string, printed: Attributes): void {
    const attributes = plainAttributes(printed);
    const around = this.#open.at(-1) ?? ROOT;
    const isBare = attributes === NONE;
    const marks = isBare ? '' : marksOf(attributes);
    const hidden = around.hidden || (!isBare && isHidden(name, attributes.style, attributes.hidden));
    const place = this.#placeOf(name, marks, around);
    const row: OpenRow | null = isRow(name) ? { parent: around.row, text: '', links: 0 } : around.row;
    const link = hidden || isBare ? null : this.#linkOf(name, attributes, marks, around, row, place);
    if (this.#open.length > DEEPEST) this.isCut = true;
    this.#open.push({ name, marks, row, link: link ?? around.link, place, hidden });
    if (name === 'script' || name === 'style' || name === 'title') this.#raw = '';
    if (!isBare) this.#note(name, attributes, hidden);
  }

  /** `printed` has its references undecoded: the parser cuts text at tags, never within one. */
  ontext(printed: string): void {
    if (this.#raw !== null) {
      if (this.#raw.length < MAX_SCRIPT) this.#raw += printed;
      return;
    }
    this.#words(plainText(printed));
  }

  #words(text: string): void {
    const element = this.#open.at(-1) ?? ROOT;
    if (element.hidden) return;
    if (this.text.length < MAX_TEXT) this.text += text;
    if (element.link && element.link.text.length < ROW_TEXT) element.link.text += text;
    if (element.row && element.row.text.length < ROW_TEXT) element.row.text += text;
  }

  oncdatastart(): void {
    this.#raw = '';
  }

  oncdataend(): void {
    this.islands.push(`<![CDATA[${this.#raw ?? ''}]]>`);
    this.#raw = null;
  }

  onclosetag(name: string): void {
    this.#open.pop();
    if (this.#raw === null) return;
    if (name === 'script') this.#script(this.#raw);
    if (name === 'title' && this.title === '') this.title = tidyText(plainText(this.#raw.slice(0, 500)));
    if (name === 'script' || name === 'style' || name === 'title') this.#raw = null;
  }

  #placeOf(name: string, marks: string, { place }: OpenElement): PageLink['place'] {
    if (place === 'content') return place;
    const own = this.#ownPlace(name, marks);
    if (own === 'content') this.hasContent = true;
    return own === 'content' || place === 'body' ? own : place;
  }

  /** Lists repeat the same classes line by line. */
  #ownPlace(name: string, marks: string): PageLink['place'] {
    const key = marks === '' ? name : `${name} ${marks}`;
    let place = this.#places.get(key);
    if (place === undefined) {
      place = isContent(name, marks) ? 'content' : isFrame(name, marks) ? 'frame' : 'body';
      this.#places.set(key, place);
    }
    return place;
  }

  #linkOf(
    name: string,
    attributes: Attributes,
    marks: string,
    around: OpenElement,
    row: OpenRow | null,
    place: PageLink['place'],
  ): OpenLink | null {
    const href = addressOf(name, attributes);
    if (href === null || href.length > LONGEST_ADDRESS || this.links.length >= MAX_LINKS) return null;
    const title = attributes.title?.trim() || null;
    const link: OpenLink = { href, text: '', title, row, place, marks: `${marks} ${around.marks}` };
    this.links.push(link);
    for (let line = row; line !== null; line = line.parent) line.links += 1;
    return link;
  }

  #note(name: string, attributes: Attributes, hidden: boolean): void {
    const shown = FRAMES[name];
    const source = shown === undefined ? undefined : attributes[shown];
    if (source && source.length <= LONGEST_ADDRESS && !hidden) this.frames.push(source);
    if (name === 'script' && attributes.src) this.scriptSources.push(attributes.src);
    if (name === 'base' && attributes.href) this.baseHref ??= attributes.href;
    if (name === 'meta') this.#metaTag(attributes);
    if (name === 'img' && attributes.alt && this.#raw === null) this.#words(attributes.alt);
    const { querydata } = attributes;
    if (querydata) this.drawn.push({ url: attributes.url ?? '', query: querydata });
  }

  #metaTag(attributes: Attributes): void {
    const key = (attributes.name ?? attributes.property ?? '').trim().toLowerCase();
    if (key === '' || key.length > 64 || this.meta.has(key)) return;
    const value = tidyText((attributes.content ?? '').slice(0, 1_000));
    if (!NOTHING.has(value.toLowerCase())) this.meta.set(key, value);
  }

  #script(text: string): void {
    if (text.includes('<![CDATA[') || text.includes('<datastore')) this.islands.push(text);
    if (this.scripts.length + text.length < MAX_SCRIPT && isKnownScript(text)) this.scripts += `${text}\n`;
  }
}
