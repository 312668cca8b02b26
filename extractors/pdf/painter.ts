import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { areaOf, type Box, intersect } from '../layout/box.ts';
import type { RulingLine } from '../layout/ruling-line.ts';
import { IDENTITY, type Matrix, mapBox, multiply } from './matrix.ts';
import { PageBudget } from './page-budget.ts';
import type { DrawnImage } from './page-content.ts';
import { PaintedText } from './painted-text.ts';
import { boxToRule, filledRules, type PathPart, partBox, strokedRules } from './path-rules.ts';
import { placeGlyphs } from './place-glyphs.ts';
import { type FontFacts, type GraphicsState, type ListedGlyph, type Pen, PLAIN_FONT } from './text-state.ts';

/** What the operations refer to by name. */
export interface Names {
  readonly font: (name: string) => FontFacts | null;
  /** Whether a layer of the document (optional content) is switched on. */
  readonly layerShown: (layer: unknown) => boolean;
}

/** A picture that covers so much of the page hides what was drawn before it. */
const COVERING = 0.5;
const OPAQUE = 0.9;

const SHOWS_NOTHING = [3, 7];
const STROKES: readonly number[] = [
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
];
const FILLS: readonly number[] = [
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
];

/** Walks the operations of one page as a painter would, and notes characters, rules and pictures with their places. */
export class Painter {
  readonly text = new PaintedText();
  readonly rules: RulingLine[] = [];
  readonly images: DrawnImage[] = [];
  hidden = 0;
  shapes = 0;
  state: GraphicsState;
  private readonly saved: GraphicsState[] = [];
  private pen: Pen = { matrix: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0, spaced: false };
  clipNext = false;
  /** Marked content and mask groups that are open; while any is switched off nothing is shown. */
  readonly marks: boolean[] = [];
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

  showText(list: readonly (ListedGlyph | number)[]): void {
    this.budget.spend('glyphs', list.length);
    const glyphs = placeGlyphs(list, this.state, this.pen);
    if (this.off > 0 || this.state.alpha === 0) return;
    if (SHOWS_NOTHING.includes(this.state.mode)) {
      this.hidden += glyphs.length;
      return;
    }
    this.text.add(glyphs, this.state.clip, this.page);
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

  paintPath(paint: number, parts: readonly PathPart[]): void {
    if (this.clipNext) {
      this.clipTo(partBox(parts.flatMap(({ points }) => points)));
      this.clipNext = false;
    }
    const fills = FILLS.includes(paint) && this.state.alpha > 0;
    const strokes = STROKES.includes(paint);
    if (this.off > 0 || !(fills || strokes)) return;
    const rules = [...(fills ? filledRules(parts) : []), ...(strokes ? strokedRules(parts) : [])];
    this.addRules(rules);
    if (parts.some(({ curved }) => curved)) this.shapes += 1;
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
    if (!opaque || this.state.alpha < OPAQUE || this.state.masked) return;
    if (areaOf(box) < COVERING * areaOf(this.page)) return;
    this.hidden += this.text.clear();
    this.rules.length = 0;
  }

  setState(entries: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of entries) {
      if (key === 'ca') this.state.alpha = value as number;
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
