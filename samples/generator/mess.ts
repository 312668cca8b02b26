import type { Draft } from './draft.ts';
import type { Rng } from './rng.ts';
import type { EditionChoice, Truth } from './truth.ts';

/** One way in which real documents are messy. Messes compose: those of one document are applied in the catalogue's order. */
export interface Mess {
  readonly name: string;
  /** A person can still read every figure without guessing. */
  readonly readable: boolean;
  readonly formats: readonly ('html' | 'text')[];
  /** What the mess takes hold of. No two messes of one document share a hold, so that none undoes another. */
  readonly holds: readonly Hold[];
  /** The edition the document must be of. */
  readonly edition?: EditionChoice;
  /** Whether the mess can show itself on this report. */
  readonly fits?: (truth: Truth) => boolean;
  /** Changes what is printed for the figures, before the tables are laid out. */
  readonly print?: (truth: Truth, rng: Rng) => Truth;
  /** Changes the tables, or how they are written down. */
  readonly apply?: (draft: Draft, rng: Rng) => Draft;
}

export type Hold =
  | 'zeros'
  | 'digits'
  | 'values'
  | 'words'
  | 'totals'
  | 'numbers'
  | 'marks'
  | 'script'
  | 'groups'
  | 'row-spans'
  | 'spans'
  | 'hidden'
  | 'columns'
  | 'rows'
  | 'header'
  | 'cut'
  | 'disputes'
  | 'tags'
  | 'sections'
  | 'markup'
  | 'draw'
  | 'page'
  | 'bytes'
  | 'edition';

export const EVERYWHERE = ['html', 'text'] as const;
export const HTML = ['html'] as const;
export const TEXT = ['text'] as const;

/** Holds that need real `<td>` cells: whatever draws tables in another way takes them all. */
export const CELL_HOLDS: readonly Hold[] = [
  'row-spans',
  'spans',
  'hidden',
  'tags',
  'sections',
  'markup',
  'draw',
  'values',
];
