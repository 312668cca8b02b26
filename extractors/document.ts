import type { Doubt, Locator, Message } from '../src/model/report.ts';

/**
 * The one intermediate form. A reader is done when it yields a Document; from here on nothing knows HTML from PDF.
 * Plain readonly data: blocks in reading order, each a paragraph, a grid of cells or a picture.
 */
export interface Document {
  readonly blocks: readonly Block[];
  /** What the document says about itself outside its text. */
  readonly marks: PageMarks;
  /** The format says itself where the document ends: nothing can be cut off behind the last block. */
  readonly whole?: true;
  /** Of text: places whose bytes are no characters of its encoding, and became U+FFFD. Any other U+FFFD was in the file. */
  readonly undecoded?: number;
  /** Of a PDF: the digits placed on each page of text, so that another reading of the page can be held against them. */
  readonly digits?: readonly PageDigits[];
  /** What the reader was not sure of. */
  readonly doubts: readonly Doubt[];
}

/** How often each digit from 0 to 9 stands on a page; a character drawn several times over itself may count as one or more. */
export interface PageDigits {
  /** One-based. */
  readonly page: number;
  readonly least: readonly number[];
  readonly most: readonly number[];
}

export type Block = Paragraph | Grid | Picture;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Visible text, line breaks inside the paragraph kept as `\n`. */
  readonly text: string;
  /** Heading level 1 to 6 where the format marks one. */
  readonly heading?: number;
  /** The text is a link to another page, as in a list of reports. */
  readonly link?: true;
  readonly recognised?: Recognised;
  readonly at: Locator;
}

export interface Grid {
  readonly kind: 'grid';
  readonly rows: number;
  readonly columns: number;
  /** In row order, then column order. Cells do not overlap; slots no cell covers are simply absent. */
  readonly cells: readonly GridCell[];
  /** Text of a caption or of content that stood between the cells without being in one. */
  readonly caption?: string;
  /** How sure the reader is that the borders of the cells are those of the document. */
  readonly borders: 'marked' | 'inferred';
  readonly at: Locator;
}

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Visible text, line breaks kept as `\n`; `''` for an empty cell. */
  readonly text: string;
  readonly at: Locator;
  /** The cell's span claimed a slot that another cell holds, or left the table. */
  readonly spanConflict?: true;
  /** The cell holds a picture that may stand for its text. */
  readonly picture?: true;
  /** What stands in the cell, or over it, that the reader does not fully understand and that may change what a person sees of it. */
  readonly unsure?: readonly Message[];
  /** The text was recognised in a picture of the cell. */
  readonly recognised?: Recognised;
}

/** How sure a recognition of a picture is of the text beside it. */
export interface Recognised {
  /** 0 to 1: the least certain character's probability. */
  readonly confidence: number;
  /** Other texts the picture may show, the likeliest first; without the text itself. */
  readonly alternatives: readonly { readonly text: string; readonly confidence: number }[];
}

export interface Picture {
  readonly kind: 'picture';
  /** Where the picture is to be found (an address or a part name), as the document says. */
  readonly source: string;
  readonly alt: string;
  /** The encoded picture (PNG, JPEG, …) where the document carries it. */
  readonly image?: Uint8Array;
  readonly at: Locator;
}

/** Machine marks and labelled lines (国办发〔2017〕47号 meta tags); absent, empty, `null` and `undefined` values are left out. */
export interface PageMarks {
  /** `<title>` or the file's own title property. */
  readonly pageTitle?: string;
  /** Lower-cased names of meta tags to their content: articletitle, pubdate, contentsource, sitename, siteidcode, columntype. */
  readonly meta: Readonly<Record<string, string>>;
}
