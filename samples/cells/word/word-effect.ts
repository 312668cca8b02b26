import type { Effect } from '../effect.ts';

/** A part that goes into the package beside the document: what refers to it, and what it is. */
export interface WordPart {
  /** Its name in the folder `word`. */
  readonly name: string;
  readonly type: string;
  readonly relation: string;
  readonly data: string | Uint8Array;
}

/** An effect on a part of a cell of a Word document. One of `rpr`, `runs` and `paragraphs` says how it is put on. */
export interface WordEffect extends Effect {
  /** Properties of the run, given directly or by a character style. */
  readonly rpr?: string;
  /** The part as what may stand beside runs. `id` numbers what needs a number; a part is referred to as `rId${id}`. */
  readonly runs?: (text: string, id: number) => string;
  /** The whole cell's contents, in place of its paragraph. */
  readonly paragraphs?: (text: string, id: number) => string;
  /** Properties of a row that stands twice. */
  readonly trPr?: string;
  readonly styles?: string;
  /** Of the numbering part. */
  readonly numbering?: (text: string, id: number) => string;
  readonly part?: (text: string, id: number) => WordPart;
  readonly footnotes?: (text: string, id: number) => string;
}

const SECTION = 'ECMA-376-1 §';

export const byProperty = (
  name: string,
  section: string,
  sight: Effect['sight'],
  rpr: string,
  more: Partial<WordEffect> = {},
): WordEffect => ({ name, source: SECTION + section, sight, rpr, ...more });

export const byRuns = (
  name: string,
  section: string,
  sight: Effect['sight'],
  runs: NonNullable<WordEffect['runs']>,
  more: Partial<WordEffect> = {},
): WordEffect => ({ name, source: SECTION + section, sight, runs, ...more });

export const byParagraphs = (
  name: string,
  section: string,
  sight: Effect['sight'],
  paragraphs: NonNullable<WordEffect['paragraphs']>,
  more: Partial<WordEffect> = {},
): WordEffect => ({ name, source: SECTION + section, sight, paragraphs, at: ['whole', 'zero', 'row'], ...more });

export const byRow = (name: string, section: string, trPr: string): WordEffect => ({
  ...{ name, source: SECTION + section, sight: 'nothing', at: ['twin'], trPr },
});

/** A run of text, with properties. */
export const run = (text: string, rpr = ''): string =>
  text === '' ? '' : `<w:r>${rpr ? `<w:rPr>${rpr}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;

export const paragraph = (runs: string, ppr = ''): string => `<w:p>${ppr ? `<w:pPr>${ppr}</w:pPr>` : ''}${runs}</w:p>`;

/** A field of the long form; `begin` may hold attributes and data of its first character. */
export const field = (code: string, result: string, begin = '<w:fldChar w:fldCharType="begin"/>'): string =>
  `<w:r>${begin}</w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
