import type { Box } from '../layout/box.ts';
import type { Colour } from './appearance/colour.ts';
import type { ClipShape } from './appearance/ink.ts';
import type { Unclear } from './appearance/unclear.ts';
import type { Matrix } from './matrix.ts';

/** What pdf.js tells about a font, as far as it says where characters stand. */
export interface FontFacts {
  readonly vertical: boolean;
  /** Size of the font's own unit in ems: a thousandth, other for fonts drawn by procedures. */
  readonly unit: number;
  /** [advance, x, y] of characters without their own, for vertical writing. */
  readonly defaultVMetrics: readonly [number, number, number] | null;
  /** Why its characters may look otherwise than it says. */
  readonly unclear: Unclear | null;
  /** Whether a digit has the shape of another. */
  readonly isFalse: (glyph: ListedGlyph) => boolean;
  /** It draws nothing. */
  readonly blank?: true;
}

/** The part of the graphics state that a reader of text and rules needs; saved and restored as a whole. */
export interface GraphicsState {
  /** From the space of the drawing to that of the page. */
  matrix: Matrix;
  clip: readonly [number, number, number, number];
  font: FontFacts;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  /** 1 is unstretched. */
  stretch: number;
  leading: number;
  rise: number;
  /** PDF's text rendering mode; 3 and 7 draw nothing. */
  mode: number;
  /** Opacity of fills, and of strokes. */
  alpha: number;
  strokeAlpha: number;
  /** Opacity of the group that is painted. */
  groupAlpha: number;
  fill: Colour;
  stroke: Colour;
  blend: string;
  groupBlend: string;
  /** Outlines that clip and are no upright boxes. */
  clips: readonly ClipShape[];
  /** Characters that clip what is painted. */
  textClips: readonly Box[];
  masked: boolean;
}

/** Where the next character goes, in text space. */
export interface Pen {
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  /** White space was drawn since the last character. */
  spaced: boolean;
}

export const PLAIN_FONT: FontFacts = {
  vertical: false,
  unit: 0.001,
  defaultVMetrics: null,
  unclear: null,
  isFalse: () => false,
};

/** A character as pdf.js lists it. */
export interface ListedGlyph {
  readonly unicode: string;
  /** The character in the font as pdf.js prepared it. */
  readonly fontChar?: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly [number, number, number] | null;
}
