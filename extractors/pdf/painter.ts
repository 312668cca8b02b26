import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { areaOf, type Box, intersect } from '../layout/box.ts';
import type { RulingLine } from '../layout/ruling-line.ts';
import { BLACK, type Colour, contrast, type Paint, SAME, WHITE } from './appearance/colour.ts';
import type { Cover } from './appearance/cover.ts';
import type { Ink } from './appearance/ink.ts';
import type { Mark } from './appearance/mark.ts';
import type { Unclear } from './appearance/unclear.ts';
import { IDENTITY, type Matrix, mapBox, multiply } from './matrix.ts';
import { PageBudget } from './page-budget.ts';
import type { DrawnImage, Glyph } from './page-content.ts';
import { PaintedText } from './painted-text.ts';
import { boxToRule, filledRules, isUprightBox, type PathPart, partBox, strokedRules } from './path-rules.ts';
import { placeGlyphs } from './place-glyphs.ts';
import { type FontFacts, type GraphicsState, type ListedGlyph, type Pen, PLAIN_FONT } from './text-state.ts';

/** What the operations refer to by name. */
export interface Names {
  readonly font: (name: string) => FontFacts | null;
  /** Whether a layer of the document (optional content) is switched on. */
  readonly layerShown: (layer: unknown) => boolean;
  /** Whether a picture may let through what is behind it. */
  readonly isTransparent: (picture: string) => boolean;
}

/** A picture that covers so much of the page hides what was drawn before it. */
const COVERING = 0.5;
const OPAQUE = 0.9;
/** The blend mode in which what is painted hides what is behind it. */
const NORMAL = 'source-over';

const SHOWS_NOTHING = [3, 7];
/** Text rendering modes that stroke, and those that clip what follows: ISO 32000-1, table 106. */
const STROKED_TEXT = [1, 2, 5, 6];
const FILLED_TEXT = [0, 2, 4, 6];
const CLIPS = 4;
const STROKES: readonly number[] = [
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
];
const EVEN_ODD: readonly number[] = [OPS.eoFill, OPS.eoFillStroke, OPS.closeEOFillStroke];
const FILLS: readonly number[] = [
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
];

type Point = readonly [number, number];

/** Points by which a stroke may lean and still be level or upright. */
const LEAN = 0.5;
const isLevel = ([ax, ay]: Point, [bx, by]: Point): boolean => Math.abs(ax - bx) <= LEAN || Math.abs(ay - by) <= LEAN;

/** What is white on white paper is no mark; on other ground it can be seen, and is taken for what it covers. */
const isWhite = (colour: Colour): boolean => (contrast(colour, WHITE) ?? 1) < SAME;

/** Walks the operations of one page as a painter would, and notes characters, rules and pictures with their places. */
export class Painter {
  readonly text = new PaintedText();
  readonly rules: RulingLine[] = [];
  readonly images: DrawnImage[] = [];
  readonly covers: Cover[] = [];
  readonly marks: Mark[] = [];
  hidden = 0;
  /** Characters that are drawn without ink, or where nothing is shown. */
  readonly unseen: Glyph[] = [];
  shapes = 0;
  state: GraphicsState;
  private readonly saved: GraphicsState[] = [];
  private pen: Pen = { matrix: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0, spaced: false };
  clipNext: 'nonzero' | 'evenodd' | null = null;
  /** How much has been painted: what has the greater number lies over the rest. */
  private order = 0;
  /** Characters that clip what follows, since the text began. */
  private clipping: Box[] = [];
  /** Marked content and mask groups that are open; while any is switched off nothing is shown. */
  readonly layers: boolean[] = [];
  readonly groups: boolean[] = [];
  private off = 0;
  private readonly page: Box;
  private readonly base: Matrix;
  readonly names: Names;
  readonly budget = new PageBudget();

  constructor(base: Matrix, page: Box, names: Names) {
    this.base = base;
    this.page = page;
    this.names = names;
    this.state = this.initialState();
  }

  initialState(): GraphicsState {
    return {
      matrix: this.base,
      clip: this.page,
      font: PLAIN_FONT,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      alpha: 1,
      strokeAlpha: 1,
      groupAlpha: 1,
      fill: BLACK,
      stroke: BLACK,
      blend: NORMAL,
      groupBlend: NORMAL,
      clips: [],
      textClips: [],
      masked: false,
    };
  }

  save(): void {
    this.saved.push({ ...this.state });
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  transform(matrix: Matrix | null | undefined): void {
    if (matrix) this.state.matrix = multiply(this.state.matrix, matrix);
  }

  set(changes: Partial<GraphicsState>): void {
    Object.assign(this.state, changes);
  }

  /** The state in which a page begins. */
  startAfresh(): void {
    this.state = this.initialState();
  }

  clipTo(box: Box): void {
    this.state.clip = intersect(this.state.clip, box);
  }

  setFont(name: string, size: number): void {
    this.state.font = this.names.font(name) ?? PLAIN_FONT;
    this.state.size = size;
  }

  moveText(x: number, y: number): void {
    this.pen.lineX += x;
    this.pen.lineY += y;
    this.pen.x = this.pen.lineX;
    this.pen.y = this.pen.lineY;
  }

  setTextMatrix(matrix: Matrix): void {
    this.pen = { matrix, x: 0, y: 0, lineX: 0, lineY: 0, spaced: false };
  }

  /** The blend mode of what is painted: a group's own holds for all of it. */
  private blend(): string {
    const { blend, groupBlend } = this.state;
    if (groupBlend === NORMAL) return blend;
    return blend === NORMAL ? groupBlend : `${blend} in ${groupBlend}`;
  }

  private paint(colour: Colour, alpha: number): Paint {
    const { groupAlpha } = this.state;
    return { colour, alpha: alpha * groupAlpha, blend: this.blend() };
  }

  /** How characters are painted now. */
  private ink(list: readonly (ListedGlyph | number)[]): Ink {
    const { mode, fill, stroke, alpha, strokeAlpha, clips, textClips, masked, font, matrix } = this.state;
    this.order += 1;
    const isFalse = list.some((one) => typeof one !== 'number' && font.isFalse(one));
    const [a, b, c, d] = multiply(matrix, this.pen.matrix);
    const [e, f, g, h] = this.base;
    return {
      paints: [
        ...(FILLED_TEXT.includes(mode) ? [this.paint(fill, alpha)] : []),
        ...(STROKED_TEXT.includes(mode) ? [this.paint(stroke, strokeAlpha)] : []),
      ],
      order: this.order,
      mirrored: (a * d - b * c) * (e * h - f * g) * this.state.stretch < 0,
      clips,
      unclear: masked ? 'mask' : textClips.length > 0 ? 'textClip' : (font.unclear ?? (isFalse ? 'otherDigit' : null)),
    };
  }

  showText(list: readonly (ListedGlyph | number)[]): void {
    this.budget.spend('glyphs', list.length);
    const ink = this.ink(list);
    const glyphs = placeGlyphs(list, this.state, this.pen, ink);
    const { mode, font } = this.state;
    if (this.off > 0) {
      this.unseen.push(...glyphs);
      return;
    }
    if (mode >= CLIPS) for (const { box } of glyphs) this.clipping.push(box);
    if (SHOWS_NOTHING.includes(mode) || font.blank) {
      this.hidden += glyphs.length;
      this.unseen.push(...glyphs);
      return;
    }
    this.text.add(glyphs, this.state.clip, this.page);
  }

  /** What follows shows through the characters that were drawn to clip it. */
  endText(): void {
    if (this.clipping.length > 0) this.set({ textClips: [...this.state.textClips, ...this.clipping] });
    this.clipping = [];
  }

  /** Notes what a person sees of a drawing and a text does not say. */
  private mark(what: Unclear, box: Box, as: Mark['as']): void {
    const [x0, y0, x1, y1] = intersect(this.state.clip, box);
    if (!(x1 >= x0 && y1 >= y0)) return;
    this.budget.spend('rules', 1);
    this.marks.push({ what, box: [x0, y0, x1, y1], as });
  }

  /** Something is painted over a part of the page. */
  private cover(box: Box, paint: Paint, parts: Cover['parts'] = null, evenOdd = false): void {
    this.order += 1;
    for (const place of this.state.textClips) this.mark('textClip', place, 'text');
    if (this.state.textClips.length > 0 || paint.alpha === 0) return;
    const { masked, clips } = this.state;
    const seen = intersect(box, this.state.clip);
    if (areaOf(seen) === 0) return;
    this.budget.spend('rules', 1);
    // Under a mask or an outline it is not known where it shows.
    const unsure = masked || clips.length > 0;
    this.covers.push({
      box: seen,
      parts,
      evenOdd,
      paint: unsure ? { ...paint, colour: null, alpha: 0.5 } : paint,
      order: this.order,
    });
  }

  /** Fills all that the clip leaves with a shading. */
  paintShading(): void {
    if (this.off > 0) return;
    this.cover(this.state.clip, this.paint(null, this.state.alpha));
    this.mark('shading', this.state.clip, 'area');
  }

  private addRules(rules: readonly RulingLine[]): void {
    this.budget.spend('rules', rules.length);
    const [x0, y0, x1, y1] = this.state.clip;
    for (const { vertical, at, from, to } of rules) {
      const low = Math.max(from, vertical ? y0 : x0);
      const high = Math.min(to, vertical ? y1 : x1);
      const inside = vertical ? at >= x0 - 1 && at <= x1 + 1 : at >= y0 - 1 && at <= y1 + 1;
      if (inside && high > low) this.rules.push({ vertical, at, from: low, to: high });
    }
  }

  /** Clips what follows to an outline; where that is no upright box, to the box around it and the outline itself. */
  private clipToPath(parts: readonly PathPart[], evenOdd: boolean): void {
    this.clipTo(partBox(parts.flatMap(({ points }) => points)));
    if (parts.length > 0 && !(parts.length === 1 && isUprightBox(parts[0] as PathPart))) {
      this.set({ clips: [...this.state.clips, { parts, evenOdd }] });
    }
  }

  paintPath(paint: number, parts: readonly PathPart[]): void {
    if (this.clipNext) {
      this.clipToPath(parts, this.clipNext === 'evenodd');
      this.clipNext = null;
    }
    const { fill, stroke, alpha, strokeAlpha, groupAlpha } = this.state;
    const fills = FILLS.includes(paint) && alpha * groupAlpha > 0;
    const strokes = STROKES.includes(paint);
    if (this.off > 0 || !(fills || strokes)) return;
    const rules = [...(fills ? filledRules(parts) : []), ...(strokes ? strokedRules(parts) : [])];
    this.addRules(rules);
    if (parts.some(({ curved }) => curved)) this.shapes += 1;
    if (fills) this.fillParts(parts, this.paint(fill, alpha), EVEN_ODD.includes(paint));
    if (strokes && !isWhite(stroke) && strokeAlpha * groupAlpha > 0) this.markStrokes(parts);
  }

  private fillParts(parts: readonly PathPart[], paint: Paint, evenOdd: boolean): void {
    const boxes = parts.map((part) => ({ part, box: partBox(part.points) }));
    const thick = boxes.filter(({ part, box }) => part.curved || boxToRule(box) === null);
    if (thick.length === 0) return;
    if (thick.every(({ part }) => isUprightBox(part)) && !(evenOdd && thick.length > 1)) {
      for (const { box } of thick) this.cover(box, paint);
    } else {
      const outline = thick.map(({ part }) => part);
      this.cover(partBox(outline.flatMap(({ points }) => points)), paint, outline, evenOdd);
    }
    if (!isWhite(paint.colour)) for (const { box } of thick) this.mark('shape', box, 'area');
  }

  /** Strokes that are no lines along the axes. */
  private markStrokes(parts: readonly PathPart[]): void {
    for (const part of parts) {
      if (part.curved || !part.points.every((point, i) => i === 0 || isLevel(part.points[i - 1] as Point, point))) {
        this.mark('shape', partBox(part.points), 'over');
      }
    }
  }

  paintImage(pixels: number, opaque: boolean, matrix: Matrix = this.state.matrix): void {
    if (this.off > 0) return;
    const whole = mapBox(matrix, [0, 0, 1, 1]);
    const rule = boxToRule(whole);
    if (rule) {
      this.addRules([rule]);
      return;
    }
    const box = intersect(whole, this.state.clip);
    if (areaOf(box) === 0) return;
    this.images.push({ box, density: Math.sqrt(pixels / Math.max(1, areaOf(whole))) });
    const { alpha, groupAlpha, masked } = this.state;
    const blend = this.blend();
    const covering = opaque && alpha * groupAlpha >= OPAQUE && !masked && blend === NORMAL;
    if (covering && areaOf(box) >= COVERING * areaOf(this.page)) {
      this.hidden += this.text.clear();
      this.rules.length = 0;
      this.marks.length = 0;
      this.covers.length = 0;
    }
    this.cover(box, { colour: null, alpha: covering ? 1 : 0.5, blend });
    this.mark('picture', box, 'area');
  }

  /** One picture at several places: the positions are those of its lower left corner. */
  paintImages(size: readonly [number, number, number, number], positions: ArrayLike<number>, opaque: boolean): void {
    const [a, b, c, d] = size;
    for (let i = 0; i + 1 < positions.length; i += 2) {
      const placed: Matrix = [a, b, c, d, positions[i] as number, positions[i + 1] as number];
      this.paintImage(1, opaque, multiply(this.state.matrix, placed));
    }
  }

  /** A mask of one pixel, which is a box filled with the colour of the state. */
  paintBox(): void {
    if (this.off > 0) return;
    const box = mapBox(this.state.matrix, [0, 0, 1, 1]);
    const rule = boxToRule(box);
    if (rule) this.addRules([rule]);
    else {
      this.cover(box, this.paint(this.state.fill, this.state.alpha));
      if (!isWhite(this.state.fill)) this.mark('shape', box, 'area');
    }
  }

  /** An operation that is not known may have painted anything within the clip. */
  paintUnknown(): void {
    if (this.off === 0) this.mark('operation', this.state.clip, 'over');
  }

  /** A group is painted as a whole, as transparent as the state was. */
  beginGroup(mask: boolean): void {
    this.save();
    const { alpha, groupAlpha } = this.state;
    this.set({ groupAlpha: groupAlpha * alpha, groupBlend: this.blend(), alpha: 1, strokeAlpha: 1, blend: NORMAL });
    this.open(this.groups, !mask);
  }

  setState(entries: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of entries) {
      if (key === 'ca') this.state.alpha = value as number;
      else if (key === 'CA') this.state.strokeAlpha = value as number;
      else if (key === 'BM') this.state.blend = String(value);
      else if (key === 'SMask') this.state.masked = value !== false;
      else if (key === 'Font') this.setFont(...(value as [string, number]));
    }
  }

  open(stack: boolean[], shown: boolean): void {
    stack.push(shown);
    if (!shown) this.off += 1;
  }

  close(stack: boolean[]): void {
    if (stack.pop() === false) this.off -= 1;
  }
}
