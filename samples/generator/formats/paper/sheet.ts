/** A printed page before any program writes it: pieces of text and rules in points, from the top left corner. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** `attribute`: written sideways on an upright page that the file says to turn; `matrix`: sideways, and nothing says so. */
  readonly turned: 'no' | 'attribute' | 'matrix';
  readonly inks: readonly Ink[];
}

export type Ink = TextInk | RuleInk;

export interface TextInk {
  readonly kind: 'text';
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly text: string;
  /** A bold face, or the ordinary one drawn twice with a small shift. */
  readonly weight: 'regular' | 'bold' | 'twice';
}

/** A rule from one end to the other, drawn as a stroke or as a thin filled rectangle. */
export interface RuleInk {
  readonly kind: 'rule';
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly thickness: number;
  readonly as: 'stroke' | 'rectangle';
}

/** Width of a text in points. */
export type Measure = (text: string, size: number) => number;

export const SHIFT_OF_TWICE = 0.3;

/** Where the parts of a rule drawn as a rectangle lie: x, y, width, height. */
export function rectangleOf({ x0, y0, x1, y1, thickness }: RuleInk): readonly [number, number, number, number] {
  const half = thickness / 2;
  return x0 === x1
    ? [x0 - half, y0 - half, thickness, y1 - y0 + thickness]
    : [x0 - half, y0 - half, x1 - x0 + thickness, thickness];
}
