import { type Element, isTag } from 'domhandler';
import { BLOCKS } from '../elements.ts';
import { BLACK, type Colour, distance, over, parseAttributeColour, parseColour, WHITE } from './colours.ts';
import type { Winners } from './declarations.ts';
import { pixels, sides } from './lengths.ts';
import type { PageStyle } from './page-style.ts';
import { FAR } from './properties.ts';

/** How text is seen at a place of the page: what the elements around it leave of it. */
export interface Scene {
  /** Nothing of it is seen, whatever the elements within say. */
  readonly isBlank: boolean;
  /** By `visibility`, which an element within may take back. */
  readonly isHidden: boolean;
  readonly isStruck: boolean;
  readonly isRaised: boolean;
  readonly isRightToLeft: boolean;
  readonly colour: Colour;
  /** The colour behind the text; null where it is a picture, or unknown. */
  readonly ground: Colour | null;
  /** Whether the page itself says what the ground is. */
  readonly isGroundSaid: boolean;
  /** Of the font, in pixels. */
  readonly size: number;
  /** The children of the element are boxes, whatever they are. */
  readonly makesBoxes: boolean;
  /** Names of what is not understood and applies to all text here. */
  readonly unsure: readonly string[];
}

/** What one element adds that concerns its own text as a whole. */
export interface Box {
  readonly scene: Scene;
  /** Its characters stand in reverse order. */
  readonly isReversed: boolean;
  /** Its base direction was set. */
  readonly isTurned: boolean;
  /** It stands apart from the text before and behind it, by a gap or a float. */
  readonly isApart: boolean;
  /** It lies over other text. */
  readonly covers: string | null;
  /** What does not fit in the room, in pixels, is cut off; null where there is no such bound. */
  readonly roomAcross: number | null;
  readonly roomDown: number | null;
}

export const ROOT: Scene = {
  isBlank: false,
  isHidden: false,
  isStruck: false,
  isRaised: false,
  isRightToLeft: false,
  colour: BLACK,
  ground: WHITE,
  isGroundSaid: false,
  size: 16,
  makesBoxes: false,
  unsure: [],
};

/** Colours closer than the first, in one of 255 steps, can't be told apart; closer than the second they hardly can. */
const SAME = 8;
const SIMILAR = 40;
/** Pixels: smaller is not seen, and hardly seen. */
const UNSEEN = 1.5;
const TINY = 4;
/** Gaps of so many sizes of the font part numbers. */
const GAP = 0.7;

const SIZES: Readonly<Record<string, number>> = {
  ...{ 'xx-small': 9, 'x-small': 10, small: 13, medium: 16, large: 18, 'x-large': 24, 'xx-large': 32, 'xxx-large': 48 },
};

/** Fonts whose glyphs are no characters. */
const SYMBOLS = /wingdings|webdings|\bsymbol\b|dingbats|marlett/;

const INHERITED = /^(?:inherit|unset)$/;
const CELL_LIKE = new Set(['td', 'th']);

const isBoxByName = ({ name }: Element): boolean => BLOCKS.has(name) || CELL_LIKE.has(name);

/** A scene while an element is entered. */
class Entering {
  isBlank: boolean;
  isHidden: boolean;
  isStruck: boolean;
  isRaised: boolean;
  isRightToLeft: boolean;
  colour: Colour;
  ground: Colour | null;
  isGroundSaid: boolean;
  size: number;
  makesBoxes = false;
  unsure: readonly string[];
  isReversed = false;
  isTurned = false;
  isApart = false;
  covers: string | null = null;
  roomAcross: number | null = null;
  roomDown: number | null = null;
  readonly #around: Scene;

  constructor(around: Scene) {
    this.#around = around;
    this.isBlank = around.isBlank;
    this.isHidden = around.isHidden;
    this.isStruck = around.isStruck;
    this.isRaised = around.isRaised;
    this.isRightToLeft = around.isRightToLeft;
    this.colour = around.colour;
    this.ground = around.ground;
    this.isGroundSaid = around.isGroundSaid;
    this.size = around.size;
    this.unsure = around.unsure;
  }

  doubt(name: string): void {
    if (!this.unsure.includes(name)) this.unsure = [...this.unsure, name];
  }

  attributes({ name, attribs }: Element): void {
    const { bgcolor, background, color, dir } = attribs;
    if (bgcolor !== undefined) this.#groundBy(parseAttributeColour(bgcolor));
    if (background !== undefined && background.trim() !== '') this.#groundBy(null);
    if (color !== undefined && name === 'font') this.colour = parseAttributeColour(color) ?? this.colour;
    if (dir !== undefined) this.#direction(dir.trim().toLowerCase());
    if (name === 'bdo' && this.isRightToLeft) this.isReversed = true;
  }

  #direction(value: string): void {
    if (value !== 'rtl' && value !== 'ltr') return;
    this.isTurned = value === 'rtl';
    this.isRightToLeft = value === 'rtl';
  }

  #groundBy(colour: Colour | null): void {
    this.isGroundSaid = true;
    if (colour === null) this.ground = null;
    else if (colour[3] >= 1) this.ground = colour;
    else if (this.ground) this.ground = over(colour, this.ground);
  }

  /** The declarations of an element, in an order in which each finds what it depends on. */
  declarations(winners: Winners, isBox: boolean, isCell: boolean, fonts: ReadonlySet<string>): void {
    for (const { property, judgement, isOfBoxes } of winners.values()) {
      if (judgement === 'plain' || judgement === 'context' || (isOfBoxes && !isBox)) continue;
      if (judgement === 'blank') this.isBlank = true;
      else if (judgement === 'struck') this.isStruck = true;
      else if (judgement === 'raised') this.isRaised ||= !isCell;
      else if (judgement === 'unsure') this.doubt(property);
    }
    const value = (property: string): string | undefined => winners.get(property)?.value;
    this.#font(value('font-size'), value('font-family'), fonts);
    this.#visibility(value('visibility'));
    this.#colours(value('-webkit-text-fill-color') ?? value('color'), winners);
    this.#order(value('direction'), value('unicode-bidi'));
    this.#place(value, isBox, isCell);
    this.#gaps(value, isBox, isCell);
    if (isBox) this.#room(value);
    const content = value('content');
    if (content !== undefined && /\(/.test(content)) this.doubt('content');
    const display = value('display') ?? '';
    if (/flex|grid/.test(display)) this.makesBoxes = true;
    const float = value('float');
    if (float === 'right' && !isCell) this.isApart = true;
  }

  #font(size: string | undefined, family: string | undefined, fonts: ReadonlySet<string>): void {
    if (size !== undefined) {
      if (size === 'smaller') this.size *= 0.83;
      else if (size === 'larger') this.size *= 1.2;
      else
        this.size =
          SIZES[size] ?? pixels(size, this.size, this.size) ?? (size.includes('(') ? this.#unknownSize() : this.size);
    }
    if (family === undefined || (fonts.size === 0 && !SYMBOLS.test(family))) return;
    const names = family
      .replace(/["']/g, '')
      .split(',')
      .map((name) => name.trim());
    if (SYMBOLS.test(family) || [...fonts].some((font) => names.some((name) => name.endsWith(font))))
      this.doubt('font-family');
  }

  #unknownSize(): number {
    this.doubt('font-size');
    return this.size;
  }

  #visibility(value: string | undefined): void {
    if (value === undefined || INHERITED.test(value)) return;
    this.isHidden = value === 'hidden' || value === 'collapse';
  }

  #colours(colour: string | undefined, winners: Winners): void {
    for (const property of ['background', 'background-color', 'background-image']) {
      const value = winners.get(property)?.value;
      if (value !== undefined) this.#background(property, value);
    }
    if (colour === undefined || INHERITED.test(colour) || colour === 'currentcolor') return;
    if (/^(?:initial|revert)$/.test(colour)) {
      this.colour = BLACK;
      return;
    }
    const parsed = parseColour(colour);
    if (parsed) this.colour = parsed;
    else if (colour.includes('(')) this.doubt('color');
  }

  #background(property: string, value: string): void {
    if (property !== 'background-color' && /(?:url|gradient|image|image-set)\(/.test(value)) {
      this.#groundBy(null);
      this.doubt(property);
      return;
    }
    const parts = value.match(/[a-z-]+\([^()]*\)|[^\s,/]+/g) ?? [];
    for (const part of parts) {
      const colour = parseColour(part);
      if (colour && colour[3] > 0) this.#groundBy(colour);
    }
    if (parts.some((part) => part === 'text')) this.doubt(property);
  }

  #order(direction: string | undefined, bidi: string | undefined): void {
    if (direction !== undefined) this.#direction(direction);
    if (bidi === undefined) return;
    if (/override/.test(bidi)) this.isReversed = this.isRightToLeft;
    else if (bidi === 'plaintext') this.doubt('unicode-bidi');
  }

  #place(value: (property: string) => string | undefined, isBox: boolean, isCell: boolean): void {
    const position = value('position');
    if (position === undefined || isCell || !/^(?:relative|absolute|fixed)$/.test(position)) return;
    const [top, right, bottom, left] = sides(value('inset') ?? 'auto').map((side, at) =>
      pixels(value(['top', 'right', 'bottom', 'left'][at] as string) ?? side, this.size, 1_000),
    );
    const offsets = [top, right, bottom, left].map((one) => one ?? null);
    const isSet = offsets.some((one) => one !== null);
    if (offsets.some((one) => one !== null && Math.abs(one) >= FAR)) this.isBlank = true;
    const z = value('z-index');
    if (z?.startsWith('-')) this.doubt('z-index');
    if (position !== 'relative') {
      const clip = value('clip');
      if (clip !== undefined && clip !== 'auto') {
        if (/^rect\((?:\s*[01](?:px)?[\s,]*){4}\)$/.test(clip)) this.isBlank = true;
        else this.doubt('clip');
      }
      this.covers = 'position';
      if (isSet) this.doubt('position');
      return;
    }
    const down = Math.abs(top ?? bottom ?? 0);
    const across = Math.abs(left ?? right ?? 0);
    if (down >= 0.2 * this.size && down <= this.size * 2 && !isBox) this.isRaised = true;
    else if (down > 3 || across > 3) this.doubt('position');
  }

  #gaps(value: (property: string) => string | undefined, isBox: boolean, isCell: boolean): void {
    const margin = value('margin');
    const [top, right, bottom, left] = sides(margin ?? '0');
    const each: readonly (readonly [string, boolean])[] = [
      [value('margin-left') ?? left, true],
      [value('margin-right') ?? right, true],
      [value('margin-top') ?? top, false],
      [value('margin-bottom') ?? bottom, false],
    ];
    for (const [written, isAcross] of each) {
      const size = pixels(written, this.size) ?? 0;
      if (size <= -FAR) this.isBlank = true;
      else if (size < (isBox ? -2 : -0.3) * this.size && !isCell && (isAcross || isBox)) this.doubt('margin');
      else if (isAcross && !isCell && size >= GAP * this.size) this.isApart = true;
    }
    if (isCell) return;
    const [, padRight, , padLeft] = sides(value('padding') ?? '0');
    for (const written of [value('padding-left') ?? padLeft, value('padding-right') ?? padRight]) {
      if ((pixels(written, this.size) ?? 0) >= GAP * this.size) this.isApart = true;
    }
  }

  #room(value: (property: string) => string | undefined): void {
    const overflow = `${value('overflow') ?? ''} ${value('overflow-x') ?? ''} ${value('overflow-y') ?? ''}`;
    if (!/hidden|clip|scroll|auto/.test(overflow)) return;
    const least = (...names: string[]): number | null => {
      const found = names.map((name) => pixels(value(name) ?? '', this.size)).filter((one) => one !== null);
      return found.length > 0 ? Math.min(...found) : null;
    };
    this.roomAcross = least('width', 'max-width');
    this.roomDown = least('height', 'max-height');
    if ((this.roomAcross ?? 9) <= 1 || (this.roomDown ?? 9) <= 1) this.isBlank = true;
  }

  /** What is the same as around is given on, so that most elements have no scene of their own. */
  leave(): Box {
    const {
      isBlank,
      isHidden,
      isStruck,
      isRaised,
      isRightToLeft,
      colour,
      ground,
      isGroundSaid,
      size,
      makesBoxes,
      unsure,
    } = this;
    const { isReversed, isTurned, isApart, covers, roomAcross, roomDown } = this;
    const around = this.#around;
    const isSame =
      isBlank === around.isBlank &&
      isHidden === around.isHidden &&
      isStruck === around.isStruck &&
      isRaised === around.isRaised &&
      isRightToLeft === around.isRightToLeft &&
      colour === around.colour &&
      ground === around.ground &&
      size === around.size &&
      makesBoxes === around.makesBoxes &&
      unsure === around.unsure;
    const scene = isSame
      ? around
      : {
          isBlank,
          isHidden,
          isStruck,
          isRaised,
          isRightToLeft,
          colour,
          ground,
          isGroundSaid,
          size,
          makesBoxes,
          unsure,
        };
    return { scene, isReversed, isTurned, isApart, covers, roomAcross, roomDown };
  }
}

const PLAIN_BOX = {
  isReversed: false,
  isTurned: false,
  isApart: false,
  covers: null,
  roomAcross: null,
  roomDown: null,
};

/** An element that adds nothing to the scene around it. */
export const plainBox = (scene: Scene): Box => ({ scene, ...PLAIN_BOX });

/** Whether an element says by its attributes how its text looks. */
const hasOwnLook = ({ name, attribs }: Element): boolean =>
  attribs.bgcolor !== undefined ||
  attribs.dir !== undefined ||
  attribs.background !== undefined ||
  name === 'font' ||
  name === 'bdo';

/** Elements that browsers hide where the page does not say otherwise: HTML §15.3.1. */
const isHiddenByDefault = ({ name, attribs }: Element): boolean =>
  attribs.hidden !== undefined || (name === 'dialog' && attribs.open === undefined);

/** How text is seen within an element; null where the element takes no place. */
export function enter(element: Element, around: Scene, style: PageStyle): Box | null {
  const winners = style.winnersFor(element);
  if (!winners) {
    if (isHiddenByDefault(element)) return null;
    if (!hasOwnLook(element) && !around.makesBoxes) return plainBox(around);
  }
  const entering = new Entering(around);
  entering.attributes(element);
  if (!winners) return entering.leave();
  if (isHiddenByDefault(element) && !winners.has('display')) return null;
  const isBox = around.makesBoxes || isBoxByName(element) || makesBox(winners);
  return enterBy(entering, winners, isBox, CELL_LIKE.has(element.name), style);
}

/** The same for what a style sheet writes before or behind the text of an element. */
export function enterPseudo(winners: Winners, around: Scene, style: PageStyle): Box | null {
  return enterBy(new Entering(around), winners, around.makesBoxes || makesBox(winners), false, style);
}

function makesBox(winners: Winners): boolean {
  const display = winners.get('display')?.value;
  const float = winners.get('float')?.value ?? 'none';
  return (
    (display !== undefined && !/^(?:inline|contents|inherit|initial|unset|revert)$/.test(display)) ||
    float !== 'none' ||
    /^(?:absolute|fixed)$/.test(winners.get('position')?.value ?? '')
  );
}

function enterBy(entering: Entering, winners: Winners, isBox: boolean, isCell: boolean, style: PageStyle): Box | null {
  for (const { judgement } of winners.values()) if (judgement === 'gone') return null;
  entering.declarations(winners, isBox, isCell, style.fonts);
  return entering.leave();
}

/** What is left of text in a scene: all of it, nothing, or a doubt. */
export type Sight = 'shown' | 'blank' | 'struck';

export function sightOf(scene: Scene): Sight {
  if (scene.isBlank || scene.isHidden || scene.size < UNSEEN) return 'blank';
  if (isUnseenColour(scene)) return 'blank';
  return scene.isStruck ? 'struck' : 'shown';
}

function isUnseenColour({ colour, ground }: Scene): boolean {
  if (colour === BLACK) return ground !== null && ground !== WHITE && distance(BLACK, ground) <= SAME;
  if (colour[3] < 0.05) return true;
  return ground !== null && distance(over(colour, ground), ground) <= SAME;
}

/** What in a scene makes it hard to tell whether text is seen; names of properties. */
export function doubtsOf(scene: Scene, style: PageStyle): readonly string[] {
  const { colour, ground, size, unsure, isGroundSaid } = scene;
  if (colour === BLACK && ground === WHITE && size >= TINY) return unsure;
  const found = [...unsure];
  if (size < TINY && size >= UNSEEN) found.push('font-size');
  if (ground === null) {
    if (distance(colour, BLACK) > 128 && colour !== BLACK) found.push('color');
  } else {
    const apart = distance(over(colour, ground), ground);
    if (apart > SAME && apart <= SIMILAR) found.push('color');
    // Light text without a ground: a style sheet that is not there may give it one.
    if (apart <= SAME && style.loadsOthers && !isGroundSaid) found.push('color');
  }
  return found;
}

/** The scene within a table. Where the table itself stands is how the page is laid out. */
export function sceneWithin(table: Element, style: PageStyle): Scene {
  const around = sceneAround(table, style);
  return enterLaidOut(table, around, style);
}

/** The look of what stands in a table depends on these, of all that its surroundings say. */
function withoutGeometry(box: Box): Scene {
  const { scene } = box;
  return scene.unsure.length === 0 && !scene.makesBoxes && !scene.isRaised
    ? scene
    : { ...scene, unsure: [], makesBoxes: false, isRaised: false };
}

/** The scene around a table: where it stands on the page matters little, its colours and sizes do. */
export function sceneAround(table: Element, style: PageStyle): Scene {
  const path: Element[] = [];
  for (let node = table.parent; node && isTag(node); node = node.parent as typeof node) path.push(node);
  let scene = ROOT;
  for (const element of path.reverse()) {
    scene = enterLaidOut(element, scene, style);
    if (element.name === 'body' && element.attribs.text !== undefined) {
      scene = { ...scene, colour: parseAttributeColour(element.attribs.text) ?? scene.colour };
    }
  }
  return scene;
}

function enterLaidOut(element: Element, around: Scene, style: PageStyle): Scene {
  const box = enter(element, around, style);
  if (!box) return around;
  const inner = withoutGeometry(box);
  // A box that is cut off or moved is how pages are laid out: its table is what people came for.
  return inner.isBlank && !isFaded(element, style) ? { ...inner, isBlank: around.isBlank } : inner;
}

const isFaded = (element: Element, style: PageStyle): boolean =>
  style.winnersFor(element)?.get('opacity')?.judgement === 'blank';

/** An element by itself, wherever it stands. */
export function boxAt(element: Element, style: PageStyle): Box {
  const around = sceneAround(element, style);
  return enter(element, around, style) ?? plainBox(around);
}
