import { type ChildNode, type Element, isTag } from 'domhandler';
import { textContent } from 'domutils';
import type { Message } from '../../src/model/report.ts';
import { tidyLines } from '../../src/model/text/fold.ts';
import { CELL_ELEMENTS, type CellElement } from './cell-elements.ts';
import { BLOCKS, NEVER_SHOWN, PREFORMATTED } from './elements.ts';
import { generatedText } from './generated-text.ts';
import type { PageStyle, PseudoElement } from './style/page-style.ts';
import { type Box, doubtsOf, enter, enterPseudo, type Scene, sightOf } from './style/scene.ts';

export interface CellText {
  /** Visible text, line breaks as `\n`. */
  readonly text: string;
  readonly picture: boolean;
  /** What is not fully understood and may change what a person sees. */
  readonly unsure?: readonly Message[];
}

const BREAKS = /[\r\n\t\f]+/g;
const EMPTY: CellText = { text: '', picture: false };
const DIGIT = /\d/;

const ofStyle = (name: string): Message => ({ zh: `样式 ${name}`, en: `CSS ${name}` });
const ofElement = (name: string): Message => ({ zh: `元素 <${name}>`, en: `the element <${name}>` });
const ofCharacter = (char: string): Message => {
  const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return { zh: `控制书写方向的字符 ${code}`, en: `the character ${code}, which orders others` };
};
const STRUCK: Message = { zh: '划去的文字', en: 'text that is crossed out' };
const APART: Message = { zh: '相距较远的几段文字', en: 'texts that stand apart' };
const BY_SCRIPT: Message = {
  zh: '网页脚本提到的元素，脚本可能改写它',
  en: 'an element that a script of the page names and may write to',
};
const OUTSIDE_STYLE: Message = {
  zh: '由网页外部样式表决定样式的部分文字',
  en: 'a part whose look a style sheet decides that is not in the page',
};

/** Characters that set the order of others, but for marks that are of no effect between digits (Unicode UAX #9 §2). */
const ORDERING = /[\u061c\u200f\u202a-\u202e\u2066-\u2069]/;
const OVERRIDDEN = /\u202e([^\u202a-\u202e\u2066-\u2069\n]*)[\u202c\n]?/g;

/** Digits with more between them than a separator of thousands takes: so many fixed spaces, or one that is as wide as a character. */
const APART_WITHIN = /\d(?:(?: ?[\u00a0\u2000-\u200a\u202f\u205f] ?){2,}| ?[\u2001\u2003\u3000] ?)\d/;
/** White space between digits that may be shown as it is written. */
const LINES_WITHIN = /\d[ \t]*(?:[\r\n\t]| {2})\s*\d/;
/** Texts with these take the longer way. */
const UNUSUAL = /[\u00a0\u061c\u2000-\u200a\u200f\u202a-\u202f\u205f\u2066-\u2069\u3000]|\d\s+\d/;

const reversed = (text: string): string =>
  text
    .split('\n')
    .map((line) => [...line].reverse().join(''))
    .join('\n');

/** Texts that stand in another order look the same: those of digits alone, and those without any. */
const READS_EITHER_WAY = /^[\s\d.,]*$/;

type Parts = readonly (readonly [number, number])[];
const NO_PARTS: Parts = [];
const NOTHING_UNSURE: Message[] = [];

class CellCollector {
  text = '';
  picture = false;
  #unsure: Message[] = NOTHING_UNSURE;
  /** Where texts begin and end that stand apart from what is before and behind them. */
  #apart: Parts = NO_PARTS;
  /** The same of texts that a class may give a look of their own. */
  #classed: Parts = NO_PARTS;
  #struck = false;
  #elements = 0;
  readonly #style: PageStyle;

  constructor(style: PageStyle) {
    this.#style = style;
  }

  doubt(what: Message): void {
    if (!this.#unsure.some(({ en }) => en === what.en)) this.#unsure = [...this.#unsure, what];
  }

  #breakLine(): void {
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
  }

  write(text: string, scene: Scene): void {
    if (text === '') return;
    if (APART_WITHIN.test(text)) this.doubt(APART);
    if (!scene.isClear) {
      const hasInk = /\S/.test(text);
      if (hasInk) for (const name of doubtsOf(scene, this.#style.loadsOthers)) this.doubt(ofStyle(name));
      const sight = sightOf(scene);
      if (sight !== 'shown') {
        if (sight === 'struck' && hasInk) this.#struck = true;
        return;
      }
    }
    this.text += text;
  }

  children(nodes: readonly ChildNode[], scene: Scene): void {
    for (const child of nodes) {
      if (child.type === 'text') {
        if (LINES_WITHIN.test(child.data)) this.doubt(APART);
        this.write(child.data.replace(BREAKS, ' '), scene);
      } else if (isTag(child)) this.#element(child, scene);
    }
  }

  #flow(element: Element, scene: Scene): void {
    if (!BLOCKS.has(element.name) && !PREFORMATTED.has(element.name)) {
      this.contents(element, scene);
      return;
    }
    this.#breakLine();
    this.contents(element, scene);
    this.#breakLine();
  }

  /** What stands in an element, with what the style sheet writes before and behind it. */
  contents(element: Element, scene: Scene): void {
    if (!this.#style.hasPseudo) {
      this.children(element.children, scene);
      return;
    }
    this.#generated(element, 'before', scene);
    for (const pseudo of ['first-letter', 'first-line', 'marker'] as const) {
      const winners = this.#style.winnersForPseudo(element, pseudo);
      if (winners && [...winners.values()].some(({ judgement }) => judgement !== 'plain'))
        this.doubt(ofStyle(`::${pseudo}`));
    }
    this.children(element.children, scene);
    this.#generated(element, 'after', scene);
  }

  #generated(element: Element, pseudo: PseudoElement, around: Scene): void {
    const winners = this.#style.winnersForPseudo(element, pseudo);
    const content = winners?.get('content')?.value;
    if (!winners || content === undefined) return;
    const box = enterPseudo(winners, around, this.#style);
    const { text, unsure } = generatedText(content, element);
    if (!box || (text === '' && unsure === null && !/url\(/.test(content) && /none|normal/.test(content))) return;
    this.within(box, () => {
      this.write(text, box.scene);
    });
    if (unsure !== null && sightOf(box.scene) === 'shown') this.doubt(ofStyle(unsure));
    if (box.covers !== null) this.doubt(ofStyle(box.covers));
    if (winners.get('background')?.judgement === 'unsure') this.doubt(ofStyle('background'));
  }

  #element(element: Element, around: Scene): void {
    const { name } = element;
    if (name === 'br') {
      this.write('\n', around);
      return;
    }
    const special = CELL_ELEMENTS.get(name);
    if (!special && NEVER_SHOWN.has(name)) return;
    const box = enter(element, around, this.#style);
    if (!box) return;
    const { scene } = box;
    this.#elements += 1;
    if (box.covers !== null && (scene.ground !== around.ground || element.children.length === 0))
      this.doubt(ofStyle(box.covers));
    const start = this.text.length;
    this.within(box, () => {
      if (special) this.#special(element, special, scene);
      else if (name === 'img') this.#picture(element, scene);
      else if (scene.isRaised && !around.isRaised) this.#mark(element, scene);
      else this.#flow(element, scene);
    });
    if (scene !== around && !/\S/.test(this.text.slice(start))) this.#empty(scene, around);
    if (this.#style.isNamedByScript(element)) this.doubt(BY_SCRIPT);
    if (this.#style.loadsOthers && (element.attribs.class !== undefined || element.attribs.id !== undefined)) {
      if (!BLOCKS.has(name)) this.#classed = [...this.#classed, [start, this.text.length]];
    }
    if (name.includes('-')) this.doubt(ofElement(name));
  }

  /** A picture behind no text is seen in its place; what is moved without a text of its own may cover another. */
  #empty(scene: Scene, around: Scene): void {
    if (scene.ground === null && around.ground !== null) this.doubt(ofStyle('background'));
    else if (!scene.isBlank && !scene.isHidden) {
      for (const name of scene.unsure) if (!around.unsure.includes(name)) this.doubt(ofStyle(name));
    }
  }

  /** What concerns the text of an element as a whole. */
  within({ scene, isReversed, isTurned, isApart, isLine, roomAcross, roomDown }: Box, write: () => void): void {
    const start = this.text.length;
    const elements = this.#elements;
    if (isLine) this.#breakLine();
    write();
    if (isLine) this.#breakLine();
    if (this.text.length === start) return;
    const own = this.text.slice(start);
    if (isReversed) {
      this.text = this.text.slice(0, start) + reversed(own);
      this.doubt(ofStyle('unicode-bidi'));
    } else if (isTurned && DIGIT.test(own) && (this.#elements > elements || !READS_EITHER_WAY.test(own))) {
      this.doubt(ofStyle('direction'));
    }
    if (isApart) this.#apart = [...this.#apart, [start, this.text.length]];
    const lines = own.split('\n').filter((line) => line.trim() !== '');
    const longest = Math.max(0, ...lines.map(({ length }) => length));
    if (roomAcross !== null && roomAcross < longest * scene.size) this.doubt(ofStyle('overflow'));
    if (roomDown !== null && roomDown < lines.length * 0.9 * scene.size) this.doubt(ofStyle('overflow'));
  }

  /** A footnote mark behind a figure must not become one of its digits. */
  #mark(element: Element, scene: Scene): void {
    const before = this.text;
    this.text = '';
    this.contents(element, scene);
    const mark = this.text;
    this.text = before + (before.trim() === '' || mark.trim() === '' ? mark : `[${mark.trim()}]`);
  }

  #picture({ attribs }: Element, scene: Scene): void {
    if (sightOf({ ...scene, colour: [0, 0, 0, 1], ground: null, size: 16 }) !== 'shown') return;
    this.picture = true;
    const isDot = [attribs.width, attribs.height].some((size) => size !== undefined && Number.parseInt(size, 10) <= 2);
    if (!isDot) this.doubt(ofElement('img'));
  }

  #special(element: Element, { seen, isDoubted }: CellElement, scene: Scene): void {
    const before = this.text;
    const found = seen(element);
    if (found === 'mark') this.#mark(element, scene);
    else if (found === 'struck') this.#struck ||= /\S/.test(textContent(element));
    else if (found === 'contents') this.#flow(element, scene);
    else if (found !== 'nothing') {
      if ('text' in found) this.write(found.text, scene);
      else this.children(found.nodes, scene);
    }
    if (isDoubted(element) && (this.text !== before || sightOf({ ...scene, size: 16 }) === 'shown')) {
      this.doubt(ofElement(element.name));
    }
  }

  finish(): CellText {
    let text = this.text;
    const ordering = ORDERING.exec(text);
    if (ordering) {
      this.doubt(ofCharacter(ordering[0]));
      text = text
        .replace(OVERRIDDEN, (_, turned: string) => reversed(turned))
        .replace(/[\u061c\u200f\u202a-\u202e\u2066-\u2069]/g, '');
    }
    const own = tidyLines(text);
    if (this.#struck && own === '') this.doubt(STRUCK);
    this.#parts(this.#apart, APART, /\S/);
    this.#parts(this.#classed, OUTSIDE_STYLE, DIGIT);
    return this.#unsure.length > 0
      ? { text: own, picture: this.picture, unsure: this.#unsure }
      : { text: own, picture: this.picture };
  }

  /** A doubt where one of the parts, and not all of the text, holds such characters. */
  #parts(parts: Parts, what: Message, of: RegExp): void {
    for (const [start, end] of parts) {
      const inside = this.text.slice(start, end);
      const outside = this.text.slice(0, start) + this.text.slice(end);
      if (of.test(inside) && of.test(outside) && DIGIT.test(inside) && DIGIT.test(outside)) this.doubt(what);
    }
  }
}

/** The text a person sees in an element, such as a table cell, that was entered as `box`. */
export function readCellText(element: Element, style: PageStyle, box: Box): CellText {
  const isNamed = style.isNamedByScript(element);
  const [first, second] = element.children;
  const { scene } = box;
  // Most cells are a text or nothing.
  if (!second && !isNamed && box === scene.plain && scene.isClear && !style.hasPseudo) {
    if (!first) return EMPTY;
    if (first.type === 'text' && !UNUSUAL.test(first.data))
      return { text: tidyLines(first.data.replace(BREAKS, ' ')), picture: false };
  }
  const collector = new CellCollector(style);
  if (isNamed) collector.doubt(BY_SCRIPT);
  collector.within(box, () => {
    collector.contents(element, box.scene);
  });
  return collector.finish();
}
