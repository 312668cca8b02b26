import type { Edition, TableRole } from './forms/form.ts';

/**
 * The canonical report: what one document says, how sure we are of having read it, and what is wrong with it.
 * This is the JSON that `lanting extract` prints and the corpus stores; its shape is a public contract.
 */

export const REPORT_SCHEMA = 'lanting.report/1';

/** A message in both languages; the numbers it speaks of stand in it. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Message;

export type Severity = 'error' | 'warning' | 'info';

/** What stands in a cell. Only `reported` and `inferred` carry a value; a blank is never turned into 0. */
export type FigureStatus = 'reported' | 'blank' | 'dash' | 'not_applicable' | 'unreadable' | 'inferred' | 'missing';

/**
 * Where something stands in the original. Readers fill in what their format knows:
 * `path` a DOM path, `table`/`row`/`column` a zero-based grid place, `line`/`offset` one-based lines of a text and
 * the zero-based character in the line, `page` a one-based page and `box` [x0, y0, x1, y1] in points.
 */
export interface Locator {
  readonly path?: string;
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  readonly line?: number;
  readonly offset?: number;
  readonly page?: number;
  readonly box?: readonly [number, number, number, number];
}

export interface Figure {
  readonly value: number | null;
  /** The characters found, before any cleaning. */
  readonly raw: string;
  readonly status: FigureStatus;
  /** Null for a missing figure. */
  readonly at: Locator | null;
  /** The unit printed in or for the cell, where it is not simply the form's own (元, 万元). */
  readonly unit?: string;
  /** A note printed beside the number: （其中修订3件）. */
  readonly note?: string;
}

/** The number in a cell; null where the cell is there and empty (blank, dash, 不适用); NaN where no number can be had. */
export function numberIn(figure: Figure | undefined): number | null {
  switch (figure?.status) {
    case 'reported':
    case 'inferred':
      return figure.value ?? Number.NaN;
    case 'blank':
    case 'dash':
    case 'not_applicable':
      return null;
    default:
      return Number.NaN;
  }
}

export type Figures = Readonly<Record<string, Figure>>;

export type SectionRole =
  | 'preamble'
  | 'overview'
  | 'proactive'
  | 'requests'
  | 'disputes'
  | 'problems'
  | 'other_matters'
  | 'extra';

/** A part of the narrative. The text is prose only: table cells are not repeated in it. */
export interface Section {
  /** One-based, in document order; the preamble, where there is one, is 0. */
  readonly ordinal: number;
  /** The number as printed (一, （六）), or null. */
  readonly number: string | null;
  readonly heading: string;
  readonly role: SectionRole;
  readonly text: string;
}

/** A doubt is about our reading (`EX-` and `DOC-` rules). It names every figure that may be wrong because of it. */
export interface Doubt {
  readonly rule: string;
  readonly severity: Severity;
  readonly cells: readonly string[];
  readonly message: Message;
  /** Other readings, each a list of what the cells would then hold. */
  readonly alternatives?: readonly (readonly string[])[];
}

/** A flag is about the report: it contradicts itself, its form or the law, or something in it is worth knowing. */
export interface Flag {
  readonly rule: string;
  readonly severity: Severity;
  readonly cells: readonly string[];
  readonly message: Message;
  readonly observed: number | string | null;
  readonly expected: number | string | null;
}

export interface Change {
  readonly cell: string;
  readonly from: number | null;
  readonly to: number;
}

/** The smallest plausible set of changes that makes the tables add up. A suggestion: the figures stay as printed. */
export interface Repair {
  /** The likeliest of the smallest sets, in printed order. */
  readonly changes: readonly Change[];
  /** Whether no other set is as small, or none is nearly as likely. */
  readonly unique: boolean;
  /** The other sets that are as small, the likeliest first and at most 50; none where the repair is unique. */
  readonly alternatives: readonly (readonly Change[])[];
  /** The rules whose flags it explains. */
  readonly explains: readonly string[];
}

export interface Source {
  readonly path: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly charset: string | null;
  /** When a web archive says that it was fetched: ISO 8601, UTC. Absent for what was read from elsewhere. */
  readonly fetchedAt?: string;
}

export interface ReportHead {
  readonly title: string | null;
  readonly agency: string | null;
  readonly year: number | null;
  /** The edition of table 2, or of the tables that are there. */
  readonly edition: Edition | null;
  readonly editions: Readonly<Record<TableRole, Edition | null>>;
  /** ISO dates. */
  readonly publishedOn: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
}

/** What reading a document yields, before any audit: the report head is null where the document is no such report. */
export interface Reading {
  readonly report: ReportHead | null;
  readonly sections: readonly Section[];
  readonly figures: Figures;
  readonly doubts: readonly Doubt[];
}

export interface Extraction extends Reading {
  readonly schema: typeof REPORT_SCHEMA;
  readonly source: Source;
  readonly flags: readonly Flag[];
  readonly repair: Repair | null;
}

/** Stands in place of an extraction when a document can't be read at all; the run goes on. The JSON has its message in the user's language. */
export interface ExtractionFailure {
  readonly schema: typeof REPORT_SCHEMA;
  readonly source: Partial<Source> & { readonly path: string };
  readonly error: { readonly code: string; readonly message: Message };
}

export type ExtractionResult = Extraction | ExtractionFailure;

export const isFailure = (result: ExtractionResult): result is ExtractionFailure => 'error' in result;
