import type { Message } from '../../src/model/report.ts';
import type { Box } from './box.ts';

/** A table as it stands on one page. */
export interface PageTable {
  readonly page: number;
  readonly box: Box;
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly TableCell[];
  readonly borders: 'marked' | 'inferred';
  /** No line closes the first row above or the last row below. */
  readonly open: { readonly top: boolean; readonly bottom: boolean };
}

export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
  readonly page: number;
  readonly box: Box;
  readonly ragged?: true;
  /** It stands in the last row on its page, its last line ends in a digit and has no room for one more. */
  readonly full?: true;
  /** What stands in it that may make a person read something else than its text. */
  readonly unsure?: readonly Message[];
}
