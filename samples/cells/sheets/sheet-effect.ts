import type { Effect } from '../effect.ts';

/** Where a cell of a sheet is, and what it may refer to in the styles. */
export interface SheetPlace {
  /** As A1 names it. */
  readonly at: string;
  readonly row: number;
  readonly column: number;
  /** The number of a cell format with this number format and this font. */
  readonly style: (format?: string, font?: string) => number;
  /** The number of a string in the shared strings, given as its markup. */
  readonly shared: (xml: string) => number;
}

/** An effect on a part of a cell of a sheet. One of `rpr`, `rich`, `format` and `cell` says how it is put on. */
export interface SheetEffect extends Effect {
  /** Properties of a rich run, or of the cell's font where the whole cell is meant. */
  readonly rpr?: string;
  /** The part as markup of a rich string. */
  readonly rich?: (text: string) => string;
  /** A number format, and the number that it shows as the text. */
  readonly format?: string;
  readonly value?: (text: string) => string;
  /** The whole cell. */
  readonly cell?: (text: string, place: SheetPlace) => string;
  /** Attributes of a row that stands twice, or of the column of the crafted cell. */
  readonly row?: string;
  /** Attributes of the sheet's view. */
  readonly view?: string;
  /** What follows the sheet's data: conditional formats and the like. */
  readonly after?: (place: SheetPlace, text: string) => string;
  /** Differential formats that conditional formats refer to. */
  readonly dxf?: string;
  /** A drawing over the cells, as the anchored object. */
  readonly drawing?: (place: SheetPlace, text: string) => string;
}

export const part1 = (section: string): string => `ECMA-376-1 §${section}`;

/** A number shown by a format of its own. */
export const byFormat = (
  name: string,
  sight: Effect['sight'],
  format: string,
  value: (text: string) => string = (text) => text,
  // A format takes the whole cell: where it shows nothing, no digit beside it is left to be seen.
  at: Effect['at'] = sight === 'nothing' ? ['whole', 'row'] : ['whole', 'zero', 'row'],
): SheetEffect => ({ name, source: part1('18.8.30'), sight, format, value, ...(at ? { at } : {}) });

export const byFont = (
  name: string,
  section: string,
  sight: Effect['sight'],
  rpr: string,
  more: Partial<SheetEffect> = {},
): SheetEffect => ({ name, source: part1(section), sight, rpr, ...more });

export const byCell = (
  name: string,
  section: string,
  sight: Effect['sight'],
  cell: NonNullable<SheetEffect['cell']>,
  more: Partial<SheetEffect> = {},
): SheetEffect => ({ name, source: part1(section), sight, cell, at: ['whole', 'zero', 'row'], ...more });

/** A cell that holds a number. */
export const numberCell = (value: string, at: string, style = 1): string =>
  `<c r="${at}" s="${style}"><v>${value}</v></c>`;
