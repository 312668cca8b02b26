import type { Draft } from '../../draft.ts';
import type { Rng } from '../../rng.ts';

/** What a Word document may do beyond holding paragraphs and tables. */
export interface WordStyle {
  readonly headings: 'style' | 'bold' | 'plain';
  /** A line break in a cell: one in its paragraph, or a paragraph of its own. */
  readonly lines: 'breaks' | 'paragraphs';
  /** Headings whose 一、 and （一） are counted by Word and stand nowhere as characters. */
  readonly countsHeadings: boolean;
  /** The same for the 1. 2. 3. of row labels. */
  readonly countsLabels: boolean;
  /** Numbers and labels that were changed with the changes on record. */
  readonly trackedChanges: boolean;
  /** A row of last year's figures, struck out with the changes on record. */
  readonly deletedRow: boolean;
  /** Characters that are in the file and not on the page. */
  readonly hiddenText: boolean;
  /** Where table 3 stands: by itself, in the one cell of another table, in a text box. */
  readonly around: 'nothing' | 'table' | 'text box';
  /** A running head and a page number. */
  readonly margins: boolean;
}

export const PLAIN_WORD: WordStyle = {
  headings: 'style',
  lines: 'breaks',
  countsHeadings: false,
  countsLabels: false,
  trackedChanges: false,
  deletedRow: false,
  hiddenText: false,
  around: 'nothing',
  margins: true,
};

/** By chance; what is counted by Word must begin at one and leave out none. */
export function randomWordStyle(rng: Rng, draft: Draft): WordStyle {
  return {
    headings: rng.pick(['style', 'bold', 'plain'] as const),
    lines: rng.pick(['breaks', 'paragraphs'] as const),
    countsHeadings: draft.headings === 'kept' && rng.chance(0.3),
    countsLabels: rng.chance(0.2),
    trackedChanges: rng.chance(0.2),
    deletedRow: rng.chance(0.1),
    hiddenText: rng.chance(0.15),
    around: rng.pick(['nothing', 'nothing', 'nothing', 'nothing', 'table', 'text box'] as const),
    margins: rng.chance(0.6),
  };
}
