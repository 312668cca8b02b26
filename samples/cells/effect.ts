/** What a person sees of the text that an effect is put on, the rest of the cell aside. */
export type Sight =
  /** Nothing at all. */
  | 'nothing'
  /** That text, whatever the file holds in its place. */
  | 'text'
  /** Small raised, lowered or struck characters that are no part of the number beside them: a note mark, a deletion. */
  | 'mark'
  /** Something of which nobody can say what number it is without guessing. */
  | 'unclear'
  /** Other words than those of the file: a dash, a number that was rounded. */
  | { readonly shows: (text: string) => string };

/** What of a document an effect is put on. */
export type Position =
  /** One digit in front of, within or behind the number: one of its own, or a digit more where it can't be seen. */
  | 'before'
  | 'between'
  | 'behind'
  /** All that the cell holds, a number or the zero. */
  | 'whole'
  | 'zero'
  /** Another number in the same cell. */
  | 'beside'
  /** The words that name the row or the column. */
  | 'label'
  | 'head'
  /** Every number of the row. */
  | 'row'
  /** A second row with the same name and other numbers. */
  | 'twin';

/** One way in which a standard lets a file change what a person sees. */
export interface Effect {
  readonly name: string;
  /** Where the standard says so. */
  readonly source: string;
  readonly sight: Sight;
  /** Where it can be put; by default wherever its sight has a meaning. */
  readonly at?: readonly Position[];
  /** It changes other cells of the document as well; of these nothing is told. */
  readonly everywhere?: true;
}

const ON_DIGITS = ['before', 'between', 'behind'] as const;

/** Positions that only some effects can take (`twin` needs a way to treat a row) are in no default. */
const USUAL: Readonly<Record<'nothing' | 'text' | 'mark' | 'unclear' | 'shows', readonly Position[]>> = {
  nothing: [...ON_DIGITS, 'whole', 'zero', 'beside', 'label', 'head', 'row'],
  text: [...ON_DIGITS, 'whole', 'zero', 'label', 'head', 'row'],
  mark: ['behind', 'zero', 'label', 'head'],
  unclear: [...ON_DIGITS, 'whole', 'row'],
  shows: ['whole', 'row'],
};

export const NUMBERS_ONLY: readonly Position[] = [...ON_DIGITS, 'whole', 'zero', 'row'];
export const WHOLE_ONLY: readonly Position[] = ['whole', 'zero', 'row'];

const nameOf = (sight: Sight): keyof typeof USUAL => (typeof sight === 'string' ? sight : 'shows');

export const positionsOf = ({ at, sight }: Effect): readonly Position[] => at ?? USUAL[nameOf(sight)];
