import type { Effect } from '../effect.ts';

/** The place of a part on its page: the baseline's left end, from the page's lower left corner. Points. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
  /** The part as a hexadecimal string of the page's font. */
  readonly string: string;
  readonly text: string;
  /** A text of digits as such a string. */
  readonly digits: (text: string) => string;
}

/** An effect on a part of a cell of a PDF page: operators in place of those that show the text. */
export interface PrintEffect extends Effect {
  readonly draw: (spot: Spot) => string;
  /** Objects that the page's resources name: `/KIND /NAME`, and the body of the object. */
  readonly resources?: (spot: Spot) => readonly PrintResource[];
  /** An annotation of the page, as the entries of its dictionary. */
  readonly annotation?: (spot: Spot) => string;
  /** The form of such an annotation: it stands among the fields of the document. */
  readonly field?: boolean;
  /** What the font says of its digits; null: nothing. */
  readonly unicode?: 'nothing' | 'another';
  /** What happens to the packed contents of the page. */
  readonly damage?: (packed: Buffer) => Buffer;
}

export interface PrintResource {
  readonly kind: 'ExtGState' | 'XObject' | 'Font' | 'Properties' | 'Pattern';
  readonly name: string;
  readonly body: string;
  readonly stream?: string;
}

const iso = (section: string): string => `ISO 32000-1 §${section}`;

export const byDrawing = (
  name: string,
  section: string,
  sight: Effect['sight'],
  draw: PrintEffect['draw'],
  more: Partial<PrintEffect> = {},
): PrintEffect => ({ name, source: iso(section), sight, draw, ...more });

/** The text shown as it usually is, with operators before it. */
export const show = ({ x, y, size, string }: Spot, before = '', after = ''): string =>
  `q ${before} BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${string} Tj ET ${after} Q`;
