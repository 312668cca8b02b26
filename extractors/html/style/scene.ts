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
  /** Text is seen here without any doubt, whatever the page loads. */
  readonly isClear: boolean;
  /** Of an element that adds nothing: nearly all elements are such. */
  plain?: Box | undefined;
  /** What became of elements within, by their declarations: as such, as boxes, as cells. Styles repeat. */
  known?: readonly Map<Winners, Box | null>[] | undefined;
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
  /** It stands on lines of its own. */
  readonly isLine: boolean;
  /** It lies over other text. */
  readonly covers: string | null;
  /** What does not fit in the room, in pixels, is cut off; null where there is no such bound. */
  readonly roomAcross: number | null;
  readonly roomDown: number | null;
}

const ROOT: Scene = {
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
  isClear: true,
};

/** Colours closer than the first, in one of 255 steps, can't be told apart; closer than the second they hardly can. */
const SAME = 8;
const SIMILAR = 40;
/** Pixels: smaller is not seen, and hardly seen. */
const UNSEEN = 1.5;
const TINY = 4;
/** Boxes of so many sizes of the font are wider than a number of five digits. */
const WIDE = 4;
const LINES = /^(?:block|flex|grid|table|list-item|flow-root|table-row|table-caption|table-row-group)$|^block /;
/** Gaps of so many sizes of the font part numbers. */
const GAP = 0.7;

const LEAST_USUAL = 12;
const MOST_USUAL = 20;

const SIZES: Readonly<Record<string, number>> = {
  ...{ 'xx-small': 9, 'x-small': 10, small: 13, medium: 16, large: 18, 'x-large': 24, 'xx-large': 32, 'xxx-large': 48 },
};

/** Fonts whose glyphs are no characters. */
const SYMBOLS = /wingdings|webdings|\bsymbol\b|dingbats|marlett/;

const INHERITED = /^(?:inherit|unset)$/;
const CELL_LIKE = new Set(['td', 'th']);

const isBoxByName = ({ name }: Element): boolean => BLOCKS.has(name) || CELL_LIKE.has(name);

/** The properties that are read together, by what their names begin with. */
const GROUP = /^(?:margin|padding|overflow|position)/;

function groupsOf(winners: Winners): ReadonlySet<string> {
  let found: Set<string> | null = null;
  for (const property of winners.keys()) {
    const group = GROUP.exec(property)?.[0];
    if (group === undefined) continue;
    found ??= new Set();
    found.add(group === 'padding' ? 'margin' : group);
  }
  return found ?? NONE;
}
const NONE: ReadonlySet<string> = new Set();

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
  isLine = false;
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
    const { bgcolor, background, color, dir, face, hidden } = attribs;
    if (hidden === UNTIL_FOUND) this.doubt('content-visibility');
    if (name === 'dialog') this.doubt('position');
    if (bgcolor !== undefined) this.#groundBy(parseAttributeColour(bgcolor));
    if (background !== undefined && background.trim() !== '') this.#groundBy(null);
    if (color !== undefined && name === 'font') this.#inColour(parseAttributeColour(color));
    if (face !== undefined && name === 'font' && SYMBOLS.test(face.toLowerCase())) this.doubt('font-family');
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
    const groups = groupsOf(winners);
    this.#font(value('font-size'), value('font-family'), fonts);
    this.#visibility(value('visibility'));
    this.#colours(value('-webkit-text-fill-color') ?? value('color'), winners);
    this.#order(value('direction'), value('unicode-bidi'));
    if (groups.has('position')) this.#place(value, isBox, isCell);
    if (groups.has('margin')) this.#gaps(value, isBox, isCell);
    if (isBox && groups.has('overflow')) this.#room(value);
    const content = value('content');
    if (content !== undefined && /(?:url|image|gradient|set)\(/.test(content)) this.doubt('content');
    const display = value('display') ?? '';
    if (/flex|grid/.test(display)) this.makesBoxes = true;
    if (!isCell && LINES.test(display)) this.isLine = true;
    if (/^inline-/.test(display)) this.#width(value);
    if (this.isStruck && (value('text-decoration-color') ?? value('text-decoration-thickness')) !== undefined) {
      this.doubt('text-decoration');
    }
    if (value('text-shadow') !== undefined && isUnseenColour(this)) this.doubt('text-shadow');
    const float = value('float');
    if (float !== undefined && float !== 'none' && !isCell) this.isApart = true;
  }

  #font(size: string | undefined, family: string | undefined, fonts: ReadonlySet<string>): void {
    if (size !== undefined) {
      const own = this.#sizeOf(size);
      // Differences among usual sizes change nothing here.
      if (own < LEAST_USUAL || own > MOST_USUAL || this.size < LEAST_USUAL || this.size > MOST_USUAL) this.size = own;
    }
    if (family === undefined || (fonts.size === 0 && !SYMBOLS.test(family))) return;
    const names = family
      .replace(/["']/g, '')
      .split(',')
      .map((name) => name.trim());
    if (SYMBOLS.test(family) || [...fonts].some((font) => names.some((name) => name.endsWith(font))))
      this.doubt('font-family');
  }

  #sizeOf(value: string): number {
    if (value === 'smaller') return this.size * 0.83;
    if (value === 'larger') return this.size * 1.2;
    const size = SIZES[value] ?? pixels(value, this.size, this.size);
    if (size === null && value.includes('(')) this.doubt('font-size');
    return size ?? this.size;
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
    this.#inColour(parsed);
    if (!parsed && colour.includes('(')) this.doubt('color');
  }

  #inColour(colour: Colour | null): void {
    if (colour) this.colour = colour[3] === 1 && distance(colour, BLACK) === 0 ? BLACK : colour;
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
      else if (size < (isBox && isAcross ? -2 : isBox ? -0.6 : -0.3) * this.size && !isCell && (isAcross || isBox))
        this.doubt('margin');
      else if (isAcross && !isCell && size >= GAP * this.size) this.isApart = true;
    }
    if (isCell) return;
    const [, padRight, , padLeft] = sides(value('padding') ?? '0');
    for (const written of [value('padding-left') ?? padLeft, value('padding-right') ?? padRight]) {
      if ((pixels(written, this.size) ?? 0) >= GAP * this.size) this.isApart = true;
    }
  }

  /** Text that does not fit lies over what follows; in a wide box it stands apart from it. */
  #width(value: (property: string) => string | undefined): void {
    const width = pixels(value('width') ?? '', this.size);
    if (width === null) return;
    this.roomAcross ??= width;
    if (width >= WIDE * this.size) this.isApart = true;
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
    const scene = this.#isAsAround() ? this.#around : this.#scene();
    const { isReversed, isTurned, isApart, isLine, covers, roomAcross, roomDown } = this;
    if (
      !isReversed &&
      !isTurned &&
      !isApart &&
      !isLine &&
      covers === null &&
      roomAcross === null &&
      roomDown === null
    ) {
      return plainBox(scene);
    }
    return { scene, isReversed, isTurned, isApart, isLine, covers, roomAcross, roomDown };
  }

  #isAsAround(): boolean {
    const around = this.#around;
    return (
      this.isBlank === around.isBlank &&
      this.isHidden === around.isHidden &&
      this.isStruck === around.isStruck &&
      this.isRaised === around.isRaised &&
      this.isRightToLeft === around.isRightToLeft &&
      this.colour === around.colour &&
      this.ground === around.ground &&
      this.size === around.size &&
      this.makesBoxes === around.makesBoxes &&
      this.unsure === around.unsure
    );
  }

  #scene(): Scene {
    const { isBlank, isHidden, isStruck, isRaised, isRightToLeft, colour, ground, isGroundSaid, size, makesBoxes } =
      this;
    const scene = {
      ...{ isBlank, isHidden, isStruck, isRaised, isRightToLeft, colour, ground, isGroundSaid, size, makesBoxes },
      unsure: this.unsure,
    };
    return { ...scene, isClear: sightOf(scene) === 'shown' && doubtsOf(scene, true).length === 0 };
  }
}

const PLAIN_BOX: Omit<Box, 'scene'> = {
  isReversed: false,
  isTurned: false,
  isApart: false,
  isLine: false,
  covers: null,
  roomAcross: null,
  roomDown: null,
};

/** An element that adds nothing to the scene around it. */
export function plainBox(scene: Scene): Box {
  scene.plain ??= { scene, ...PLAIN_BOX };
  return scene.plain;
}

/** Whether an element says by its attributes how its text looks. */
const hasOwnLook = ({ name, attribs }: Element): boolean =>
  attribs.bgcolor !== undefined ||
  attribs.hidden !== undefined ||
  name === 'dialog' ||
  attribs.dir !== undefined ||
  attribs.background !== undefined ||
  (name === 'font' && (attribs.color !== undefined || attribs.face !== undefined)) ||
  name === 'bdo';

/** Elements that browsers hide where the page does not say otherwise: HTML §15.3.1. */
const isHiddenByDefault = ({ name, attribs }: Element): boolean =>
  (attribs.hidden !== undefined && attribs.hidden !== UNTIL_FOUND) ||
  attribs.popover !== undefined ||
  (name === 'dialog' && attribs.open === undefined);
const UNTIL_FOUND = 'until-found';

/** How text is seen within an element; null where the element takes no place. */
export function enter(element: Element, around: Scene, style: PageStyle): Box | null {
  const winners = style.winnersFor(element);
  const hasLook = hasOwnLook(element);
  if (!winners) {
    if (isHiddenByDefault(element)) return null;
    if (!hasLook && !around.makesBoxes) return plainBox(around);
    const entering = new Entering(around);
    entering.attributes(element);
    return entering.leave();
  }
  if (isHiddenByDefault(element) && !winners.has('display')) return null;
  const isCell = CELL_LIKE.has(element.name);
  const isBox = around.makesBoxes || isBoxByName(element) || makesBox(winners);
  if (hasLook || style.fonts.size > 0) {
    const entering = new Entering(around);
    entering.attributes(element);
    return enterBy(entering, winners, isBox, isCell, style);
  }
  around.known ??= [new Map(), new Map(), new Map()];
  const known = around.known[isCell ? 2 : isBox ? 1 : 0] as Map<Winners, Box | null>;
  let box = known.get(winners);
  if (box === undefined) {
    box = enterBy(new Entering(around), winners, isBox, isCell, style);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(winners, box);
  }
  return box;
}

/** Entries; beyond, they are forgotten: only hostile pages have so many styles. */
const MOST_KNOWN = 500;

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
type Sight = 'shown' | 'blank' | 'struck';

export function sightOf(scene: Omit<Scene, 'isClear'>): Sight {
  if (scene.isBlank || scene.isHidden || scene.size < UNSEEN) return 'blank';
  if (isUnseenColour(scene)) return 'blank';
  return scene.isStruck ? 'struck' : 'shown';
}

function isUnseenColour({ colour, ground }: Pick<Scene, 'colour' | 'ground'>): boolean {
  if (colour === BLACK) return ground !== null && ground !== WHITE && distance(BLACK, ground) <= SAME;
  if (colour[3] < 0.05) return true;
  return ground !== null && distance(over(colour, ground), ground) <= SAME;
}

/** What in a scene makes it hard to tell whether text is seen; names of properties. */
export function doubtsOf(scene: Omit<Scene, 'isClear'>, loadsOthers: boolean): readonly string[] {
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
    if (apart <= SAME && loadsOthers && !isGroundSaid) found.push('color');
  }
  return found;
}

/** The scene within a table. Where the table itself stands is how the page is laid out. */
export function sceneWithin(table: Element, style: PageStyle): Scene {
  const around = sceneAround(table, style);
  return enterLaidOut(table, around, style);
}

const CLEARED = { unsure: [], makesBoxes: false, isRaised: false, isClear: false, plain: undefined, known: undefined };

/** The look of what stands in a table depends on these, of all that its surroundings say. */
function withoutGeometry(box: Box): Scene {
  const { scene } = box;
  return scene.unsure.length === 0 && !scene.makesBoxes && !scene.isRaised ? scene : { ...scene, ...CLEARED };
}

/** The scene around a table: where it stands on the page matters little, its colours and sizes do. */
function sceneAround(table: Element, style: PageStyle): Scene {
  const path: Element[] = [];
  for (let node = table.parent; node && isTag(node); node = node.parent as typeof node) path.push(node);
  let scene = ROOT;
  for (const element of path.reverse()) {
    scene = enterLaidOut(element, scene, style);
    if (element.name === 'body' && element.attribs.text !== undefined) {
      scene = {
        ...scene,
        colour: parseAttributeColour(element.attribs.text) ?? scene.colour,
        isClear: false,
        plain: undefined,
        known: undefined,
      };
    }
  }
  return scene;
}

function enterLaidOut(element: Element, around: Scene, style: PageStyle): Scene {
  const box = enter(element, around, style);
  if (!box) return around;
  const inner = withoutGeometry(box);
  // A box that is cut off or moved is how pages are laid out: its table is what people came for.
  return inner.isBlank && !isFaded(element, style)
    ? { ...inner, isBlank: around.isBlank, isClear: false, plain: undefined, known: undefined }
    : inner;
}

const isFaded = (element: Element, style: PageStyle): boolean =>
  style.winnersFor(element)?.get('opacity')?.judgement === 'blank';

/** An element by itself, wherever it stands. */
export function boxAt(element: Element, style: PageStyle): Box {
  const around = sceneAround(element, style);
  return enter(element, around, style) ?? plainBox(around);
}
